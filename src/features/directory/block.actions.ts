import { inTransaction } from '../../db/database';
import type { Deps } from '../../deps';
import { recordEvent } from '../../history/events';
import type { Actor } from '../../lib/actor';
import { Conflict, NotFound } from '../../lib/errors';
import { conceal } from '../../lib/policy';
import { dateOf } from '../../lib/time';
import { listMembers } from '../membership';
import { deleteBlock, insertBlock } from './block.queries';
import { directoryPolicy } from './directory.policy';
import { getMessage, markDealtWith } from './directory.queries';

type Signed = Actor & { readonly id: string };

export interface BlockWanted {
  readonly collaborativeId: string;
  readonly blockedId: string;
  /** False: takes the block back. */
  readonly isOn: boolean;
}

/** A member wants no messages from a fellow member, or wants them again. Nobody is told, and no history says of whom. */
export function block(deps: Deps, actor: Signed, { collaborativeId, blockedId, isOn }: BlockWanted): Promise<void> {
  return inTransaction(deps, async (tx) => {
    conceal(directoryPolicy.view(actor, collaborativeId));
    if (blockedId === actor.id) throw new Conflict('directory.errors.oneself');
    if (!isOn) {
      await deleteBlock(tx.db, actor.id, blockedId);
      return;
    }
    const members = await listMembers(tx.db, collaborativeId, dateOf(tx.clock.now()));
    if (!members.some(({ personId }) => personId === blockedId)) throw new NotFound();
    await insertBlock(tx.db, { personId: actor.id, blockedId, at: tx.clock.now() });
  });
}

/** Staff have dealt with a message that was reported to them. Once; again changes nothing. */
export function dealWith(deps: Deps, actor: Signed, id: string): Promise<void> {
  return inTransaction(deps, async (tx) => {
    const message = await getMessage(tx.db, id);
    conceal(directoryPolicy.reported(actor, message.collaborativeId));
    if (message.reportedAt === null) throw new NotFound();
    if ((await markDealtWith(tx.db, id, { at: tx.clock.now(), by: actor.id })) === 0) return;
    const { collaborativeId } = message;
    await recordEvent(tx, { action: 'directory.dealtWith', actor, subject: { kind: 'member_message', id }, collaborativeId });
  });
}
