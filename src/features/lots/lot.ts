import { Conflict } from '../../lib/errors';
import { sha256 } from '../../lib/secret';
import { defineMachine } from '../../lib/state-machine';
import type { Instant } from '../../lib/time';

export type LotStatus = 'announced' | 'drawn' | 'replaced' | 'cancelled';
export type LotEvent = 'draw' | 'replace' | 'cancel';

/** Announced first, drawn once. A new draw needs a reason and keeps the old one (domain.md 6). */
export const lotMachine = defineMachine<LotStatus, LotEvent>({
  announced: { draw: 'drawn', cancel: 'cancelled' },
  drawn: { replace: 'replaced' },
  replaced: {},
  cancelled: {},
});

/** The published rule that lots are drawn by; a change of it is a new version. */
export const ruleVersion = 1;

/** Where the seed comes from: a number that others publish at a stated time, or the words of two people. */
export const seedSources = ['public', 'two_people'] as const;
export type SeedSource = (typeof seedSources)[number];

export interface Lot {
  readonly id: string;
  readonly cycleId: string;
  readonly collaborativeId: string;
  readonly constituency: string;
  readonly status: LotStatus;
  readonly ruleVersion: number;
  readonly source: SeedSource;
  /** What will be published, by whom: "the evening numbers of the state lottery". */
  readonly sourceWords: string;
  /** The moment before which nobody can know or give the seed. */
  readonly drawAt: Instant;
  /** References of those who take part, sorted. */
  readonly references: readonly string[];
  readonly announcedBy: string | null;
  readonly announcedAt: Instant;
  /** What the first of two people typed, hidden until the second has. */
  readonly firstPart: string | null;
  readonly firstBy: string | null;
  readonly seed: string | null;
  readonly drawnBy: string | null;
  readonly drawnAt: Instant | null;
  /** The lot that this one replaces, and why. */
  readonly replaces: string | null;
  readonly reason: string | null;
  readonly version: number;
}

/** The ticket of one reference: SHA-256 of the seed, a colon and the reference, in lower-case hexadecimal. */
export const ticketOf = (seed: string, reference: string): string => sha256(`${seed}:${reference}`);

/** References in the order of the lot: the lowest ticket comes first. */
export const drawOrder = (seed: string, references: readonly string[]): string[] =>
  references
    .map((reference) => [ticketOf(seed, reference), reference] as const)
    .sort(([a, first], [b, second]) => (a < b ? -1 : a > b ? 1 : first < second ? -1 : 1))
    .map(([, reference]) => reference);

/**
 * What ties an announced lot to its participants while their references are not public: SHA-256 of the sorted references,
 * one a line.
 */
export const fingerprintOf = (references: readonly string[]): string => sha256([...references].sort().join('\n'));

/** Words as a seed: no blanks around, one blank between. */
export const seedFrom = (words: string): string => words.trim().replace(/\s+/g, ' ');

/** Draws the lot with a seed that was published. Throws Conflict before the stated time. */
export function draw(lot: Lot, seed: string, { by, at }: { readonly by: string; readonly at: Instant }): Lot {
  const status = lotMachine.next(lot.status, 'draw');
  if (at < lot.drawAt) throw new Conflict('lots.errors.tooEarly');
  return { ...lot, status, seed: seedFrom(seed), drawnBy: by, drawnAt: at };
}

/** Takes the word of one of two people; with the second one's the lot is drawn. Nobody gives both. */
export function giveWord(lot: Lot, word: string, who: { readonly by: string; readonly at: Instant }): Lot {
  lotMachine.next(lot.status, 'draw');
  if (lot.firstPart === null) return { ...lot, firstPart: seedFrom(word), firstBy: who.by };
  if (lot.firstBy === who.by) throw new Conflict('lots.errors.samePerson');
  return draw(lot, `${lot.firstPart} ${word}`, who);
}

export const cancel = (lot: Lot, reason: string): Lot => ({ ...lot, status: lotMachine.next(lot.status, 'cancel'), reason });

export const replace = (lot: Lot): Lot => ({ ...lot, status: lotMachine.next(lot.status, 'replace') });
