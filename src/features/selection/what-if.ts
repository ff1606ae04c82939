import type { Instant } from '../../lib/time';

/** A slate that might be: saved under a name, changed and compared, and one day used or discarded. */
export interface WhatIf {
  readonly id: string;
  readonly cycleId: string;
  readonly collaborativeId: string;
  readonly name: string;
  readonly madeBy: string | null;
  readonly madeAt: Instant;
  readonly version: number;
}

/** What a what-if slate begins with: the slate as it stands, nobody, the best by rank, or the best within the targets. */
export const beginnings = ['slate', 'by_rank', 'within_targets', 'empty'] as const;
export type Beginning = (typeof beginnings)[number];

/** More than anyone can keep apart. */
export const mostWhatIfs = 12;

/** Columns that still fit beside each other. */
export const mostCompared = 3;

/** The slate itself, where addresses name what is compared. */
export const theSlate = 'slate';
