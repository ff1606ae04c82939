import { inTransaction } from '../../db/database';
import type { Deps } from '../../deps';
import type { Actor } from '../../lib/actor';
import { Conflict } from '../../lib/errors';
import { findCurrentItem, saveCurrentItem } from './current-item.queries';
import { getItemOf } from './motion.actions';
import { checkInSession } from './session';
import { meetingToRun } from './session.actions';
import { noteInHistory } from './session.history';

interface Turn {
  readonly meetingId: string;
  readonly itemId: string;
  /** The version of what was current on the page; 0 before the first item. */
  readonly version: number;
}

/** Takes an item up: the screens in the room show it from now on. Taken up already, nothing changes, so a second press does no harm. */
export function takeUpItem(deps: Deps, actor: Actor, { meetingId, itemId, version }: Turn): Promise<void> {
  return inTransaction(deps, async (tx) => {
    const meeting = await meetingToRun(tx, actor, meetingId);
    checkInSession(meeting);
    const item = await getItemOf(tx, meetingId, itemId);
    const before = await findCurrentItem(tx.db, meetingId);
    if (before?.itemId === item.id) return;
    if ((before?.version ?? 0) !== version) throw new Conflict();
    await saveCurrentItem(tx.db, { meetingId, itemId, since: tx.clock.now(), version });
    await noteInHistory(tx, actor, { action: 'inSession.takenUp', meeting, after: { item: item.id } });
  });
}
