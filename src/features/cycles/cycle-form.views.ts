import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import { errorSummary, fieldView, type ErrorSummary, type FieldView, type FormState } from '../../web/form-view';
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
