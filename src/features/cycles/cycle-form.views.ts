import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import { rawText } from '../../lib/form';
import {
  blankForm,
  choiceView,
  errorSummary,
  fieldView,
  type ChoiceView,
  type ErrorSummary,
  type FieldView,
  type FormState,
} from '../../web/form-view';
import { shifts } from './copy';
import type { Cycle } from './cycle';
import { cyclePaths } from './cycle.paths';

interface CycleFormView {
  readonly title: string;
  readonly action: string;
  readonly back: string;
  readonly version: string;
  readonly fields: readonly FieldView[];
  readonly button: string;
  readonly errorSummary: ErrorSummary | null;
  /** Where a new cycle may be filled in from an earlier one. */
  readonly copy: { readonly action: string; readonly source: ChoiceView; readonly shift: ChoiceView } | null;
  /** The cycle this one is made from. */
  readonly from: string | null;
  readonly panels: ChoiceView | null;
}

declare module '../../web/render' {
  interface Views {
    'cycles/edit': CycleFormView;
  }
}

/** The form of a cycle's name and dates; without a cycle, the one that sets it up. */
export function cycleFormView(t: Translate, form: FormState, cycle?: Cycle): CycleFormView {
  const code = fieldView(t, form, 'code', t('cycles.form.code'), { hint: t('cycles.form.codeHint'), narrow: true });
  return {
    title: cycle === undefined ? t('cycles.form.newTitle') : t('cycles.form.editTitle', { name: inLocale(cycle.name, t.locale) }),
    action: cycle === undefined ? cyclePaths.list() : cyclePaths.dates({ code: cycle.code }),
    back: cycle === undefined ? cyclePaths.list() : cyclePaths.show({ code: cycle.code }),
    version: typeof form.raw['version'] === 'string' ? form.raw['version'] : '0',
    fields: [...(cycle === undefined ? [code] : []), ...dateFields(t, form)],
    button: cycle === undefined ? t('cycles.form.create') : t('common.save'),
    errorSummary: errorSummary(t, form.errors),
    copy: null,
    from: null,
    panels: null,
  };
}

/** The form of a new cycle, with a way to fill it from an earlier one. */
export function newCycleView(t: Translate, form: FormState, earlier: readonly Cycle[]): CycleFormView {
  const from = rawText(form.raw, 'from');
  const chosen = blankForm({ from, months: '12' });
  const names = earlier.map(({ code, name }) => [code, inLocale(name, t.locale)] as const);
  const months = shifts.map((shift) => [String(shift), t(`cycles.copy.shift.months${shift}`)] as const);
  return {
    ...cycleFormView(t, form),
    copy:
      earlier.length === 0
        ? null
        : {
            action: cyclePaths.new(),
            source: choiceView(t, chosen, 'from', t('cycles.copy.source'), [['', t('cycles.copy.none')], ...names]),
            shift: choiceView(t, chosen, 'months', t('cycles.copy.shift.label'), months),
          },
    from: from === '' ? null : from,
    panels:
      from === ''
        ? null
        : choiceView(t, form, 'copy_panels', t('cycles.copy.more'), [['yes', t('cycles.copy.panels'), t('cycles.copy.panelsHint')]], {
            kind: 'checkbox',
            required: false,
            hint: t('cycles.copy.takes', { code: from }),
          }),
  };
}

const dateFields = (t: Translate, form: FormState): FieldView[] => [
  fieldView(t, form, 'name_en', t('cycles.form.nameEn')),
  fieldView(t, form, 'name_es', t('cycles.form.nameEs')),
  fieldView(t, form, 'opens_on', t('cycles.form.opensOn'), { type: 'date', narrow: true }),
  fieldView(t, form, 'opens_time', t('cycles.form.opensTime'), { type: 'time', narrow: true }),
  fieldView(t, form, 'closes_on', t('cycles.form.closesOn'), { type: 'date', narrow: true }),
  fieldView(t, form, 'closes_time', t('cycles.form.closesTime'), { type: 'time', narrow: true, hint: t('cycles.form.closesHint') }),
  fieldView(t, form, 'review_by', t('cycles.form.reviewBy'), { type: 'date', narrow: true }),
  fieldView(t, form, 'decisions_on', t('cycles.form.decisionsOn'), { type: 'date', narrow: true }),
  fieldView(t, form, 'answer_days', t('cycles.form.answerDays'), { inputmode: 'numeric', narrow: true }),
  fieldView(t, form, 'term_starts_on', t('cycles.form.termStartsOn'), { type: 'date', narrow: true }),
  fieldView(t, form, 'term_ends_on', t('cycles.form.termEndsOn'), { type: 'date', narrow: true }),
];
