import { inTransaction } from '../../db/database';
import type { Deps } from '../../deps';
import { recordEvent, type Details } from '../../history/events';
import type { Action } from '../../i18n/keys';
import type { Actor } from '../../lib/actor';
import { Conflict, NotFound } from '../../lib/errors';
import { conceal } from '../../lib/policy';
import { isRetired, mayDelete, neighbour, type Direction, type Priority, type PriorityWords } from './priority';
import { priorityPolicy } from './priority.policy';
import { addedByForm, deletePriority, findPriority, insertPriority, listPriorities, savePriority, swapPlaces } from './priority.queries';

interface Where {
  readonly collaborativeId: string;
  readonly id: string;
}

/** Adds a priority after the others. A form sent twice adds one. Answers the id of the one added. */
export function addPriority(
  deps: Deps,
  actor: Actor,
  { collaborativeId, key, words }: { readonly collaborativeId: string; readonly key: string; readonly words: PriorityWords },
): Promise<string> {
  return inTransaction(deps, async (tx) => {
    conceal(priorityPolicy.edit(actor, collaborativeId));
    const added = await addedByForm(tx.db, key);
    if (added !== undefined) return added;
    const place = Math.max(0, ...(await listPriorities(tx.db, collaborativeId)).map((priority) => priority.place)) + 1;
    const id = tx.newId();
    const priority: Priority = { ...words, id, collaborativeId, place, isLinked: false, retiredAt: null, version: 1 };
    await insertPriority(tx.db, priority, key);
    await record(tx, actor, 'priorities.added', priority, { after: { title: words.title.en } });
    return id;
  });
}

/**
 * Changes the words of a priority. Agendas that were posted keep those they were posted with. Answers null, or the priority as it is
 * when another changed it since the form was read. Throws NotFound when it is gone.
 */
export function rewordPriority(
  deps: Deps,
  actor: Actor,
  { words, version, ...where }: Where & { readonly words: PriorityWords; readonly version: number },
): Promise<Priority | null> {
  return inTransaction(deps, async (tx) => {
    const before = await load(tx, actor, where);
    if (before.version !== version) return before;
    await savePriority(tx.db, { ...before, ...words });
    await record(tx, actor, 'priorities.reworded', before, {
      before: { title: before.title.en, text: before.text.en },
      after: { title: words.title.en, text: words.text.en },
    });
    return null;
  });
}

/** Moves it one place; at an edge it stays. */
export function movePriority(deps: Deps, actor: Actor, { direction, ...where }: Where & { readonly direction: Direction }): Promise<void> {
  return inTransaction(deps, async (tx) => {
    const priority = await load(tx, actor, where);
    const other = neighbour(await listPriorities(tx.db, where.collaborativeId), where.id, direction);
    if (other === undefined) return;
    await swapPlaces(tx.db, priority, other);
    await record(tx, actor, 'priorities.moved', priority, { before: { place: priority.place }, after: { place: other.place } });
  });
}

/** Takes it out of force: nothing new is linked to it. A second press changes nothing. */
export function retirePriority(deps: Deps, actor: Actor, where: Where): Promise<void> {
  return inTransaction(deps, async (tx) => {
    const priority = await load(tx, actor, where);
    if (isRetired(priority)) return;
    await savePriority(tx.db, { ...priority, retiredAt: tx.clock.now() });
    await record(tx, actor, 'priorities.retired', priority);
  });
}

/** Puts a retired one in force again. A second press changes nothing. */
export function renewPriority(deps: Deps, actor: Actor, where: Where): Promise<void> {
  return inTransaction(deps, async (tx) => {
    const priority = await load(tx, actor, where);
    if (!isRetired(priority)) return;
    await savePriority(tx.db, { ...priority, retiredAt: null });
    await record(tx, actor, 'priorities.renewed', priority);
  });
}

/** Deletes one that nothing was ever linked to. Throws Conflict for the others: they can be retired. */
export function removePriority(deps: Deps, actor: Actor, where: Where): Promise<void> {
  return inTransaction(deps, async (tx) => {
    const priority = await load(tx, actor, where);
    if (!mayDelete(priority) || (await deletePriority(tx.db, where.id)) === 0) throw new Conflict('priorities.errors.linked');
    await record(tx, actor, 'priorities.removed', priority, { before: { title: priority.title.en } });
  });
}

async function load(tx: Deps, actor: Actor, { collaborativeId, id }: Where): Promise<Priority> {
  conceal(priorityPolicy.edit(actor, collaborativeId));
  const priority = await findPriority(tx.db, collaborativeId, id);
  if (priority === undefined) throw new NotFound();
  return priority;
}

const record = (
  tx: Deps,
  actor: Actor,
  action: Action,
  { id, collaborativeId }: Priority,
  change: { readonly before?: Details; readonly after?: Details } = {},
): Promise<void> => recordEvent(tx, { action, actor, subject: { kind: 'priority', id }, collaborativeId, ...change });
