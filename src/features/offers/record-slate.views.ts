import { formatDate, formatShortMoment } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { dateOf, type Instant } from '../../lib/time';
import { mixText } from '../reviews';
import type { Board, Sending } from '../selection';
import { recordDates } from './record';
import type { SlateFacts } from './record.queries';

export interface FactRow {
  readonly label: string;
  readonly value: string;
  readonly href: null;
  readonly change: null;
}

/** A version of the slate that was sent for approval, with each step it took. */
export interface SendingView {
  readonly title: string;
  readonly size: string;
  readonly steps: readonly { readonly label: string; readonly who: string }[];
  /** What the approver asked for. */
  readonly words: string | null;
}

/** How a slate came about: versions, rule, panel, each sending, release. */
export interface SlateRecordView {
  readonly facts: readonly FactRow[];
  readonly sendings: readonly SendingView[];
  readonly retention: string | null;
}

/** What the record says before it comes to people. Words of the approver may name people: they go with the names. */
export const slateRecordView = (t: Translate, board: Board, record: SlateFacts, isNamed: boolean): SlateRecordView => ({
  facts: factRows(t, board, record),
  sendings: record.sendings.map((sending) => sendingView(t, record, sending, isNamed)),
  retention: retentionText(t, board),
});

/** Whether the record still says who it is about. */
export const saysNames = ({ slate, cycle }: Board, now: Instant): boolean =>
  slate.releasedAt === null || dateOf(now) <= recordDates(dateOf(slate.releasedAt), cycle.settings).namedUntil;

function retentionText(t: Translate, { slate, cycle }: Board): string | null {
  if (slate.releasedAt === null) return null;
  const { namedUntil, keptUntil } = recordDates(dateOf(slate.releasedAt), cycle.settings);
  return t('offers.record.retention', { named: formatDate(t.locale, namedUntil), kept: formatDate(t.locale, keptUntil) });
}

interface Step {
  readonly by: string | null;
  readonly at: Instant | null;
  /** The approver in whose place a deputy did it. */
  readonly inPlaceOf?: string | null;
}

function stepText(t: Translate, { names }: SlateFacts, { by, at, inPlaceOf = null }: Step): string {
  if (at === null) return '–';
  const nameOf = (id: string | null) => (id === null ? undefined : names.get(id)) ?? t('offers.letterPage.somebody');
  const who = inPlaceOf === null ? nameOf(by) : t('deputies.approvedBy', { who: nameOf(by), approver: nameOf(inPlaceOf) });
  return t('offers.record.step', { who, at: formatShortMoment(t, at) });
}

function factRows(t: Translate, { slate, cycle, mix }: Board, record: SlateFacts): FactRow[] {
  const last = record.sendings.at(-1)?.number;
  const rows: (readonly [string, string])[] = [
    [t('offers.record.form'), t('offers.record.version', { number: record.formNumber })],
    [t('offers.record.rubric'), t('offers.record.version', { number: record.rubricNumber })],
    [t('offers.record.slate'), last === undefined ? '–' : t('offers.record.version', { number: last })],
    [t('offers.record.priority'), t(`cycles.settings.priority.values.${cycle.settings.priority}`)],
    [t('offers.record.mix'), mixText(t, mix)],
    [t('offers.record.sent'), stepText(t, record, { by: slate.sentBy, at: slate.sentAt })],
    [t('offers.record.decided'), stepText(t, record, { by: slate.decidedBy, at: slate.decidedAt, inPlaceOf: slate.decidedFor })],
    [t('offers.record.released'), stepText(t, record, { by: slate.releasedBy, at: slate.releasedAt })],
  ];
  return rows.map(([label, value]) => ({ label, value, href: null, change: null }));
}

function sendingView(t: Translate, record: SlateFacts, sending: Sending, isNamed: boolean): SendingView {
  const { number, sentBy, sentAt, entries, answer, takenBack } = sending;
  const seated = entries.filter(({ seatId }) => seatId !== null).length;
  const step = (label: string, done: Step) => ({ label, who: stepText(t, record, done) });
  return {
    title: t('offers.record.sending', { number }),
    size: [t('offers.record.inSeats', { count: seated }), t('offers.record.alternates', { count: entries.length - seated })].join(' · '),
    steps: [
      step(t('offers.record.sent'), { by: sentBy, at: sentAt }),
      ...(answer === null ? [] : [step(t(answer.outcome === 'approved' ? 'offers.record.decided' : 'offers.record.returned'), answer)]),
      ...(takenBack === null ? [] : [step(t('offers.record.takenBack'), takenBack)]),
    ],
    words: isNamed ? (answer?.words ?? null) : null,
  };
}
