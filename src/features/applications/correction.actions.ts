import { inTransaction } from '../../db/database';
import type { Deps } from '../../deps';
import type { Actor } from '../../lib/actor';
import { Conflict } from '../../lib/errors';
import { conceal } from '../../lib/policy';
import { getPerson, savePerson, voidTokens } from '../accounts';
import { getCycle, type Answers, type Cycle } from '../cycles';
import { answerText, applicantAs, withAnswers, type Application } from './application';
import { applicationPolicy } from './application.policy';
import { getApplication } from './application.queries';
import type { Candidacy } from './candidacy';
import { listCandidaciesOf } from './candidacy.queries';
import { correctionProblem, type EntryNote } from './entry';
import { saveEntryNote } from './entry.queries';
import { keepReviewed } from './identity.queries';
import { statusPurpose } from './links';
import { fileApplication } from './submit.actions';

export interface CorrectionWanted {
  readonly id: string;
  /** The version that the sheet was made from. */
  readonly version: number;
  /** The answers of the sheet; all others stay. */
  readonly answers: Answers;
  readonly note: EntryNote;
  /** For letters on paper; may be empty. */
  readonly address: string;
}

export type Correction =
  | { readonly outcome: 'saved'; readonly application: Application }
  /** Somebody else saved first; nothing was kept of this one. */
  | { readonly outcome: 'changed' };

/** Concealed from whoever is not staff of a collaborative that it names (404); Conflict (409) says why it is too late. */
export function assertCorrectable(
  actor: Actor,
  application: Application,
  { candidacies, cycle, now }: { readonly candidacies: readonly Candidacy[]; readonly cycle: Cycle; readonly now: string },
): void {
  const collaborativeIds = candidacies.map(({ collaborativeId }) => collaborativeId);
  conceal(applicationPolicy.viewAsStaff(actor, { status: application.status, collaborativeIds }));
  const problem = correctionProblem(application, candidacies, cycle, now);
  if (problem !== null) throw new Conflict(`applications.errors.correction.${problem}`);
}

/**
 * Puts right what staff typed for an applicant: a submission more, with its receipt in the applicant's language. When it
 * came stays; links that were mailed to an address that was wrong open nothing any more.
 */
export async function correctEntry(deps: Deps, actor: Actor, wanted: CorrectionWanted): Promise<Correction> {
  return inTransaction(deps, async (tx) => {
    const application = await getApplication(tx.db, wanted.id);
    const candidacies = await listCandidaciesOf(tx.db, application.id);
    const cycle = await getCycle(tx.db, application.cycleId);
    const now = tx.clock.now();
    assertCorrectable(actor, application, { candidacies, cycle, now });
    if (application.version !== wanted.version) return { outcome: 'changed' };
    const corrected = { ...withCorrection(application, wanted.answers), savedAt: now };
    if (corrected.email !== application.email) await voidTokens(tx.db, statusPurpose, { subject_id: application.id });
    await savePersonOf(tx, corrected, wanted.address);
    await saveEntryNote(tx.db, application.id, wanted.note);
    const saved = await fileApplication(tx, actor, corrected, { cycle, by: 'correction' });
    await keepReviewed(
      tx.db,
      candidacies.filter(({ isReviewed }) => isReviewed).map(({ id }) => id),
    );
    return { outcome: 'saved', application: saved };
  });
}

/** The answers of the sheet in the place of those before; an address left empty is an address taken out. */
function withCorrection(application: Application, answers: Answers): Application {
  const isOut = answers['email'] !== undefined && answerText(answers, 'email') === '';
  const before = isOut ? { ...application, email: null, addressProvedAt: null } : application;
  return withAnswers(before, { ...application.answers, ...answers });
}

/** The person as the sheet tells of them, unless they have shown that the address is theirs: then their profile is. */
async function savePersonOf(tx: Deps, application: Application, address: string): Promise<void> {
  if (application.personId === null) return;
  const person = await getPerson(tx.db, application.personId);
  const told = person.emailVerifiedAt === null ? applicantAs(application) : {};
  await savePerson(tx.db, { ...person, ...told, address });
}
