import { inTransaction } from '../../db/database';
import type { Deps } from '../../deps';
import { recordEvent } from '../../history/events';
import type { Action } from '../../i18n/keys';
import type { Actor } from '../../lib/actor';
import { Conflict } from '../../lib/errors';
import { conceal } from '../../lib/policy';
import { confirmArrival, sendAgain } from '../../mail/outbox-care.queries';
import { findPause, pauseMail, resumeMail } from '../../mail/worker-state.queries';
import { isTroubled, whyNotAgain, type TroubledMail } from './mail-desk';
import { mailDeskPolicy } from './mail-desk.policy';
import { getTroubledMail } from './mail-desk.queries';

/** A held mail is known to have arrived. Conflict when it is not held any more. */
export async function settleAsArrived(deps: Deps, actor: Actor, id: string): Promise<void> {
  await inTransaction(deps, async (tx) => {
    conceal(mailDeskPolicy.settle(actor));
    const mail = await getTroubledMail(tx.db, id);
    if (!(await confirmArrival(tx.db, id, tx.clock.now()))) throw new Conflict('messages.desk.errors.settled');
    await recordSettling(tx, actor, mail, { action: 'messages.confirmArrival', after: { status: 'sent' } });
  });
}

/** Queues a held or failed mail once more, for a reason. Conflict when it is settled by now, or would be of no use. */
export async function sendMailAgain(deps: Deps, actor: Actor, { id, reason }: { id: string; reason: string }): Promise<void> {
  await inTransaction(deps, async (tx) => {
    conceal(mailDeskPolicy.settle(actor));
    const now = tx.clock.now();
    const mail = await getTroubledMail(tx.db, id);
    if (!isTroubled(mail)) throw new Conflict('messages.desk.errors.settled');
    const whyNot = whyNotAgain(mail, now);
    if (whyNot !== null) throw new Conflict(`messages.desk.whyNot.${whyNot}`);
    if (!(await sendAgain(tx.db, id, now))) throw new Conflict('messages.desk.errors.settled');
    await recordSettling(tx, actor, mail, { action: 'messages.sendAgain', after: { status: 'queued', reason } });
  });
}

/** Stops all sending, for a reason. Conflict when it is stopped already. */
export async function stopSending(deps: Deps, actor: Actor, reason: string): Promise<void> {
  await inTransaction(deps, async (tx) => {
    conceal(mailDeskPolicy.pause(actor));
    if ((await findPause(tx.db)) !== null) throw new Conflict('messages.desk.errors.paused');
    await pauseMail(tx.db, 'by-hand', tx.clock.now());
    await recordEvent(tx, { action: 'messages.pauseMail', actor, subject: sending, collaborativeId: null, after: { reason } });
  });
}

/** Lets mail go again, for a reason. Conflict when it is not stopped. */
export async function resumeSending(deps: Deps, actor: Actor, reason: string): Promise<void> {
  await inTransaction(deps, async (tx) => {
    conceal(mailDeskPolicy.pause(actor));
    const pause = await findPause(tx.db);
    if (pause === null) throw new Conflict('messages.desk.errors.notPaused');
    await resumeMail(tx.db);
    await recordEvent(tx, {
      action: 'messages.resumeMail',
      actor,
      subject: sending,
      collaborativeId: null,
      before: { pause: pause.reason },
      after: { reason },
    });
  });
}

const sending = { kind: 'mail_desk', id: 'sending' };

const recordSettling = (
  tx: Deps,
  actor: Actor,
  { id, status, collaborativeId }: TroubledMail,
  { action, after }: { readonly action: Action; readonly after: Readonly<Record<string, string>> },
): Promise<void> => recordEvent(tx, { action, actor, subject: { kind: 'mail', id }, collaborativeId, before: { status }, after });
