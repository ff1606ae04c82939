import { inTransaction } from '../../db/database';
import type { Deps } from '../../deps';
import { recordEvent } from '../../history/events';
import type { Actor } from '../../lib/actor';
import { Conflict } from '../../lib/errors';
import { readableCode } from '../../lib/ids';
import { conceal } from '../../lib/policy';
import type { Instant } from '../../lib/time';
import { queueEmail } from '../../mail/queue-email';
import { findCollaborativeBySlug } from '../collaboratives';
import { getCycle, getForm, type Answers, type Cycle, type FormPage, type Question } from '../cycles';
import {
  blankApplication,
  cycleFor,
  isBeingWritten,
  takesAnswers,
  withAnswers,
  workingAnswers,
  write,
  type Application,
} from './application';
import { continueEmail, statusEmail } from './application.emails';
import { applicationPolicy } from './application.policy';
import {
  applicantRecipient,
  findDemographics,
  findLiveApplication,
  getApplication,
  insertApplication,
  listApplicationsAt,
  saveApplication,
  saveDemographics,
} from './application.queries';
import type { ApplyHint } from './apply-hint';
import { insertApplySource } from './apply-hint.queries';
import { resumeLink, statusLink } from './links';
import { lostBy, pageVersion } from './page-version';
import { answersFor, answersSaid } from './prefill';
import { findLastSent, insertPrefill } from './prefill.queries';

/**
 * Begins an application in an open cycle and mails the link to go on. A person signed in goes on with the one they have, or
 * begins with the answers they sent last.
 */
export async function beginApplication(
  deps: Deps,
  actor: Actor,
  cycleId: string,
  { email, hint, said = {} }: { readonly email: string; readonly hint?: ApplyHint | undefined; readonly said?: Answers },
): Promise<Application> {
  return inTransaction(deps, async (tx) => {
    const cycle = await getCycle(tx.db, cycleId);
    const found = actor.id === null ? undefined : await findLiveApplication(tx.db, cycleId, actor.id);
    if (found !== undefined) return found;
    const collaborative = hint === undefined ? undefined : await findCollaborativeBySlug(tx.db, hint.slug);
    const isChoice = collaborative !== undefined && cycle.collaborativeIds.includes(collaborative.id);
    const answers: Answers = {
      ...answersSaid(said, await getForm(tx.db, cycle.formId)),
      ...(isChoice ? { collaboratives: [collaborative.id] } : {}),
    };
    const application = await beginDraft(tx, actor, cycle, { email, answers, last: await lastOf(tx, actor) });
    if (hint !== undefined && isChoice) await insertApplySource(tx.db, application.id, { source: hint.source, collaborative });
    return application;
  });
}

/** Lets an application come in late by a code: the one that is there, or one begun now. */
export async function admitLate(
  tx: Deps,
  actor: Actor,
  cycle: Cycle,
  late: { readonly found: Application | undefined; readonly email: string; readonly lateCodeId: string },
): Promise<Application> {
  if (late.found === undefined) return beginDraft(tx, actor, cycle, { ...late, answers: {}, last: await lastOf(tx, actor) });
  return saveApplication(tx.db, { ...late.found, lateCodeId: late.lateCodeId });
}

/** Only who has signed in is known well enough to be shown what they sent before. */
const lastOf = async (tx: Deps, actor: Actor): Promise<Application | undefined> =>
  actor.id === null ? undefined : findLastSent(tx.db, actor.id);

interface Beginning {
  readonly email: string;
  /** What has been said now: it goes before what was said last time. */
  readonly answers: Answers;
  /** What stands where nothing was said, now or last time. */
  readonly usual?: Answers;
  /** The application whose answers it begins with. */
  readonly last?: Application | undefined;
  readonly lateCodeId?: string | null;
  readonly addressProvedAt?: Instant | null;
}

/** Begins a draft, writes it in the history and mails the link to go on. Throws Conflict (409) when it is not the time. */
export async function beginDraft(tx: Deps, actor: Actor, cycle: Cycle, beginning: Beginning): Promise<Application> {
  const { email, last, lateCodeId, addressProvedAt } = { lateCodeId: null, addressProvedAt: null, ...beginning };
  const draft = { ...draftOf(tx, actor, { cycleId: cycle.id, email }), lateCodeId, addressProvedAt };
  requireOpen(tx, draft, cycle);
  const application = await insertApplication(tx, withAnswers(draft, await firstAnswers(tx, cycle, beginning)));
  if (last !== undefined) await insertPrefill(tx.db, application.id, last.submittedAt ?? last.savedAt);
  await recordEvent(tx, {
    action: 'applications.begin',
    actor,
    subject: { kind: 'application', id: application.id },
    collaborativeId: null,
    after: { filledIn: last !== undefined },
  });
  await mailResumeLink(tx, application, cycle);
  return application;
}

const firstAnswers = async (tx: Deps, cycle: Cycle, { email, answers, usual, last }: Beginning): Promise<Answers> => ({
  ...usual,
  ...(last === undefined ? {} : answersFor(last.answers, await getForm(tx.db, cycle.formId), cycle)),
  ...answers,
  email,
});

