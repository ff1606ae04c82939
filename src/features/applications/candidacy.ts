import { defineMachine } from '../../lib/state-machine';
import type { Instant } from '../../lib/time';
import type { Constituency } from '../cycles';

export type CandidacyStatus =
  'in_review' | 'offered' | 'alternate' | 'not_selected' | 'accepted' | 'declined' | 'lapsed' | 'expired' | 'withdrawn';

export type CandidacyEvent = 'offer' | 'placeAsAlternate' | 'refuse' | 'accept' | 'decline' | 'lapse' | 'expire' | 'withdraw' | 'reinstate';

/** An application's life with one collaborative (domain.md 4). Nothing before the release moves it but a withdrawal, which can be taken back until the closing. */
export const candidacyMachine = defineMachine<CandidacyStatus, CandidacyEvent>({
  in_review: { offer: 'offered', placeAsAlternate: 'alternate', refuse: 'not_selected', withdraw: 'withdrawn' },
  offered: { accept: 'accepted', decline: 'declined', lapse: 'lapsed', withdraw: 'withdrawn' },
  alternate: { offer: 'offered', expire: 'expired', withdraw: 'withdrawn' },
  not_selected: {},
  accepted: {},
  declined: {},
  lapsed: {},
  expired: {},
  withdrawn: { reinstate: 'in_review' },
});

export interface Candidacy {
  readonly id: string;
  readonly applicationId: string;
  readonly cycleId: string;
  readonly collaborativeId: string;
  /** 1 is the first choice. */
  readonly preference: number;
  readonly status: CandidacyStatus;
  /** Panels review the first choice; a lower one when its staff ask for it. */
  readonly isReviewed: boolean;
  readonly constituency: Constituency;
  readonly submittedAt: Instant;
  readonly decidedAt: Instant | null;
  readonly version: number;
}

export const isLive = (candidacy: Pick<Candidacy, 'status'>): boolean => candidacyMachine.can(candidacy.status, 'withdraw');
