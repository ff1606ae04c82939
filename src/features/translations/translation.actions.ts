import { inTransaction } from '../../db/database';
import type { Deps } from '../../deps';
import { recordEvents } from '../../history/events';
import type { Actor } from '../../lib/actor';
import { conceal } from '../../lib/policy';
import { meetingPolicy } from '../meetings';
import { isSameText } from './translation';
import type { Assignment } from './translation.form';
import { listWaitingTexts, saveTask } from './translation.queries';

/**
 * Says who translates texts and until when. What has its Spanish by now is left out. `stale`: another assigned one of them since
 * the list was read, and nothing is saved. Else answers how many.
 */
export function assignTexts(
  deps: Deps,
  actor: Actor,
  collaborativeId: string,
  { texts, ownerId, dueOn }: Assignment,
): Promise<number | 'stale'> {
  return inTransaction(deps, async (tx) => {
    conceal(meetingPolicy.schedule(actor, collaborativeId));
    const waiting = await listWaitingTexts(tx.db, actor, collaborativeId, tx.clock.now());
    const chosen = waiting.flatMap((text) => {
      const ticked = texts.find((one) => isSameText(one, text));
      return ticked === undefined ? [] : [{ text, ticked }];
    });
    if (chosen.some(({ text, ticked }) => text.version !== ticked.version)) return 'stale';
    for (const { text } of chosen) await saveTask(tx.db, { ...text, ownerId, dueOn });
    await recordEvents(
      tx,
      chosen.map(({ text }) => ({
        action: 'translations.assigned',
        actor,
        subject: { kind: text.kind === 'note' ? 'note' : 'meeting', id: text.subjectId },
        collaborativeId,
        before: { text: text.kind, part: text.part, ownerId: text.ownerId, dueOn: text.dueOn },
        after: { text: text.kind, part: text.part, ownerId, dueOn },
      })),
    );
    return chosen.length;
  });
}
