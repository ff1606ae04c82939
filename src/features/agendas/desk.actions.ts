import { inTransaction, type Db } from '../../db/database';
import type { Deps } from '../../deps';
import { recordEvent } from '../../history/events';
import type { Action } from '../../i18n/keys';
import type { Actor } from '../../lib/actor';
import { Conflict, NotFound } from '../../lib/errors';
import { conceal } from '../../lib/policy';
import type { Instant } from '../../lib/time';
import { type Collaborative } from '../collaboratives';
import { bodyOf, getMeeting, kindTakesAction, meetingPolicy, type Meeting } from '../meetings';
import { isFixed, isOpenForItems, move, renumber, type AgendaItem, type Direction } from './agenda-item';
import { linkPriority } from '../priorities';
import { addItem } from './agenda-item.actions';
import { draftOf, wordsOf, type ItemValues } from './agenda-item.form';
import { deleteItem, listItems, saveItem, savePlaces } from './agenda-item.queries';
import { wasPublic, type Attachment } from './attachment';
import { listAttachments, takeOff } from './attachment.queries';
import { asOf, isFrozen, type Desk, type DeskTexts } from './posting-rules';
import { listPostings } from './posting.queries';
import { forgetSpanish, listOlderSpanish, noteSpanish } from './spanish.actions';

type LoadedDesk = Desk & DeskTexts & { readonly collaborative: Collaborative };

/** All the desk works with, as it stands at a moment: six queries. */
export async function loadDesk(db: Db, meetingId: string, at: Instant): Promise<LoadedDesk> {
  const meeting = await getMeeting(db, meetingId);
  const collaborative = await bodyOf(db, meeting);
  const items = await listItems(db, meetingId);
  const postings = await listPostings(db, meetingId);
  const attachments = (await listAttachments(db, meetingId)).filter(({ removedAt }) => removedAt === null);
  const desk = asOf({ meeting, items, attachments, postings, hours: collaborative.settings.noticeHours }, at);
  return { ...desk, collaborative, olderSpanish: await listOlderSpanish(db, items) };
}

/** Adds a line from the desk's form. */
export function addFromDesk(deps: Deps, actor: Actor, meetingId: string, values: ItemValues): Promise<AgendaItem> {
  return inTransaction(deps, async (tx) => {
    const meeting = await getMeeting(tx.db, meetingId);
    conceal(meetingPolicy.run(actor, meeting));
    const draft = draftOf(values, await linkPriority(tx.db, meeting.collaborativeId, priorityIn(values)));
    const mayDecide = kindTakesAction(meeting.kind);
    return addItem(tx, actor, meetingId, {
      ...draft,
      isAction: draft.isAction && mayDecide,
      isConsent: draft.isConsent === true && mayDecide,
    });
  });
}

export type ItemChanged =
  | { readonly kind: 'saved'; readonly item: AgendaItem }
  | { readonly kind: 'stale'; readonly item: AgendaItem }
  | { readonly kind: 'frozen'; readonly item: AgendaItem };

interface ItemChange {
  readonly meetingId: string;
  readonly itemId: string;
  readonly version: number;
  readonly values: ItemValues;
}

/** Changes the words of an item. `frozen`: it was posted, the deadline is over, and its title or action would change. */
export function changeItem(deps: Deps, actor: Actor, change: ItemChange): Promise<ItemChanged> {
  return inTransaction(deps, async (tx) => {
    const { desk, item } = await openItem(tx, actor, change.meetingId, change.itemId);
    if (item.version !== change.version) return { kind: 'stale', item };
    const after = reworded(desk, item, change.values);
    if (isNewBusiness(item, after) && isFrozen(desk, item, tx.clock.now())) return { kind: 'frozen', item };
    const priority = await linkPriority(tx.db, desk.meeting.collaborativeId, priorityIn(change.values));
    const saved = await saveItem(tx, { ...after, priority });
    await noteSpanish(tx, actor, { before: item, after: saved, holds: change.values.holds });
    await record(tx, actor, 'agendas.itemChanged', desk.meeting, { item: item.id, title: saved.title.en });
    return { kind: 'saved', item: saved };
  });
}

