import { isAdministrator, isApproverOf, isStaffOf, type Actor } from '../../lib/actor';
import { allowIf, type Decision } from '../../lib/policy';

/** Settings of a collaborative (pages.md): administrators change them, its staff and approvers read them. */
export const settingsPolicy = {
  view: (actor: Actor, collaborativeId: string): Decision =>
    allowIf(
      isAdministrator(actor) || isStaffOf(actor, collaborativeId) || isApproverOf(actor, collaborativeId),
      'collaboratives.settings.denied',
    ),
  change: (actor: Actor): Decision => allowIf(isAdministrator(actor), 'collaboratives.settings.denied'),
};
