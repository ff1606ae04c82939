import { isAdministrator, type Actor } from '../../lib/actor';
import { allowIf } from '../../lib/policy';
import { collaborativesSeen, type Cycle } from '../cycles';

export const formDeskPolicy = {
  /** Whoever sees the cycle reads its form: staff and approvers of a collaborative in it, administrators. */
  read: (actor: Actor, cycle: Pick<Cycle, 'collaborativeIds'>) =>
    allowIf(isAdministrator(actor) || collaborativesSeen(actor, cycle).length > 0, 'forms.denied.read'),

  /** Forms and rubrics are the administrators' (domain.md 3). */
  edit: (actor: Actor) => allowIf(isAdministrator(actor), 'forms.denied.edit'),
};
