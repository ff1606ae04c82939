import type { Candidate } from '../applications';
import type { Collaborative } from '../collaboratives';
import type { GroupNames, Member, Target } from '../composition';
import type { Cycle } from '../cycles';
import type { CandidateTotal, PanelMix } from '../reviews';
import { isKeptElsewhere, type Elsewhere, type ToDecide } from './decision';
import type { BoardFacts, Ranked, SeatToFill } from './placement';
import { byRank, type ToRank } from './rank';
import type { Entry, Slate } from './slate';
import type { WhatIf } from './what-if';

export interface BoardCandidate extends Candidate {
  readonly total: CandidateTotal;
  readonly elsewhere: readonly Elsewhere[];
  readonly groups: Member['groups'];
  readonly hasPriority: boolean;
  readonly draw: ToRank['draw'];
}

export interface BoardSeat extends SeatToFill {
  readonly code: string;
  readonly isVoting: boolean;
}

/** Everything a slate is built and judged from. */
export interface Board {
  readonly cycle: Cycle;
  readonly collaborative: Collaborative;
  readonly slate: Slate;
  /** The what-if slate that is looked at in the place of the slate. */
  readonly whatIf: WhatIf | null;
  readonly entries: readonly Entry[];
  readonly seats: readonly BoardSeat[];
  /** Who can be chosen, or is placed; by rank. */
  readonly candidates: readonly BoardCandidate[];
  readonly mix: PanelMix;
  readonly targets: readonly Target[];
  readonly names: GroupNames;
}

/** The composition of a board: everyone who can be chosen, and who is seated. */
export function composedOf({ entries, candidates, targets, names, collaborative }: Board) {
  const seated = new Set(entries.filter((entry) => entry.seatId !== null).map((entry) => entry.candidacyId));
  const members: Member[] = candidates.map(({ id, groups }) => ({ groups, isPlaced: seated.has(id) }));
  return { members, targets, names, smallest: collaborative.settings.smallGroup };
}

export const rankedOf = (candidate: BoardCandidate): Ranked => ({
  candidacyId: candidate.id,
  constituency: candidate.constituency,
  points: candidate.total.weighted,
  hasPriority: candidate.hasPriority,
  draw: candidate.draw,
  submittedAt: candidate.submittedAt,
});

export const toDecideOf = ({ id, constituency, preference, elsewhere }: BoardCandidate): ToDecide => ({
  candidacyId: id,
  constituency,
  preference,
  elsewhere,
});

/** Whether a slate may name this person: reviewed here, and not withdrawn. */
export const isOpen = (candidate: Pick<Candidate, 'isReviewed' | 'status'>): boolean =>
  candidate.isReviewed && candidate.status === 'in_review';

/** What a change is compared with: the version of the slate, or of the what-if slate looked at. */
export const versionOf = ({ slate, whatIf }: Pick<Board, 'slate' | 'whatIf'>): number => (whatIf ?? slate).version;

/** The board as the rules judge it: who keeps a better place elsewhere is passed over without a reason, unless placed here. */
export function factsOf({ entries, candidates, seats }: Pick<Board, 'entries' | 'candidates' | 'seats'>): BoardFacts {
  const isPlaced = new Set(entries.map((entry) => entry.candidacyId));
  const judged = candidates.filter((one) => isPlaced.has(one.id) || (isOpen(one) && !isKeptElsewhere(toDecideOf(one))));
  return { entries, seats, candidates: judged.map(rankedOf).sort(byRank) };
}

/** Who can be put on the slate without taking them from a better place. */
export const choosable = ({ candidates }: Pick<Board, 'candidates'>) =>
  candidates.filter((one) => isOpen(one) && !isKeptElsewhere(toDecideOf(one))).map((one) => ({ ...rankedOf(one), groups: one.groups }));
