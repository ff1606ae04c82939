import { inTransaction } from '../../db/database';
import type { Deps } from '../../deps';
import { recordEvent } from '../../history/events';
import type { Actor } from '../../lib/actor';
import { Conflict } from '../../lib/errors';
import { writtenIn } from '../../lib/local-text';
import { authorize } from '../../lib/policy';
import { dateOf } from '../../lib/time';
import { queueEmails } from '../../mail/queue-email';
import { listRecipients } from '../accounts';
import { listSigners } from '../advice';
import { moveFault, type CommitmentMove, type MoveWish, type Promised } from './commitment';
import { movedMail } from './commitment.emails';
import { commitmentPolicy } from './commitment.policy';
import { getPromise, insertCommitmentMove, savePromise } from './commitment.queries';

type Signed = Actor & { readonly id: string };

export interface MoveOrder extends MoveWish {
  readonly words: string;
  readonly evidenceUrl: string | null;
  readonly version: number;
}

/** A promise for who may say how it stands: 404 for what is not public, 403 for whoever may only read. */
export async function promiseToMove(tx: Pick<Deps, 'db'>, actor: Actor, id: string): Promise<Promised> {
  const promise = await getPromise(tx.db, id);
  authorize(commitmentPolicy.move(actor, promise));
  return promise;
}

/**
 * Says how a promise stands; the authors and endorsers are told, and followers by the news. Throws Conflict (409) when another
 * was first, or when it cannot go there.
 */
export function moveCommitment(deps: Deps, actor: Signed, id: string, order: MoveOrder): Promise<void> {
  return inTransaction(deps, async (tx) => {
    const before = await promiseToMove(tx, actor, id);
    if (before.version !== order.version) throw new Conflict();
    const at = tx.clock.now();
    if (moveFault(before, order, dateOf(at)) !== null) throw new Conflict('errors.conflict.notNow');
    const after = { ...before, status: order.status, dueOn: order.dueOn };
    await savePromise(tx.db, after);
    const move: CommitmentMove = {
      id: tx.newId(),
      commitmentId: id,
      from: before.status,
      to: after.status,
      fromOn: before.dueOn,
      toOn: after.dueOn,
      words: writtenIn(actor.locale, order.words),
      evidenceUrl: order.evidenceUrl,
      at,
      by: actor.id,
    };
    await insertCommitmentMove(tx.db, move);
    await recordEvent(tx, {
      action: 'commitments.moved',
      actor,
      subject: { kind: 'note', id: before.noteId },
      collaborativeId: before.collaborativeId,
      after: { commitment: id, from: move.from, to: move.to, dueOn: after.dueOn },
    });
    await tellSigners(tx, after, move);
  });
}

async function tellSigners(tx: Deps, promise: Promised, move: CommitmentMove): Promise<void> {
  const signers = [...new Set((await listSigners(tx.db, promise.noteId)).map(({ personId }) => personId))];
  const recipients = await listRecipients(tx.db, signers);
  await queueEmails(
    tx,
    recipients.map((to) => movedMail({ t: tx.translate(to.locale), baseUrl: tx.baseUrl }, promise, move, to)),
  );
}
