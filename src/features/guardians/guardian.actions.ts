import { inTransaction } from '../../db/database';
import type { Deps } from '../../deps';
import { recordEvent } from '../../history/events';
import type { Actor } from '../../lib/actor';
import { Conflict, NotFound } from '../../lib/errors';
import { conceal } from '../../lib/policy';
import { peekToken } from '../accounts';
import { applicationPolicy, getApplication, getApplicationByReference, listCandidaciesOf, type Application } from '../applications';
import { needsGuardian, type ConsentAnswer, type GuardianConsent } from './consent';
import { saveConsent } from './consent.queries';

export const consentPurpose = 'guardian.consent';

/** The application that a guardian's link is about; 404 for a link that is wrong or over. */
export async function applicationOfLink(deps: Deps, db: Deps['db'], token: string): Promise<Application> {
  const found = await peekToken(db, consentPurpose, token, deps.clock.now());
  if (found?.subjectId === undefined || found.subjectId === null) throw new NotFound();
  return getApplication(db, found.subjectId);
}

/** A guardian answers by the link; a later answer takes the place of an earlier one until decisions are made. */
export async function answerAsGuardian(
  deps: Deps,
  actor: Actor,
  token: string,
  said: { name: string; answer: ConsentAnswer },
): Promise<void> {
  await inTransaction(deps, async (tx) => {
    const application = await applicationOfLink(deps, tx.db, token);
    if (application.status !== 'submitted' || !needsGuardian(application)) throw new Conflict('guardian.errors.over');
    await keep(tx, actor, { applicationId: application.id, ...said, method: 'link', answeredAt: tx.clock.now(), recordedBy: null });
  });
}

/** Staff hold the signed paper. */
export async function recordPaper(deps: Deps, actor: Actor & { readonly id: string }, ref: string, name: string): Promise<void> {
  await inTransaction(deps, async (tx) => {
    const application = await applicationForStaff(tx, actor, ref);
    await keep(tx, actor, {
      applicationId: application.id,
      answer: 'given',
      name,
      method: 'paper',
      answeredAt: tx.clock.now(),
      recordedBy: actor.id,
    });
  });
}

/**
 * The application, for staff of a collaborative that it names; for nobody else there is none. Throws Conflict (409) where
 * no guardian is asked.
 */
export async function applicationForStaff(tx: Pick<Deps, 'db'>, actor: Actor, ref: string): Promise<Application> {
  const application = await getApplicationByReference(tx.db, ref);
  const collaborativeIds = (await listCandidaciesOf(tx.db, application.id)).map(({ collaborativeId }) => collaborativeId);
  conceal(applicationPolicy.viewAsStaff(actor, { status: application.status, collaborativeIds }));
  if (!needsGuardian(application)) throw new Conflict('guardian.errors.notAsked');
  return application;
}

async function keep(tx: Deps, actor: Actor, consent: GuardianConsent): Promise<void> {
  await saveConsent(tx.db, consent);
  const action = consent.answer === 'given' ? 'guardian.agree' : 'guardian.refuse';
  const subject = { kind: 'application', id: consent.applicationId };
  await recordEvent(tx, { action, actor, subject, collaborativeId: null, after: { method: consent.method } });
}
