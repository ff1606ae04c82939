import { isAdministrator, type Actor } from '../../lib/actor';
import { allowIf } from '../../lib/policy';

const isTheirs = (actor: Actor) => allowIf(isAdministrator(actor), 'errors.notFound.lead');

/** The outbox is the administrators' alone (pages.md); to anybody else these pages do not exist. */
export const mailDeskPolicy = { view: isTheirs, settle: isTheirs, pause: isTheirs };
