import { isStaffOf, type Actor } from '../../lib/actor';
import { allowIf, type Decision } from '../../lib/policy';

/** Anyone reads what the district promised in a signed answer; its office says how it stands. */
export const commitmentPolicy = {
  move: (actor: Actor, { collaborativeId }: { readonly collaborativeId: string }): Decision =>
    allowIf(isStaffOf(actor, collaborativeId), 'commitments.denied.move'),
} as const;
