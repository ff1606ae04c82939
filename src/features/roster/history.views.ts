import { formatDate } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { inLocale, type LocalText } from '../../lib/local-text';
import type { CalendarDate } from '../../lib/time';
import type { PageModel } from '../../web/render';
import type { Collaborative } from '../collaboratives';
import { isListedOn, membershipPaths, type Seat } from '../membership';
import { asKnownOn, type Life } from './roster';
import type { Profile } from './profile';
import { shownProfile, type ShownProfile } from './profile.views';
import { rosterPaths } from './roster.paths';

interface Link {
  readonly text: string;
  readonly href: string;
}

/** One membership: whose (or which seat), from when to when, and what else is known of it. */
export interface HistoryLine {
  readonly heading: Link;
  readonly days: string;
  readonly facts: readonly string[];
  /** For staff alone. */
  readonly membership: Link | null;
}

export interface HistoryView {
  readonly kicker: string;
  readonly lead: string;
  readonly now: string | null;
  readonly lines: readonly HistoryLine[];
  readonly staffNote: string | null;
  /** What the person lets everyone see while they sit. */
  readonly profile: ShownProfile | null;
  /** Where staff take that down. */
  readonly removal: string | null;
}

declare module '../../web/render' {
  interface Views {
    'roster/history': HistoryView;
  }
}

/** A membership with whether the reader is told what staff are told of it. */
export interface ReadLife {
  readonly life: Life;
  readonly isInside: boolean;
}

/** Everyone who has held a seat, the latest first. */
export function seatHistoryView(
  t: Translate,
  { collaborative, seat, lives, today }: { collaborative: Collaborative; seat: Seat; lives: readonly ReadLife[]; today: CalendarDate },
): HistoryView & PageModel {
  const { slug } = collaborative;
  const name = inLocale(collaborative.name, t.locale);
  const isHeld = lives.some(({ life }) => isListedOn(life, today));
  return {
    title: t('roster.seat.title', { seat: seat.code }),
    kicker: t('roster.seat.kicker', { constituency: t(`common.constituency.${seat.constituency}`), name }),
    lead: t('roster.seat.lead'),
    district: slug,
    breadcrumbs: rosterCrumbs(t, slug, name),
    now: isHeld
      ? null
      : seat.endsOn !== null && seat.endsOn < today
        ? t('roster.seat.over', { date: formatDate(t.locale, seat.endsOn) })
        : t('roster.seat.vacant'),
    lines: lives.map((read) => ({
      heading: { text: read.life.name, href: rosterPaths.person({ id: read.life.personId }) },
      ...restOf(t, read, today),
    })),
    staffNote: staffNote(t, lives),
    profile: null,
    removal: null,
  };
}

interface Body {
  readonly slug: string;
  readonly name: LocalText;
}

interface OfPerson {
  readonly name: string;
  readonly lives: readonly ReadLife[];
  readonly bodies: ReadonlyMap<string, Body>;
  readonly today: CalendarDate;
  /** Undefined where nothing is shown, or nobody sits any more. */
  readonly profile: Profile | undefined;
  readonly mayTakeDown: boolean;
}

/** Every seat and office of a person, in any collaborative, the latest first. */
export function personHistoryView(t: Translate, { name, lives, bodies, today, profile, mayTakeDown }: OfPerson): HistoryView & PageModel {
  return {
    title: name,
    kicker: t('roster.person.kicker'),
    lead: t('roster.person.lead'),
    unlisted: true,
    now: null,
    lines: lives.flatMap((read) => {
      const body = bodies.get(read.life.collaborativeId);
      if (body === undefined) return [];
      const { seatCode: code } = read.life;
      const text = t('roster.person.seat', { seat: code, name: inLocale(body.name, t.locale) });
      return [{ heading: { text, href: rosterPaths.seat({ c: body.slug, code }) }, ...restOf(t, read, today) }];
    }),
    staffNote: staffNote(t, lives),
    profile: profile === undefined ? null : shownProfile(t, profile, name),
    removal: profile === undefined || !mayTakeDown ? null : rosterPaths.removal({ id: profile.personId }),
  };
}

const rosterCrumbs = (t: Translate, slug: string, name: string): Link[] => [
  { text: name, href: `/${slug}` },
  { text: t('membership.roster.title', { name }), href: rosterPaths.roster({ c: slug }) },
];

const staffNote = (t: Translate, lives: readonly ReadLife[]): string | null =>
  lives.some(({ isInside }) => isInside) ? t('roster.staffNote') : null;

function restOf(t: Translate, { life, isInside }: ReadLife, today: CalendarDate): Omit<HistoryLine, 'heading'> {
  const shown = isInside ? life : asKnownOn(life, today);
  return {
    days: daysText(t, shown.startedOn, shown.endedOn),
    facts: [
      termText(t, shown),
      ...standingFacts(t, shown, today),
      ...endFacts(t, shown),
      ...officeFacts(t, shown),
      ...leaveFacts(t, shown, isInside),
    ],
    membership: isInside ? { text: t('roster.openMembership'), href: membershipPaths.membership({ id: life.membershipId }) } : null,
  };
}

function daysText(t: Translate, startsOn: CalendarDate, endsOn: CalendarDate | null): string {
  const from = formatDate(t.locale, startsOn);
  return endsOn === null ? t('roster.since', { from }) : t('roster.days', { from, to: formatDate(t.locale, endsOn) });
}

const termText = (t: Translate, { termStartsOn, termEndsOn, isStub }: Life): string =>
  t(isStub ? 'roster.termStub' : 'roster.term', { from: formatDate(t.locale, termStartsOn), to: formatDate(t.locale, termEndsOn) });

const standingFacts = (t: Translate, life: Life, today: CalendarDate): string[] =>
  isListedOn(life, today) && life.termEndsOn < today ? [t('roster.standing.holdover')] : [];

const endFacts = (t: Translate, { endReason }: Life): string[] =>
  endReason === null ? [] : [t('roster.endedFor', { reason: t(`membership.endReason.${endReason}`) })];

const officeFacts = (t: Translate, { offices, endedOn }: Life): string[] =>
  offices.map(({ office, startsOn, endsOn }) =>
    t('roster.officeDays', { office: t(`common.office.${office}`), days: daysText(t, startsOn, endsOn ?? endedOn) }),
  );

/** Leaves by their days, never by their reason; the public is told of one that runs today, on the roster. */
const leaveFacts = (t: Translate, { leaves }: Life, isInside: boolean): string[] =>
  isInside ? leaves.map(({ startsOn, endsOn }) => t('roster.leaveDays', { days: daysText(t, startsOn, endsOn) })) : [];
