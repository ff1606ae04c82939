import type { Instant } from '../../lib/time';

export type TryKind = 'schools' | 'zips' | 'roster';
export const tryKinds: readonly TryKind[] = ['roster', 'schools', 'zips'];

/** A file somebody looks at before it is taken in. */
export interface ImportTry {
  readonly id: string;
  readonly kind: TryKind;
  readonly fileName: string;
  /** Null once it was taken in, or after a week. */
  readonly content: Buffer | null;
  readonly madeBy: string | null;
  readonly madeAt: Instant;
  readonly takenAt: Instant | null;
  readonly counts: Readonly<Record<string, number>>;
}
