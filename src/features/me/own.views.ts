import { formatShortMoment } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import type { Instant } from '../../lib/time';
import type { MyMail } from './mails.queries';
import { mePaths } from './me.paths';

interface Crumb {
  readonly text: string;
  readonly href: string;
}

export interface MyCalendarView {
  readonly title: string;
  readonly unlisted: boolean;
  readonly breadcrumbs: readonly Crumb[];
  /** Shown once, when it was made: only its hash is kept. */
  readonly address: string | null;
  /** Opens the calendar program by itself, where there is one. */
  readonly webcal: string | null;
  readonly made: string | null;
  readonly action: string;
  readonly end: string | null;
}

export interface MyMailsView {
  readonly title: string;
  readonly unlisted: boolean;
  readonly breadcrumbs: readonly Crumb[];
  readonly mails: readonly { readonly href: string; readonly subject: string; readonly line: string }[];
}

export interface MyMailView {
  readonly title: string;
  readonly unlisted: boolean;
  readonly breadcrumbs: readonly Crumb[];
  readonly line: string;
  readonly paragraphs: readonly string[];
}

declare module '../../web/render' {
  interface Views {
    'me/calendar': MyCalendarView;
    'me/mails': MyMailsView;
    'me/mail': MyMailView;
  }
}

const meCrumb = (t: Translate): Crumb => ({ text: t('layout.navigation.me'), href: mePaths.show() });

/** A person's private calendar: its address right after it was made, and how to end it. */
export const myCalendarView = (
  t: Translate,
  { madeAt, address }: { madeAt: Instant | undefined; address: string | null },
): MyCalendarView => ({
  title: t('me.calendar.title'),
  unlisted: true,
  breadcrumbs: [meCrumb(t)],
  address,
  webcal: address === null ? null : address.replace(/^https?:/, 'webcal:'),
  made: madeAt === undefined ? null : t('me.calendar.made', { date: formatShortMoment(t, madeAt) }),
  action: mePaths.calendar(),
  end: madeAt === undefined ? null : mePaths.calendarEnd(),
});

/** What was sent to a person, newest first. */
export const myMailsView = (t: Translate, mails: readonly MyMail[]): MyMailsView => ({
  title: t('me.mails.title'),
  unlisted: true,
  breadcrumbs: [meCrumb(t)],
  mails: mails.map((mail) => ({ href: mePaths.mail({ id: mail.id }), subject: mail.subject, line: lineOf(t, mail) })),
});

const lineOf = (t: Translate, { status, at }: MyMail): string =>
  t('me.mails.line', {
    state: t(`me.mails.state.${status === 'sent' ? 'sent' : troubles.has(status) ? 'failed' : over.has(status) ? 'over' : 'waits'}`),
    at: formatShortMoment(t, at),
  });

const troubles: ReadonlySet<string> = new Set(['failed', 'held', 'suppressed']);
const over: ReadonlySet<string> = new Set(['expired', 'cancelled']);

/** One mail as words; its links are left out: who holds one could use it. */
export const myMailView = (t: Translate, mail: MyMail & { readonly text: string | null }): MyMailView => ({
  title: mail.subject,
  unlisted: true,
  breadcrumbs: [meCrumb(t), { text: t('me.mails.title'), href: mePaths.mails() }],
  line: lineOf(t, mail),
  paragraphs: mail.text === null ? [t('me.mails.forgotten')] : withoutLinks(mail.text),
});

const withoutLinks = (text: string): string[] =>
  text
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.replace(/https?:\/\/\S+/g, '').trim())
    .filter((paragraph) => paragraph !== '');
