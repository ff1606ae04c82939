import type { LocalText } from '../../lib/local-text';
import type { Instant } from '../../lib/time';

export const scores = [0, 1, 2, 3, 4] as const;

export type Score = (typeof scores)[number];

export interface Criterion {
  readonly key: string;
  readonly label: LocalText;
  /** What a reviewer looks for. */
  readonly guide: LocalText;
  /** Part of 100. */
  readonly weight: number;
  /** What each score means, from 0 to 4. */
  readonly anchors: readonly [LocalText, LocalText, LocalText, LocalText, LocalText];
}

export interface Rubric {
  readonly id: string;
  readonly number: number;
  readonly criteria: readonly Criterion[];
  readonly writtenBy: string;
  readonly frozenAt: Instant | null;
}

/** A rubric with where it stands among its versions. */
export interface RubricVersion extends Rubric {
  /** Shared by all versions of one rubric: the id of the first. */
  readonly line: string;
  /** What changed since the version before; null for the first. */
  readonly note: string | null;
  readonly writtenAt: Instant | null;
  readonly version: number;
}

/** Whether the weights sum to 100 (facts: application form). */
export const weightsAreWhole = (criteria: readonly Pick<Criterion, 'weight'>[]): boolean =>
  criteria.reduce((sum, { weight }) => sum + weight, 0) === 100;
