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
import { endReasons, membershipMachine, type Membership } from './membership';
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
}

/** One membership for staff: dates, offices, history, and the form that ends it. */
export function membershipView(t: Translate, shown: Shown): MembershipView {
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
    rows: rowsOf(t, membership, shown.offices),
    form: mayEnd ? endForm(t, membership, form) : null,
    history: timelineView(t, shown.events),
  };
}

function rowsOf(t: Translate, membership: Membership, offices: readonly Office[]): MembershipView['rows'] {
  const { startedOn, endedOn, endReason } = membership;
  const rows: [string, string][] = [
    [t('membership.statusColumn'), t(`membership.status.${membership.status}`)],
    [t('membership.term'), termText(t, membership)],
    [t('membership.show.stub'), membership.isStub ? t('membership.show.stubYes') : t('membership.show.stubNo')],
    [t('membership.show.began'), startedOn === null ? t('membership.show.notBegun') : formatDate(t.locale, startedOn)],
  ];
  if (endedOn !== null) rows.push([t('membership.show.lastDay'), formatDate(t.locale, endedOn)]);
  if (endReason !== null) rows.push([t('membership.reason'), t(`membership.endReason.${endReason}`)]);
  for (const office of offices) rows.push([t('membership.offices.column'), officeText(t, office)]);
  return rows.map(([label, value]) => ({ label, value, href: null, change: null }));
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
