import { inTransaction } from '../../db/database';
import type { Deps } from '../../deps';
import type { Action } from '../../i18n/keys';
import type { Actor } from '../../lib/actor';
import { NotFound } from '../../lib/errors';
import { getItem, saveItem, type AgendaItem } from '../agendas';
import type { Meeting } from '../meetings';
import type { Saved } from './attendance.actions';
import { checkNotInGroup } from './consent';
import { loadConsentGroup } from './consent.queries';
import { checkNoneOpen } from './exception';
import { listExceptions } from './exception.queries';
import { decideMotion, itemsOfMotion, letDie, moveMotion, secondMotion, tally, withdrawMotion, type Answers, type Motion } from './motion';
import { getMotion, insertMotion, insertVotes, listMotions, saveMotion } from './motion.queries';
import { floorOf, loadSession, type Session } from './record.queries';
import { checkInSession } from './session';
import { meetingToRun } from './session.actions';
import { noteInHistory } from './session.history';

/** What other features do in the same transaction when a motion carries: approve minutes, adopt a note. */
export type WhenCarried = (
  tx: Deps,
  actor: Actor,
  carried: { readonly motion: Motion; readonly item: AgendaItem; readonly meeting: Meeting },
) => Promise<void>;

interface NewMotion {
  readonly meetingId: string;
  readonly itemId: string;
  readonly text: string;
  readonly moverId: string;
  readonly seconderId: string | null;
}

/** Puts a motion on the floor; without a seconder it waits for one. */
export function makeMotion(deps: Deps, actor: Actor, wanted: NewMotion): Promise<void> {
  return inTransaction(deps, async (tx) => {
    const { meetingId, itemId } = wanted;
    const session = await sessionToRun(tx, actor, meetingId);
    const item = await getItemOf(tx, meetingId, itemId);
    checkNotInGroup(item, await loadConsentGroup(tx.db, meetingId));
    await putOnFloor(tx, actor, session, { item, words: wanted });
  });
}

type Words = Pick<NewMotion, 'text' | 'moverId' | 'seconderId'>;

/**
 * Puts a motion on the floor, on one item and those decided with it; one vote at a time, that on a matter off the agenda among
 * them. Throws Conflict.
 */
export async function putOnFloor(
  tx: Deps,
  actor: Actor,
  session: Session,
  { item, words, also }: { readonly item: AgendaItem; readonly words: Words; readonly also?: readonly string[] },
): Promise<void> {
  const meetingId = session.meeting.id;
  checkNoneOpen(await listExceptions(tx.db, meetingId));
  const { text, moverId, seconderId } = words;
  const together = also === undefined ? {} : { alsoItemIds: also };
  const made = { text, moverId, seconderId, meetingId, itemId: item.id, id: tx.newId(), movedAt: tx.clock.now(), ...together };
  const motion = moveMotion(made, await floorOf(tx.db, session, item), await listMotions(tx.db, meetingId));
  await insertMotion(tx.db, motion);
  await noteInHistory(tx, actor, {
    action: 'inSession.moved',
    meeting: session.meeting,
    after: { motion: motion.id, number: motion.number, item: item.id, ...(also === undefined ? {} : { also }) },
  });
}

interface SeenMotion {
  readonly meetingId: string;
  readonly motionId: string;
  readonly version: number;
}

/** Notes who seconds a motion that waits for it. */
export function noteSecond(
  deps: Deps,
  actor: Actor,
  { seconderId, ...seen }: SeenMotion & { readonly seconderId: string },
): Promise<Saved> {
  return changeMotion(deps, actor, seen, async (tx, session, motion) => {
    const floor = await floorOf(tx.db, session, await getItem(tx.db, motion.itemId));
    return { motion: secondMotion(motion, seconderId, floor), action: 'inSession.seconded' };
  });
}

