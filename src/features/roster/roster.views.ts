import { formatDate } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { withQuery } from '../../lib/path';
import { inLocale } from '../../lib/local-text';
import type { CalendarDate } from '../../lib/time';
import { errorSummary, fieldView, type ErrorSummary, type FieldView, type FormState } from '../../web/form-view';
import type { PageModel } from '../../web/render';
import type { Collaborative } from '../collaboratives';
import { membershipPaths, type Member } from '../membership';
import type { RosterChange, RosterLine } from './roster';
import type { Profile } from './profile';
import type { MakeupView } from './makeup.views';
import { shownProfile, type ShownProfile } from './profile.views';
import type { RosterQuery } from './roster.form';
import { rosterPaths } from './roster.paths';

interface Link {
  readonly text: string;
  readonly href: string;
}

export interface RosterCard {
  /** Null: a vacant seat. */
  readonly name: string | null;
  readonly person: string | null;
  readonly office: string | null;
  readonly seat: Link;
  readonly until: string | null;
  readonly note: string | null;
  /** What the member lets everyone see; on the roster of today alone. */
  readonly profile: ShownProfile | null;
}

export interface RosterView {
  readonly asOf: string;
  readonly lead: string;
  readonly action: string;
  readonly errorSummary: ErrorSummary | null;
  readonly on: FieldView;
  readonly from: FieldView;
  /** Null while the day asked for is no day to show. */
  readonly shown: {
    readonly counts: string;
    readonly cards: readonly RosterCard[];
    readonly changesTitle: string;
    readonly changes: readonly { readonly date: string; readonly datetime: string; readonly text: string }[];
  } | null;
  readonly links: readonly Link[];
  /** For staff, as of today alone: from day to day it would tell what somebody new is. */
  readonly makeup: MakeupView | null;
}

declare module '../../web/render' {
  interface Views {
    'roster/show': RosterView;
  }
}

export interface Roster extends RosterQuery {
  readonly lines: readonly RosterLine[];
  readonly changes: readonly RosterChange[];
  readonly profiles: ReadonlyMap<string, Profile>;
}

export interface RosterPage {
  readonly collaborative: Collaborative;
  /** Null: the day asked for was refused; `form` says why. */
  readonly roster: Roster | null;
  readonly form: FormState;
  readonly isInside: boolean;
  readonly makeup?: MakeupView | null;
}

/** The roster of a day with what changed it: for everyone, or for staff, who are told every reason of an ending. */
export function rosterView(t: Translate, { collaborative, roster, form, isInside, makeup }: RosterPage): RosterView & PageModel {
  const { slug } = collaborative;
  const name = inLocale(collaborative.name, t.locale);
  const day = { type: 'date', narrow: true, required: false } as const;
  return {
    title: t('membership.roster.title', { name }),
    asOf: roster === null ? name : t('roster.asOf', { date: formatDate(t.locale, roster.on) }),
    lead: t(isInside ? 'roster.leadInside' : 'roster.lead'),
    district: slug,
    unlisted: isInside,
    breadcrumbs: isInside
      ? [{ text: t('membership.seatsTitle', { name }), href: membershipPaths.seats({ slug }) }]
      : [{ text: name, href: `/${slug}` }],
    action: isInside ? rosterPaths.inside({ slug }) : rosterPaths.roster({ c: slug }),
    errorSummary: errorSummary(t, form.errors),
    on: fieldView(t, form, 'on', t('roster.on'), day),
    from: fieldView(t, form, 'from', t('roster.from'), { ...day, hint: t('roster.fromHint') }),
    shown: roster === null ? null : shownView(t, slug, roster),
    makeup: makeup ?? null,
    links: roster === null ? [] : linksOf(t, slug, roster),
  };
}

const shownView = (t: Translate, slug: string, { lines, changes, on, from, profiles }: Roster): RosterView['shown'] => ({
  counts: countsText(t, lines),
  cards: [...lines].sort(officersFirst).map((line) => cardOf(t, slug, line, profiles)),
  changesTitle:
    from === null ? t('roster.changes') : t('roster.changesBetween', { from: formatDate(t.locale, from), on: formatDate(t.locale, on) }),
  changes: changes.map((change) => ({ date: formatDate(t.locale, change.on), datetime: change.on, text: changeText(t, change) })),
});

/** "6 members, 2 vacant seats". */
export const countsText = (t: Translate, lines: readonly RosterLine[]): string => {
  const held = lines.filter(({ member }) => member !== null).length;
  const vacant = lines.length - held;
  const members = t('roster.members', { count: held });
  return vacant === 0 ? members : t('roster.counts', { members, vacant: t('roster.vacantSeats', { count: vacant }) });
};

const cardOf = (t: Translate, c: string, { seat, member }: RosterLine, profiles: Roster['profiles']): RosterCard => ({
  profile: profileOf(t, member, profiles),
  name: member?.name ?? null,
  person: member === null ? null : rosterPaths.person({ id: member.personId }),
  office: officeText(t, member),
  seat: {
    text: t('roster.seatText', { seat: seat.code, constituency: t(`common.constituency.${seat.constituency}`) }),
    href: rosterPaths.seat({ c, code: seat.code }),
  },
  until: member === null ? null : t('roster.until', { date: formatDate(t.locale, member.termEndsOn, 'monthYear') }),
  note: noteText(t, { seat, member }),
});

function profileOf(t: Translate, member: Member | null, profiles: Roster['profiles']): ShownProfile | null {
  const profile = member === null ? undefined : profiles.get(member.personId);
  return member === null || profile === undefined ? null : shownProfile(t, profile, member.name);
}

export const officeText = (t: Translate, member: Member | null): string | null =>
  member?.office === null || member === null ? null : t(`common.office.${member.office}`);

/** What is special: held over, on leave (never why), or a seat without a vote. */
export function noteText(t: Translate, { seat, member }: RosterLine): string | null {
  const standing = member === null || member.status === 'active' ? [] : [t(`roster.standing.${member.status}`)];
  const notes = [...standing, ...(seat.isVoting ? [] : [t('membership.nonVoting')])];
  return notes.length === 0 ? null : notes.join('; ');
}

/** One change in words. */
export function changeText(t: Translate, { kind, name, seatCode: seat, office, reason }: RosterChange): string {
  if (kind === 'officeBegan' || kind === 'officeOver')
    return t(`roster.change.${kind}`, { name, office: t(`common.office.${office ?? 'chair'}`) });
  if (kind !== 'left') return t(`roster.change.${kind}`, { name, seat });
  if (reason === null) return t('roster.change.left', { name, seat });
  return t('roster.change.leftFor', { name, seat, reason: t(`membership.endReason.${reason}`) });
}

const linksOf = (t: Translate, slug: string, { on }: Roster): Link[] =>
  (['pdf', 'csv', 'json'] as const).map((kind) => ({
    text: t(`roster.files.${kind}`),
    href: withQuery(rosterPaths[kind]({ c: slug }), { on, lang: kind === 'json' ? undefined : t.locale }),
  }));

const offices: readonly unknown[] = ['chair', 'vice_chair', 'secretary'];

const rankOf = ({ member }: RosterLine): number => {
  if (member === null) return offices.length + 1;
  return member.office === null ? offices.length : offices.indexOf(member.office);
};

const officersFirst = (a: RosterLine, b: RosterLine): number => rankOf(a) - rankOf(b);

/** The day a file is named for. */
export const fileName = (slug: string, on: CalendarDate, kind: string): string => `roster-${slug}-${on}.${kind}`;
