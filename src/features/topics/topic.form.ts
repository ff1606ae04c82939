import { field, fieldError, parseForm, type FormErrors, type Parsed, type RawForm } from '../../lib/form';
import { decisions, type Decision } from './topic';

const languageCodes = ['en', 'es'] as const;

export const parseTopic = (body: unknown) =>
  parseForm({ title: field.text(200), why: field.words(200), minutes: field.whole(1, 120), language: field.choice(languageCodes) }, body);

export type TopicValues = Extract<ReturnType<typeof parseTopic>, { ok: true }>['values'];

export interface DecisionValues {
  readonly decision: Decision;
  /** A meeting, or `next`. */
  readonly where: string;
  readonly titleEn: string;
  readonly titleEs: string;
  readonly minutes: number | null;
  readonly answer: string;
  readonly version: number;
}

/** What was decided; accepting needs an English title and minutes, refusing a reason. */
export function parseDecision(body: unknown): Parsed<DecisionValues> {
  const parsed = parseForm(
    {
      decision: field.choice(decisions),
      where: field.optionalText(40),
      titleEn: field.optionalText(300),
      titleEs: field.optionalText(300),
      minutes: field.optionalWhole(0, 240),
      answer: field.optionalText(1000),
      version: field.version(),
    },
    body,
  );
  if (!parsed.ok) return parsed;
  const errors = faultsOf(parsed.values);
  return Object.keys(errors).length === 0 ? parsed : { ok: false, errors, raw: parsed.raw };
}

function faultsOf({ decision, titleEn, minutes, where, answer }: DecisionValues): FormErrors {
  if (decision === 'refuse') return answer === '' ? { answer: fieldError('topics.errors.reason') } : {};
  if (decision === 'defer') return {};
  return {
    ...(/^[\w-]+$/.test(where) ? {} : { where: fieldError('common.form.choose') }),
    ...(titleEn === '' ? { titleEn: fieldError('topics.errors.titleEn') } : {}),
    ...(minutes === null ? { minutes: fieldError('common.form.whole', { min: 0, max: 240 }) } : {}),
  };
}

/** What the form to decide begins with: the proposer's words in their language. */
export const rawDecision = (topic: { title: string; locale: string; minutes: number; version: number }): RawForm => ({
  where: 'next',
  titleEn: topic.locale === 'en' ? topic.title : '',
  titleEs: topic.locale === 'es' ? topic.title : '',
  minutes: String(topic.minutes),
  version: String(topic.version),
});
