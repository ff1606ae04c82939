import { isMemberOf, isStaffOf, type Actor } from '../../lib/actor';
import { allowIf, type Decision } from '../../lib/policy';
import type { MemberMessage } from './directory';

/** The directory is for the members of one collaborative (pages.md); staff see only messages that were reported. */
export const directoryPolicy = {
  view: (actor: Actor, collaborativeId: string): Decision => allowIf(isMemberOf(actor, collaborativeId), 'directory.denied.view'),
  /** Who reads a message: its reader, unless they had blocked the writer when it was written. */
  read: (actor: Actor, { toId, withheldAt }: Pick<MemberMessage, 'toId' | 'withheldAt'>): Decision =>
    allowIf(actor.id !== null && actor.id === toId && withheldAt === null, 'directory.denied.view'),
  reported: (actor: Actor, collaborativeId: string): Decision => allowIf(isStaffOf(actor, collaborativeId), 'directory.denied.view'),
};
