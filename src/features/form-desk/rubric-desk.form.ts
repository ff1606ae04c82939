import { field, fieldError, parseForm, type Parsed, type RawForm } from '../../lib/form';
import { inBoth } from '../../lib/local-text';
import { scores, weightsAreWhole, type Criterion, type RubricVersion } from '../forms';

export interface Weights {
  readonly version: number;
  readonly writtenBy: string;
  readonly weights: ReadonlyMap<string, number>;
}

export const weightName = (key: string): string => `weight_${key}`;

/** Reads all weights at once: whole numbers that sum to 100 (domain.md 3). */
export function readWeights(body: unknown, { criteria }: RubricVersion): Parsed<Weights> {
  const weightFields = Object.fromEntries(criteria.map(({ key }) => [weightName(key), field.whole(0, 100)]));
  const parsed = parseForm({ version: field.version(), written_by: field.text(200), ...weightFields }, body);
  if (!parsed.ok) return parsed;
  const values = parsed.values as Readonly<Record<string, number | string>>;
  const weights = new Map(criteria.map(({ key }) => [key, Number(values[weightName(key)])]));
  const weighed = criteria.map(({ key }) => ({ weight: weights.get(key) ?? 0 }));
  if (!weightsAreWhole(weighed)) {
    const sum = weighed.reduce((total, { weight }) => total + weight, 0);
    const errors = { [weightName(criteria[0]?.key ?? '')]: fieldError('rubrics.errors.sum', { sum }) };
    return { ok: false, raw: parsed.raw, errors };
  }
  return { ok: true, raw: parsed.raw, values: { version: Number(values['version']), writtenBy: String(values['written_by']), weights } };
}

export interface CriterionDraft {
  readonly words: Pick<Criterion, 'label' | 'guide' | 'anchors'>;
  readonly seen: string;
}

const both = (name: string, max: number) => ({ [`${name}_en`]: field.text(max), [`${name}_es`]: field.text(max) });

const criterionFields = {
  seen: field.optionalText(64),
  ...both('label', 200),
  ...both('guide', 400),
  ...Object.assign({}, ...scores.map((score) => both(`anchor_${score}`, 400))),
} as Record<string, ReturnType<typeof field.text>>;

/** Reads a criterion. It is public and frozen with the opening, so both languages are needed. */
export function readCriterion(body: unknown): Parsed<CriterionDraft> {
  const parsed = parseForm(criterionFields, body);
  if (!parsed.ok) return parsed;
  const text = (name: string) => ({ en: parsed.values[`${name}_en`] ?? '', es: parsed.values[`${name}_es`] ?? '' });
  const [zero, one, two, three, four] = scores.map((score) => text(`anchor_${score}`));
  const anchors = [zero, one, two, three, four] as unknown as Criterion['anchors'];
  return {
    ok: true,
    raw: parsed.raw,
    values: { words: { label: text('label'), guide: text('guide'), anchors }, seen: parsed.values['seen'] ?? '' },
  };
}

/** A criterion as its editor shows it. */
export function criterionAsForm({ label, guide, anchors }: Pick<Criterion, 'label' | 'guide' | 'anchors'>): RawForm {
  const named = [
    ['label', label] as const,
    ['guide', guide] as const,
    ...anchors.map((anchor, score) => [`anchor_${score}`, anchor] as const),
  ];
  return Object.fromEntries(
    named.flatMap(([name, text]) => {
      const { en, es } = inBoth(text);
      return [
        [`${name}_en`, en],
        [`${name}_es`, es],
      ];
    }),
  );
}

/** The weights of a rubric as their form shows them. */
export const weightsAsForm = ({ criteria, writtenBy }: RubricVersion): RawForm => ({
  written_by: writtenBy,
  ...Object.fromEntries(criteria.map(({ key, weight }) => [weightName(key), String(weight)])),
});
