import { formatDate } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import { collaborativePaths, type Collaborative } from '../collaboratives';
import type { Member } from './membership';
import { votingMembers } from './membership';
import { membershipPaths } from './membership.paths';
import type { SeatStatus, SeatWithHolder } from './seat';

interface Tag {
  readonly text: string;
  readonly tone: 'neutral' | 'info' | 'success' | 'warning' | 'danger';
}

interface SeatLine {
  readonly code: string;
  readonly constituency: string;
  readonly vote: string;
  readonly tag: Tag;
  readonly holder: string | null;
  readonly nobody: string;
  readonly term: string | null;
  readonly notes: readonly string[];
  readonly open: { readonly href: string; readonly label: string } | null;
}

export interface SeatsView {
  readonly title: string;
  readonly lead: string;
  readonly district: string;
  readonly width: 'wide';
  readonly unlisted: boolean;
  readonly breadcrumbs: readonly { readonly text: string; readonly href: string }[];
  readonly stats: readonly { readonly number: string; readonly label: string }[];
  readonly quorumNote: string;
  readonly officesLink: { readonly href: string; readonly text: string };
  readonly planLink: { readonly href: string; readonly text: string };
  readonly forecastLink: { readonly href: string; readonly text: string };
  readonly settingsLink: { readonly href: string; readonly text: string };
  /** Null for approvers, for whom it is not there. */
  readonly peopleLink: { readonly href: string; readonly text: string } | null;
  readonly rosterLink: { readonly href: string; readonly text: string };
  readonly seats: readonly SeatLine[];
}

declare module '../../web/render' {
  interface Views {
    'membership/seats': SeatsView;
  }
}

export const seatTone: Readonly<Record<SeatStatus, Tag['tone']>> = {
  filled: 'success',
  ending: 'info',
  holdover: 'warning',
  held: 'info',
  vacant: 'danger',
};

/** The seat plan for staff: vacancies first, with holder, term and what is under way. */
export function seatsView(
  t: Translate,
  collaborative: Collaborative,
  { seats, members, mayChange }: { seats: readonly SeatWithHolder[]; members: readonly Member[]; mayChange: boolean },
): SeatsView {
  const { slug, settings } = collaborative;
  const count = (...statuses: SeatStatus[]) => String(seats.filter(({ status }) => statuses.includes(status)).length);
  const name = inLocale(collaborative.name, t.locale);
  return {
    title: t('membership.seatsTitle', { name }),
    lead: t('membership.seatsLead'),
    district: slug,
    width: 'wide',
    unlisted: true,
    breadcrumbs: [{ text: t('layout.navigation.staff'), href: '/staff' }],
    stats: [
      { number: count('vacant'), label: t('membership.counts.vacant') },
      { number: count('filled', 'ending', 'holdover'), label: t('membership.counts.filled') },
      { number: count('ending'), label: t('membership.counts.ending') },
      { number: String(votingMembers(members, settings.holdoverVotes).length), label: t('membership.counts.voting') },
    ],
    quorumNote: settings.holdoverVotes ? t('membership.quorumNoteHoldover') : t('membership.quorumNote'),
    officesLink: { href: membershipPaths.offices({ slug }), text: t('membership.offices.link') },
    forecastLink: { href: membershipPaths.forecast({ slug }), text: t('vacancies.forecast.link') },
    settingsLink: { href: collaborativePaths.settings({ slug }), text: t('membership.settingsLink') },
    planLink: { href: membershipPaths.plan({ slug }), text: t('membership.plan.link') },
    peopleLink: mayChange ? { href: membershipPaths.people({ slug }), text: t('people.body.link') } : null,
    rosterLink: { href: membershipPaths.rosterInside({ slug }), text: t('membership.roster.title', { name }) },
    seats: seats.map((seat) => seatLine(t, seat)),
  };
}

function seatLine(t: Translate, seat: SeatWithHolder): SeatLine {
  const { holder, successor } = seat;
  const sitting = holder ?? null;
  const person = sitting ?? successor;
  return {
    code: seat.code,
    constituency: t(`common.constituency.${seat.constituency}`),
    vote: seat.isVoting ? t('membership.voting') : t('membership.nonVoting'),
    tag: { text: t(`membership.seatStatus.${seat.status}`), tone: seatTone[seat.status] },
    holder: sitting?.name ?? null,
    nobody: t('membership.nobody'),
    term: sitting === null ? null : termText(t, sitting),
    notes: notesOf(t, seat),
    open:
      person === null
        ? null
        : { href: membershipPaths.membership({ id: person.membershipId }), label: t('membership.openMember', { name: person.name }) },
  };
}

function notesOf(t: Translate, { holder, successor, isOffered }: SeatWithHolder): string[] {
  const notes = holder?.status === 'on_leave' ? [t('membership.status.on_leave')] : [];
  if (holder?.leaving != null) {
    const { on, reason } = holder.leaving;
    notes.push(t('membership.leavesOn', { date: formatDate(t.locale, on, 'shortDate'), reason: t(`membership.endReason.${reason}`) }));
  }
  if (successor !== null)
    notes.push(t('membership.successor', { name: successor.name, date: formatDate(t.locale, successor.termStartsOn, 'shortDate') }));
  if (isOffered) notes.push(t('membership.offered'));
  return notes;
}

export const termText = (t: Translate, term: { readonly termStartsOn: string; readonly termEndsOn: string }): string =>
  t('membership.termRange', {
    from: formatDate(t.locale, term.termStartsOn, 'shortDate'),
    to: formatDate(t.locale, term.termEndsOn, 'shortDate'),
  });
