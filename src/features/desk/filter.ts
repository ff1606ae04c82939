import type { Instant } from '../../lib/time';
import type { CandidacyStatus } from '../applications';
import type { Constituency } from '../cycles';

export const sorts = ['newest', 'oldest', 'name'] as const;
export const coverages = ['none', 'missing', 'enough'] as const;

/** What a desk's list shows: one collaborative's candidacies, or with null every application by its first choice. */
export interface DeskFilter {
  readonly cycleId: string;
  readonly collaborativeId: string | null;
  readonly constituency: Constituency | '';
  readonly language: string;
  readonly schoolId: string;
  readonly status: CandidacyStatus | '';
  /** Part of a name, accents and capitals ignored, or the beginning of a reference. */
  readonly search: string;
  readonly coverage: (typeof coverages)[number] | '';
  /** Complete reviews that count as enough. */
  readonly minimumReviews: number;
  readonly sort: (typeof sorts)[number];
  readonly after: string | undefined;
}

/** A line of a desk's list. */
export interface DeskRow {
  readonly candidacyId: string;
  readonly applicationId: string;
  readonly collaborativeId: string;
  readonly reference: string;
  readonly name: string;
  readonly locale: string;
  readonly constituency: Constituency;
  readonly schoolName: string | null;
  readonly preference: number;
  readonly isReviewed: boolean;
  readonly status: CandidacyStatus;
  readonly submittedAt: Instant;
  readonly assigned: number;
  readonly complete: number;
}
