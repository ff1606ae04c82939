import { inTransaction } from '../../db/database';
import type { Deps } from '../../deps';
import type { Actor } from '../../lib/actor';
import { Conflict } from '../../lib/errors';
import type { Saved } from './attendance.actions';
import { checkPuttingBack, takeOutOfGroup } from './consent';
import { deleteTakenOut, insertTakenOut, loadConsentGroup } from './consent.queries';
import { getItemOf, putOnFloor, sessionToRun } from './motion.actions';
import { listMotions } from './motion.queries';
import { noteInHistory } from './session.history';

interface About {
  readonly meetingId: string;
  readonly itemId: string;
}

/** Takes an item out of the consent group because a member who is there asks for it. */
export function takeOut(deps: Deps, actor: Actor, wanted: About & { readonly membershipId: string }): Promise<void> {
  return inTransaction(deps, async (tx) => {
    const { meetingId, itemId, membershipId } = wanted;
    const { meeting, present } = await sessionToRun(tx, actor, meetingId);
    const item = await getItemOf(tx, meetingId, itemId);
    const group = await loadConsentGroup(tx.db, meetingId);
    const motions = await listMotions(tx.db, meetingId);
    const taken = takeOutOfGroup({ itemId: item.id, membershipId, at: tx.clock.now() }, { group, motions, present });
    await insertTakenOut(tx.db, meetingId, taken);
    await noteInHistory(tx, actor, { action: 'inSession.takenOut', meeting, after: { item: item.id, membership: membershipId } });
  });
}

/** Puts an item back into the consent group that was taken out by mistake. */
export function putBack(deps: Deps, actor: Actor, { meetingId, itemId }: About): Promise<void> {
  return inTransaction(deps, async (tx) => {
    const { meeting } = await sessionToRun(tx, actor, meetingId);
    const item = await getItemOf(tx, meetingId, itemId);
    checkPuttingBack(item, await loadConsentGroup(tx.db, meetingId), await listMotions(tx.db, meetingId));
    await deleteTakenOut(tx.db, item.id);
    await noteInHistory(tx, actor, { action: 'inSession.putBack', meeting, after: { item: item.id } });
  });
}

interface GroupMotion {
  readonly meetingId: string;
  /** The items the mover was shown. */
  readonly seen: readonly string[];
  readonly text: string;
  readonly moverId: string;
  readonly seconderId: string | null;
}

/** Puts one motion on the floor for all items of the group; `stale` when they are not those that were shown. Answers its first item. */
export function moveGroup(deps: Deps, actor: Actor, wanted: GroupMotion): Promise<Exclude<Saved, 'saved'> | { readonly itemId: string }> {
  return inTransaction(deps, async (tx) => {
    const { meetingId, seen, ...words } = wanted;
    const session = await sessionToRun(tx, actor, meetingId);
    const [first, ...others] = (await loadConsentGroup(tx.db, meetingId)).together;
    if (first === undefined) throw new Conflict('consentGroup.errors.notInGroup');
    const alsoItemIds = others.map(({ id }) => id);
    if ([first.id, ...alsoItemIds].join() !== seen.join()) return 'stale';
    await putOnFloor(tx, actor, session, { item: first, words, also: alsoItemIds });
    return { itemId: first.id };
  });
}
