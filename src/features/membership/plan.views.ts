import { formatDate } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import type { StoredEvent } from '../../history/events.queries';
import { timelineView, type TimelineEntry } from '../../history/timeline.views';
import { inLocale } from '../../lib/local-text';
import type { CalendarDate } from '../../lib/time';
import { choiceView, fieldView, type FieldView, type FormState } from '../../web/form-view';
import { formPage } from '../accounts';
import type { Collaborative } from '../collaboratives';
import { membershipPaths } from './membership.paths';
import { constituencies, termByRule, type Seat } from './seat';
import { termText } from './seats.views';

interface PlanLine {
  readonly code: string;
  readonly href: string | null;
  readonly label: string;
  readonly constituency: string;
  readonly vote: string;
  readonly takes: string;
  readonly years: string;
  readonly limit: string;
  readonly running: string;
  readonly requirements: string;
  readonly note: string | null;
}

export interface PlanView {
  readonly title: string;
  readonly district: string;
  readonly width: 'wide';
  readonly unlisted: boolean;
  readonly breadcrumbs: readonly { readonly text: string; readonly href: string }[];
  readonly add: { readonly href: string; readonly text: string } | null;
  readonly seats: readonly PlanLine[];
}

declare module '../../web/render' {
  interface Views {
    'membership/plan': PlanView;
    'membership/seat': ReturnType<typeof formPage> & { readonly history: readonly TimelineEntry[] };
  }
}

interface Where {
  readonly collaborative: Collaborative;
  readonly today: CalendarDate;
  readonly mayChange: boolean;
}

/** Every seat of a collaborative with its rules, for staff and for print. */
export function planView(t: Translate, seats: readonly Seat[], { collaborative, today, mayChange }: Where): PlanView {
  const { slug } = collaborative;
  return {
    title: t('membership.plan.title', { name: inLocale(collaborative.name, t.locale) }),
    district: slug,
    width: 'wide',
    unlisted: true,
    breadcrumbs: trail(t, collaborative).slice(0, 2),
    add: mayChange ? { href: membershipPaths.newSeat({ slug }), text: t('membership.plan.add') } : null,
    seats: seats.map((seat) => planLine(t, seat, { collaborative, today, mayChange })),
  };
}

function planLine(t: Translate, seat: Seat, { today, mayChange }: Where): PlanLine {
  const { code } = seat;
  return {
    code,
    href: mayChange ? membershipPaths.seat({ id: seat.id }) : null,
    label: t('membership.plan.edit', { code }),
    constituency: t(`common.constituency.${seat.constituency}`),
    vote: seat.isVoting ? t('membership.voting') : t('membership.nonVoting'),
    takes: seat.takesApplications ? t('membership.plan.yes') : t('membership.plan.no'),
    years: yearsText(t, seat),
    limit: seat.termLimit === null ? t('membership.plan.usualLimit') : String(seat.termLimit),
    running: runningText(t, seat, today),
    requirements: inLocale(seat.requirements, t.locale),
    note: noteOf(t, seat, today),
  };
}

const yearsText = (t: Translate, { termYears, firstTermYears }: Seat): string => {
  const usual = t('membership.plan.yearsText', { count: termYears });
  return firstTermYears === null || firstTermYears === termYears
    ? usual
    : `${usual} (${t('membership.plan.firstText', { count: firstTermYears })})`;
};

function runningText(t: Translate, seat: Seat, today: CalendarDate): string {
  const { startsOn, endsOn } = termByRule(seat, today);
  return termText(t, { termStartsOn: startsOn, termEndsOn: endsOn });
}

function noteOf(t: Translate, { startsOn, endsOn }: Seat, today: CalendarDate): string | null {
  if (endsOn !== null && endsOn < today) return t('membership.plan.over', { date: formatDate(t.locale, endsOn, 'shortDate') });
  return startsOn > today ? t('membership.plan.toCome', { date: formatDate(t.locale, startsOn, 'shortDate') }) : null;
}

const trail = (t: Translate, { slug, name }: Collaborative) => [
  { text: t('layout.navigation.staff'), href: '/staff' },
  { text: t('membership.seatsTitle', { name: inLocale(name, t.locale) }), href: membershipPaths.seats({ slug }) },
  { text: t('membership.plan.link'), href: membershipPaths.plan({ slug }) },
];

interface Edited {
  readonly collaborative: Collaborative;
  /** null: a new one. */
  readonly seat: Seat | null;
  readonly wasHeld: boolean;
  readonly form: FormState;
  readonly events: readonly (StoredEvent & { readonly actorName: string | null })[];
}

/** The form of a seat, with its history. */
export function seatView(t: Translate, { collaborative, seat, wasHeld, form, events }: Edited) {
  const names = constituencies.map((name) => [name, t(`common.constituency.${name}`)] as const);
  const yesNo = (['yes', 'no'] as const).map((answer) => [answer, t(`membership.plan.${answer}`)] as const);
  const page = formPage(t, form, {
    title: seat === null ? t('membership.plan.addTitle') : t('membership.plan.editTitle', { code: seat.code }),
    district: collaborative.slug,
    breadcrumbs: trail(t, collaborative),
    lead: wasHeld ? [t('membership.plan.fixed')] : [],
    action: seat === null ? membershipPaths.newSeat({ slug: collaborative.slug }) : membershipPaths.seat({ id: seat.id }),
    hidden: [{ name: 'version', value: String(seat?.version ?? 0) }],
    fields: fieldsOf(t, form, collaborative),
    selects: [choiceView(t, form, 'constituency', t('membership.constituencyColumn'), names)],
    choices: [
      choiceView(t, form, 'votes', t('membership.plan.votes'), yesNo),
      choiceView(t, form, 'takes_applications', t('membership.plan.takes'), yesNo, { hint: t('membership.plan.takesHint') }),
    ],
    submit: t('membership.plan.save'),
  });
  return { ...page, history: timelineView(t, events) };
}

function fieldsOf(t: Translate, form: FormState, { settings }: Collaborative): FieldView[] {
  const day = { type: 'date', narrow: true } as const;
  const number = { inputmode: 'numeric', narrow: true } as const;
  const may = { required: false } as const;
  const text = { type: 'textarea', rows: 2, required: false } as const;
  return [
    fieldView(t, form, 'code', t('membership.plan.code'), { narrow: true, hint: t('membership.plan.codeHint') }),
    fieldView(t, form, 'starts_on', t('membership.plan.startsOn'), day),
    fieldView(t, form, 'ends_on', t('membership.plan.endsOn'), { ...day, ...may, hint: t('membership.plan.endsHint') }),
    fieldView(t, form, 'term_years', t('membership.plan.years'), number),
    fieldView(t, form, 'seeds_on', t('membership.plan.seedsOn'), { ...day, ...may, hint: t('membership.plan.seedsHint') }),
    fieldView(t, form, 'first_term_years', t('membership.plan.firstYears'), { ...number, ...may, hint: t('membership.plan.firstHint') }),
    fieldView(t, form, 'term_limit', t('membership.plan.limit'), {
      ...number,
      ...may,
      hint: t('membership.plan.limitHint', { limit: settings.termLimit }),
    }),
    fieldView(t, form, 'requirements_en', t('membership.plan.requirementsEn'), text),
    fieldView(t, form, 'requirements_es', t('membership.plan.requirementsEs'), text),
  ];
}
