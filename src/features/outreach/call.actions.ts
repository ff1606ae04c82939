import { inTransaction } from '../../db/database';
import type { Deps } from '../../deps';
import { recordEvent } from '../../history/events';
import type { Actor } from '../../lib/actor';
import { Conflict } from '../../lib/errors';
import { conceal } from '../../lib/policy';
import { dateOf, type Instant } from '../../lib/time';
import { endRolesFor, giveRole, insertPerson, listPeopleAt } from '../accounts';
import { acceptOffer, declineOffer, type WhenAccepted } from '../offers';
import type { CallOutcome } from './call';
import { callPolicy, type CallPlace } from './call.policy';
import { getToCall, insertCall, listCallers } from './call.queries';

type Known = Actor & { readonly id: string };

/** Notes how a call ended, and when to call again. */
export function logCall(
  deps: Deps,
  actor: Known,
  place: CallPlace,
  call: { readonly offerId: string; readonly outcome: CallOutcome; readonly againAt: Instant | null },
): Promise<void> {
  return inTransaction(deps, (tx) => note(tx, actor, place, { ...call, saidName: null }));
}

/** Takes what the applicant says on the phone as their answer: the same action as their own, marked with who heard it. */
export function answerByPhone(
  deps: Deps,
  actor: Known,
  place: CallPlace,
  said: { readonly offerId: string; readonly answer: 'yes' | 'no'; readonly name: string; readonly reason: string },
  whenAccepted: WhenAccepted,
): Promise<void> {
  return inTransaction(deps, async (tx) => {
    const { reference } = await getToCall(tx.db, place, { offerId: said.offerId, by: actor.id });
    await note(tx, actor, place, { offerId: said.offerId, outcome: said.answer, againAt: null, saidName: said.name });
    if (said.answer === 'yes') await acceptOffer(tx, actor, { reference, by: 'phone' }, whenAccepted);
    else await declineOffer(tx, actor, { reference, by: 'phone', reason: said.reason });
  });
}

async function note(
  tx: Deps,
  actor: Known,
  place: CallPlace,
  call: { offerId: string; outcome: CallOutcome; againAt: Instant | null; saidName: string | null },
): Promise<void> {
  conceal(callPolicy.call(actor, place));
  const { candidacyId } = await getToCall(tx.db, place, { offerId: call.offerId, by: actor.id });
  await insertCall(tx.db, { ...call, id: tx.newId(), callerId: actor.id, at: tx.clock.now() });
  await recordEvent(tx, {
    action: 'outreach.logCall',
    actor,
    subject: { kind: 'candidacy', id: candidacyId },
    collaborativeId: place.collaborativeId,
    after: { outcome: call.outcome },
  });
}

/** Gives somebody the role of caller; who has no record is added and invited. */
export function addCaller(
  deps: Deps,
  actor: Actor,
  place: CallPlace,
  wanted: { readonly name: string; readonly email: string },
): Promise<void> {
  return inTransaction(deps, async (tx) => {
    conceal(callPolicy.choose(actor, place));
    const [known] = await listPeopleAt(tx.db, wanted.email);
    const person = known ?? (await insertPerson(tx, wanted));
    const held = await listCallers(tx.db, place, dateOf(tx.clock.now()));
    if (held.some(({ personId }) => personId === person.id)) throw new Conflict('accounts.errors.roleHeld');
    await giveRole(tx, actor, person, { role: 'caller', ...place });
  });
}

/** Ends the role at once, and the person's sessions with it. */
export function endCaller(deps: Deps, actor: Actor, place: CallPlace, personId: string): Promise<void> {
  return inTransaction(deps, async (tx) => {
    conceal(callPolicy.choose(actor, place));
    await endRolesFor(tx, personId, { role: 'caller', ...place });
    await recordEvent(tx, {
      action: 'outreach.endCaller',
      actor,
      subject: { kind: 'person', id: personId },
      collaborativeId: place.collaborativeId,
    });
  });
}
