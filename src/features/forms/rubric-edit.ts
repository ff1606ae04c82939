import { insertAt } from './form-edit';
import type { Criterion } from './rubric';

/** A new criterion counts nothing until it is given a weight, so that the sum stays whole. */
export const withCriterion = (criteria: readonly Criterion[], criterion: Omit<Criterion, 'weight'>): Criterion[] => [
  ...criteria,
  { ...criterion, weight: 0 },
];

/** Takes a criterion out; its weight goes to the others in proportion to theirs, in whole numbers. */
export function withoutCriterion(criteria: readonly Criterion[], key: string): Criterion[] {
  const gone = criteria.find((criterion) => criterion.key === key);
  const rest = criteria.filter((criterion) => criterion.key !== key);
  if (gone === undefined || rest.length === 0) return [...criteria];
  const shares = shareOut(
    gone.weight,
    rest.map(({ weight }) => weight),
  );
  return rest.map((criterion, index) => ({ ...criterion, weight: criterion.weight + (shares[index] ?? 0) }));
}

/** Whole parts of an amount in proportion to these weights (largest remainder); equal parts where all are zero. */
export function shareOut(amount: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const exact = weights.map((weight) => (sum === 0 ? amount / weights.length : (amount * weight) / sum));
  const parts = exact.map(Math.floor);
  const left = amount - parts.reduce((total, part) => total + part, 0);
  const byRemainder = exact
    .map((part, index) => ({ index, rest: part - Math.floor(part) }))
    .sort((a, b) => b.rest - a.rest || a.index - b.index);
  for (const { index } of byRemainder.slice(0, left)) parts[index] = (parts[index] ?? 0) + 1;
  return parts;
}

/** The criterion goes to this place, the others close up. */
export function moveCriterion(criteria: readonly Criterion[], key: string, place: number): Criterion[] {
  const moved = criteria.find((criterion) => criterion.key === key);
  if (moved === undefined) return [...criteria];
  return insertAt(
    criteria.filter((criterion) => criterion !== moved),
    place,
    moved,
  );
}

export type RubricPart = 'added' | 'removed' | 'weight' | 'wording';

export interface RubricDifference {
  readonly kind: RubricPart;
  readonly label: Criterion['label'];
  readonly before: number | null;
  readonly after: number | null;
}

/** What scores by one version of a rubric may not share with scores by the next. Order alone changes no score. */
export function rubricDifferences(before: readonly Criterion[], after: readonly Criterion[]): RubricDifference[] {
  const old = new Map(before.map((criterion) => [criterion.key, criterion]));
  const keys = new Set(after.map(({ key }) => key));
  const wording = ({ label, guide, anchors }: Criterion): string => JSON.stringify([label, guide, anchors]);
  return [
    ...after.flatMap((criterion): RubricDifference[] => {
      const { label, weight } = criterion;
      const previous = old.get(criterion.key);
      if (previous === undefined) return [{ kind: 'added', label, before: null, after: weight }];
      const changed = { label, before: previous.weight, after: weight };
      return [
        ...(previous.weight === weight ? [] : [{ ...changed, kind: 'weight' as const }]),
        ...(wording(previous) === wording(criterion) ? [] : [{ ...changed, kind: 'wording' as const }]),
      ];
    }),
    ...before
      .filter(({ key }) => !keys.has(key))
      .map(({ label, weight }): RubricDifference => ({ kind: 'removed', label, before: weight, after: null })),
  ];
}
