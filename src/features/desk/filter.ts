import type { Instant } from '../../lib/time';
import type { CandidacyStatus } from '../applications';
import type { Constituency } from '../cycles';

export const sorts = ['newest', 'oldest', 'name', 'constituency', 'zip', 'coverage'] as const;
export type Sort = (typeof sorts)[number];
export const coverages = ['none', 'missing', 'enough'] as const;
export const waysIn = ['web', 'staff'] as const;
export const preferences = ['1', '2', '3'] as const;

/** Columns a reader may choose; the name always stands first. */
export const columns = ['reference', 'constituency', 'school', 'zip', 'language', 'choice', 'sent', 'state', 'reviews', 'labels'] as const;
export type Column = (typeof columns)[number];
export const usualColumns: readonly Column[] = ['reference', 'constituency', 'school', 'language', 'choice', 'sent', 'state', 'reviews'];

/** What a desk's list shows: one collaborative's candidacies, or with null every application by its first choice. */
export interface DeskFilter {
  readonly cycleId: string;
  readonly collaborativeId: string | null;
  readonly constituency: Constituency | '';
  readonly language: string;
  readonly schoolId: string;
  readonly zip: string;
  readonly status: CandidacyStatus | '';
  readonly preference: (typeof preferences)[number] | '';
  readonly cameIn: (typeof waysIn)[number] | '';
  /** Sent at this moment or later, and before that one; empty: no bound. */
  readonly from: Instant;
  readonly until: Instant;
  readonly hasFiles: boolean;
  readonly namesOthers: boolean;
  /** Sent after the closing time, by a code or an extension. */
  readonly isLate: boolean;
  readonly closedAt: Instant;
  readonly labelId: string;
  /** Beginnings of words, accents and capitals ignored: of the name, the reference, addresses and answers. */
  readonly search: string;
  readonly coverage: (typeof coverages)[number] | '';
  /** Complete reviews that count as enough. */
  readonly minimumReviews: number;
  readonly sort: Sort;
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
  readonly zip: string;
  readonly schoolName: string | null;
  readonly preference: number;
  readonly isReviewed: boolean;
  readonly status: CandidacyStatus;
  readonly submittedAt: Instant;
  readonly assigned: number;
  readonly complete: number;
  /** Typed in by staff, from paper or by phone. */
  readonly isEntered: boolean;
}

/** Whether a list is narrowed by anything but its search. */
export const isNarrowed = (filter: DeskFilter): boolean =>
  [
    filter.constituency,
    filter.language,
    filter.schoolId,
    filter.zip,
    filter.status,
    filter.preference,
    filter.cameIn,
    filter.from,
    filter.until,
    filter.labelId,
    filter.coverage,
  ].some((value) => value !== '') ||
  filter.hasFiles ||
  filter.namesOthers ||
  filter.isLate;
