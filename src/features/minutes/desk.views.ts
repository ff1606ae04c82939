import { formatDate, formatDay } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { rawText } from '../../lib/form';
import { inLocale } from '../../lib/local-text';
import { errorSummary, fieldView, type ErrorSummary, type FieldView, type FormState } from '../../web/form-view';
import type { Collaborative } from '../collaboratives';
import { meetingPaths, meetingTitle, type Meeting } from '../meetings';
import { notAsked, type BodyStanding } from './approval';
import { askedNotices, lapseNotice } from './approval.views';
import type { NamedCorrection } from './correction.queries';
import { answerForm, correctionView, type AnswerForm, type CorrectionView } from './correction.views';
import { minutesDueOn, type Minutes } from './minutes';
import { rawMinutes } from './minutes.form';
import { minutesPaths } from './minutes.paths';

interface Notice {
  readonly tone: 'info' | 'warning' | 'success';
  readonly title: string | null;
  readonly text: string;
}

interface DeskView {
  readonly title: string;
  readonly district: string;
  readonly unlisted: true;
  readonly errorSummary: ErrorSummary | null;
  readonly back: { readonly text: string; readonly href: string };
  readonly kicker: string;
  readonly lede: string;
  readonly tag: { readonly text: string; readonly tone: 'info' | 'warning' | 'success' } | null;
  readonly notices: readonly Notice[];
  readonly compile: { readonly action: string; readonly due: string } | null;
  readonly read: string | null;
  /** The word-by-word comparison of what was saved; null before the minutes are compiled. */
  readonly changes: string | null;
  /** Where a correction of approved minutes is written. */
  readonly amend: string | null;
  readonly text: { readonly action: string; readonly version: string; readonly fields: readonly TextField[] } | null;
  readonly circulate: { readonly action: string; readonly version: string } | null;
  readonly place: { readonly action: string; readonly how: string } | null;
  readonly corrections: readonly (CorrectionView & { readonly form: AnswerForm | null })[] | null;
}

interface TextField {
  readonly field: FieldView;
  readonly stands: string | null;
}

declare module '../../web/render' {
  interface Views {
    'minutes/desk': DeskView;
  }
}

/** What was sent and not accepted: with errors, or too late, or with something personal in it. */
export interface Sent {
  readonly which: 'text' | 'answer';
  readonly form: FormState;
  readonly isStale: boolean;
  readonly correction?: string;
}

export interface DeskParts {
  readonly t: Translate;
  readonly meeting: Meeting;
  readonly collaborative: Collaborative;
  readonly minutes: Minutes | undefined;
  /** How each body that met stands to the words that wait for them. */
  readonly approvals: readonly BodyStanding[];
  readonly corrections: readonly NamedCorrection[];
  /** Parts of the text that seem to hold an address or a telephone number. */
  readonly personal: readonly string[];
  readonly sent: Sent | null;
}

const blank: FormState = { raw: {}, errors: {} };

/** Where minutes are compiled, edited, circulated and corrected. */
export function deskView(parts: DeskParts): DeskView {
  const { t, meeting, collaborative, minutes } = parts;
  const { id } = meeting;
  return {
    title: t('minutes.desk.title'),
    district: collaborative.slug,
    unlisted: true,
    errorSummary: errorSummary(t, parts.sent?.form.errors ?? {}),
    back: { text: t('minutes.show.back'), href: meetingPaths.show({ id }) },
    kicker: inLocale(collaborative.name, t.locale),
    lede: t('minutes.show.of', { title: meetingTitle(meeting, t.locale), date: formatDay(t.locale, meeting.startsAt) }),
    compile: minutes === undefined && meeting.status === 'adjourned' ? compileForm(parts) : null,
    notices: noticesOf(parts),
    ...(minutes === undefined ? nothingYet : stepsOf(parts, minutes)),
  };
}

type Steps = Pick<DeskView, 'tag' | 'read' | 'changes' | 'amend' | 'text' | 'circulate' | 'place' | 'corrections'>;

const nothingYet: Steps = {
  tag: null,
  read: null,
  changes: null,
  amend: null,
  text: null,
  circulate: null,
  place: null,
  corrections: null,
};

const tones = { drafted: 'warning', circulated: 'info', approved: 'success' } as const;

