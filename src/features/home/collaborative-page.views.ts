import { formatDate, formatMoment } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import { attendancePaths } from '../attendance';
import { collaborativePaths, phoneLink } from '../collaboratives';
import { commitmentPaths } from '../commitments';
import { cyclePaths } from '../cycles';
import type { Member } from '../membership';
import { membershipPaths } from '../membership';
import { invitationPaths, outreachPaths } from '../outreach';
import { vacancyPaths } from '../vacancies';
import { priorityPaths } from '../priorities';
import { meetingPaths, meetingTitle, type Meeting } from '../meetings';
import type { CollaborativePage } from './collaborative-page.queries';
import type { LastMinutes, OpenSeats } from './home';
import { noteLine, type NoteLineView } from './home.views';

declare module '../../web/render' {
  interface Views {
    'home/collaborative': CollaborativePageView;
  }
}

interface Link {
  readonly text: string;
  readonly href: string;
}

export interface CollaborativePageView {
  readonly title: string;
  readonly purpose: string;
  readonly duties: readonly string[];
  readonly usualMeeting: string;
  readonly next: {
    readonly title: string;
    readonly href: string;
    readonly moment: string;
    readonly startsAt: string;
    readonly place: string;
    readonly agenda: Link | null;
  } | null;
  readonly lastMinutes: (Link & { readonly draft: { readonly text: string; readonly tone: string } | null }) | null;
  readonly openSeats: readonly { readonly text: string; readonly closes: string; readonly rubric: string }[];
  /** The last cycle in numbers. */
  readonly lastCycle: Link | null;
  readonly applyHref: string;
  /** Flyers and ways to pass it on. */
  readonly outreach: readonly Link[];
  readonly members: readonly {
    readonly name: string;
    readonly office: string | null;
    readonly seat: string;
    readonly standing: string | null;
  }[];
  readonly rosterHref: string;
  readonly notes: readonly NoteLineView[];
  readonly adviceHref: string;
  readonly links: readonly Link[];
  readonly contact: {
    readonly email: string;
    readonly mailto: string;
    readonly phone: Link;

    readonly address: string;
  };
}

/** Everything public about one collaborative. */
export function collaborativePageView(
  t: Translate,
  { collaborative, members, openSeats, lastCycle, next, lastMinutes, notes }: CollaborativePage,
) {
  const { slug: c } = collaborative;
  return {
    title: inLocale(collaborative.name, t.locale),
    description: inLocale(collaborative.purpose, t.locale),
    breadcrumbs: [
      { text: t('layout.home'), href: '/' },
      { text: t('layout.navigation.collaboratives'), href: collaborativePaths.index() },
    ],
    district: c,
    width: 'wide' as const,
    purpose: inLocale(collaborative.purpose, t.locale),
    duties: inLocale(collaborative.duties, t.locale)
      .split('\n')
      .filter((duty) => duty !== ''),
    usualMeeting: inLocale(collaborative.usualMeeting, t.locale),
    next: next === undefined ? null : nextView(t, next),
    lastMinutes: lastMinutes === undefined ? null : minutesView(t, lastMinutes),
    openSeats: openSeats.map((seats) => openSeatsView(t, seats)),
    lastCycle: lastCycleLink(t, lastCycle),
    applyHref: '/apply',
    outreach: outreachLinks(t, c),
    members: members.map((member) => memberView(t, member)),
    rosterHref: membershipPaths.roster({ c }),
    notes: notes.flatMap((note) => noteLine(t, note, collaborative)),
    adviceHref: `/${c}/advice`,
    links: pageLinks(t, c),
    contact: {
      email: collaborative.contactEmail,
      mailto: `mailto:${collaborative.contactEmail}`,
      phone: phoneLink(collaborative.contactPhone),
      address: collaborative.officeAddress,
    },
  };
}

const lastCycleLink = (t: Translate, cycle: CollaborativePage['lastCycle']): Link | null =>
  cycle === undefined
    ? null
    : { text: t('reports.statistics.title', { cycle: inLocale(cycle.name, t.locale) }), href: cyclePaths.statistics({ code: cycle.code }) };

const pageLinks = (t: Translate, c: string): Link[] => [
  { text: t('home.collaborative.links.agenda'), href: `/${c}/agenda/current` },
  { text: t('home.collaborative.links.meetings'), href: meetingPaths.listFor({ c }) },
  { text: t('home.collaborative.links.calendar'), href: meetingPaths.calendarFor({ c }) },
  { text: t('home.collaborative.links.roster'), href: membershipPaths.roster({ c }) },
  { text: t('attendance.short'), href: attendancePaths.body({ c }) },
  { text: t('vacancies.link'), href: vacancyPaths.one({ c }) },
  { text: t('home.collaborative.links.advice'), href: `/${c}/advice` },
  { text: t('commitments.link'), href: commitmentPaths.ofBody({ slug: c }) },
  { text: t('priorities.link'), href: priorityPaths.show({ c }) },
  { text: t('following.link'), href: `/follow?c=${c}` },
  { text: t('following.feed.link'), href: `/${c}/feed.atom` },
];

const outreachLinks = (t: Translate, c: string): Link[] => [
  { text: t('outreach.flyer.link'), href: outreachPaths.flyer({ c }) },
  { text: t('outreach.share.link'), href: outreachPaths.share({ c }) },
  { text: t('outreach.invitation.title'), href: invitationPaths.page({ c }) },
];

function nextView(t: Translate, meeting: Meeting) {
  return {
    title: meetingTitle(meeting, t.locale),
    href: meetingPaths.show({ id: meeting.id }),
    moment: formatMoment(t, meeting.startsAt),
    startsAt: meeting.startsAt,
    place: meeting.room === '' ? meeting.place : `${meeting.place}, ${meeting.room}`,
    agenda:
      meeting.status === 'scheduled' ? null : { text: t('home.collaborative.readAgenda'), href: meetingPaths.agenda({ id: meeting.id }) },
  };
}

const minutesView = (t: Translate, minutes: LastMinutes) => ({
  text: t('home.collaborative.minutesOf', { title: inLocale(minutes.title, t.locale), date: formatDate(t.locale, minutes.heldOn) }),
  href: meetingPaths.minutes({ id: minutes.meetingId }),
  draft: minutes.isDraft ? { text: t('home.collaborative.draft'), tone: 'warning' } : null,
});

const openSeatsView = (t: Translate, { constituency, count, closesAt, cycleCode }: OpenSeats) => ({
  text: t('home.collaborative.seats', { constituency: t(`common.constituency.${constituency}`), count }),
  closes: t('home.collaborative.closes', { moment: formatMoment(t, closesAt) }),
  rubric: `/rubric/${encodeURIComponent(cycleCode)}`,
});

const memberView = (t: Translate, member: Member) => ({
  name: member.name,
  office: member.office === null ? null : t(`common.office.${member.office}`),
  seat: t('home.collaborative.seatUntil', {
    constituency: t(`common.constituency.${member.constituency}`),
    date: formatDate(t.locale, member.termEndsOn),
  }),
  standing: member.status === 'active' ? null : t(`home.collaborative.standing.${member.status}`),
});
