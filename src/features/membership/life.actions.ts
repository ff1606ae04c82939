import { inTransaction } from '../../db/database';
import type { Deps } from '../../deps';
import { resumeMail } from '../../mail/mail-stops.queries';
import type { Actor } from '../../lib/actor';
import { Conflict, NotFound } from '../../lib/errors';
import { authorize, conceal } from '../../lib/policy';
import { dateOf, plusDays, type CalendarDate } from '../../lib/time';
import { getCollaborative } from '../collaboratives';
import { cutWith, giveCutsBack } from './ending-cut.queries';
import { cutShort, type Leave } from './leave';
import { deleteLeave, getLeave, insertLeave, saveLeaveEnd } from './leave.queries';
import { tellEndingTakenBack, tellLeave, tellLeaveOver, tellMoved, tellRenewed } from './life.notices';
import { createPendingMembership, giveUpNext, recordOf } from './membership.actions';
import { end, isListedOn, mayTakeBackEnding, type Membership } from './membership';
import { membershipPolicy } from './membership.policy';
import { getMembership, hasDied, listDiedBefore, listLiveOf, listTermsOfPerson, saveMembership } from './membership.queries';
import { termsInARow } from './renewal';
import { getSeat } from './seat.queries';
import { moveLeave } from './term.actions';

export interface LeaveWanted {
  readonly startsOn: CalendarDate;
  /** null: not known yet. */
  readonly endsOn: CalendarDate | null;
  /** Private. */
  readonly reason: string;
}

/**
 * Puts down a leave: its days do not count for quorum. Throws Conflict when the member is not on the roster on its first day
 * or a leave shares a day with it.
 */
export function takeLeave(deps: Deps, actor: Actor, id: string, wanted: LeaveWanted): Promise<Leave> {
  return inTransaction(deps, async (tx) => {
    const membership = await loaded(tx, actor, id);
    if (membership.status === 'ended' || !isListedOn(membership, wanted.startsOn)) throw new Conflict('membership.errors.notListedThen');
    const leave = await insertLeave(tx, { membershipId: id, ...wanted }, actor.id);
    const { startsOn, endsOn } = leave;
    await recordOf(tx, actor, { membership, action: 'membership.leaveTaken', after: { leave: leave.id, startsOn, endsOn } });
    const moved = await moveLeave(tx, actor, id);
    await tellLeave(tx, moved, leave);
    return leave;
  });
}

/** The member comes back: the leave ends on its last day, or is taken back when that lies before its first. */
export function endLeave(deps: Deps, actor: Actor, leaveId: string, lastDay: CalendarDate): Promise<Membership> {
  return inTransaction(deps, async (tx) => {
    const leave = await getLeave(tx.db, leaveId);
    const membership = await loaded(tx, actor, leave.membershipId);
    if (membership.status === 'ended') throw new Conflict('membership.errors.isOver');
    if (leave.endsOn !== null && leave.endsOn < dateOf(tx.clock.now())) throw new Conflict('membership.errors.leaveIsOver');
    const cut = cutShort(leave, lastDay);
    await (cut === null ? deleteLeave(tx.db, leave.id) : saveLeaveEnd(tx.db, leave.id, lastDay));
    const before = { leave: leave.id, startsOn: leave.startsOn, endsOn: leave.endsOn };
    await recordOf(tx, actor, {
      membership,
      action: 'membership.leaveEnded',
      before,
      after: { leave: leave.id, endsOn: cut?.endsOn ?? null },
    });
    const moved = await moveLeave(tx, actor, membership.id);
    await tellLeaveOver(tx, moved, leave, lastDay);
    return moved;
  });
}

/**
 * Takes back an ending whose last day is not over, and gives back the offices and leaves it cut short; with a move, the seat it led to is
 * given up. Further terms do not come back. With a death that was none, the endings it brought elsewhere are taken back too; seats that had
 * not begun stay given up.
 */
export function takeBackEnding(deps: Deps, actor: Actor, id: string, version: number): Promise<Membership> {
  return inTransaction(deps, async (tx) => {
    const membership = await loaded(tx, actor, id);
    if (!mayTakeBackEnding(membership, dateOf(tx.clock.now()))) throw new Conflict('membership.errors.isOver');
    const saved = await takeBackOne(tx, actor, { ...membership, version });
    if (membership.endReason !== 'died') return saved;
    await reviveElsewhere(tx, actor, membership);
    if (!(await hasDied(tx.db, saved.personId))) await resumeMail(tx.db, saved.personId);
    return saved;
  });
}

