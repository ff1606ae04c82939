import { formatDate, formatDay } from '../../i18n/format';
import { languages } from '../../i18n/locales';
import type { Translate } from '../../i18n/translate';
import type { Actor } from '../../lib/actor';
import { inLocale } from '../../lib/local-text';
import type { Instant } from '../../lib/time';
import { accountPaths } from '../accounts';
import { applicationPaths } from '../applications';
import { directoryPaths } from '../directory';
import { membershipPaths } from '../membership';
import { onboardingPaths } from '../onboarding';
import { rightsPaths } from '../rights';
import { rosterPaths } from '../roster';
import { topicPaths } from '../topics';
import { asksOf, type Ask } from './asks.views';
import type { Mine, MyApplication, MySeat } from './me';
import { mePaths } from './me.paths';
import { meetingViews, type MeetingLine } from './meetings.views';

interface Link {
  readonly href: string;
  readonly text: string;
}

interface ApplicationLine {
  readonly href: string;
  readonly text: string;
  readonly cycle: string;
  readonly sent: string;
  readonly places: readonly { readonly name: string; readonly status: string }[];
}

interface SeatLine {
  readonly slug: string;
  readonly name: string;
  readonly line: string;
  readonly tag: { readonly text: string; readonly tone: 'neutral' | 'info' | 'success' | 'warning' };
  readonly note: string | null;
  readonly links: readonly Link[];
}

export interface MeView {
  readonly title: string;
  readonly hello: string;
  readonly unlisted: boolean;
  readonly asks: readonly Ask[];
  readonly nothing: string;
  readonly start: Link | null;
  readonly applications: readonly ApplicationLine[];
  readonly seats: readonly SeatLine[];
  readonly meetings: readonly MeetingLine[];
  readonly desks: readonly MeetingLine[];
  readonly language: string;
  readonly account: Link;
  readonly settings: readonly Link[];
  /** What is theirs to read and use: mails, notes, calendar, directory. */
  readonly own: readonly Link[];
  /** What is kept about them, and how to go. */
  readonly leaving: readonly Link[];
}

declare module '../../web/render' {
  interface Views {
    'me/show': MeView;
  }
}

/** A person's own page: what is asked of them first, then what they have. */
export function meView(t: Translate, actor: Actor, mine: Mine, now: Instant): MeView {
  const isNewcomer = mine.applications.length === 0 && mine.seats.length === 0 && actor.grants.length === 0;
  const { next, desks } = meetingViews(t, actor, mine.meetings, now);
  return {
    title: t('me.title'),
    hello: t('me.hello', { name: actor.name }),
    unlisted: true,
    asks: asksOf(t, actor, mine, now),
    nothing: nothingText(t, mine, isNewcomer),
    start: isNewcomer ? { href: '/apply', text: t('me.newcomerAction') } : null,
    applications: mine.applications.map((application) => applicationLine(t, application)),
    seats: mine.seats.map((seat) => seatLine(t, seat)),
    meetings: next,
    desks,
    language: t('me.settings.language', { language: languages.find(({ code }) => code === actor.locale)?.name ?? actor.locale }),
    account: { href: accountPaths.account(), text: t('me.settings.account') },
    settings: settingLinks(t, mine),
    own: ownLinks(t, mine),
    leaving: leavingLinks(t, mine),
  };
}

const sits = ({ seats }: Mine): boolean => seats.some(({ status }) => status !== 'pending');

const ownLinks = (t: Translate, mine: Mine): Link[] => [
  { href: mePaths.mails(), text: t('me.mails.title') },
  ...(sits(mine)
    ? [
        { href: '/me/advice', text: t('me.own.notes') },
        { href: mePaths.calendar(), text: t('me.calendar.title') },
        { href: directoryPaths.mine(), text: t('directory.link') },
        { href: topicPaths.mine(), text: t('topics.link') },
      ]
    : []),
];

const settingLinks = (t: Translate, mine: Mine): Link[] => [
  ...(mine.seats.length > 0 ? [{ href: mePaths.needs(), text: t('me.needs.title') }] : []),
  { href: mePaths.notices(), text: t('me.notices.title') },
  { href: accountPaths.sessions(), text: t('accounts.sessions.title') },
];

const leavingLinks = (t: Translate, mine: Mine): Link[] => [
  { href: rightsPaths.mine(), text: t('rights.mine.title') },
  ...(sits(mine) ? [{ href: membershipPaths.resignation(), text: t('membership.resign.link') }] : []),
];

function nothingText(t: Translate, mine: Mine, isNewcomer: boolean): string {
  if (isNewcomer) return t('me.newcomer');
  return mine.seats.some(({ status }) => status !== 'pending') ? t('me.nothingMember') : t('me.nothing');
}

const applicationLine = (t: Translate, { reference, cycle, status, submittedAt, candidacies }: MyApplication): ApplicationLine => ({
  href: applicationPaths.show({ ref: reference }),
  text: t('me.applications.open', { reference }),
  cycle: inLocale(cycle, t.locale),
  sent:
    submittedAt === null || status !== 'submitted'
      ? t(`me.applications.status.${status}`)
      : t('me.applications.submitted', { date: formatDay(t.locale, submittedAt) }),
  places: candidacies.map((candidacy) => ({
    name: inLocale(candidacy.collaborative, t.locale),
    status: t(`me.candidacy.${candidacy.status}`),
  })),
});

function seatLine(t: Translate, seat: MySeat): SeatLine {
  const { slug, status } = seat;
  const isPending = status === 'pending';
  const links: Link[] = isPending ? [{ href: onboardingPaths.mine(), text: t('me.seats.checklist') }] : memberLinks(t, slug);
  return {
    slug,
    name: inLocale(seat.collaborative, t.locale),
    line: t('me.seats.line', {
      seat: seat.seatCode,
      constituency: t(`common.constituency.${seat.constituency}`),
      from: formatDate(t.locale, seat.termStartsOn, 'shortDate'),
      to: formatDate(t.locale, seat.termEndsOn, 'shortDate'),
    }),
    tag: { text: t(`membership.status.${status}`), tone: isPending ? 'info' : 'success' },
    note: isPending ? t('me.seats.pending') : null,
    links: [...links, { href: `/${slug}`, text: t('me.seats.collaborative') }],
  };
}

const memberLinks = (t: Translate, slug: string): Link[] => [
  { href: `/advice/new?c=${slug}`, text: t('me.seats.writeNote') },
  { href: '/me/advice', text: t('me.seats.notes') },
  { href: rosterPaths.profile(), text: t('roster.profile.link') },
];
