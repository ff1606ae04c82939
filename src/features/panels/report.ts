import { groupBy } from '../../lib/group';
import type { ScoredReview } from '../reviews';

/** A complete review as points, with when it was sent. */
export interface PointsGiven {
  readonly reviewerId: string;
  readonly candidacyId: string;
  /** 0 to 100. */
  readonly points: number;
}

/** How a reviewer scores beside the others of the panel. */
export interface Drift {
  readonly reviewerId: string;
  readonly reviews: number;
  readonly mean: number;
  /** Standard deviation. */
  readonly deviation: number;
  /** How far above (or below) what the others gave the same applications, on average; null where nobody else scored them. */
  readonly fromPanel: number | null;
  /** The same over the first and the second half of their reviews, to show a change over time. */
  readonly early: number | null;
  readonly late: number | null;
}

/** How each reviewer scores, from complete reviews in the order they were sent. */
export function driftsOf(given: readonly PointsGiven[]): Drift[] {
  const byFile = groupBy(given, (one) => one.candidacyId);
  return [...groupBy(given, (one) => one.reviewerId)].map(([reviewerId, own]) => {
    const points = own.map((one) => one.points);
    const gaps = own.map((one) => gapOf(one, byFile.get(one.candidacyId) ?? []));
    const half = Math.ceil(gaps.length / 2);
    const mean = meanOf(points) ?? 0;
    return {
      reviewerId,
      reviews: own.length,
      mean,
      deviation: Math.sqrt(meanOf(points.map((value) => (value - mean) ** 2)) ?? 0),
      fromPanel: meanOf(known(gaps)),
      early: meanOf(known(gaps.slice(0, half))),
      late: meanOf(known(gaps.slice(half))),
    };
  });
}

export interface SpreadRow {
  readonly candidacyId: string;
  readonly criterion: string;
  readonly scores: readonly { readonly reviewerId: string; readonly score: number }[];
}

/** Every criterion of every application on which two reviewers differ by the flag or more, the widest first. */
export function spreadsOf(reviews: readonly ScoredReview[], criteria: readonly string[], flag: number): SpreadRow[] {
  const rows = [...groupBy(reviews, (review) => review.candidacyId)].flatMap(([candidacyId, own]) =>
    criteria.map((criterion) => ({
      candidacyId,
      criterion,
      scores: own.flatMap(({ reviewerId, scores }) => {
        const score = scores.get(criterion);
        return score === undefined ? [] : [{ reviewerId, score }];
      }),
    })),
  );
  return rows.filter((row) => widthOf(row) >= flag).sort((a, b) => widthOf(b) - widthOf(a));
}

/** Between the highest and the lowest score; 0 for fewer than two. */
export const widthOf = ({ scores }: Pick<SpreadRow, 'scores'>): number =>
  scores.length < 2 ? 0 : Math.max(...scores.map(({ score }) => score)) - Math.min(...scores.map(({ score }) => score));

function gapOf(own: PointsGiven, all: readonly PointsGiven[]): number | null {
  const others = meanOf(all.filter((one) => one.reviewerId !== own.reviewerId).map((one) => one.points));
  return others === null ? null : own.points - others;
}

const known = (values: readonly (number | null)[]): number[] => values.filter((value) => value !== null);

const meanOf = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
