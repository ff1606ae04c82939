import { languageName } from '../../i18n/language-name';
import type { Translate } from '../../i18n/translate';
import type { RawForm } from '../../lib/form';
import { blankForm, choiceView, fieldView, type ChoiceView, type FieldView } from '../../web/form-view';
import { candidacyMachine } from '../applications';
import { constituenciesToApplyFor } from '../cycles';
import { columns, coverages, preferences, sorts, usualColumns, waysIn, type Column } from './filter';
import type { StaffLabel } from './label';

export interface FilterFields {
  readonly search: FieldView;
  readonly main: readonly ChoiceView[];
  readonly more: readonly ChoiceView[];
  readonly fields: readonly FieldView[];
  readonly ticks: ChoiceView;
  readonly columns: ChoiceView;
  /** Whether one of those behind "more" is in use. */
  readonly isMoreOpen: boolean;
}

export interface Offers {
  readonly schools: readonly { readonly id: string; readonly name: string }[];
  readonly locales: readonly string[];
  readonly labels: readonly StaffLabel[];
}

type Offered = readonly [value: string, label: string];

const moreNames = ['school', 'zip', 'preference', 'came', 'from', 'to', 'files', 'others', 'late', 'label', 'show'];

/** The filters of a list as the fields of a GET form. */
export function filterFields(t: Translate, raw: RawForm, offers: Offers, shown: readonly Column[]): FilterFields {
  return {
    search: fieldView(t, blankForm(raw), 'q', t('desk.search'), { type: 'search', hint: t('desk.searchHint') }),
    main: mainChoices(t, raw, offers),
    more: moreChoices(t, raw, offers),
    fields: dateFields(t, raw),
    ticks: ticksOf(t, raw),
    columns: columnsOf(t, shown),
    isMoreOpen: moreNames.some((name) => raw[name] !== undefined && raw[name].length > 0),
  };
}

const select = (t: Translate, raw: RawForm, name: string, label: string, offered: readonly Offered[]): ChoiceView =>
  choiceView(t, blankForm(raw), name, label, offered);

/** A filter that may be left open. */
const some = (t: Translate, raw: RawForm, name: string, label: string, offered: readonly Offered[]): ChoiceView =>
  select(t, raw, name, label, [['', t('desk.all')], ...offered]);

const mainChoices = (t: Translate, raw: RawForm, { locales }: Offers): ChoiceView[] => [
  some(
    t,
    raw,
    'constituency',
    t('desk.constituency'),
    named(constituenciesToApplyFor, (value) => t(`common.constituency.${value}`)),
  ),
  some(
    t,
    raw,
    'status',
    t('desk.state'),
    named(candidacyMachine.states, (value) => t(`applications.candidacy.${value}`)),
  ),
  some(
    t,
    raw,
    'coverage',
    t('desk.coverage'),
    named(coverages, (value) => t(`desk.coverages.${value}`)),
  ),
  some(
    t,
    raw,
    'language',
    t('desk.language'),
    named(locales, (value) => languageName(t, value)),
  ),
  select(
    t,
    raw,
    'sort',
    t('desk.sort'),
    named(sorts, (value) => t(`desk.sorts.${value}`)),
  ),
];

function moreChoices(t: Translate, raw: RawForm, { schools, labels }: Offers): ChoiceView[] {
  const byName = (rows: readonly { readonly id: string; readonly name: string }[]) => rows.map(({ id, name }): Offered => [id, name]);
  const choices = [
    some(t, raw, 'school', t('desk.school'), byName(schools)),
    some(
      t,
      raw,
      'preference',
      t('desk.choice'),
      named(preferences, (value) => t(`desk.choices.${value}`)),
    ),
    some(
      t,
      raw,
      'came',
      t('desk.cameIn'),
      named(waysIn, (value) => t(`desk.waysIn.${value}`)),
    ),
  ];
  return labels.length === 0 ? choices : [...choices, some(t, raw, 'label', t('desk.label'), byName(labels))];
}

const named = <Value extends string>(values: readonly Value[], label: (value: Value) => string): Offered[] =>
  values.map((value): Offered => [value, label(value)]);

const dateFields = (t: Translate, raw: RawForm): FieldView[] => [
  fieldView(t, blankForm(raw), 'zip', t('desk.zip'), { inputmode: 'numeric', narrow: true }),
  fieldView(t, blankForm(raw), 'from', t('desk.from'), { type: 'date' }),
  fieldView(t, blankForm(raw), 'to', t('desk.to'), { type: 'date' }),
];

/** Three questions with a name of their own each, drawn as one group of checkboxes. */
function ticksOf(t: Translate, raw: RawForm): ChoiceView {
  const names = ['files', 'others', 'late'] as const;
  const group = choiceView(
    t,
    blankForm(),
    'only',
    t('desk.only'),
    named(names, (name) => t(`desk.ticks.${name}`)),
    {
      kind: 'checkbox',
      required: true,
    },
  );
  return { ...group, options: group.options.map((option) => ({ ...option, checked: raw[option.value] === '1' })) };
}

function columnsOf(t: Translate, shown: readonly Column[]): ChoiceView {
  const chosen = shown.length === 0 ? usualColumns : shown;
  return choiceView(
    t,
    blankForm({ show: chosen }),
    'show',
    t('desk.columnsTitle'),
    named(columns, (value) => t(`desk.columns.${value}`)),
    {
      kind: 'checkbox',
      required: true,
    },
  );
}
