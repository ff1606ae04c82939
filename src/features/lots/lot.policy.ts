import { isAdministrator, isApproverOf, isStaffOf, type Actor } from '../../lib/actor';
import { allowIf, type Decision } from '../../lib/policy';

interface LotSubject {
  readonly collaborativeId: string;
}

export const lotPolicy = {
  /** The desk with names; the public page is everyone's. */
  view: (actor: Actor, { collaborativeId }: LotSubject): Decision =>
    allowIf(isStaffOf(actor, collaborativeId) || isApproverOf(actor, collaborativeId) || isAdministrator(actor), 'lots.denied.view'),
  /** Announces, cancels, asks for a new draw. */
  arrange: (actor: Actor, { collaborativeId }: LotSubject): Decision => allowIf(isStaffOf(actor, collaborativeId), 'lots.denied.arrange'),
  /** Enters the published seed, or gives one of the two words. */
  draw: (actor: Actor, { collaborativeId }: LotSubject): Decision =>
    allowIf(isStaffOf(actor, collaborativeId) || isApproverOf(actor, collaborativeId), 'lots.denied.draw'),
};
