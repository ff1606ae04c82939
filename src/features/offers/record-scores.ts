import { groupBy } from '../../lib/group';
import type { LocalText } from '../../lib/local-text';
import type { Instant } from '../../lib/time';
import { weightedPoints, type HandedOut, type ScoredReview } from '../reviews';

/** A version of the rubric as far as a record needs it. */
export interface RubricUsed {
  readonly id: string;
  readonly number: number;
  readonly criteria: readonly { readonly key: string; readonly label: LocalText; readonly weight: number }[];
}

/** What the scores of a panel are read from. */
export interface ScoreFacts {
  readonly handedOut: readonly HandedOut[];
  /** Complete reviews alone. */
  readonly scored: readonly ScoredReview[];
  readonly versions: readonly RubricUsed[];
  /** The version in force: reviews that name none were scored by it. */
  readonly inForce: RubricUsed;
}

/** A complete review in the record. */
export interface ReaderScores {
  readonly reviewerName: string;
  readonly completedAt: Instant | null;
  /** 0 to 100 by the weights of its own version. */
  readonly points: number;
  readonly scores: ReadonlyMap<string, number>;
}

/** The complete reviews of one application by one version of the rubric. */
export interface ScoreSheet {
  readonly rubric: RubricUsed;
  readonly readers: readonly ReaderScores[];
  /** By criterion: the mean of the scores given, 0 to 4. */
  readonly means: ReadonlyMap<string, number>;
  /** Mean of the readers' points. */
  readonly mean: number;
}

export interface ScoresOfOne {
  readonly sheets: readonly ScoreSheet[];
  /** Who was handed the application and gave no score that counts. */
  readonly without: readonly HandedOut[];
}

/** By candidacy: who gave which scores, and who stepped aside or never finished. */
export function scoresOf({ handedOut, scored, versions, inForce }: ScoreFacts): ReadonlyMap<string, ScoresOfOne> {
  const rubrics = new Map(versions.map((rubric) => [rubric.id, rubric]));
  const scoresBy = new Map(scored.map((review) => [keyOf(review), review]));
  return new Map(
    [...groupBy(handedOut, ({ candidacyId }) => candidacyId)].map(([id, given]) => {
      const counted = given.flatMap((one) => {
        const review = one.status === 'complete' ? scoresBy.get(keyOf(one)) : undefined;
        return review === undefined ? [] : [{ one, review, rubric: rubrics.get(review.rubricId ?? '') ?? inForce }];
      });
      const counts = new Set(counted.map(({ one }) => one));
      const sheets = [...groupBy(counted, ({ rubric }) => rubric.id).values()].flatMap((own) =>
        own[0] === undefined ? [] : [sheetOf(own[0].rubric, own)],
      );
      return [id, { sheets: sheets.sort((a, b) => a.rubric.number - b.rubric.number), without: given.filter((one) => !counts.has(one)) }];
    }),
  );
}

const keyOf = ({ candidacyId, reviewerId }: Pick<HandedOut, 'candidacyId' | 'reviewerId'>): string => `${candidacyId} ${reviewerId}`;

interface Counted {
  readonly one: HandedOut;
  readonly review: ScoredReview;
  readonly rubric: RubricUsed;
}

function sheetOf(rubric: RubricUsed, counted: readonly Counted[]): ScoreSheet {
  const readers = counted.map(({ one, review: { scores } }): ReaderScores => {
    const { reviewerName, completedAt } = one;
    return { reviewerName, completedAt, points: weightedPoints(scores, rubric.criteria), scores };
  });
  const means = rubric.criteria.flatMap(({ key }) => {
    const given = readers.flatMap(({ scores }) => scores.get(key) ?? []);
    return given.length === 0 ? [] : [[key, meanOf(given)] as const];
  });
  return { rubric, readers, means: new Map(means), mean: meanOf(readers.map(({ points }) => points)) };
}

const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
