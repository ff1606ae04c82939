import { isAdministrator, type Actor } from '../../lib/actor';
import { allowIf, refuse, type Decision } from '../../lib/policy';

/** People and their roles belong to administrators; nobody changes what they may do themselves. */
export const peoplePolicy = {
  /** Admin pages do not show themselves to others: use with `conceal`. */
  view: (actor: Actor): Decision => allowIf(isAdministrator(actor), 'accounts.denied.people'),
  invite: (actor: Actor): Decision => allowIf(isAdministrator(actor), 'accounts.denied.people'),
  changeRoles: (actor: Actor, personId: string): Decision =>
    isAdministrator(actor) ? notOneself(actor, personId) : refuse('accounts.denied.people'),
  /** The last administrator stays: `others` counts those beside this person. */
  endAdministrator: (actor: Actor, personId: string, others: number): Decision =>
    others === 0 ? refuse('accounts.denied.lastAdministrator') : peoplePolicy.changeRoles(actor, personId),
  /** A lost second factor is reset by two: who confirms is not who asked (domain.md 2). */
  confirmReset: (actor: Actor, personId: string, requestedBy: string | null): Decision =>
    requestedBy === actor.id ? refuse('accounts.denied.secondPerson') : peoplePolicy.changeRoles(actor, personId),
};

const notOneself = (actor: Actor, personId: string): Decision => allowIf(actor.id !== personId, 'accounts.denied.ownRole');
