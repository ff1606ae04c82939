import type { Deps } from '../../deps';
import { recordEvents } from '../../history/events';
import type { Actor } from '../../lib/actor';
import { insertRole } from '../accounts';
import type { Cycle } from '../cycles';
import { insertPanelMember, listPanelMembersOf } from '../reviews';

/** Puts the people of an earlier cycle's panels on those of a new one, in the caller's transaction. */
export async function copyPanels(tx: Deps, actor: Actor, { from, to }: { from: Cycle; to: Cycle }): Promise<void> {
  const members = (await listPanelMembersOf(tx.db, from.id)).filter(({ collaborativeId }) => to.collaborativeIds.includes(collaborativeId));
  for (const { collaborativeId, personId, kind } of members) {
    const panel = { cycleId: to.id, collaborativeId };
    await insertPanelMember(tx, panel, { personId, kind });
    await insertRole(tx, { personId, role: 'reviewer', ...panel, grantedBy: actor.id });
  }
  await recordEvents(
    tx,
    members.map(({ collaborativeId, personId, kind }) => ({
      action: 'reviews.addPanelist' as const,
      actor,
      subject: { kind: 'cycle', id: to.id },
      collaborativeId,
      after: { person: personId, kind },
    })),
  );
}
