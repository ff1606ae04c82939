import { inTransaction } from '../../db/database';
import type { Deps } from '../../deps';
import type { Actor } from '../../lib/actor';
import { Conflict } from '../../lib/errors';
import type { CalendarDate } from '../../lib/time';
import { saveItem, type ItemOutcome } from '../agendas';
import { checkNotVotedTogether } from './consent';
import { actionItemMachine, type ActionItemEvent } from './action-item';
import type { Saved } from './attendance.actions';
import { findNote, getActionItem, insertActionItem, saveActionItem, saveNote, listActionItems } from './item.queries';
import { isAbout } from './motion';
import { getItemOf } from './motion.actions';
import { listMotions } from './motion.queries';
import { loadSession } from './record.queries';
import { checkInSession, outcomesFor } from './session';
import { meetingToRun } from './session.actions';
import { noteInHistory } from './session.history';

interface About {
  readonly meetingId: string;
  readonly itemId: string;
}

/** Keeps the notes of an item; answers their new version, or `stale`. Typing is no event of the history. */
export function keepNote(
  deps: Deps,
  actor: Actor,
  wanted: About & { readonly text: string; readonly version: number },
): Promise<number | 'stale'> {
  return inTransaction(deps, async (tx) => {
    checkInSession(await meetingToRun(tx, actor, wanted.meetingId));
    const item = await getItemOf(tx, wanted.meetingId, wanted.itemId);
    const before = await findNote(tx.db, item.id);
    if ((before?.version ?? 0) !== wanted.version) return 'stale';
    const saved = await saveNote(tx.db, { itemId: item.id, text: wanted.text, savedAt: tx.clock.now(), version: wanted.version });
    return saved.version;
  });
}

/** Says how an item ended. It is decided by a vote alone. */
export function setOutcome(
  deps: Deps,
  actor: Actor,
  wanted: About & { readonly outcome: ItemOutcome; readonly words: string; readonly version: number },
): Promise<Saved> {
  return inTransaction(deps, async (tx) => {
    const { meetingId, outcome, words } = wanted;
    const meeting = await meetingToRun(tx, actor, meetingId);
    checkInSession(meeting);
    const item = await getItemOf(tx, meetingId, wanted.itemId);
    if (item.version !== wanted.version) return 'stale';
    const motions = (await listMotions(tx.db, meetingId)).filter((motion) => isAbout(motion, item.id));
    checkNotVotedTogether(item, motions);
    if (!outcomesFor(motions).includes(outcome)) throw new Conflict('inSession.errors.decidedByVote');
    await saveItem(tx, { ...item, outcome, outcomeWords: words });
    await noteInHistory(tx, actor, { action: 'inSession.outcomeSet', meeting, after: { item: item.id, outcome } });
    return 'saved';
  });
}

interface NewActionItem extends About {
  /** The mark of the form: sent twice it is noted once. Empty: none. */
  readonly key: string;
  readonly text: string;
  /** A person on the roll of that day, or null. */
  readonly ownerId: string | null;
  readonly dueOn: CalendarDate | null;
}

/** Notes something to be done after the meeting. */
export function addActionItem(deps: Deps, actor: Actor, wanted: NewActionItem): Promise<void> {
  return inTransaction(deps, async (tx) => {
    const { key, meetingId, itemId, text, ownerId, dueOn } = wanted;
    await meetingToRun(tx, actor, meetingId);
    const { meeting, voters } = await loadSession(tx.db, meetingId);
    checkInSession(meeting);
    const item = await getItemOf(tx, meetingId, itemId);
    if ((await listActionItems(tx.db, meetingId)).some(({ id }) => id === key)) return;
    if (ownerId !== null && !voters.some(({ personId }) => personId === ownerId)) throw new Conflict('inSession.errors.ownerUnknown');
    const made = { id: key === '' ? tx.newId() : key, meetingId, itemId: item.id, text, ownerId, dueOn, madeAt: tx.clock.now() };
    await insertActionItem(tx.db, { ...made, status: 'open', version: 1 });
    await noteInHistory(tx, actor, { action: 'inSession.actionItemAdded', meeting, after: { actionItem: made.id, item: item.id } });
  });
}

/** Marks something to be done as done or dropped, in the meeting or after it. Answers the item it belongs to. */
export function closeActionItem(
  deps: Deps,
  actor: Actor,
  wanted: { readonly meetingId: string; readonly actionItemId: string; readonly event: ActionItemEvent },
): Promise<string | null> {
  return inTransaction(deps, async (tx) => {
    const meeting = await meetingToRun(tx, actor, wanted.meetingId);
    const before = await getActionItem(tx.db, meeting.id, wanted.actionItemId);
    const status = actionItemMachine.next(before.status, wanted.event);
    await saveActionItem(tx.db, { ...before, status });
    const action = status === 'done' ? 'inSession.actionItemDone' : 'inSession.actionItemDropped';
    await noteInHistory(tx, actor, { action, meeting, after: { actionItem: before.id, status } });
    return before.itemId;
  });
}