function stepsOf(parts: DeskParts, minutes: Minutes): Steps {
  const { t, meeting, approvals } = parts;
  const { id } = meeting;
  const { status } = minutes;
  const isWaiting = status === 'circulated' && notAsked(approvals).length > 0;
  return {
    tag: { text: t(`minutes.status.${status}`), tone: tones[status] },
    read: minutesPaths.show({ id }),
    changes: minutesPaths.changes({ id }),
    amend: status === 'approved' ? minutesPaths.amendment({ id }) : null,
    text: status === 'approved' ? null : textForm(parts, minutes),
    circulate: status === 'drafted' ? { action: minutesPaths.circulation({ id }), version: String(minutes.version) } : null,
    place: isWaiting ? { action: minutesPaths.agendaItem({ id }), how: t('minutes.desk.approvalHow') } : null,
    corrections: status === 'drafted' ? null : correctionsOf(parts, status === 'circulated'),
  };
}

function compileForm({ t, meeting, collaborative }: DeskParts): DeskView['compile'] {
  const due = minutesDueOn(meeting.adjournedAt ?? meeting.endsAt, collaborative.settings.minutesDueDays);
  return {
    action: minutesPaths.compilation({ id: meeting.id }),
    due: t('minutes.desk.due', { date: formatDate(t.locale, due) }),
  };
}

function noticesOf(parts: DeskParts): Notice[] {
  const { t, meeting, minutes, sent } = parts;
  const stale: Notice[] =
    sent?.isStale === true ? [{ tone: 'warning', title: t('minutes.desk.staleTitle'), text: t('minutes.desk.stale') }] : [];
  if (minutes === undefined) return meeting.status === 'adjourned' ? [] : [note('info', t('minutes.desk.notYet'))];
  if (minutes.status === 'approved') return [...stale, note('success', t('minutes.desk.locked'))];
  return [...stale, ...personalNotice(parts, minutes), ...(minutes.status === 'circulated' ? approvalNotices(parts, minutes) : [])];
}

const note = (tone: Notice['tone'], text: string): Notice => ({ tone, title: null, text });

function personalNotice({ t, personal }: DeskParts, { record }: Minutes): Notice[] {
  if (personal.length === 0) return [];
  const names = new Map([
    ['opening', t('minutes.desk.opening')],
    ['closing', t('minutes.desk.closing')],
    ...record.items.map(({ id, number }): [string, string] => [id, t('inSession.item.number', { number })]),
  ]);
  return [note('warning', t('minutes.desk.personal', { parts: personal.map((part) => names.get(part) ?? '').join(', ') }))];
}

function approvalNotices({ t, approvals }: DeskParts, { circulatedAt }: Minutes): Notice[] {
  const out = circulatedAt === null ? [] : [note('info', t('minutes.desk.circulatedOn', { date: formatDay(t.locale, circulatedAt) }))];
  const lapse = lapseNotice(t, approvals);
  return [...out, ...[...askedNotices(t, approvals), ...(lapse === null ? [] : [lapse])].map(({ tone, text }) => note(tone, text))];
}

function textForm({ t, meeting, sent }: DeskParts, minutes: Minutes): DeskView['text'] {
  const stands = rawMinutes(minutes.text);
  const isSent = sent?.which === 'text';
  const state: FormState = isSent ? sent.form : { raw: stands, errors: {} };
  const one = (name: string, label: string): TextField => {
    const field = fieldView(t, state, name, label, { type: 'textarea', rows: 4, required: false });
    const now = rawText(stands, name);
    const differs = isSent && sent.isStale && now !== field.value;
    return { field, stands: differs ? (now === '' ? t('minutes.desk.standsEmpty') : t('minutes.desk.standsNow', { text: now })) : null };
  };
  const items = minutes.record.items.map(({ id, number, title }) =>
    one(`text_${id}`, t('minutes.desk.itemText', { number, title: inLocale(title, t.locale) })),
  );
  return {
    action: minutesPaths.text({ id: meeting.id }),
    version: String(minutes.version),
    fields: [one('opening', t('minutes.desk.opening')), ...items, one('closing', t('minutes.desk.closing'))],
  };
}

/** One answer form at a time: for the one just sent, else for the oldest without an answer. */
function correctionsOf({ t, meeting, corrections, sent }: DeskParts, mayAnswer: boolean): DeskView['corrections'] {
  const isAnswer = sent?.which === 'answer';
  const first = (isAnswer ? sent.correction : undefined) ?? corrections.find(({ status }) => status === 'proposed')?.id;
  return corrections.map((correction) => ({
    ...correctionView(t, correction),
    form:
      mayAnswer && correction.id === first && correction.status === 'proposed'
        ? answerForm(t, { id: meeting.id, correction: correction.id }, isAnswer ? sent.form : blank)
        : null,
  }));
}
