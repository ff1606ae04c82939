import { isAdministrator, isOfficerOf, isStaffOf, type Actor } from '../../lib/actor';
import { allowIf, type Decision } from '../../lib/policy';

/** Whoever builds the agendas of a body keeps its templates. */
export const templatePolicy = {
  keep: (actor: Actor, collaborativeId: string): Decision =>
    allowIf(isOfficerOf(actor, collaborativeId) || isStaffOf(actor, collaborativeId) || isAdministrator(actor), 'agendaTemplates.denied'),
} as const;
