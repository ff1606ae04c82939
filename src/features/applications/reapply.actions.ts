import { inTransaction } from '../../db/database';
import type { Deps } from '../../deps';
import { recordEvent } from '../../history/events';
import type { Actor } from '../../lib/actor';
import { Conflict } from '../../lib/errors';
import { conceal } from '../../lib/policy';
import { questionsOf, type Answers, type Form } from '../forms';
import { getCycle, getForm, listOpenCycles } from '../cycles';
import { endInterests, getInterest, insertInterest, type StandingInterest } from '../standing-interest';
import { preferencesIn, type Application } from './application';
import { applicationPolicy } from './application.policy';
import { applicantRecipient, findLiveApplication, getApplication, listApplicationsAt } from './application.queries';
import { beginDraft } from './apply.actions';

/** What is asked anew each time: consents, what was true then only, and what belongs to that application alone. */
const askedAnew = /^(age|full_term|times|guardian_.*|source)$/;

/** The last answers as the next application begins with them, as far as the present form still asks for them. */
export function answersFilledIn(last: Answers, form: Pick<Form, 'pages'>): Answers {
  const kept = questionsOf(form).filter(
    ({ key, kind, storedApart }) => kind !== 'consent' && kind !== 'file' && !storedApart && !askedAnew.test(key),
  );
  const keys = kept.flatMap(({ key, kind }) => (kind === 'school' ? [key, `${key}_id`] : [key]));
  return Object.fromEntries(Object.entries(last).filter(([key]) => keys.includes(key)));
}

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
    const filled = last === undefined ? {} : answersFilledIn(last.answers, await getForm(tx.db, cycle.formId));
    const chosen = preferencesIn(filled).filter((id) => cycle.collaborativeIds.includes(id));
    const { email } = interest;
    const answers: Answers = { ...filled, email, collaboratives: chosen.length > 0 ? chosen : [interest.collaborativeId] };
    const person = { ...actor, id: interest.personId, locale: interest.locale };
    return beginDraft(tx, person, cycle, { email, answers, addressProvedAt: tx.clock.now() });
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
