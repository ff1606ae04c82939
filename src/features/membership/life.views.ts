import { formatDate } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import { dateOf, type Instant } from '../../lib/time';
import { choiceView, errorSummary, fieldView, type ErrorSummary, type FieldView, type FormState } from '../../web/form-view';
import type { PageModel } from '../../web/render';
import { formPage, type WordPageView } from '../accounts';
import type { Collaborative } from '../collaboratives';
import type { Leave } from './leave';
import type { Membership } from './membership';
import { membershipPaths } from './membership.paths';
import { leaveText } from './membership.views';
import type { SeatWithHolder } from './seat';

interface LeaveLine {
  readonly days: string;
  readonly reason: string;
  readonly end: { readonly action: string; readonly lastDay: FieldView } | null;
}

export interface LeaveView {
  readonly title: string;
  readonly kicker: string;
  readonly errorSummary: ErrorSummary | null;
  readonly district: string;
  readonly unlisted: boolean;
  readonly breadcrumbs: readonly { readonly text: string; readonly href: string }[];
  readonly leaves: readonly LeaveLine[];
  readonly form: { readonly action: string; readonly from: FieldView; readonly until: FieldView; readonly reason: FieldView } | null;
}

declare module '../../web/render' {
  interface Views {
    'membership/leave': LeaveView;
  }
}

/** Whose membership a page is about. */
export interface Shown {
  readonly membership: Membership;
  readonly name: string;
  readonly collaborative: Collaborative;
  readonly form: FormState;
}

/** Every leave of a membership for staff, with the form that puts down another. */
export function leaveView(t: Translate, shown: Shown, leaves: readonly Leave[], given: { now: Instant; mayChange: boolean }): LeaveView {
  const { membership, name, form } = shown;
  const today = dateOf(given.now);
  const mayTake = given.mayChange && ['active', 'on_leave', 'holdover'].includes(membership.status);
  const day = { type: 'date', narrow: true } as const;
  return {
    title: t('membership.leave.title', { name }),
    errorSummary: errorSummary(t, form.errors),
    ...around(t, shown),
    leaves: leaves.map((leave) => leaveLine(t, form, leave, mayTake && (leave.endsOn === null || leave.endsOn >= today))),
    form: mayTake
      ? {
          action: membershipPaths.leave({ id: membership.id }),
          from: fieldView(t, form, 'starts_on', t('membership.leave.from'), day),
          until: fieldView(t, form, 'ends_on', t('membership.leave.until'), {
            ...day,
            required: false,
            hint: t('membership.leave.untilHint'),
          }),
          reason: fieldView(t, form, 'reason', t('membership.leave.reason'), { type: 'textarea', rows: 3, required: false }),
        }
      : null,
  };
}

function leaveLine(t: Translate, form: FormState, leave: Leave, mayEnd: boolean): LeaveLine {
  const name = `last_day_${leave.id}`;
  const label = t('membership.leave.lastDay');
  const options = { type: 'date', narrow: true, hint: t('membership.leave.backHint') } as const;
  return {
    days: leaveText(t, leave),
    reason: leave.reason,
    end: mayEnd
      ? {
          action: membershipPaths.leaveEnd({ id: leave.membershipId, leave: leave.id }),
          lastDay: fieldView(t, form, name, label, options),
        }
      : null,
  };
}

const around = (t: Translate, { membership, name, collaborative }: Shown) => {
  const body = inLocale(collaborative.name, t.locale);
  return {
    kicker: `${body} · ${membership.seatCode}`,
    district: collaborative.slug,
    unlisted: true,
    breadcrumbs: [
      { text: t('membership.seatsTitle', { name: body }), href: membershipPaths.seats({ slug: collaborative.slug }) },
      { text: t('membership.show.title', { name }), href: membershipPaths.membership({ id: membership.id }) },
    ],
  };
};

interface Served {
  readonly served: number;
  readonly limit: number;
}

