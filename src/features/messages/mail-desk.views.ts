import { formatMoment, formatNumber, formatShortMoment } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import type { Page } from '../../lib/pagination';
import { withQuery } from '../../lib/path';
import type { Instant } from '../../lib/time';
import type { MailHealth } from '../../mail/outbox-care.queries';
import { errorSummary, fieldView, type ErrorSummary, type FieldView, type FormState } from '../../web/form-view';
import { areaOf, spanBetween, whyNotAgain, workerStanding, type Trouble, type TroubledMail } from './mail-desk';
import { mailDeskPaths } from './mail-desk.paths';
import type { PauseWords } from './mail-desk.queries';

declare module '../../web/render' {
  interface Views {
    'messages/desk': MailDeskView;
    'messages/resending': ResendingView;
  }
}

interface Notice {
  readonly tone: string;
  readonly title: string;
  readonly text: string;
}

interface Fact {
  readonly label: string;
  readonly value: string;
  readonly href: null;
  readonly change: null;
}

interface MailRow {
  readonly at: string;
  readonly datetime: string;
  readonly name: string;
  readonly subject: string;
  readonly area: string;
  readonly kind: string;
  readonly problem: string;
  readonly reply: string | null;
  /** Null where only the server knows it did not arrive. */
  readonly arrival: string | null;
  readonly again: string | null;
  readonly whyNot: string | null;
}

export interface MailDeskView {
  readonly title: string;
  readonly errorSummary: ErrorSummary | null;
  readonly notices: readonly Notice[];
  readonly numbers: readonly { readonly number: string; readonly label: string }[];
  readonly standing: readonly Fact[];
  readonly switching: {
    readonly title: string;
    readonly lead: string;
    readonly action: string;
    readonly reason: FieldView;
    readonly button: string;
    readonly kind: 'danger' | 'primary';
  };
  readonly tabs: readonly { readonly text: string; readonly href: string; readonly isCurrent: boolean }[];
  readonly listTitle: string;
  readonly listLead: string;
  readonly caption: string;
  readonly empty: string;
  readonly rows: readonly MailRow[];
  readonly next: string | null;
  readonly first: string | null;
}

interface Known {
  readonly health: MailHealth;
  readonly words: PauseWords | undefined;
  readonly page: Page<TroubledMail>;
}

interface Asked {
  readonly show: Trouble;
  readonly state: FormState;
  readonly now: Instant;
  readonly isFirst: boolean;
}

const breadcrumbs = (t: Translate) => [
  { text: t('layout.home'), href: '/' },
  { text: t('admin.title'), href: '/admin' },
];

/** How mail is: its numbers, its worker, the switch, and one of the two lists that wait for a person. */
export function mailDeskView(t: Translate, { health, words, page }: Known, { show, state, now, isFirst }: Asked) {
  return {
    title: t('messages.desk.title'),
    breadcrumbs: breadcrumbs(t),
    width: 'wide' as const,
    unlisted: true,
    errorSummary: errorSummary(t, state.errors),
    notices: noticesOf(t, health, now),
    numbers: numbersOf(t, health, now),
    standing: [fact(t('messages.desk.worker'), workerText(t, health, now)), fact(t('messages.desk.sending'), pauseText(t, health, words))],
    switching: switchingOf(t, health, state),
    tabs: (['held', 'failed'] as const).map((tab) => ({
      text: t(`messages.desk.${tab}.tab`, { count: health.counts[tab] ?? 0 }),
      href: listHref(tab),
      isCurrent: tab === show,
    })),
    listTitle: t(`messages.desk.${show}.title`),
    listLead: t(`messages.desk.${show}.lead`),
    caption: t(`messages.desk.${show}.caption`),
    empty: t(`messages.desk.${show}.empty`),
    rows: page.rows.map((mail) => rowOf(t, mail, now)),
    next: page.next === null ? null : listHref(show, page.next),
    first: isFirst ? null : listHref(show),
  };
}

const listHref = (show: Trouble, after?: string): string =>
  withQuery(mailDeskPaths.desk(), { show: show === 'held' ? undefined : show, after });

const fact = (label: string, value: string): Fact => ({ label, value, href: null, change: null });

function spanText(t: Translate, from: Instant, to: Instant): string {
  const { unit, count } = spanBetween(from, to);
  return t(`messages.desk.span.${unit}`, { count });
}

