import { formatDate, formatNumber, formatShortMoment } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import { dateOf, type CalendarDate, type Instant } from '../../lib/time';
import type { PageModel } from '../../web/render';
import { mixText } from '../reviews';
import { constituencyText, fits, slatePaths, type Board, type BoardCandidate } from '../selection';
import { recordDates, withoutNames, type Named } from './record';
import type { RecordFacts } from './record.queries';

interface Line extends Named {
  readonly id: string;
  readonly group: string;
  readonly outcome: string;
  /** Rank, seats and reason in words. */
  readonly why: string;
  readonly times: readonly string[];
}

export interface RecordView extends PageModel {
  readonly kicker: string;
  readonly back: string;
  readonly facts: readonly { readonly label: string; readonly value: string; readonly href: null; readonly change: null }[];
  readonly retention: string | null;
  readonly lines: readonly Line[];
}

declare module '../../web/render' {
  interface Views {
    'offers/record': RecordView;
  }
}

interface Shown {
  readonly board: Board;
  readonly record: RecordFacts;
  readonly now: Instant;
  /** One person's line alone; null: everybody. */
  readonly only: string | null;
}

/** The record of the decisions of a collaborative: who, how ranked, why, by whom, when; without names once their time is over. */
export function recordView(t: Translate, shown: Shown): RecordView {
  const { board } = shown;
  const { cycle, collaborative, slate } = board;
  const dates = slate.releasedAt === null ? null : recordDates(dateOf(slate.releasedAt), cycle.settings);
  const lines = board.candidates.map((candidate) => lineOf(t, shown, candidate));
  const isNamed = dates === null || dateOf(shown.now) <= dates.namedUntil;
  const kept = isNamed ? lines : withoutNames(lines);
  return {
    title: t('offers.record.title'),
    district: collaborative.slug,
    width: 'wide',
    unlisted: true,
    kicker: `${inLocale(collaborative.area, t.locale)} · ${inLocale(cycle.name, t.locale)}`,
    back: slatePaths.release({ code: cycle.code, slug: collaborative.slug }),
    facts: factRows(t, shown),
    retention: dates === null ? null : retentionText(t, dates),
    lines: kept.filter((line) => shown.only === null || line.id === shown.only),
  };
}

const retentionText = (t: Translate, { namedUntil, keptUntil }: { namedUntil: CalendarDate; keptUntil: CalendarDate }): string =>
  t('offers.record.retention', { named: formatDate(t.locale, namedUntil), kept: formatDate(t.locale, keptUntil) });

function factRows(t: Translate, { board, record }: Shown): RecordView['facts'] {
  const { slate } = board;
  const step = (who: string | null, at: Instant | null): string =>
    at === null ? '–' : t('offers.record.step', { who: who ?? t('offers.letterPage.somebody'), at: formatShortMoment(t, at) });
  const rows: (readonly [string, string])[] = [
    [t('offers.record.form'), t('offers.record.version', { number: record.formNumber })],
    [t('offers.record.rubric'), t('offers.record.version', { number: record.rubricNumber })],
    [t('offers.record.slate'), t('offers.record.version', { number: slate.version })],
    [t('offers.record.priority'), t(`cycles.settings.priority.values.${board.cycle.settings.priority}`)],
    [t('offers.record.mix'), mixText(t, board.mix)],
    [t('offers.record.sent'), step(record.sentBy, slate.sentAt)],
    [t('offers.record.decided'), step(record.decidedBy, slate.decidedAt)],
    [t('offers.record.released'), step(record.releasedBy, slate.releasedAt)],
  ];
  return rows.map(([label, value]) => ({ label, value, href: null, change: null }));
}

