import type { Instant } from '../../lib/time';
import type { Target } from '../composition';
import type { Entry } from './slate';

/** A slate as it was sent for approval; the first has number 1. */
export interface Sending {
  readonly slateId: string;
  readonly number: number;
  readonly sentBy: string | null;
  readonly sentAt: Instant;
  readonly entries: readonly Entry[];
  readonly targets: readonly Target[];
  /** What its approver said; null while nobody has. */
  readonly answer: SendingAnswer | null;
  /** When staff took it back to change it, before or after it was approved. */
  readonly takenBack: { readonly by: string | null; readonly at: Instant } | null;
}

export interface SendingAnswer {
  readonly outcome: 'approved' | 'returned';
  readonly by: string | null;
  /** The approver in whose place a deputy said it. */
  readonly inPlaceOf: string | null;
  readonly at: Instant;
  /** What is to be changed, where it was returned. */
  readonly words: string | null;
}

export type Difference = {
  readonly candidacyId: string;
  /** Seated or an alternate where they were not on the slate; gone; or from one to the other. */
  readonly kind: 'seated' | 'madeAlternate' | 'taken_off' | 'moved';
};

/** Where a version put somebody. */
export const placeIn = ({ entries }: Pick<Sending, 'entries'>, candidacyId: string): Entry | null =>
  entries.find((entry) => entry.candidacyId === candidacyId) ?? null;

/** What changed between two versions that were sent: who came, who went, and who is called earlier or later. */
export function differencesOf(before: readonly Entry[], after: readonly Entry[]): Difference[] {
  const was = new Map(before.map((entry) => [entry.candidacyId, entry]));
  const is = new Set(after.map((entry) => entry.candidacyId));
  const changed = after.flatMap((entry): Difference[] => {
    const old = was.get(entry.candidacyId);
    const kind = entry.seatId === null ? 'madeAlternate' : 'seated';
    if (old === undefined || (old.seatId === null) !== (entry.seatId === null)) return [{ candidacyId: entry.candidacyId, kind }];
    return old.alternatePlace === entry.alternatePlace ? [] : [{ candidacyId: entry.candidacyId, kind: 'moved' }];
  });
  const gone = before.filter(({ candidacyId }) => !is.has(candidacyId));
  return [...changed, ...gone.map(({ candidacyId }): Difference => ({ candidacyId, kind: 'taken_off' }))];
}
