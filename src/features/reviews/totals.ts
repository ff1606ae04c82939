import { groupBy } from '../../lib/group';

/** A criterion as far as totals need it. */
export interface Weight {
  readonly key: string;
  readonly weight: number;
}

/** A complete review: who scored whom, and each criterion's score from 0 to 4. */
export interface ScoredReview {
  readonly candidacyId: string;
  readonly reviewerId: string;
  readonly scores: ReadonlyMap<string, number>;
  /** The version of the rubric it was scored by; its weights count for it, whatever is in force now. */
  readonly rubricId?: string | null;
  readonly weights?: readonly Weight[] | undefined;
}

export interface TotalRules {
  /** Reviews below which a total is marked as not covered. */
  readonly minimumReviews: number;
  /** Two scores of one criterion that differ by this much are flagged. */
  readonly spreadFlag: number;
}

export interface CandidateTotal {
  readonly candidacyId: string;
  /** Mean over complete reviews, 0 to 100; null without any. */
  readonly weighted: number | null;
  /** Mean of the z-scores each reviewer gave, in standard deviations; null without any. */
  readonly normalised: number | null;
  /** Complete reviews. */
  readonly reviews: number;
  readonly isCovered: boolean;
  readonly hasSpread: boolean;
}

export const highestScore = 4;

/** One review as points from 0 to 100 by the rubric's weights, whatever they sum to. */
export function weightedPoints(scores: ReadonlyMap<string, number>, weights: readonly Weight[]): number {
  const all = weights.reduce((sum, { weight }) => sum + weight, 0);
  if (all === 0) return 0;
  const earned = weights.reduce((sum, { key, weight }) => sum + weight * (scores.get(key) ?? 0), 0);
  return (earned / (all * highestScore)) * 100;
}

/** Totals of every candidate that has a complete review, from the complete reviews of one panel. */
export function totalsOf(reviews: readonly ScoredReview[], weights: readonly Weight[], rules: TotalRules): CandidateTotal[] {
  const points = reviews.map((review) => ({ ...review, points: weightedPoints(review.scores, review.weights ?? weights) }));
  const habits = new Map(
    [...groupBy(points, (review) => review.reviewerId)].map(([id, own]) => [id, habitOf(own.map((one) => one.points))]),
  );
  return [...groupBy(points, (review) => review.candidacyId)].map(([candidacyId, own]) => ({
    candidacyId,
    weighted: mean(own.map((review) => review.points)),
    normalised: mean(own.map((review) => standardScore(review.points, habits.get(review.reviewerId)))),
    reviews: own.length,
    isCovered: own.length >= rules.minimumReviews,
    hasSpread: differsBy(own, weights, rules.spreadFlag),
  }));
}

/** The total of a candidate nobody has scored yet. */
export const emptyTotal = (candidacyId: string): CandidateTotal => ({
  candidacyId,
  weighted: null,
  normalised: null,
  reviews: 0,
  isCovered: false,
  hasSpread: false,
});

interface Habit {
  readonly mean: number;
  readonly deviation: number;
}

/** How a reviewer scores on the whole: strict or generous, wide or narrow. */
function habitOf(points: readonly number[]): Habit {
  const average = mean(points);
  return { mean: average, deviation: Math.sqrt(mean(points.map((value) => (value - average) ** 2))) };
}

/** A reviewer who gave everyone the same says nothing about anyone: 0. */
const standardScore = (points: number, habit: Habit | undefined): number =>
  habit === undefined || habit.deviation < 1e-9 ? 0 : (points - habit.mean) / habit.deviation;

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

function differsBy(reviews: readonly ScoredReview[], weights: readonly Weight[], flag: number): boolean {
  return weights.some(({ key }) => {
    const given = reviews.map((review) => review.scores.get(key)).filter((score) => score !== undefined);
    return given.length > 1 && Math.max(...given) - Math.min(...given) >= flag;
  });
}
