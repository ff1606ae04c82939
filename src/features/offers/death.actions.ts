import type { Deps } from '../../deps';
import { recordEvent } from '../../history/events';
import type { Actor } from '../../lib/actor';
import {
  candidacyMachine,
  discardDraft,
  getCandidacy,
  listApplicationsOf,
  listCandidaciesOf,
  saveApplication,
  saveCandidacyStatus,
  withdraw,
  type Application,
} from '../applications';
import { tellOfLapse } from './offer.actions';
import { lapse } from './offer';
import { findLatestOffer, saveOffer } from './offer.queries';
import { fillFreeSeats } from './settle.actions';

/**
 * Ends what a person who has died applied for: drafts are discarded, candidacies withdrawn, and an open offer goes on to who is next; in
 * the caller's transaction, whose policy has allowed it.
 */
export async function endCandidaciesOf(tx: Deps, actor: Actor, personId: string): Promise<void> {
  const applications = await listApplicationsOf(tx.db, personId);
  for (const application of applications) await endOne(tx, actor, application);
  for (const cycleId of new Set(applications.map((application) => application.cycleId))) await fillFreeSeats(tx, actor, cycleId);
}

async function endOne(tx: Deps, actor: Actor, application: Application): Promise<void> {
  if (application.status === 'draft') await discard(tx, actor, application);
  if (application.status !== 'submitted') return;
  const candidacies = await listCandidaciesOf(tx.db, application.id);
  const live = candidacies.filter(({ status }) => candidacyMachine.can(status, 'withdraw'));
  if (live.length === 0) return;
  await endOffer(tx, application.id);
  for (const candidacy of live) await saveCandidacyStatus(tx, candidacy, 'withdraw', tx.clock.now());
  if (!candidacies.some(({ status }) => status === 'accepted')) await saveApplication(tx.db, withdraw(application, tx.clock.now()));
  await record(tx, actor, application, 'applications.withdraw');
}

async function endOffer(tx: Deps, applicationId: string): Promise<void> {
  const offer = await findLatestOffer(tx.db, applicationId);
  if (offer?.status !== 'open') return;
  await saveOffer(tx.db, lapse(offer, tx.clock.now()));
  await tellOfLapse(tx, await getCandidacy(tx.db, offer.candidacyId), offer);
}

async function discard(tx: Deps, actor: Actor, application: Application): Promise<void> {
  await saveApplication(tx.db, discardDraft(application, tx.clock.now()));
  await record(tx, actor, application, 'applications.discard');
}

const record = (tx: Deps, actor: Actor, { id }: Application, action: 'applications.withdraw' | 'applications.discard'): Promise<void> =>
  recordEvent(tx, { action, actor, subject: { kind: 'application', id }, collaborativeId: null });
