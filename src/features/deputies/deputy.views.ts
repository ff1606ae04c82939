import { formatDate } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { inLocale, type LocalText } from '../../lib/local-text';
import type { CalendarDate } from '../../lib/time';
import { choiceView, errorSummary, fieldView, type ChoiceView, type FieldView, type FormState } from '../../web/form-view';
import type { PageModel } from '../../web/render';
import { isOpenOn, stateOn, type DeputyState } from './deputy';
import { deputyPaths } from './deputy.paths';
import type { NamedDeputy } from './deputy.queries';

interface Line {
  readonly text: string;
  readonly days: string;
  readonly tag: { readonly text: string; readonly tone: 'neutral' | 'info' | 'success' };
  readonly end: { readonly action: string; readonly label: string } | null;
}

interface DeputiesView {
  readonly lead: string;
  readonly parts: readonly { readonly id: string; readonly title: string; readonly empty: string; readonly lines: readonly Line[] }[];
  readonly form: { readonly action: string; readonly selects: readonly ChoiceView[]; readonly fields: readonly FieldView[] } | null;
  readonly noForm: string | null;
}

declare module '../../web/render' {
  interface Views {
    'deputies/show': DeputiesView;
  }
}

type Counted = NamedDeputy & { readonly counts: boolean };

export interface Shown {
  readonly personId: string;
  /** Null on one's own page. */
  readonly name: string | null;
  readonly deputies: readonly Counted[];
  /** Where this person approves. */
  readonly places: readonly { readonly id: string; readonly name: LocalText }[];
  readonly colleagues: readonly { readonly id: string; readonly name: string }[];
  readonly action: string;
  readonly breadcrumbs: NonNullable<PageModel['breadcrumbs']>;
  readonly state: FormState;
  readonly today: CalendarDate;
}

/** Who stands in for a person, for whom they stand in, and the form that names the next. */
export function deputiesView(t: Translate, shown: Shown): DeputiesView & PageModel {
  const { personId, name, deputies, state } = shown;
  const isGiven = (deputy: Counted) => deputy.approverId === personId;
  const given = deputies.filter(isGiven).map((deputy) => lineOf(t, deputy, deputy.deputyName, shown.today));
  const held = deputies.filter((deputy) => !isGiven(deputy)).map((deputy) => lineOf(t, deputy, deputy.approverName, shown.today));
  return {
    title: name === null ? t('deputies.title') : t('deputies.titleOf', { name }),
    unlisted: true,
    errorSummary: errorSummary(t, state.errors),
    breadcrumbs: shown.breadcrumbs,
    lead: t('deputies.lead'),
    parts: [
      { id: 'given', title: t('deputies.given'), empty: t('deputies.givenNone'), lines: given },
      { id: 'held', title: t('deputies.held'), empty: t('deputies.heldNone'), lines: held },
    ],
    form: shown.places.length === 0 || shown.colleagues.length === 0 ? null : formOf(t, shown),
    noForm: shown.places.length > 0 && shown.colleagues.length === 0 ? t('deputies.nobody') : null,
  };
}

const tones: Readonly<Record<DeputyState, Line['tag']['tone']>> = {
  coming: 'info',
  now: 'success',
  idle: 'neutral',
  over: 'neutral',
  ended: 'neutral',
};

function lineOf(t: Translate, deputy: Counted, who: string, today: CalendarDate): Line {
  const state = stateOn(deputy, today, deputy.counts);
  const text = t('deputies.line', { name: who, place: inLocale(deputy.place, t.locale) });
  return {
    text,
    days: t('deputies.days', { from: formatDate(t.locale, deputy.startsOn), to: formatDate(t.locale, deputy.endsOn) }),
    tag: { text: t(`deputies.states.${state}`), tone: tones[state] },
    end: isOpenOn(deputy, today) ? { action: deputyPaths.ending({ id: deputy.id }), label: text } : null,
  };
}

const formOf = (t: Translate, { state, places, colleagues, action }: Shown): DeputiesView['form'] => ({
  action,
  selects: [
    choiceView(
      t,
      state,
      'collaborative',
      t('deputies.fields.collaborative'),
      places.map(({ id, name }) => [id, inLocale(name, t.locale)]),
    ),
    choiceView(
      t,
      state,
      'deputy',
      t('deputies.fields.deputy'),
      [['', t('deputies.choose')], ...colleagues.map(({ id, name }): [string, string] => [id, name])],
      { hint: t('deputies.deputyHint') },
    ),
  ],
  fields: [
    fieldView(t, state, 'starts_on', t('deputies.fields.starts_on'), {
      type: 'date',
      required: false,
      narrow: true,
      hint: t('deputies.startsOnHint'),
    }),
    fieldView(t, state, 'ends_on', t('deputies.fields.ends_on'), { type: 'date', narrow: true, hint: t('deputies.endsOnHint') }),
  ],
});
