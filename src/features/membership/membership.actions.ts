import { inTransaction } from '../../db/database';
import type { Deps } from '../../deps';
import { recordEvent } from '../../history/events';
import { stopMail } from '../../mail/mail-stops.queries';
import type { Actor } from '../../lib/actor';
import { Conflict } from '../../lib/errors';
import { authorize, conceal } from '../../lib/policy';
import { dateOf, type CalendarDate } from '../../lib/time';
import { begin, end, givesUpNext, giveWay, isStubTerm, termsOverlap, type EndReason, type Membership } from './membership';
import { membershipPolicy } from './membership.policy';
import {
  findHolder,
  getMembership,
  insertMembership,
  listLiveOf,
  listNext,
  listTermsOf,
  saveLeavingWords,
  saveMembership,
} from './membership.queries';
import { tellMembershipEnded, tellSeatBegan } from './notices.actions';
import { cutWith, giveCutsBack } from './ending-cut.queries';
import { getSeat } from './seat.queries';

export interface PendingMembership {
  readonly seatId: string;
  readonly personId: string;
  readonly candidacyId: string | null;
  readonly termStartsOn: CalendarDate;
  readonly termEndsOn: CalendarDate;
  /** The membership of the same person that this one continues. */
  readonly followsId?: string;
}

/** What other features do in the same transaction when a membership is over (the checklist is given up). */
export type WhenEnded = (tx: Deps, actor: Actor | 'system', membership: Membership) => Promise<void>;

/** What other features do in the same transaction when a person has died (applications and offers end). */
export type WhenDied = (tx: Deps, actor: Actor, personId: string) => Promise<void>;

/** What is to happen elsewhere with an ending. */
export interface EndingDoors {
  /** With a membership that ends before it began. */
  readonly whenEnded: WhenEnded;
  readonly whenDied?: WhenDied;
}

/** Takes a seat for somebody who accepted it; it begins with its term, once the checklist is done. Throws Conflict when its days are taken. */
export async function createPendingMembership(tx: Deps, actor: Actor | 'system', wanted: PendingMembership): Promise<Membership> {
  const seat = await getSeat(tx.db, wanted.seatId);
  const terms = await listTermsOf(tx.db, seat.id);
  const taken = terms.filter(({ status, startedOn }) => status !== 'ended' || startedOn !== null);
  if (taken.some((term) => termsOverlap(term, { ...wanted, endedOn: null }))) throw new Conflict('membership.errors.termsOverlap');
  const { termStartsOn, termEndsOn } = wanted;
  const isStub = isStubTerm(termStartsOn, termEndsOn, seat.termYears);
  const open = { startedOn: null, endedOn: null, endReason: null, acceptedOn: dateOf(tx.clock.now()) };
  const membership = await insertMembership(tx, { followsId: null, ...wanted, ...open, isStub, status: 'pending' });
  await recordOf(tx, actor, { membership, action: 'membership.accepted', after: { seat: seat.code, termStartsOn, termEndsOn } });
  return membership;
}

/** Begins a seat today: the one before gives way, the member and the staff are told. The caller has made sure that it may begin. */
export async function activateMembership(tx: Deps, actor: Actor | 'system', membership: Membership): Promise<Membership> {
  const today = dateOf(tx.clock.now());
  const begun = begin(membership, today);
  const holder = await findHolder(tx.db, membership.seatId);
  if (holder !== undefined) await replace(tx, actor, { holder, startsOn: today, isSamePerson: holder.personId === membership.personId });
  const saved = await saveMembership(tx.db, begun);
  await recordOf(tx, actor, { membership: saved, action: 'membership.begun', after: { status: 'active', startedOn: today } });
  if (saved.followsId === null) await tellSeatBegan(tx, saved);
  return saved;
}

interface Ending {
  readonly reason: EndReason;
  readonly lastDay: CalendarDate;
  readonly version: number;
}

/**
 * Ends a membership with its reason on a date, its offices with it; the letter goes to the member and the staff. A death ends whatever
 * else the person holds, in every collaborative, with all that waits for them, and nobody writes to them any more.
 */
export async function endMembership(deps: Deps, actor: Actor, id: string, ending: Ending & EndingDoors): Promise<Membership> {
  return inTransaction(deps, async (tx) => {
    const membership = await getMembership(tx.db, id);
    conceal(membershipPolicy.view(actor, membership));
    authorize(membershipPolicy.change(actor, membership));
    if (ending.reason !== 'died') return endWith(tx, actor, membership, { ...ending, action: 'membership.ended' });
    if (ending.lastDay > dateOf(tx.clock.now())) throw new Conflict('membership.errors.diedAhead');
    return endAllOfDead(tx, actor, membership, ending);
  });
}