function lineOf(t: Translate, shown: Shown, candidate: BoardCandidate): Line {
  const { record } = shown;
  const declined = (record.offers.get(candidate.id) ?? []).flatMap(({ declineReason }) => (declineReason === null ? [] : [declineReason]));
  return {
    id: candidate.id,
    name: candidate.name,
    reference: candidate.reference,
    group: constituencyText(t, candidate.constituency),
    outcome: t(`selection.candidacy.${candidate.status}`),
    why: whyText(t, shown, candidate),
    words: wordsOf(shown, candidate.id, declined),
    times: timesOf(t, record, candidate.id),
  };
}

/** What people wrote: why somebody was chosen out of rank order, why a seat was declined. */
function wordsOf({ board }: Shown, candidacyId: string, declined: readonly string[]): string | null {
  const why = board.entries.find((entry) => entry.candidacyId === candidacyId)?.reasonWords ?? '';
  const all = [why, ...declined].filter((text) => text !== '');
  return all.length === 0 ? null : all.join(' · ');
}

/** "Ranked 14 of 61 in Families, with 62.5 points from 3 reviews. 4 seats were on offer for this group. Not selected: ..." */
function whyText(t: Translate, { board, record }: Shown, candidate: BoardCandidate): string {
  const peers = board.candidates.filter((one) => one.constituency === candidate.constituency);
  const { weighted, reviews } = candidate.total;
  const rank = t('offers.record.ranked', {
    rank: peers.findIndex((one) => one.id === candidate.id) + 1,
    all: peers.length,
    group: constituencyText(t, candidate.constituency),
    points: weighted === null ? t('selection.board.noTotal') : formatNumber(t.locale, weighted, 1),
    count: reviews,
  });
  const seats = t('offers.record.seats', { count: board.seats.filter((seat) => fits(seat, candidate.constituency)).length });
  const letters = record.letters.get(candidate.id) ?? [];
  const said = letters.map((letter) => t('offers.record.said', { letter: t(`offers.code.${letter.code}`) }));
  const lot = candidate.draw === null ? '' : t('offers.record.lot', { place: candidate.draw.place });
  const first = candidate.hasPriority ? t('offers.record.first') : '';
  return [rank, first, lot, seats, placedText(t, board, candidate.id), ...said].filter((text) => text !== '').join(' ');
}

function placedText(t: Translate, board: Board, candidacyId: string): string {
  const entry = board.entries.find((one) => one.candidacyId === candidacyId);
  if (entry === undefined) return t('offers.record.notPlaced');
  const seat = board.seats.find(({ id }) => id === entry.seatId);
  const place =
    seat === undefined ? t('offers.record.alternate', { place: entry.alternatePlace ?? 0 }) : t('offers.record.seat', { code: seat.code });
  const coded =
    entry.reason === null || entry.reason === 'words' ? '' : t('offers.record.because', { reason: t(`selection.reason.${entry.reason}`) });
  return [place, coded].filter((text) => text !== '').join(' ');
}

function timesOf(t: Translate, record: RecordFacts, candidacyId: string): string[] {
  const letters = (record.letters.get(candidacyId) ?? []).map((letter) => ({
    at: letter.created_at,
    text: t('offers.record.letterSent', { letter: t(`offers.code.${letter.code}`), at: formatShortMoment(t, letter.created_at) }),
  }));
  const answers = (record.offers.get(candidacyId) ?? []).flatMap(({ status, answeredAt }) =>
    answeredAt === null
      ? []
      : [{ at: answeredAt, text: t.loosely(`offers.board.status.${status}`, { at: formatShortMoment(t, answeredAt) }) }],
  );
  const request = record.requests.get(candidacyId);
  const asked =
    request === undefined ? [] : [{ at: request.askedAt, text: t('offers.record.asked', { at: formatShortMoment(t, request.askedAt) }) }];
  const outcome =
    request?.outcome == null ? [] : [{ at: request.answeredAt ?? '', text: t(`offers.procedure.outcome.${request.outcome}`) }];
  return [...letters, ...answers, ...asked, ...outcome].sort((a, b) => a.at.localeCompare(b.at)).map(({ text }) => text);
}
