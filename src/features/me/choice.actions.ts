import { inTransaction } from '../../db/database';
import type { Deps } from '../../deps';
import { recordEvent } from '../../history/events';
import type { Actor } from '../../lib/actor';
import { Conflict } from '../../lib/errors';
import type { NoticeChoice, NoticeKind } from '../../mail/notice-choices';
import { saveChoice } from '../../mail/notice-choices.queries';
import { getPerson, savePerson, type AccessNeeds } from '../accounts';

type Signed = Actor & { readonly id: string };

/** Saves what a person needs to take part. The history says that it changed, never what it is. */
export function changeNeeds(deps: Deps, actor: Signed, needs: AccessNeeds, version: number): Promise<void> {
  return inTransaction(deps, async (tx) => {
    const person = await getPerson(tx.db, actor.id);
    if (person.version !== version) throw new Conflict();
    const accessNeeds = Object.fromEntries(Object.entries(needs).filter(([, text]) => text !== ''));
    await savePerson(tx.db, { ...person, accessNeeds });
    await recordEvent(tx, { action: 'me.changeNeeds', actor, subject: { kind: 'person', id: actor.id }, collaborativeId: null });
  });
}

/** Saves when each kind of mail nobody has to get shall come; it counts for those that wait, too. */
export function chooseNotices(deps: Deps, actor: Signed, choices: Readonly<Record<NoticeKind, NoticeChoice>>): Promise<void> {
  return inTransaction(deps, async (tx) => {
    const at = tx.clock.now();
    for (const [kind, choice] of Object.entries(choices)) await saveChoice(tx.db, actor.id, { kind, choice, at });
    await recordEvent(tx, { action: 'me.chooseNotices', actor, subject: { kind: 'person', id: actor.id }, collaborativeId: null });
  });
}
