import { inTransaction } from '../../db/database';
import type { Deps } from '../../deps';
import { recordEvents } from '../../history/events';
import { isAdministrator, type Actor } from '../../lib/actor';
import { Conflict } from '../../lib/errors';
import { allowIf, authorize, conceal, type Decision } from '../../lib/policy';
import { dateOf } from '../../lib/time';
import { queueEmails } from '../../mail/queue-email';
import { endSessionsOf } from '../../web/session.queries';
import { getPerson, recipientOf } from '../accounts';
import { mergedPerson, type Choice, type MergedField } from './merge';
import { mergedMail } from './people.emails';
import { getFields, mergeBlocks, moveAll, retire, saveFields } from './people.queries';
import { moveApart } from './twin.queries';

/** Records of people belong to administrators; nobody joins their own, which could give them what the other may do. */
export const recordPolicy = {
  view: (actor: Actor): Decision => allowIf(isAdministrator(actor), 'errors.forbidden.lead'),
  merge: (actor: Actor, keptId: string, goneId: string): Decision =>
    allowIf(isAdministrator(actor) && actor.id !== keptId && actor.id !== goneId, 'people.blocks.oneself'),
};

export interface Merging {
  readonly keptId: string;
  readonly goneId: string;
  readonly choices: Readonly<Partial<Record<MergedField, Choice>>>;
  /** Of both records, as they were read. */
  readonly versions: { readonly kept: number; readonly gone: number };
}

/**
 * Joins two records of one person: all that one has goes to the other, its account is closed and its roles end; the history of
 * both stays. The person is told at the address that is kept. Throws Conflict for what one person may have but once, and when
 * either was changed meanwhile.
 */
export function mergePeople(deps: Deps, actor: Actor, { keptId, goneId, choices, versions }: Merging): Promise<void> {
  return inTransaction(deps, async (tx) => {
    conceal(recordPolicy.view(actor));
    authorize(recordPolicy.merge(actor, keptId, goneId));
    if (keptId === goneId) throw new Conflict('people.errors.same');
    const [kept, gone] = [await getFields(tx.db, keptId), await getFields(tx.db, goneId)];
    if (kept.version !== versions.kept || gone.version !== versions.gone) throw new Conflict();
    const [block] = await mergeBlocks(tx.db, keptId, goneId);
    if (block !== undefined) throw new Conflict(`people.blocks.${block}`);
    const count = await moveAll(tx.db, keptId, goneId);
    await moveApart(tx.db, keptId, goneId);
    await retire(tx.db, goneId, { keptId, at: tx.clock.now(), today: dateOf(tx.clock.now()) });
    if ((await saveFields(tx.db, keptId, mergedPerson(kept, gone, choices), kept.version)) === 0) throw new Conflict();
    await endSessionsOf(tx.db, goneId);
    const line = (id: string, other: string) =>
      ({
        action: 'people.merged',
        actor,
        subject: { kind: 'person', id },
        collaborativeId: null,
        after: { with: other, rows: count },
      }) as const;
    await recordEvents(tx, [line(keptId, goneId), line(goneId, keptId)]);
    const to = recipientOf(await getPerson(tx.db, keptId));
    await queueEmails(tx, [mergedMail(to, tx.translate(to.locale), { baseUrl: tx.baseUrl, goneId })]);
  });
}
