import { sha256 } from '../lib/secret';

/** What one line of the history says; `details` and `salt` may later be erased, the rest stays. */
export interface ChainedEvent {
  readonly id: string;
  readonly place: number;
  readonly at: string;
  readonly action: string;
  readonly actorId: string | null;
  readonly capacity: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly digest: string;
}

/** The hash before the first event of a chain. */
export const genesis = '0'.repeat(64);

/** Salted digest of what changed: erasing text and salt leaves the chain verifiable (domain.md 14). */
export const digestOf = (details: string, salt: string): string => sha256(`${salt}\n${details}`);

/** The hash of an event over its fields and the hash before it. */
export const chainHash = (before: string, event: ChainedEvent): string =>
  sha256(
    JSON.stringify([
      before,
      event.id,
      event.place,
      event.at,
      event.action,
      event.actorId,
      event.capacity,
      event.subjectKind,
      event.subjectId,
      event.digest,
    ]),
  );

interface StoredEvent extends ChainedEvent {
  readonly hash: string;
  readonly details: string | null;
  readonly salt: string | null;
}

/** The first place (1-based) at which a chain does not hold, or undefined when it is whole. */
export function firstBreak(events: readonly StoredEvent[]): number | undefined {
  let before = genesis;
  for (const [index, event] of events.entries()) {
    const place = index + 1;
    const textHolds = event.details === null || event.salt === null || digestOf(event.details, event.salt) === event.digest;
    if (event.place !== place || !textHolds || chainHash(before, event) !== event.hash) return place;
    before = event.hash;
  }
  return undefined;
}
