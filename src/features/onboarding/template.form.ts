import { field, fieldError, parseForm, type Parsed } from '../../lib/form';
import { taskKinds, type DueRule } from './task';
import type { TaskWanted } from './template';

const fields = {
  kind: field.choice(taskKinds),
  title_en: field.text(120),
  title_es: field.text(120),
  text_en: field.text(8000),
  text_es: field.text(8000),
  required: field.checked(),
  yearly: field.checked(),
  due: field.choice(['none', 'acceptance', 'term_start', 'term_end']),
  days: field.optionalWhole(0, 400),
  number: field.version(),
};

/** A step of a list for new members, in both languages; a rule in days says how many. */
export function parseTemplateTask(body: unknown): Parsed<{ readonly number: number; readonly wanted: TaskWanted }> {
  const parsed = parseForm(fields, body);
  if (!parsed.ok) return parsed;
  const { values, raw } = parsed;
  const due = dueOf(values.due, values.days);
  if (due === undefined) return { ok: false, raw, errors: { days: fieldError('onboarding.templates.needsDays') } };
  return {
    ok: true,
    raw,
    values: {
      number: values.number,
      wanted: {
        kind: values.kind,
        title: { en: values.title_en, es: values.title_es },
        text: { en: values.text_en, es: values.text_es },
        isRequired: values.required,
        isYearly: values.yearly,
        due,
      },
    },
  };
}

function dueOf(kind: 'none' | 'acceptance' | 'term_start' | 'term_end', days: number | null): DueRule | undefined {
  if (kind === 'none') return null;
  if (kind === 'term_start') return { before: 'term_start' };
  if (days === null) return undefined;
  return kind === 'acceptance' ? { after: 'acceptance', days } : { before: 'term_end', days };
}
