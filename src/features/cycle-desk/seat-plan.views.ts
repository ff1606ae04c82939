import { formatDate, formatShortMoment } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
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
import type { Cycle } from '../cycles';
import { cycleDeskPaths } from './cycle-desk.paths';
import { isFixed, seenOf, toChooseFrom, whyNot, type PlannedSeat } from './seat-plan';

interface SeatPlanView {
  readonly title: string;
  readonly district: string;
  readonly back: string;
  readonly lede: string;
  /** By constituency. */
  readonly totals: readonly string[];
  readonly fixed: readonly string[];
  readonly form: { readonly action: string; readonly seen: string; readonly seats: ChoiceView; readonly reason: FieldView } | null;
  /** Why nothing can change now. */
  readonly closed: string | null;
  readonly others: readonly { readonly label: string; readonly value: string }[];
  readonly errorSummary: ErrorSummary | null;
}

declare module '../../web/render' {
  interface Views {
    'cycle-desk/seats': SeatPlanView;
  }
}

interface SeatPlanParts {
  readonly cycle: Cycle;
  readonly collaborative: Collaborative;
  readonly seats: readonly PlannedSeat[];
  readonly mayChange: boolean;
  readonly isOpen: boolean;
  readonly form: FormState;
}

/** The seats of a collaborative in a cycle: on offer, to choose, and not on offer with the reason. */
export function seatPlanView(t: Translate, parts: SeatPlanParts): SeatPlanView {
  const { cycle, collaborative, seats, isOpen } = parts;
  const offered = seats.filter((seat) => seat.isOffered);
  const area = inLocale(collaborative.area, t.locale);
  const inForm = parts.mayChange && isOpen ? toChooseFrom(seats) : [];
  const others = seats.filter((seat) => !seat.isOffered && !inForm.includes(seat));
  return {
    title: t('cycleDesk.seats.title', { area, cycle: inLocale(cycle.name, t.locale) }),
    district: collaborative.slug,
    back: cycleDeskPaths.show({ code: cycle.code }),
    lede: t('cycleDesk.seats.lede', { count: offered.length, date: formatDate(t.locale, cycle.termStartsOn) }),
    totals: totalsOf(t, offered),
    fixed: offered.filter((seat) => !inForm.includes(seat)).map((seat) => fixedText(t, seat)),
    form: inForm.length === 0 ? null : formOf(t, parts, inForm),
    closed: isOpen ? null : t('cycleDesk.errors.seatsReleased'),
    others: others.map((seat) => ({ label: nameOf(t, seat), value: whyText(t, seat) })),
    errorSummary: errorSummary(t, parts.form.errors),
  };
}

function formOf(t: Translate, { cycle, collaborative, seats, form }: SeatPlanParts, inForm: readonly PlannedSeat[]): SeatPlanView['form'] {
  const raw = 'seen' in form.raw ? form.raw : { seats: inForm.filter((seat) => seat.isOffered).map((seat) => seat.id) };
  const options = inForm.map((seat): readonly [string, string, string] => [
    seat.id,
    nameOf(t, seat),
    seat.isOffered ? '' : whyText(t, seat),
  ]);
  return {
    action: cycleDeskPaths.seats({ code: cycle.code, slug: collaborative.slug }),
    seen: seenOf(seats),
    seats: choiceView(t, { ...form, raw }, 'seats', t('cycleDesk.seats.choose'), options, {
      kind: 'checkbox',
      hint: t('cycleDesk.seats.hint'),
      required: true,
    }),
    reason: fieldView(t, form, 'reason', t('cycleDesk.reason'), { hint: t('cycleDesk.seats.reasonHint') }),
  };
}

function totalsOf(t: Translate, offered: readonly PlannedSeat[]): string[] {
  const names = [...new Set(offered.map((seat) => seat.constituency))];
  return names.map((constituency) =>
    t('cycles.show.seatCount', {
      constituency: t(`common.constituency.${constituency}`),
      count: offered.filter((seat) => seat.constituency === constituency).length,
    }),
  );
}

const nameOf = (t: Translate, { code, constituency }: PlannedSeat): string =>
  t('cycleDesk.seats.name', { code, constituency: t(`common.constituency.${constituency}`) });

function fixedText(t: Translate, seat: PlannedSeat): string {
  if (!isFixed(seat)) return nameOf(t, seat);
  return t(seat.hasOffer ? 'cycleDesk.seats.hasOffer' : 'cycleDesk.seats.isPlaced', { seat: nameOf(t, seat) });
}

function whyText(t: Translate, seat: PlannedSeat): string {
  const why = whyNot(seat);
  if (why === 'held' && seat.holder !== null)
    return t('cycleDesk.seats.why.held', { name: seat.holder.name, date: formatDate(t.locale, seat.holder.until) });
  if (why === 'elsewhere') return t('cycleDesk.seats.why.elsewhere', { code: seat.elsewhere ?? '' });
  if (why === 'keptBack' && seat.keptBack !== null) {
    const { words, by, at } = seat.keptBack;
    return t('cycleDesk.seats.why.keptBack', { words, by, at: formatShortMoment(t, at) });
  }
  return t(why === 'takesNone' ? 'cycleDesk.seats.why.takesNone' : 'cycleDesk.seats.why.notYet');
}
