import { isAdministrator, isMemberOf, isOfficerOf, isStaffOf, type Actor } from '../../lib/actor';
import { allowIf, type Decision } from '../../lib/policy';

/** Members propose and see what became of each; whoever builds agendas decides (pages.md). */
export const topicPolicy = {
  propose: (actor: Actor, collaborativeId: string): Decision => allowIf(isMemberOf(actor, collaborativeId), 'topics.denied.propose'),
  decide: (actor: Actor, collaborativeId: string): Decision =>
    allowIf(isOfficerOf(actor, collaborativeId) || isStaffOf(actor, collaborativeId) || isAdministrator(actor), 'topics.denied.decide'),
} as const;