async function reviveElsewhere(tx: Deps, actor: Actor, { personId, endedOn }: Membership): Promise<void> {
  const today = dateOf(tx.clock.now());
  for (const other of await listLiveOf(tx.db, personId))
    if (other.endReason === 'died' && mayTakeBackEnding(other, today)) await takeBackOne(tx, actor, other);
  for (const waited of await listDiedBefore(tx.db, personId, endedOn ?? today)) {
    const saved = await saveMembership(tx.db, { ...waited, endReason: 'abandoned' });
    const line = { membership: saved, before: { reason: waited.endReason }, after: { endedOn: saved.endedOn, reason: saved.endReason } };
    await recordOf(tx, actor, { ...line, action: 'membership.ended' });
  }
}

async function takeBackOne(tx: Deps, actor: Actor, membership: Membership): Promise<Membership> {
  const { id, endedOn, endReason } = membership;
  const saved = await saveMembership(tx.db, { ...membership, endedOn: null, endReason: null });
  const back = await giveCutsBack(tx.db, membership);
  await recordOf(tx, actor, {
    membership: saved,
    action: 'membership.endingTakenBack',
    before: { endedOn, reason: endReason },
    after: { endedOn: null, ...back },
  });
  if (endReason === 'transferred') await giveUpNext(tx, actor, id);
  // Whom the ending was never told, being thought dead, is not told that it is off.
  await tellEndingTakenBack(tx, { ...saved, endReason }, endedOn ?? '');
  return saved;
}

export interface TermWanted {
  readonly startsOn: CalendarDate;
  readonly endsOn: CalendarDate;
}

/**
 * Gives a member a further term in their seat; it begins by itself, without a new checklist. Throws Conflict at the term limit
 * of the collaborative, when the membership is over, and when the days are taken.
 */
export function reappoint(deps: Deps, actor: Actor, id: string, wanted: TermWanted): Promise<Membership> {
  return inTransaction(deps, async (tx) => {
    const membership = await loaded(tx, actor, id);
    if (membership.startedOn === null || membership.status === 'ended' || membership.endedOn !== null)
      throw new Conflict('membership.errors.isOver');
    if (wanted.startsOn <= membership.termEndsOn) throw new Conflict('membership.errors.termRunsStill');
    const { personId, seatId, collaborativeId } = membership;
    const next = await createPendingMembership(tx, actor, {
      seatId,
      personId,
      candidacyId: null,
      followsId: id,
      termStartsOn: wanted.startsOn,
      termEndsOn: wanted.endsOn,
    });
    const limit = (await getSeat(tx.db, seatId)).termLimit ?? (await getCollaborative(tx.db, collaborativeId)).settings.termLimit;
    const served = termsInARow(await listTermsOfPerson(tx.db, personId, collaborativeId));
    if (served > limit) throw new Conflict('membership.errors.termLimit', { limit });
    await recordOf(tx, actor, { membership, action: 'membership.reappointed', after: { next: next.id, ...wanted } });
    await tellRenewed(tx, next);
    return next;
  });
}

export interface MoveWanted {
  readonly seatId: string;
  /** First day in the new seat; the day before is the last in the old one. */
  readonly on: CalendarDate;
  readonly endsOn: CalendarDate;
  readonly version: number;
}

/** Moves a member to another seat of the same collaborative on a day; offices end with the old seat. */
export function moveToSeat(deps: Deps, actor: Actor, id: string, wanted: MoveWanted): Promise<Membership> {
  return inTransaction(deps, async (tx) => {
    const membership = await loaded(tx, actor, id);
    const seat = await getSeat(tx.db, wanted.seatId);
    if (seat.collaborativeId !== membership.collaborativeId) throw new NotFound();
    const lastDay = plusDays(wanted.on, -1);
    if (seat.id === membership.seatId || membership.endedOn !== null) throw new Conflict('membership.errors.isOver');
    if (!isListedOn(membership, lastDay)) throw new Conflict('membership.errors.notListedThen');
    const today = dateOf(tx.clock.now());
    if (wanted.on < today) throw new Conflict('membership.errors.movesAhead');
    const ended = await saveMembership(tx.db, end({ ...membership, version: wanted.version }, 'transferred', lastDay, today));
    await cutWith(tx, id, lastDay, ended.status !== 'ended');
    await giveUpNext(tx, actor, id);
    const { personId } = membership;
    const term = { termStartsOn: wanted.on, termEndsOn: wanted.endsOn };
    const next = await createPendingMembership(tx, actor, { seatId: seat.id, personId, candidacyId: null, followsId: id, ...term });
    const after = { endedOn: lastDay, reason: 'transferred', status: ended.status, next: next.id, seat: seat.code };
    await recordOf(tx, actor, { membership: ended, action: 'membership.moved', before: { status: membership.status }, after });
    await tellMoved(tx, next, membership.seatCode);
    return next;
  });
}

async function loaded(tx: Deps, actor: Actor, id: string): Promise<Membership> {
  const membership = await getMembership(tx.db, id);
  conceal(membershipPolicy.view(actor, membership));
  authorize(membershipPolicy.change(actor, membership));
  return membership;
}
