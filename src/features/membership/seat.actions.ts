import { inTransaction } from '../../db/database';
import type { Deps } from '../../deps';
import { recordEvent } from '../../history/events';
import type { Actor } from '../../lib/actor';
import { Conflict } from '../../lib/errors';
import { authorize, conceal } from '../../lib/policy';
import { lastDayOf } from './membership';
import { membershipPolicy } from './membership.policy';
import { listTermsOf } from './membership.queries';
import { fixedOnceHeld, type NewSeat, type Seat } from './seat';
import { getSeat, insertSeat, saveSeat } from './seat.queries';

/** Adds a seat to a collaborative's plan. Throws Conflict when its code is taken. */
export function addSeat(deps: Deps, actor: Actor, wanted: NewSeat): Promise<Seat> {
  return inTransaction(deps, async (tx) => {
    conceal(membershipPolicy.view(actor, wanted));
    authorize(membershipPolicy.change(actor, wanted));
    const seat = await insertSeat(tx, wanted);
    await recordSeat(tx, actor, seat, { action: 'membership.seatAdded', after: changedFields(undefined, seat) });
    return seat;
  });
}

/**
 * Changes a seat. Who has held it keeps what they held: code, constituency and vote are fixed from then on, and it cannot
 * end before the last term in it does. Throws Conflict for these and for a stale version.
 */
export function changeSeat(deps: Deps, actor: Actor, id: string, wanted: Omit<Seat, 'id' | 'collaborativeId'>): Promise<Seat> {
  return inTransaction(deps, async (tx) => {
    const before = await getSeat(tx.db, id);
    conceal(membershipPolicy.view(actor, before));
    authorize(membershipPolicy.change(actor, before));
    const terms = (await listTermsOf(tx.db, id)).filter(({ status, startedOn }) => status !== 'ended' || startedOn !== null);
    if (terms.length > 0 && fixedOnceHeld.some((field) => before[field] !== wanted[field]))
      throw new Conflict('membership.errors.seatWasHeld');
    const { startsOn, endsOn } = wanted;
    if (terms.some((term) => term.termStartsOn < startsOn || (endsOn !== null && lastDayOf(term) > endsOn)))
      throw new Conflict('membership.errors.termsOutside');
    const saved = await saveSeat(tx.db, { ...before, ...wanted });
    const changed = { before: changedFields(saved, before), after: changedFields(before, saved) };
    if (Object.keys(changed.after).length > 0) await recordSeat(tx, actor, saved, { action: 'membership.seatChanged', ...changed });
    return saved;
  });
}

type Line = Omit<Parameters<typeof recordEvent>[1], 'actor' | 'subject' | 'collaborativeId'>;

const recordSeat = (tx: Deps, actor: Actor, { id, collaborativeId }: Seat, line: Line): Promise<void> =>
  recordEvent(tx, { ...line, actor, subject: { kind: 'seat', id }, collaborativeId });

/** The fields of a seat that differ from another's, for the history. */
function changedFields(from: Seat | undefined, to: Seat): Record<string, unknown> {
  const names = Object.keys(to) as (keyof Seat)[];
  const changed = names.filter((name) => !unrecorded.has(name) && JSON.stringify(to[name]) !== JSON.stringify(from?.[name]));
  return Object.fromEntries(changed.map((name) => [name, to[name]]));
}

const unrecorded: ReadonlySet<keyof Seat> = new Set(['id', 'collaborativeId', 'version']);
