import type { PanelMember, ReviewStatus } from '../reviews';
import type { Absence } from './availability';
import type { ApplicantParty, ReviewerParty } from './conflict';

/** A candidacy as staff hand it out: whose it is, and who has it. */
export interface ReviewFile {
  readonly candidacyId: string;
  readonly applicationId: string;
  readonly reference: string;
  readonly cycleId: string;
  readonly collaborativeId: string;
  readonly constituency: string;
  /** The language it is written in. */
  readonly locale: string;
  readonly party: ApplicantParty;
  readonly reviews: readonly { readonly reviewerId: string; readonly status: ReviewStatus }[];
}

/** Somebody on a panel, with how far their reviews are and what decides what they may read. */
export interface Panelist extends PanelMember {
  readonly name: string;
  readonly party: ReviewerParty;
  readonly absences: readonly Absence[];
  readonly assigned: number;
  readonly complete: number;
  readonly recused: number;
}