async function endAllOfDead(tx: Deps, actor: Actor, membership: Membership, ending: Ending & EndingDoors): Promise<Membership> {
  const { personId } = membership;
  const ended = await endWith(tx, actor, membership, { ...ending, action: 'membership.ended' });
  for (const other of await listLiveOf(tx.db, personId)) {
    // Who had left by then left for another reason.
    if (other.id === membership.id || (other.endedOn !== null && other.endedOn < ending.lastDay)) continue;
    const lastDay = other.startedOn !== null && other.startedOn > ending.lastDay ? other.startedOn : ending.lastDay;
    await endWith(tx, actor, other, { ...ending, lastDay, version: other.version, action: 'membership.ended' });
  }
  await ending.whenDied?.(tx, actor, personId);
  // Last, so that what was queued on the way is taken back too.
  await stopMail(tx.db, personId, tx.clock.now());
  return ended;
}

export interface Resignation {
  readonly lastDay: CalendarDate;
  /** For the staff alone; may be empty. */
  readonly words: string;
  readonly version: number;
  readonly whenEnded: WhenEnded;
}

/** A member leaves at their own wish, from today on; the letter goes to them and the staff. Throws Conflict when an end is set already. */
export async function resign(deps: Deps, actor: Actor, id: string, { words, ...ending }: Resignation): Promise<Membership> {
  return inTransaction(deps, async (tx) => {
    const membership = await getMembership(tx.db, id);
    conceal(membershipPolicy.resign(actor, membership));
    if (membership.endedOn !== null || ending.lastDay < dateOf(tx.clock.now())) throw new Conflict('membership.errors.isOver');
    await saveLeavingWords(tx.db, id, words);
    return endWith(tx, actor, membership, { ...ending, reason: 'resigned', action: 'membership.resigned' });
  });
}

type EndingOf = Ending & EndingDoors & { readonly action: 'membership.ended' | 'membership.resigned' };

async function endWith(tx: Deps, actor: Actor, membership: Membership, ending: EndingOf): Promise<Membership> {
  const { id, status } = membership;
  const today = dateOf(tx.clock.now());
  const saved = await saveMembership(tx.db, end({ ...membership, version: ending.version }, ending.reason, ending.lastDay, today));
  if (givesUpNext(ending.reason)) await giveUpNext(tx, actor, id);
  // An end decided before cut already: it is undone, so that what is kept is what was there before any.
  const back = membership.endedOn === null ? {} : await giveCutsBack(tx.db, membership);
  await cutWith(tx, id, ending.lastDay, saved.status !== 'ended');
  const after = { status: saved.status, endedOn: saved.endedOn, reason: saved.endReason, ...back };
  await recordOf(tx, actor, { membership: saved, action: ending.action, before: { status }, after });
  await tellMembershipEnded(tx, saved);
  if (status === 'pending') await ending.whenEnded(tx, actor, saved);
  return saved;
}

/** Gives up what was to continue a membership: nobody who left comes back by a term that still waited. */
export async function giveUpNext(tx: Deps, actor: Actor, id: string): Promise<void> {
  const today = dateOf(tx.clock.now());
  for (const next of await listNext(tx.db, id)) {
    const saved = await saveMembership(tx.db, end(next, 'abandoned', today, today));
    const after = { status: saved.status, endedOn: saved.endedOn, reason: saved.endReason };
    await recordOf(tx, actor, { membership: saved, action: 'membership.ended', before: { status: next.status }, after });
  }
}

async function replace(
  tx: Deps,
  actor: Actor | 'system',
  { holder, startsOn, isSamePerson }: { holder: Membership; startsOn: CalendarDate; isSamePerson: boolean },
): Promise<void> {
  if (holder.termEndsOn >= startsOn && (holder.endedOn === null || holder.endedOn >= startsOn))
    throw new Conflict('membership.errors.termsOverlap');
  const saved = await saveMembership(tx.db, giveWay(holder, startsOn));
  const lastDay = saved.endedOn ?? holder.termEndsOn;
  await cutWith(tx, holder.id, lastDay, false);
  await recordOf(tx, actor, {
    membership: saved,
    action: 'membership.ended',
    before: { status: holder.status },
    after: { endedOn: lastDay, reason: saved.endReason, status: saved.status },
  });
  // An end decided before was told then.
  if (!isSamePerson && saved.endedOn !== holder.endedOn) await tellMembershipEnded(tx, saved);
}

type Line = Omit<Parameters<typeof recordEvent>[1], 'actor' | 'subject' | 'collaborativeId'> & { readonly membership: Membership };

/** Writes a line of the history about a membership. */
export const recordOf = (tx: Deps, actor: Actor | 'system', { membership, ...line }: Line): Promise<void> =>
  recordEvent(tx, { ...line, actor, subject: { kind: 'membership', id: membership.id }, collaborativeId: membership.collaborativeId });
