import { inTransaction } from '../../db/database';
import type { Deps } from '../../deps';
import { recordEvents } from '../../history/events';
import type { Actor } from '../../lib/actor';
import { Conflict } from '../../lib/errors';
import { authorize, conceal } from '../../lib/policy';
import { recordPolicy } from './merge.actions';
import { getFields } from './people.queries';
import { tellPairApart } from './twin.queries';

/**
 * Remembers that two records are of different people; they are not listed beside each other again. Once; again changes nothing. Throws
 * NotFound for a record that is none any more.
 */
export function tellPeopleApart(deps: Deps, actor: Actor, id: string, other: string): Promise<void> {
  return inTransaction(deps, async (tx) => {
    conceal(recordPolicy.view(actor));
    authorize(recordPolicy.merge(actor, id, other));
    if (id === other) throw new Conflict('people.errors.same');
    for (const one of [id, other]) await getFields(tx.db, one);
    if (!(await tellPairApart(tx.db, [id, other], { id: actor.id, at: tx.clock.now() }))) return;
    const line = (about: string, than: string) =>
      ({ action: 'people.toldApart', actor, subject: { kind: 'person', id: about }, collaborativeId: null, after: { than } }) as const;
    await recordEvents(tx, [line(id, other), line(other, id)]);
  });
}
