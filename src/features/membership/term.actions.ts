import { inTransaction, type Db } from '../../db/database';
import type { Deps } from '../../deps';
import { recordEvent } from '../../history/events';
import type { Actor } from '../../lib/actor';
import { dateOf, type CalendarDate } from '../../lib/time';
import { activateMembership } from './membership.actions';
import { mayBegin, membershipMachine, type Membership } from './membership';
import { cutWith } from './ending-cut.queries';
import { covers } from './leave';
import { listLeaves, listLeavesToMove } from './leave.queries';
import { getMembership, hasDied, listContinuing, listOver, listPending, saveMembership } from './membership.queries';
import { tellStillHeld } from './notices.actions';

/** Which pending memberships have their checklist done and their term begun; handed in by the onboarding feature. */
export type ListReady = (db: Db, today: CalendarDate) => Promise<string[]>;

/** Worker: begins the seats whose term has begun and whose checklist is done. */
export async function beginMemberships(deps: Deps, listReady: ListReady): Promise<void> {
  const today = dateOf(deps.clock.now());
  const due = await listPending(deps.db, [...(await listReady(deps.db, today)), ...(await listContinuing(deps.db, today))]);
  for (const { id } of due.filter((membership) => mayBegin(membership, true, today)))
    await alone(deps, id, async (tx) => {
      const membership = await getMembership(tx.db, id);
      // A seat accepted after the death was put down, whoever pressed.
      if (mayBegin(membership, true, today) && !(await hasDied(tx.db, membership.personId)))
        await activateMembership(tx, 'system', membership);
    });
}

/** Worker: a term that is over goes on as holdover until the seat is filled; a last day that has passed ends the membership. */
export async function endMemberships(deps: Deps): Promise<void> {
  const today = dateOf(deps.clock.now());
  for (const { id } of await listOver(deps.db, today))
    await alone(deps, id, async (tx) => {
      const membership = await getMembership(tx.db, id);
      if (membership.endedOn !== null && membership.endedOn < today) await endNow(tx, membership);
      else if (membershipMachine.can(membership.status, 'holdOver') && membership.termEndsOn < today) await holdOver(tx, membership);
    });
}

/** Worker: says in the status what a date did to leaves: who is away from today, and who is back. */
export async function moveLeaves(deps: Deps): Promise<void> {
  const { began, over } = await listLeavesToMove(deps.db, dateOf(deps.clock.now()));
  for (const id of [...began, ...over])
    await alone(deps, id, async (tx) => {
      await moveLeave(tx, 'system', id);
    });
}

/** Brings the status of a membership in line with today's leaves; answers it as it stands. */
export async function moveLeave(tx: Deps, actor: Actor | 'system', id: string): Promise<Membership> {
  const membership = await getMembership(tx.db, id);
  const today = dateOf(tx.clock.now());
  const isAway = (await listLeaves(tx.db, id)).some((leave) => covers(leave, today));
  const event = isAway ? 'takeLeave' : 'comeBack';
  if (!membershipMachine.can(membership.status, event)) return membership;
  const saved = await saveMembership(tx.db, { ...membership, status: membershipMachine.next(membership.status, event) });
  const action = isAway ? 'membership.leaveBegan' : 'membership.cameBack';
  await recordEvent(tx, { action, actor, ...about(saved), before: { status: membership.status }, after: { status: saved.status } });
  return saved;
}

/** Each in its own transaction: one that cannot be moved (somebody is just changing it) never holds up the others. */
async function alone(deps: Deps, membershipId: string, work: (tx: Deps) => Promise<void>): Promise<void> {
  try {
    await inTransaction(deps, work);
  } catch (error) {
    deps.logger.error('membership not moved', { membershipId }, error);
  }
}

async function holdOver(tx: Deps, membership: Membership): Promise<void> {
  const saved = await saveMembership(tx.db, { ...membership, status: membershipMachine.next(membership.status, 'holdOver') });
  await recordEvent(tx, {
    action: 'membership.heldOver',
    actor: 'system',
    ...about(saved),
    before: { status: membership.status },
    after: { status: saved.status },
  });
  await tellStillHeld(tx, saved);
}

/** The letter went out when the end was decided. */
async function endNow(tx: Deps, membership: Membership): Promise<void> {
  if (!membershipMachine.can(membership.status, 'end')) return;
  const lastDay = membership.endedOn ?? membership.termEndsOn;
  const saved = await saveMembership(tx.db, { ...membership, status: membershipMachine.next(membership.status, 'end') });
  await cutWith(tx, saved.id, lastDay, false);
  await recordEvent(tx, {
    action: 'membership.left',
    actor: 'system',
    ...about(saved),
    before: { status: membership.status },
    after: { status: saved.status },
  });
}

const about = ({ id, collaborativeId }: Membership) => ({ subject: { kind: 'membership', id }, collaborativeId });
