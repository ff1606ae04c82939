import { inTransaction } from '../../db/database';
import type { Deps } from '../../deps';
import { recordEvent } from '../../history/events';
import type { Actor } from '../../lib/actor';
import { Conflict, Forbidden } from '../../lib/errors';
import { authorize, conceal } from '../../lib/policy';
import { applicationPolicy } from '../applications';
import { savedViewPolicy } from './saved-view';
import { deleteSavedView, getSavedView, isNameTaken, saveView } from './saved-view.queries';

export interface WantedView {
  readonly name: string;
  readonly query: string;
  readonly isShared: boolean;
}

/** Saves the filters, order and columns of a list under a name of one's own. */
export function keepView(deps: Deps, actor: Actor, collaborativeId: string, wanted: WantedView): Promise<void> {
  return inTransaction(deps, async (tx) => {
    authorize(applicationPolicy.list(actor, collaborativeId));
    if (actor.id === null) throw new Forbidden('applications.denied.list');
    await saveView(tx, { ...wanted, collaborativeId, ownerId: actor.id });
    const subject = { kind: 'collaborative', id: collaborativeId };
    await recordEvent(tx, { action: 'desk.keepView', actor, subject, collaborativeId, after: { shared: wanted.isShared } });
  });
}

/** Gives a view another name, or shares it. */
export function changeView(deps: Deps, actor: Actor, id: string, wanted: Omit<WantedView, 'query'>): Promise<void> {
  return inTransaction(deps, async (tx) => {
    const view = await getSavedView(tx.db, id);
    conceal(savedViewPolicy.change(actor, view));
    if (await isNameTaken(tx.db, view, wanted.name)) throw new Conflict('desk.errors.nameTaken');
    await saveView(tx, { ...view, ...wanted });
    const { collaborativeId } = view;
    const subject = { kind: 'collaborative', id: collaborativeId };
    await recordEvent(tx, { action: 'desk.changeView', actor, subject, collaborativeId, after: { shared: wanted.isShared } });
  });
}

/** Answers the collaborative of the view that is gone. */
export function removeView(deps: Deps, actor: Actor, id: string): Promise<string> {
  return inTransaction(deps, async (tx) => {
    const view = await getSavedView(tx.db, id);
    conceal(savedViewPolicy.change(actor, view));
    await deleteSavedView(tx.db, id);
    const { collaborativeId } = view;
    await recordEvent(tx, { action: 'desk.removeView', actor, subject: { kind: 'collaborative', id: collaborativeId }, collaborativeId });
    return collaborativeId;
  });
}
