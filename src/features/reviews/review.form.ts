import { field, fieldError, parseForm, type FormErrors, type Parsed, type RawForm } from '../../lib/form';
import { criteriaWithoutScore, recommendations, recusalGrounds, type ReviewDraft, type Score } from './review';

export const scoreField = (criterion: string): string => `score-${criterion}`;
export const commentField = (criterion: string): string => `comment-${criterion}`;

const scoreValues = ['0', '1', '2', '3', '4'] as const;

type Values = ReviewDraft & { readonly version: number };
type Own = Pick<Values, 'version' | 'minutes'> & { readonly recommendation: ReviewDraft['recommendation'] | '' };

/** Reads a scoring form; what is not scored yet is allowed. */
export function parseDraft(body: unknown, criteria: readonly string[]): Parsed<Values> {
  const scoreFields = Object.fromEntries(criteria.map((key) => [scoreField(key), field.optionalChoice(scoreValues)] as const));
  const commentFields = Object.fromEntries(criteria.map((key) => [commentField(key), field.optionalText(2000)] as const));
  const own = { version: field.version(), recommendation: field.optionalChoice(recommendations), minutes: field.optionalWhole(0, 600) };
  const parsed = parseForm({ ...own, ...scoreFields, ...commentFields }, body);
  if (!parsed.ok) return parsed;
  const given = parsed.values as Record<string, unknown>;
  const textOf = (name: string): string => (typeof given[name] === 'string' ? given[name] : '');
  const scores = criteria.map((criterion): Score => {
    const score = textOf(scoreField(criterion));
    return { criterion, score: score === '' ? null : Number(score), comment: textOf(commentField(criterion)) };
  });
  const { recommendation, version, minutes } = parsed.values as unknown as Own;
  return { ok: true, raw: parsed.raw, values: { scores, version, minutes, recommendation: recommendation === '' ? null : recommendation } };
}

/** What a review still lacks before it can be sent, by field. */
export function missingIn(draft: ReviewDraft, criteria: readonly string[]): FormErrors {
  const scores = criteriaWithoutScore(draft, criteria).map((key) => [scoreField(key), fieldError('reviews.errors.scoreMissing')] as const);
  return Object.fromEntries(
    draft.recommendation === null ? [...scores, ['recommendation', fieldError('reviews.errors.recommendationMissing')]] : scores,
  );
}

/** A saved draft as the form shows it. */
export function rawDraft(draft: Values): RawForm {
  const scores = draft.scores.map(({ criterion, score }) => [scoreField(criterion), score === null ? '' : String(score)] as const);
  const comments = draft.scores.map(({ criterion, comment }) => [commentField(criterion), comment] as const);
  return {
    version: String(draft.version),
    recommendation: draft.recommendation ?? '',
    minutes: draft.minutes === null ? '' : String(draft.minutes),
    ...Object.fromEntries([...scores, ...comments]),
  };
}

export const parseRecusal = (body: unknown) => parseForm({ ground: field.choice(recusalGrounds), words: field.optionalText(500) }, body);

export const parseComment = (body: unknown) => parseForm({ comment: field.text(2000) }, body);

export const parseAcknowledgement = (body: unknown) =>
  parseForm({ confidential: field.consent('reviews.errors.confirm'), fair: field.consent('reviews.errors.confirm') }, body);