/** Notes that nobody seconds a motion: it is over. */
export const noteNoSecond = (deps: Deps, actor: Actor, seen: SeenMotion): Promise<Saved> =>
  changeMotion(deps, actor, seen, (tx, _session, motion) => ({ motion: letDie(motion, tx.clock.now()), action: 'inSession.died' }));

type RollCallVote = Answers & SeenMotion;

/** Decides a motion by roll call; the item is decided with it, and what hangs on a carried motion happens at once. */
export function voteOnMotion(deps: Deps, actor: Actor, vote: RollCallVote, whenCarried: readonly WhenCarried[]): Promise<Saved> {
  return inTransaction(deps, async (tx) => {
    const session = await sessionToRun(tx, actor, vote.meetingId);
    const motion = await getMotion(tx.db, vote.meetingId, vote.motionId);
    if (motion.version !== vote.version) return 'stale';
    const item = await getItem(tx.db, motion.itemId);
    const floor = await floorOf(tx.db, session, item);
    const { votes, ...decided } = decideMotion(motion, vote, {
      ...floor,
      voters: session.presence.voters,
      at: tx.clock.now(),
    });
    const saved = await saveMotion(tx.db, decided);
    await insertVotes(tx.db, motion.id, votes);
    const decidedItems = await markDecided(tx, motion);
    const { yes, no } = tally(votes);
    const after = { motion: motion.id, number: motion.number, yes, no, status: saved.status };
    const action = saved.status === 'carried' ? 'inSession.carried' : 'inSession.failed';
    await noteInHistory(tx, actor, { action, meeting: session.meeting, after });
    if (saved.status === 'carried')
      for (const decidedItem of decidedItems)
        for (const follow of whenCarried) await follow(tx, actor, { motion: saved, item: decidedItem, meeting: session.meeting });
    return 'saved';
  });
}

/** Every item of the motion is decided by it, carried or failed. */
async function markDecided(tx: Deps, motion: Motion): Promise<AgendaItem[]> {
  const decided: AgendaItem[] = [];
  for (const id of itemsOfMotion(motion)) decided.push(await saveItem(tx, { ...(await getItem(tx.db, id)), outcome: 'decided' }));
  return decided;
}

/** Takes a motion off the floor without a vote. */
export const takeBackMotion = (deps: Deps, actor: Actor, seen: SeenMotion): Promise<Saved> =>
  changeMotion(deps, actor, seen, (tx, _session, motion) => ({
    motion: withdrawMotion(motion, tx.clock.now()),
    action: 'inSession.withdrawn',
  }));

interface ChangedMotion {
  readonly motion: Motion;
  readonly action: Action;
}

/** One step of a motion as it was seen; `stale` when another changed it since. */
function changeMotion(
  deps: Deps,
  actor: Actor,
  { meetingId, motionId, version }: SeenMotion,
  step: (tx: Deps, session: Session, motion: Motion) => ChangedMotion | Promise<ChangedMotion>,
): Promise<Saved> {
  return inTransaction(deps, async (tx) => {
    const session = await sessionToRun(tx, actor, meetingId);
    const before = await getMotion(tx.db, meetingId, motionId);
    if (before.version !== version) return 'stale';
    const { motion, action } = await step(tx, session, before);
    await saveMotion(tx.db, motion);
    await noteInHistory(tx, actor, { action, meeting: session.meeting, after: { motion: motion.id, number: motion.number } });
    return 'saved';
  });
}

/** An item of this meeting's agenda. Throws NotFound, also for another meeting's. */
export async function getItemOf(tx: Pick<Deps, 'db'>, meetingId: string, itemId: string): Promise<AgendaItem> {
  const item = await getItem(tx.db, itemId);
  if (item.meetingId !== meetingId) throw new NotFound();
  return item;
}

/** A meeting that goes on, for somebody who may run it. */
export async function sessionToRun(tx: Deps, actor: Actor, meetingId: string): Promise<Session> {
  await meetingToRun(tx, actor, meetingId);
  const session = await loadSession(tx.db, meetingId);
  checkInSession(session.meeting);
  return session;
}