function numbersOf(t: Translate, { counts, oldestDueAt }: MailHealth, now: Instant) {
  const waiting = (counts.queued ?? 0) + (counts.claimed ?? 0) + (counts.handed ?? 0);
  return [
    { number: formatNumber(t.locale, waiting), label: t('messages.desk.numbers.waiting') },
    { number: formatNumber(t.locale, counts.held ?? 0), label: t('messages.desk.numbers.held') },
    { number: formatNumber(t.locale, counts.failed ?? 0), label: t('messages.desk.numbers.failed') },
    {
      number: oldestDueAt === null ? t('messages.desk.numbers.noneLate') : spanText(t, oldestDueAt, now),
      label: t('messages.desk.numbers.oldest'),
    },
  ];
}

function workerText(t: Translate, { beat }: MailHealth, now: Instant): string {
  if (beat === null) return t('messages.desk.beat.never');
  const standing = workerStanding(beat, now) === 'running' ? 'running' : 'silent';
  return t(`messages.desk.beat.${standing}`, { span: spanText(t, beat, now) });
}

function pauseText(t: Translate, { pause }: MailHealth, words: PauseWords | undefined): string {
  if (pause === null) return t('messages.desk.on');
  const since = formatMoment(t, pause.since);
  if (words === undefined || pause.reason !== 'by-hand')
    return t('messages.desk.pausedSince', { since, why: t(`messages.desk.why.${pause.reason}`) });
  return t('messages.desk.pausedBy', { since, name: words.name ?? t('history.erased'), reason: words.reason });
}

function noticesOf(t: Translate, health: MailHealth, now: Instant): Notice[] {
  const isRunning = workerStanding(health.beat, now) === 'running';
  const worker = { tone: 'danger', title: t('messages.desk.down.title'), text: workerText(t, health, now) };
  const paused = (why: NonNullable<MailHealth['pause']>['reason']) => ({
    tone: 'warning',
    title: t('messages.desk.paused.title'),
    text: t(`messages.desk.advice.${why}`),
  });
  return [...(isRunning ? [] : [worker]), ...(health.pause === null ? [] : [paused(health.pause.reason)])];
}

function switchingOf(t: Translate, { pause }: MailHealth, state: FormState): MailDeskView['switching'] {
  const name = pause === null ? 'pause' : 'resume';
  return {
    title: t(`messages.desk.${name}.title`),
    lead: t(`messages.desk.${name}.lead`),
    action: pause === null ? mailDeskPaths.pause() : mailDeskPaths.resumption(),
    reason: fieldView(t, state, 'reason', t('messages.desk.reason'), { hint: t('messages.desk.reasonHint') }),
    button: t(`messages.desk.${name}.button`),
    kind: pause === null ? 'danger' : 'primary',
  };
}

function rowOf(t: Translate, mail: TroubledMail, now: Instant): MailRow {
  const whyNot = whyNotAgain(mail, now);
  return {
    at: formatShortMoment(t, mail.at),
    datetime: mail.at,
    name: nameOf(t, mail),
    subject: mail.subject,
    area: t(`messages.desk.areas.${areaOf(mail.kind)}`),
    kind: mail.kind,
    problem: t(`messages.desk.problems.${mail.problem ?? 'unknown'}`),
    reply: mail.reply,
    arrival: mail.status === 'held' ? mailDeskPaths.arrival({ id: mail.id }) : null,
    again: whyNot === null ? mailDeskPaths.resending({ id: mail.id }) : null,
    whyNot: whyNot === null ? null : t(`messages.desk.whyNot.${whyNot}`),
  };
}

const nameOf = (t: Translate, { toName }: TroubledMail): string =>
  toName === '' || toName.includes('@') ? t('messages.desk.noName') : toName;

export interface ResendingView {
  readonly title: string;
  readonly errorSummary: ErrorSummary | null;
  readonly back: string;
  readonly lead: string;
  readonly facts: readonly Fact[];
  readonly action: string;
  readonly reason: FieldView;
}

/** The question before a mail goes out again. */
export function resendingView(t: Translate, mail: TroubledMail, state: FormState) {
  return {
    title: t('messages.resending.title'),
    breadcrumbs: [...breadcrumbs(t), { text: t('messages.desk.title'), href: mailDeskPaths.desk() }],
    unlisted: true,
    errorSummary: errorSummary(t, state.errors),
    back: mailDeskPaths.desk(),
    lead: mail.status === 'held' ? t('messages.resending.leadHeld') : t('messages.resending.leadFailed'),
    facts: [
      fact(t('messages.desk.to'), nameOf(t, mail)),
      fact(t('messages.desk.subject'), mail.subject),
      fact(t('messages.desk.about'), t(`messages.desk.areas.${areaOf(mail.kind)}`)),
      fact(t('messages.desk.when'), formatMoment(t, mail.at)),
    ],
    action: mailDeskPaths.resending({ id: mail.id }),
    reason: fieldView(t, state, 'reason', t('messages.desk.reason'), { hint: t('messages.resending.reasonHint') }),
  };
}
