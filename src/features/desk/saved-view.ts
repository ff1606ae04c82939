import { isStaffOf, type Actor } from '../../lib/actor';
import { allowIf } from '../../lib/policy';
import type { MessageKey } from '../../i18n/keys';
import type { Decision } from '../../lib/policy';

/** Filters, order and columns of a list under a name; shared ones are for all staff of the collaborative. */
export interface SavedView {
  readonly id: string;
  readonly collaborativeId: string;
  readonly ownerId: string;
  readonly name: string;
  /** The query of its address, in any cycle. */
  readonly query: string;
  readonly isShared: boolean;
}

const denied: MessageKey = 'applications.denied.list';

/** Only whoever saved a view changes it, while they are staff there (administrators count as staff of each list). */
export const savedViewPolicy = {
  change: (actor: Actor, view: Pick<SavedView, 'ownerId' | 'collaborativeId'>): Decision =>
    allowIf(
      actor.id === view.ownerId && (isStaffOf(actor, view.collaborativeId) || actor.grants.some(({ role }) => role === 'administrator')),
      denied,
    ),
};
