import { inTransaction } from '../../db/database';
import type { Deps } from '../../deps';
import { recordEvents } from '../../history/events';
import type { Action } from '../../i18n/keys';
import type { Actor } from '../../lib/actor';
import { Conflict } from '../../lib/errors';
import { authorize, conceal } from '../../lib/policy';
import { dateOf, type CalendarDate } from '../../lib/time';
import type { Email, Recipient } from '../../mail/email';
import { queueEmails } from '../../mail/queue-email';
import { endSessionsOf } from '../../web/session.queries';
import { listColleagues, listRecipients, willHold } from '../accounts';
import { isOpenOn, overlap, stateOn, type Deputy } from './deputy';
import { endedMail, namedMail } from './deputy.emails';
import { deputyPolicy } from './deputy.policy';
import { getDeputy, insertDeputy, listOpenDeputies, saveEnd, type NamedDeputy } from './deputy.queries';

export type Naming = Pick<Deputy, 'collaborativeId' | 'approverId' | 'deputyId' | 'startsOn' | 'endsOn'>;

/**
 * Names who stands in for an approver from a first to a last day; both are told. Only somebody who holds a role already can be named:
 * an approver brings in no stranger. Throws Conflict where another one stands in for the same approver on one of the days.
 */
export function nameDeputy(deps: Deps, actor: Actor, naming: Naming): Promise<void> {
  return inTransaction(deps, async (tx) => {
    authorize(deputyPolicy.name(actor, naming));
    const at = tx.clock.now();
    await assertPossible(tx, naming, dateOf(at));
    const id = await insertDeputy(tx, { ...naming, namedBy: actor.id, namedAt: at });
    const deputy = await getDeputy(tx.db, id);
    await record(tx, actor, deputy, 'deputies.name');
    await tellBoth(tx, deputy, namedMail);
  });
}

/** Ends it at once; both are told, and a deputy who stood in is signed out. */
export function endDeputy(deps: Deps, actor: Actor, id: string): Promise<NamedDeputy> {
  return inTransaction(deps, async (tx) => {
    const deputy = await getDeputy(tx.db, id);
    conceal(deputyPolicy.end(actor, deputy));
    const at = tx.clock.now();
    if (!isOpenOn(deputy, dateOf(at)) || (await saveEnd(tx.db, id, actor.id, at)) === 0) throw new Conflict('errors.conflict.notNow');
    if (stateOn(deputy, dateOf(at)) === 'now' && actor.id !== deputy.deputyId) await endSessionsOf(tx.db, deputy.deputyId);
    await record(tx, actor, deputy, 'deputies.end');
    await tellBoth(tx, deputy, endedMail);
    return deputy;
  });
}

async function assertPossible(tx: Deps, naming: Naming, today: CalendarDate): Promise<void> {
  if (!(await willHold(tx.db, naming.approverId, { role: 'approver', collaborativeId: naming.collaborativeId }, today)))
    throw new Conflict('deputies.errors.noApprover');
  if (!(await listColleagues(tx.db, today)).some(({ id }) => id === naming.deputyId)) throw new Conflict('deputies.errors.noColleague');
  if ((await listOpenDeputies(tx.db, naming, today)).some((other) => overlap(other, naming))) throw new Conflict('deputies.errors.taken');
}

/** A line in the history of each of the two. */
const record = (tx: Deps, actor: Actor, deputy: NamedDeputy, action: Action): Promise<void> =>
  recordEvents(
    tx,
    [deputy.approverId, deputy.deputyId].map((id) => ({
      action,
      actor,
      subject: { kind: 'person', id },
      collaborativeId: null,
      after: {
        approver: deputy.approverId,
        deputy: deputy.deputyId,
        collaborative: deputy.collaborativeId,
        startsOn: deputy.startsOn,
        endsOn: deputy.endsOn,
      },
    })),
  );

type Compose = (to: Recipient, about: Parameters<typeof namedMail>[1]) => Email;

/** The mails to the approver and the deputy. */
export async function mailsToBoth(tx: Deps, deputy: NamedDeputy, compose: Compose): Promise<Email[]> {
  const both = await listRecipients(tx.db, [deputy.approverId, deputy.deputyId]);
  return both.filter(({ address }) => address !== '').map((to) => compose(to, { t: tx.translate(to.locale), baseUrl: tx.baseUrl, deputy }));
}

async function tellBoth(tx: Deps, deputy: NamedDeputy, compose: Compose): Promise<void> {
  await queueEmails(tx, await mailsToBoth(tx, deputy, compose));
}
