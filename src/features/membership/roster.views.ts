import { formatDate } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import type { CalendarDate } from '../../lib/time';
import { fieldView, type FieldView, type FormState } from '../../web/form-view';
import type { Collaborative } from '../collaboratives';
import type { Member } from './membership';
import type { RosterChange } from './roster.queries';

/** One line of a public roster: name, seat, until when, and what is special. */
export interface RosterLine {
  readonly name: string;
  readonly office: string | null;
  readonly constituency: string;
  readonly until: string;
  readonly note: string | null;
}

export interface RosterPage {
  readonly title: string;
  readonly asOf: string;
  readonly district: string;
  readonly breadcrumbs: readonly { readonly text: string; readonly href: string }[];
  readonly action: string;
  readonly on: FieldView;
  readonly members: readonly RosterLine[];
  readonly changes: readonly { readonly date: string; readonly datetime: string; readonly text: string }[];
}

declare module '../../web/render' {
  interface Views {
    'membership/roster': RosterPage;
  }
}

interface Shown {
  readonly collaborative: Collaborative;
  readonly members: readonly Member[];
  readonly changes: readonly RosterChange[];
  readonly date: CalendarDate;
  readonly form: FormState;
}

/** The public roster as lines; officers first, then by seat. */
export const rosterView = (t: Translate, members: readonly Member[]): RosterLine[] =>
  [...members].sort(officersFirst).map((member) => ({
    name: member.name,
    office: member.office === null ? null : t(`common.office.${member.office}`),
    constituency: t(`common.constituency.${member.constituency}`),
    until: t('membership.roster.until', { date: formatDate(t.locale, member.termEndsOn, 'monthYear') }),
    note: noteOf(t, member),
  }));

/** The roster as of a date with the reasons of its changes. */
export function rosterPage(t: Translate, { collaborative, members, changes, date, form }: Shown): RosterPage {
  const name = inLocale(collaborative.name, t.locale);
  return {
    title: t('membership.roster.title', { name }),
    asOf: t('membership.roster.asOf', { date: formatDate(t.locale, date) }),
    district: collaborative.slug,
    breadcrumbs: [{ text: name, href: `/${collaborative.slug}` }],
    action: `/${collaborative.slug}/roster`,
    on: fieldView(t, form, 'on', t('membership.roster.on'), { type: 'date', narrow: true }),
    members: rosterView(t, members),
    changes: changes.map((change) => ({
      date: formatDate(t.locale, change.on),
      datetime: change.on,
      text: changeText(t, change),
    })),
  };
}

function noteOf(t: Translate, { status, isVoting }: Member): string | null {
  if (status === 'holdover') return t('membership.roster.heldOver');
  if (status === 'on_leave') return t('membership.status.on_leave');
  return isVoting ? null : t('membership.nonVoting');
}

function changeText(t: Translate, { kind, name, seatCode, reason }: RosterChange): string {
  if (kind === 'joined') return t('membership.roster.joined', { name, seat: seatCode });
  return t('membership.roster.left', { name, seat: seatCode, reason: t(`membership.endReason.${reason ?? 'term_completed'}`) });
}

const offices: readonly unknown[] = ['chair', 'vice_chair', 'secretary'];

const rankOf = ({ office }: Member): number => (office === null ? offices.length : offices.indexOf(office));

const officersFirst = (a: Member, b: Member): number => rankOf(a) - rankOf(b) || a.seatCode.localeCompare(b.seatCode, 'en');
