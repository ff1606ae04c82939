import type { Db } from '../db/database';
import type { Action } from '../i18n/keys';
import { capacityOf, type Actor } from '../lib/actor';
import type { Clock } from '../lib/clock';
import type { NewId, Random } from '../lib/ids';
import type { Instant } from '../lib/time';
import { chainHash, digestOf, genesis } from './chain';
import { appendEvents, lockChain, type StoredEvent } from './events.queries';

export type Details = Readonly<Record<string, unknown>>;

/** A line of the history: who, in which capacity, did what, to which record, and what changed. */
export interface EventToRecord {
  readonly action: Action;
  /** Who acted; `'system'` for what a date or the worker does by itself. */
  readonly actor: Actor | 'system';
  readonly subject: { readonly kind: string; readonly id: string };
  /** The collaborative whose chain it joins; null: the programme's. */
  readonly collaborativeId: string | null;
  /** Changed fields only; no essays, no scores, no addresses. */
  readonly before?: Details;
  readonly after?: Details;
  /** In whose place the actor did it, where a deputy stands in for an approver. */
  readonly deputyFor?: string | null | undefined;
  /** When it happened, for records that are brought in afterwards; now when left out. */
  readonly at?: Instant;
}

interface Tx {
  readonly db: Db;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly random: Random;
}

/** Writes a line of the history in the caller's transaction, chained to the one before it. */
export const recordEvent = (tx: Tx, event: EventToRecord): Promise<void> => recordEvents(tx, [event]);

/** Writes many lines (a release, an import): one look at the end of each chain, then all its lines together. */
export async function recordEvents(tx: Tx, events: readonly EventToRecord[]): Promise<void> {
  const chains = new Set(events.map(chainOf));
  for (const chain of chains) {
    const end = await lockChain(tx.db, chain, genesis);
    const rows: StoredEvent[] = [];
    for (const event of events.filter((candidate) => chainOf(candidate) === chain)) {
      const lastHash = rows.at(-1)?.hash ?? end.last_hash;
      rows.push(rowOf(tx, event, { place: end.length + rows.length + 1, lastHash, at: event.at ?? tx.clock.now() }));
    }
    await appendEvents(tx.db, chain, rows);
  }
}

const chainOf = (event: EventToRecord): string => event.collaborativeId ?? 'programme';

function rowOf(tx: Tx, event: EventToRecord, link: { place: number; lastHash: string; at: Instant }): StoredEvent {
  const deputyFor = event.deputyFor ?? null;
  const after = deputyFor === null ? (event.after ?? null) : { ...event.after, deputyFor };
  const details = JSON.stringify({ before: event.before ?? null, after });
  const salt = Buffer.from(tx.random(16)).toString('hex');
  const chained = {
    id: tx.newId(),
    place: link.place,
    at: link.at,
    action: event.action,
    actorId: event.actor === 'system' ? null : event.actor.id,
    capacity: deputyFor === null ? actsAs(event) : 'deputy',
    subjectKind: event.subject.kind,
    subjectId: event.subject.id,
    digest: digestOf(details, salt),
  };
  return { ...chained, details, salt, collaborativeId: event.collaborativeId, hash: chainHash(link.lastHash, chained) };
}

const actsAs = ({ actor, collaborativeId }: EventToRecord): string => (actor === 'system' ? 'system' : capacityOf(actor, collaborativeId));
