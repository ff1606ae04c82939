import type { Collaborative } from '../collaboratives';
import type { Constituency, Cycle } from '../cycles';

/** A cycle that takes applications now, with the seats it offers in one collaborative. */
export interface Opening {
  readonly cycle: Cycle;
  readonly seats: readonly { readonly constituency: Constituency; readonly count: number }[];
}

/** A collaborative with what may be applied for there; no opening while no cycle is open. */
export interface Outreach {
  readonly collaborative: Collaborative;
  readonly opening: Opening | undefined;
}

export const seatsIn = ({ seats }: Opening): number => seats.reduce((sum, { count }) => sum + count, 0);
