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

/** Whether the weights sum to 100 (facts: application form). */
export const weightsAreWhole = (criteria: readonly Pick<Criterion, 'weight'>[]): boolean =>
  criteria.reduce((sum, { weight }) => sum + weight, 0) === 100;
