import { inTransaction } from '../../db/database';
import type { Deps } from '../../deps';
import { recordEvent } from '../../history/events';
import type { Actor } from '../../lib/actor';
import { Conflict } from '../../lib/errors';
import { conceal } from '../../lib/policy';
import { getCycle, getForm, listOpenCycles, type Answers } from '../cycles';
import { endInterests, getInterest, insertInterest, type StandingInterest } from '../standing-interest';
import { preferencesIn, withAnswers, type Application } from './application';
import { applicationPolicy } from './application.policy';
import {
  applicantRecipient,
  findLiveApplication,
  getApplication,
  listApplicationsAt,
  saveApplication,
  saveDemographics,
} from './application.queries';
import { findChosenByFlyer } from './apply-hint.queries';
import { beginDraft, getBeingWritten } from './apply.actions';
import { answersKept } from './prefill';
import { deletePrefill } from './prefill.queries';

/** Begins the next application with the last answers; the link in the mail has shown whose they are. One that lives goes on. */
export async function applyAgain(deps: Deps, actor: Actor, interestId: string): Promise<Application> {
  return inTransaction(deps, async (tx) => {
    const interest = await getInterest(tx.db, interestId);
    const open = await listOpenCycles(tx.db, tx.clock.now());
    const cycle = open.find(({ collaborativeIds }) => collaborativeIds.includes(interest.collaborativeId));
    if (cycle === undefined) throw new Conflict('applications.errors.closed');
    const last = interest.applicationId === null ? undefined : await getApplication(tx.db, interest.applicationId);
    const live = await findLive(tx, interest, { cycleId: cycle.id, name: last?.name ?? '' });
    if (live !== undefined) return live;
    const { email, collaborativeId, locale } = interest;
    const person = { ...actor, id: interest.personId, locale };
    const usual = { collaboratives: [collaborativeId] };
    return beginDraft(tx, person, cycle, { email, answers: {}, usual, last, addressProvedAt: tx.clock.now() });
  });
}

/** Takes the answers out of a draft that began with those of an earlier application; once. What a flyer chose and files stay. */
export async function startBlank(deps: Deps, actor: Actor, id: string): Promise<void> {
  await inTransaction(deps, async (tx) => {
    const draft = await getBeingWritten(tx, actor, id);
    if (draft.status !== 'draft') throw new Conflict('errors.conflict.notNow');
    if (!(await deletePrefill(tx.db, id))) return;
    const form = await getForm(tx.db, (await getCycle(tx.db, draft.cycleId)).formId);
    const chosen = await findChosenByFlyer(tx.db, id);
    const usual: Answers = chosen === undefined ? {} : { collaboratives: [chosen] };
    await saveApplication(tx.db, withAnswers({ ...draft, savedAt: tx.clock.now() }, { ...usual, ...answersKept(draft, form) }));
    await saveDemographics(tx.db, id, {});
    await recordEvent(tx, { action: 'applications.blank', actor, subject: { kind: 'application', id }, collaborativeId: null });
  });
}

/** What the person has in the cycle already; of an address without a person, a draft under the same name: it may be a household's. */
async function findLive(
  tx: Deps,
  { personId, email }: StandingInterest,
  wanted: { cycleId: string; name: string },
): Promise<Application | undefined> {
  const own = personId === null ? undefined : await findLiveApplication(tx.db, wanted.cycleId, personId);
  const begun = await listApplicationsAt(tx.db, email);
  return own ?? begun.find(({ cycleId, status, name }) => cycleId === wanted.cycleId && status === 'draft' && name === wanted.name);
}

/** "Consider me for the next cycle", and no longer. */
export async function setInterest(deps: Deps, actor: Actor, id: string, wants: boolean): Promise<void> {
  await inTransaction(deps, async (tx) => {
    const application = await getApplication(tx.db, id);
    conceal(applicationPolicy.viewOwn(actor, application));
    if (application.status !== 'submitted' && application.status !== 'withdrawn') throw new Conflict('errors.conflict.notNow');
    if (wants) await keepInterest(tx, application);
    else await endInterests(tx.db, { application_id: id }, tx.clock.now());
    const action = wants ? 'interest.join' : 'interest.leave';
    await recordEvent(tx, { action, actor, subject: { kind: 'application', id }, collaborativeId: null });
  });
}

/** What the last consent of the form says of the next cycle holds for every collaborative that was named. */
export async function keepAsked(tx: Deps, application: Application): Promise<void> {
  if (application.answers['consent_mail'] === 'yes') await keepInterest(tx, application);
  else await endInterests(tx.db, { application_id: application.id }, tx.clock.now());
}

async function keepInterest(tx: Deps, application: Application): Promise<void> {
  const to = await applicantRecipient(tx.db, application.id);
  if (to === null) return;
  const { id: applicationId, constituency, personId } = application;
  const { collaborativeIds } = await getCycle(tx.db, application.cycleId);
  for (const collaborativeId of preferencesIn(application.answers).filter((named) => collaborativeIds.includes(named)))
    await insertInterest(tx, {
      collaborativeId,
      constituency,
      personId,
      email: to.address,
      name: to.name,
      locale: to.locale,
      applicationId,
    });
}
