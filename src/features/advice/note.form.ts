import { localeCodes } from '../../i18n/locales';
import { field, fieldError, parseForm, rawText, type FormErrors, type Parsed, type RawForm } from '../../lib/form';
import { dispositionKinds, needsCommitment, type Disposition } from './answer';
import { mostRecommendations, topics, type Note, type Recommendation, type Topic } from './note';
import { inLocale, localeOf, writtenIn } from '../../lib/local-text';

export interface NoteWords {
  readonly language: string;
  readonly title: string;
  readonly background: string;
  readonly topic: Topic;
  /** Left out: none. */
  readonly priorityId?: string | null;
  readonly recommendations: readonly string[];
}

export const recommendationNames: readonly string[] = Array.from(
  { length: mostRecommendations },
  (_, index) => `recommendation_${index + 1}`,
);

/** The words of a note: a title, background and one to five recommendations, in the language they are written in. */
export function readNote(body: unknown): Parsed<NoteWords> {
  const optional = Object.fromEntries(recommendationNames.map((name) => [name, field.optionalText(2_000)]));
  const form = parseForm(
    {
      language: field.choice(localeCodes),
      title: field.text(200),
      background: field.words(600),
      topic: field.choice(topics),
      priorityId: field.optionalText(40),
      ...optional,
    },
    body,
  );
  if (!form.ok) return form;
  const recommendations = recommendationNames.map((name) => rawText(form.raw, name).trim()).filter((text) => text !== '');
  if (recommendations.length === 0)
    return { ok: false, raw: form.raw, errors: { recommendation_1: fieldError('advice.errors.noRecommendation') } };
  const { language, title, background, topic, priorityId } = form.values;
  return {
    ok: true,
    raw: form.raw,
    values: { language, title, background, topic, priorityId: priorityId === '' ? null : priorityId, recommendations },
  };
}

/** The form filled with a note's words. */
export function rawNote(note: Note, locale: string): RawForm {
  const language = localeOf(note.title, locale);
  return {
    language,
    title: inLocale(note.title, language),
    background: inLocale(note.background, language),
    topic: note.topic,
    priorityId: note.priority?.id ?? '',
    ...Object.fromEntries(note.recommendations.map(({ number, text }) => [`recommendation_${number}`, inLocale(text, language)])),
  };
}

/** The names of the fields that answer one recommendation. */
export const answerFields = (number: number) => ({
  disposition: `disposition_${number}`,
  reasons: `reasons_${number}`,
  what: `what_${number}`,
  who: `who_${number}`,
  due: `due_${number}`,
});

export interface AnswerWords {
  readonly version: number;
  readonly opening: string;
  readonly dispositions: readonly Disposition[];
}

/** The answer, recommendation by recommendation, in the writer's language. */
export function readAnswer(body: unknown, recommendations: readonly Recommendation[], locale: string): Parsed<AnswerWords> {
  const form = parseForm(
    {
      version: field.version(),
      opening: field.words(300, true),
      ...(Object.assign({}, ...recommendations.map(({ number }) => shapeOf(number))) as Record<string, never>),
    },
    body,
  );
  const errors: FormErrors = { ...(form.ok ? {} : form.errors), ...promiseErrors(form.raw, recommendations) };
  if (!form.ok || Object.keys(errors).length > 0) return { ok: false, raw: form.raw, errors };
  const dispositions = recommendations.map((recommendation) => dispositionOf(form.raw, recommendation, locale));
  return { ok: true, raw: form.raw, values: { version: form.values.version, opening: form.values.opening, dispositions } };
}

function shapeOf(number: number) {
  const names = answerFields(number);
  return {
    [names.disposition]: field.choice(dispositionKinds),
    [names.reasons]: field.words(300),
    [names.what]: field.optionalText(500),
    [names.who]: field.optionalText(200),
    [names.due]: field.optionalDate(),
  };
}

/** An accepted recommendation must say what, who and by when. */
function promiseErrors(raw: RawForm, recommendations: readonly Recommendation[]): FormErrors {
  const missing = recommendations.flatMap(({ number }) => {
    const names = answerFields(number);
    const chosen = dispositionKinds.find((kind) => kind === rawText(raw, names.disposition));
    if (chosen === undefined || !needsCommitment(chosen)) return [];
    return [names.what, names.who, names.due].filter((name) => rawText(raw, name).trim() === '');
  });
  return Object.fromEntries(missing.map((name) => [name, fieldError('advice.errors.promise')]));
}

function dispositionOf(raw: RawForm, recommendation: Recommendation, locale: string): Disposition {
  const names = answerFields(recommendation.number);
  const text = (name: string) => rawText(raw, name).trim();
  const disposition = dispositionKinds.find((kind) => kind === text(names.disposition)) ?? 'more_time';
  const promise = {
    id: '',
    what: writtenIn(locale, text(names.what)),
    who: text(names.who),
    dueOn: text(names.due),
    status: 'planned' as const,
  };
  return {
    recommendationId: recommendation.id,
    disposition,
    reasons: writtenIn(locale, text(names.reasons)),
    commitment: needsCommitment(disposition) ? promise : null,
  };
}
