import { formatDate } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import type { StoredEvent } from '../../history/events.queries';
import { timelineView, type TimelineEntry } from '../../history/timeline.views';
import { inLocale } from '../../lib/local-text';
import {
  choiceView,
  errorSummary,
  fieldView,
  type ChoiceView,
  type ErrorSummary,
  type FieldView,
  type FormState,
} from '../../web/form-view';
import type { Collaborative } from '../collaboratives';
import type { CalendarDate } from '../../lib/time';
import type { Leave } from './leave';
import { endReasons, mayTakeBackEnding, membershipMachine, type Membership } from './membership';
import { membershipPaths } from './membership.paths';
import type { Office } from './office';
import { termText } from './seats.views';

export interface MembershipView {
  readonly title: string;
  readonly kicker: string;
  readonly errorSummary: ErrorSummary | null;
  readonly district: string;
  readonly width: 'wide';
  readonly unlisted: boolean;
  readonly breadcrumbs: readonly { readonly text: string; readonly href: string }[];
  readonly rows: readonly { readonly label: string; readonly value: string; readonly href: null; readonly change: null }[];
  readonly form: {
    readonly action: string;
    readonly planned: string | null;
    readonly reason: ChoiceView;
    readonly lastDay: FieldView;
    readonly version: string;
  } | null;
  /** The button that takes back an ending still to come. */
  readonly takeBack: { readonly action: string; readonly version: string; readonly hint: string } | null;
  readonly links: readonly { readonly href: string; readonly text: string }[];
  readonly history: readonly TimelineEntry[];
}

declare module '../../web/render' {
  interface Views {
    'membership/show': MembershipView;
  }
}

interface Shown {
  readonly membership: Membership;
  readonly name: string;
  readonly collaborative: Collaborative;
  readonly offices: readonly Office[];
  readonly events: readonly (StoredEvent & { readonly actorName: string | null })[];
  readonly mayChange: boolean;
  readonly form: FormState;
  readonly leaves: readonly Leave[];
  /** What a member who resigned told the staff. */
  readonly words: string;
}

/** One membership for staff: dates, offices, history, and the form that ends it. */
export function membershipView(t: Translate, shown: Shown, today: CalendarDate): MembershipView {
  const { membership, name, collaborative, form } = shown;
  const { slug } = collaborative;
  const mayEnd = shown.mayChange && membershipMachine.can(membership.status, 'end');
  return {
    title: t('membership.show.title', { name }),
    kicker: `${inLocale(collaborative.name, t.locale)} · ${membership.seatCode}`,
    errorSummary: errorSummary(t, form.errors),
    district: slug,
    width: 'wide',
    unlisted: true,
    breadcrumbs: [
      { text: t('layout.navigation.staff'), href: '/staff' },
      { text: t('membership.seatsTitle', { name: inLocale(collaborative.name, t.locale) }), href: membershipPaths.seats({ slug }) },
    ],
    rows: rowsOf(t, shown),
    takeBack: shown.mayChange && mayTakeBackEnding(membership, today) ? takeBackForm(t, membership, name) : null,
    links: linksOf(t, shown),
    form: mayEnd ? endForm(t, membership, form) : null,
    history: timelineView(t, shown.events),
  };
}

function rowsOf(t: Translate, { membership, offices, leaves, words }: Shown): MembershipView['rows'] {
  const { startedOn } = membership;
  const rows: [string, string][] = [
    [t('membership.statusColumn'), t(`membership.status.${membership.status}`)],
    [t('membership.term'), termText(t, membership)],
    [t('membership.show.stub'), membership.isStub ? t('membership.show.stubYes') : t('membership.show.stubNo')],
    [t('membership.show.began'), startedOn === null ? t('membership.show.notBegun') : formatDate(t.locale, startedOn)],
  ];
  if (membership.followsId !== null) rows.push([t('membership.show.follows'), t('membership.show.followsYes')]);
  rows.push(...endRows(t, membership, words));
  for (const leave of leaves) rows.push([t('membership.leave.link'), leaveText(t, leave)]);
  for (const office of offices) rows.push([t('membership.offices.column'), officeText(t, office)]);
  return rows.map(([label, value]) => ({ label, value, href: null, change: null }));
}

/** How and when it ends, and what a member who resigned told the staff. */
function endRows(t: Translate, { endedOn, endReason }: Membership, words: string): [string, string][] {
  const rows: [string, string][] = [];
  if (endedOn !== null) rows.push([t('membership.show.lastDay'), formatDate(t.locale, endedOn)]);
  if (endReason !== null) rows.push([t('membership.reason'), t(`membership.endReason.${endReason}`)]);
  if (words !== '') rows.push([t('membership.resign.wordsTitle'), words]);
  return rows;
}

/** The days of a leave. */
export const leaveText = (t: Translate, { startsOn, endsOn }: Pick<Leave, 'startsOn' | 'endsOn'>): string => {
  const from = formatDate(t.locale, startsOn);
  return endsOn === null ? t('membership.leave.since', { from }) : t('membership.leave.range', { from, to: formatDate(t.locale, endsOn) });
};

const takeBackForm = (t: Translate, { id, version }: Membership, name: string): MembershipView['takeBack'] => ({
  action: membershipPaths.takenBack({ id }),
  version: String(version),
  hint: t('membership.show.takeBackHint', { name }),
});

/** What else can be put down about a member who sits. */
function linksOf(t: Translate, { membership, mayChange }: Shown): MembershipView['links'] {
  const { id, status, endedOn } = membership;
  if (!mayChange || status === 'pending' || status === 'ended') return [];
  const leave = { href: membershipPaths.leave({ id }), text: t('membership.leave.link') };
  if (endedOn !== null) return [leave];
  return [
    leave,
    { href: membershipPaths.next({ id }), text: t('membership.next.link') },
    { href: membershipPaths.move({ id }), text: t('membership.move.link') },
  ];
}

function officeText(t: Translate, { office, startsOn, endsOn }: Office): string {
  const words = { office: t(`common.office.${office}`), date: formatDate(t.locale, startsOn, 'shortDate') };
  if (endsOn === null) return t('membership.show.officeSince', words);
  return t('membership.show.officeUntil', { ...words, until: formatDate(t.locale, endsOn, 'shortDate') });
}

function endForm(t: Translate, membership: Membership, form: FormState): MembershipView['form'] {
  const reasons = endReasons.map((reason) => [reason, t(`membership.endReason.${reason}`)] as const);
  const { endedOn } = membership;
  return {
    action: membershipPaths.ending({ id: membership.id }),
    planned: endedOn === null ? null : t('membership.show.planned', { date: formatDate(t.locale, endedOn) }),
    reason: choiceView(t, form, 'reason', t('membership.reason'), reasons),
    lastDay: fieldView(t, form, 'last_day', t('membership.show.lastDayLabel'), { type: 'date', narrow: true }),
    version: String(membership.version),
  };
}