const draftOf = (tx: Deps, actor: Actor, { cycleId, email }: { cycleId: string; email: string }): Application => {
  const now = tx.clock.now();
  return {
    ...blankApplication,
    reference: readableCode(tx.random),
    cycleId,
    personId: actor.id,
    locale: actor.locale,
    email,
    answers: {},
    begunAt: now,
    savedAt: now,
  };
};

interface SplitAnswers {
  readonly own: Answers;
  readonly apart: Answers;
}

/** What is stored apart goes apart. */
async function saveIn(tx: Deps, application: Application, { own, apart }: SplitAnswers): Promise<Application> {
  if (Object.keys(apart).length > 0) {
    await saveDemographics(tx.db, application.id, { ...(await findDemographics(tx.db, application.id)), ...apart });
  }
  return saveApplication(tx.db, write(application, own, tx.clock.now()));
}

/** `kept` with what the page holds now, or `changed`: nothing kept, since these answers came from elsewhere meanwhile. */
export type PageReplaced =
  | { readonly outcome: 'kept'; readonly version: string }
  | { readonly outcome: 'changed'; readonly lost: readonly Question[]; readonly written: Answers };

/** Keeps the answers of a page as it was shown (`version`, empty where it did not say), losing none written elsewhere since. */
export async function replacePage(
  deps: Deps,
  actor: Actor,
  id: string,
  sent: { readonly page: FormPage; readonly version: string; readonly answers: SplitAnswers },
): Promise<PageReplaced> {
  return inTransaction(deps, async (tx): Promise<PageReplaced> => {
    const application = await getBeingWritten(tx, actor, id);
    const written = { ...workingAnswers(application), ...(await findDemographics(tx.db, id)) };
    const replacing = { ...sent.answers.own, ...sent.answers.apart };
    const isStale = sent.version !== '' && sent.version !== pageVersion(sent.page, written);
    const lost = isStale ? lostBy(sent.page, written, replacing) : [];
    if (lost.length > 0) return { outcome: 'changed', lost, written };
    await saveIn(tx, application, sent.answers);
    return { outcome: 'kept', version: pageVersion(sent.page, { ...written, ...replacing }) };
  });
}

/** The application, for one who may write in it now. */
export async function getBeingWritten(tx: Deps, actor: Actor, id: string): Promise<Application> {
  const application = await getApplication(tx.db, id);
  conceal(applicationPolicy.viewOwn(actor, application));
  if (!isBeingWritten(application)) throw new Conflict();
  requireOpen(tx, application, await getCycle(tx.db, application.cycleId));
  return application;
}

/** Somebody followed a link from a mail: the address is theirs. */
export async function proveAddress(deps: Deps, id: string): Promise<void> {
  await inTransaction(deps, async (tx) => {
    const application = await getApplication(tx.db, id);
    if (application.addressProvedAt === null) await saveApplication(tx.db, { ...application, addressProvedAt: tx.clock.now() });
  });
}

/** Opens what was sent for changes; they count once they are sent again. */
export async function beginChanges(deps: Deps, actor: Actor, id: string): Promise<Application> {
  return inTransaction(deps, async (tx) => {
    const application = await getApplication(tx.db, id);
    conceal(applicationPolicy.viewOwn(actor, application));
    requireOpen(tx, application, await getCycle(tx.db, application.cycleId));
    if (isBeingWritten(application)) return application;
    if (application.status !== 'submitted') throw new Conflict('errors.conflict.notNow');
    return saveApplication(tx.db, { ...application, pendingAnswers: workingAnswers(application) });
  });
}

/** Mails the links of everything that was begun or sent with this address in cycles that are not over; silent when there is nothing. */
export async function mailLinks(deps: Deps, email: string): Promise<void> {
  await inTransaction(deps, async (tx) => {
    for (const application of await listApplicationsAt(tx.db, email)) {
      const cycle = await getCycle(tx.db, application.cycleId);
      if (application.status === 'submitted') await mailStatusLink(tx, application, cycle);
      else if (takesAnswers(application, cycle, tx.clock.now())) await mailResumeLink(tx, application, cycle);
    }
  });
}

async function mailResumeLink(tx: Deps, application: Application, cycle: Cycle): Promise<void> {
  if (application.email === null) return;
  const t = tx.translate(application.locale);
  const to = { personId: application.personId, name: application.name, address: application.email, locale: application.locale };
  await queueEmail(
    tx,
    continueEmail({ application, cycle: cycleFor(application, cycle), to, t, link: await resumeLink(tx, application) }, tx.newId()),
  );
}

async function mailStatusLink(tx: Deps, application: Application, cycle: Cycle): Promise<void> {
  const to = await applicantRecipient(tx.db, application.id);
  if (to === null) return;
  const link = await statusLink(tx, application, cycle);
  await queueEmail(tx, statusEmail({ application, cycle, to, t: tx.translate(to.locale), link }, tx.newId()));
}

function requireOpen(tx: Deps, application: Pick<Application, 'status' | 'lateCodeId' | 'extendedUntil'>, cycle: Cycle): void {
  if (!takesAnswers(application, cycle, tx.clock.now())) throw new Conflict('applications.errors.closed');
}
