import { inTransaction } from '../../db/database';
import type { Deps } from '../../deps';
import { recordEvent } from '../../history/events';
import type { Actor } from '../../lib/actor';
import { Conflict } from '../../lib/errors';
import { conceal } from '../../lib/policy';
import { queueEmail } from '../../mail/queue-email';
import { getCycle, type Cycle } from '../cycles';
import { reinstate, type Application } from './application';
import { reinstatedEmail } from './application.emails';
import { applicationPolicy } from './application.policy';
import { applicantRecipient, getApplication, saveApplication } from './application.queries';
import { listCandidaciesOf, saveCandidacyStatus } from './candidacy.queries';
import { findMergedInto } from './identity.queries';
import { statusLink } from './links';
import { hasBegunAnother } from './reinstate.queries';

/**
 * Takes back a withdrawal before the closing time: the application, all it names and its reviewers' choice are as they were.
 * `version` is that of the page with the button: a second press finds what the first one did, an older page is refused (409).
 */
export async function reinstateApplication(deps: Deps, actor: Actor, id: string, version: number): Promise<void> {
  await inTransaction(deps, async (tx) => {
    const application = await getApplication(tx.db, id);
    conceal(applicationPolicy.viewOwn(actor, application));
    if (application.status === 'submitted' && application.version === version + 1) return;
    const cycle = await getCycle(tx.db, application.cycleId);
    const now = tx.clock.now();
    const again = reinstate(application, cycle, now);
    if (application.version !== version) throw new Conflict();
    if ((await findMergedInto(tx.db, id)) !== undefined) throw new Conflict('errors.conflict.notNow');
    if (await hasBegunAnother(tx.db, actor, application)) throw new Conflict('applications.errors.begunAnother');
    const saved = await saveApplication(tx.db, again);
    for (const candidacy of await listCandidaciesOf(tx.db, id)) await saveCandidacyStatus(tx, candidacy, 'reinstate', now);
    await recordEvent(tx, { action: 'applications.reinstate', actor, subject: { kind: 'application', id }, collaborativeId: null });
    await mailReceipt(tx, saved, cycle);
  });
}

async function mailReceipt(tx: Deps, application: Application, cycle: Cycle): Promise<void> {
  const to = await applicantRecipient(tx.db, application.id);
  if (to === null) return;
  const link = await statusLink(tx, application, cycle);
  await queueEmail(tx, reinstatedEmail({ application, cycle, to, t: tx.translate(to.locale), link }));
}