/** The form that gives a further term; without a form's fields once the limit is reached. */
export function nextTermView(t: Translate, shown: Shown, served: Served): ReturnType<typeof formPage> {
  const { membership, name, form } = shown;
  const isFull = served.served >= served.limit;
  const day = { type: 'date', narrow: true } as const;
  return formPage(t, form, {
    ...around(t, shown),
    title: t('membership.next.title', { name }),
    lead: [isFull ? t('membership.next.atLimit', { ...served }) : t('membership.next.lead', { ...served })],
    action: membershipPaths.next({ id: membership.id }),
    fields: [
      fieldView(t, form, 'starts_on', t('membership.next.from'), day),
      fieldView(t, form, 'ends_on', t('membership.next.until'), day),
    ],
    submit: t('membership.next.button'),
  });
}

/** The form that moves a member to a free seat of the same collaborative. */
export function moveView(t: Translate, shown: Shown, seats: readonly SeatWithHolder[]): ReturnType<typeof formPage> {
  const { membership, name, form } = shown;
  const free = seats.filter(({ status }) => status === 'vacant');
  const day = { type: 'date', narrow: true } as const;
  const named = free.map((seat) => [seat.id, `${seat.code} · ${t(`common.constituency.${seat.constituency}`)}`] as const);
  return formPage(t, form, {
    ...around(t, shown),
    title: t('membership.move.title', { name }),
    lead: [free.length === 0 ? t('membership.move.noSeat') : t('membership.move.lead')],
    action: membershipPaths.move({ id: membership.id }),
    hidden: [{ name: 'version', value: String(membership.version) }],
    selects: [choiceView(t, form, 'seat', t('membership.move.seat'), named)],
    fields: [fieldView(t, form, 'on', t('membership.move.on'), day), fieldView(t, form, 'ends_on', t('membership.move.until'), day)],
    submit: t('membership.move.button'),
  });
}

/** The page on which a member leaves a seat of their own. */
export function resignView(t: Translate, { membership, collaborative, form }: Omit<Shown, 'name'>): ReturnType<typeof formPage> {
  const seat = t('membership.resign.seatText', {
    collaborative: inLocale(collaborative.name, t.locale),
    seat: membership.seatCode,
    date: formatDate(t.locale, membership.termEndsOn),
  });
  return formPage(t, form, {
    title: t('membership.resign.title'),
    district: collaborative.slug,
    lead: [seat, t('membership.resign.lead')],
    action: membershipPaths.resign({ id: membership.id }),
    hidden: [{ name: 'version', value: String(membership.version) }],
    fields: [
      fieldView(t, form, 'last_day', t('membership.resign.lastDay'), { type: 'date', narrow: true }),
      fieldView(t, form, 'words', t('membership.resign.words'), {
        type: 'textarea',
        rows: 3,
        required: false,
        hint: t('membership.resign.wordsHint'),
      }),
    ],
    choices: [choiceView(t, form, 'sure', t('membership.resign.button'), [['yes', t('membership.resign.sure')]], { kind: 'checkbox' })],
    submit: t('membership.resign.button'),
  });
}

interface Own {
  readonly membership: Membership;
  readonly collaborative: Collaborative;
}

/** What can be left: a link for each seat, the last day where one is set, or that there is none. */
export function resignListView(t: Translate, own: readonly Own[]): WordPageView & PageModel {
  const set = own.flatMap(({ membership: { endedOn } }) => (endedOn === null ? [] : [formatDate(t.locale, endedOn)]));
  const open = own.filter(({ membership }) => membership.endedOn === null);
  const lead = set.map((date) => t('membership.resign.planned', { date }));
  return {
    title: t('membership.resign.title'),
    lead: own.length === 0 ? [t('membership.resign.none')] : lead,
    links: open.map(({ membership, collaborative }) => ({
      href: membershipPaths.resign({ id: membership.id }),
      text: t('membership.resign.seatText', {
        collaborative: inLocale(collaborative.name, t.locale),
        seat: membership.seatCode,
        date: formatDate(t.locale, membership.termEndsOn),
      }),
    })),
    unlisted: true,
  };
}