const priorityIn = ({ priorityId }: ItemValues): string | null => (priorityId === '' ? null : priorityId);

function reworded({ meeting }: Desk, item: AgendaItem, values: ItemValues): AgendaItem {
  const words = wordsOf(values);
  const mayDecide = kindTakesAction(meeting.kind) && !isFixed(item) && !item.isInformationOnly;
  return { ...item, ...words, isAction: words.isAction && mayDecide, isConsent: words.isConsent && mayDecide };
}

/** Whether the change makes other business of it than was posted: another title, an action, one without talk, or not the note it brought. */
const isNewBusiness = (before: AgendaItem, after: AgendaItem): boolean =>
  JSON.stringify(after.title) !== JSON.stringify(before.title) ||
  (after.isAction && !before.isAction) ||
  (after.isConsent && !before.isConsent) ||
  (before.noteId !== null && after.noteId !== before.noteId);

/** Takes an item off; fixed ones stay. */
export async function removeItem(deps: Deps, actor: Actor, order: { meetingId: string; itemId: string; version: number }): Promise<void> {
  await inTransaction(deps, async (tx) => {
    const { desk, item } = await openItem(tx, actor, order.meetingId, order.itemId);
    if (isFixed(item)) throw new Conflict('agendas.errors.fixed');
    await deleteItem(tx.db, { id: item.id, version: order.version });
    await forgetSpanish(tx, item);
    await takeOff(tx.db, papersOf(desk, item), tx.clock.now());
    const rest = desk.items.filter(({ id }) => id !== item.id);
    await savePlaces(tx.db, rest, renumber(rest));
    await record(tx, actor, 'agendas.itemRemoved', desk.meeting, { item: item.id, title: item.title.en });
  });
}

interface Moved {
  readonly item: AgendaItem;
  readonly count: number;
}

/** An item's papers, by whether the public saw them. */
function papersOf({ attachments, postings }: Desk, item: AgendaItem): { readonly seen: string[]; readonly unseen: string[] } {
  const own = attachments.filter(({ itemId }) => itemId === item.id);
  const isSeen = (attachment: Attachment) => wasPublic(attachment, postings);
  return { seen: own.filter(isSeen).map(({ id }) => id), unseen: own.filter((paper) => !isSeen(paper)).map(({ id }) => id) };
}

/** Moves an item one place; at an edge it stays. Answers it with its new place. */
export function moveItem(deps: Deps, actor: Actor, order: { meetingId: string; itemId: string; direction: Direction }): Promise<Moved> {
  return inTransaction(deps, async (tx) => {
    const { desk, item } = await openItem(tx, actor, order.meetingId, order.itemId);
    const after = move(desk.items, item.id, order.direction);
    await savePlaces(tx.db, desk.items, after);
    const moved = after.find(({ id }) => id === item.id) ?? item;
    if (moved.place !== item.place) await record(tx, actor, 'agendas.itemMoved', desk.meeting, { item: item.id, place: moved.place });
    return { item: moved, count: after.length };
  });
}

/** The desk and one of its items, for someone who may change it now. Throws NotFound, or Conflict once it is closed. */
export async function openItem(tx: Deps, actor: Actor, meetingId: string, itemId: string): Promise<{ desk: Desk; item: AgendaItem }> {
  const desk = await loadDesk(tx.db, meetingId, tx.clock.now());
  conceal(meetingPolicy.run(actor, desk.meeting));
  if (!isOpenForItems(desk.meeting)) throw new Conflict('agendas.errors.closed');
  const item = desk.items.find(({ id }) => id === itemId);
  if (item === undefined) throw new NotFound();
  return { desk, item };
}

async function record(tx: Deps, actor: Actor, action: Action, meeting: Meeting, after: Readonly<Record<string, unknown>>): Promise<void> {
  await recordEvent(tx, { action, actor, subject: { kind: 'meeting', id: meeting.id }, collaborativeId: meeting.collaborativeId, after });
}
