import type { Db } from '../../db/database';
import type { Actor } from '../../lib/actor';
import { NotFound } from '../../lib/errors';
import { inLocale } from '../../lib/local-text';
import type { Instant } from '../../lib/time';
import { choiceOf, listCollaboratives, lookUpZip, type Collaborative } from '../collaboratives';
import { getCycle, getForm, pagesFor, type Answers, type Cycle, type Form, type FormPage } from '../cycles';
import { answerText, constituencyIn, cycleFor, isBeingWritten, takesAnswers, workingAnswers, type Application } from './application';
import { findDemographics, listApplicationsById, listApplicationsOf } from './application.queries';

/** An application that is being written in this browser, with its cycle and the pages it has. */
export interface Writing {
  readonly application: Application;
  readonly cycle: Cycle;
  readonly form: Form;
  readonly pages: readonly FormPage[];
  readonly written: Answers;
}

/** What this browser, or this person, is writing now: the one opened last. Undefined when there is none to go on with. */
export async function findWriting(db: Db, actor: Actor, now: Instant): Promise<Writing | undefined> {
  const held = await listApplicationsById(db, actor.openedApplicationIds);
  const own = actor.id === null ? [] : await listApplicationsOf(db, actor.id);
  const place = ({ id }: Application): number => actor.openedApplicationIds.indexOf(id);
  const written = [...held, ...own].filter(isBeingWritten).sort((a, b) => place(b) - place(a));
  for (const application of written) {
    const cycle = await getCycle(db, application.cycleId);
    if (takesAnswers(application, cycle, now)) return loadWriting(db, application, cycleFor(application, cycle));
  }
  return undefined;
}

export async function loadWriting(db: Db, application: Application, cycle: Cycle): Promise<Writing> {
  const form = await getForm(db, cycle.formId);
  const written = workingAnswers(application);
  return { application, cycle, form, written, pages: pagesOf(form, application) };
}

/** The pages to go through; the address is settled once the application belongs to a person. */
export const pagesOf = (form: Form, application: Application): FormPage[] =>
  pagesFor(form, constituencyIn(workingAnswers(application))).filter((page) => page.key !== 'email' || application.personId === null);

/** A page of the form as it is for this applicant; 404 for none of theirs. */
export const pageOf = ({ pages }: Pick<Writing, 'pages'>, key: string): FormPage => {
  const page = pages.find((candidate) => candidate.key === key);
  if (page === undefined) throw new NotFound();
  return page;
};

/** What a page shows of before: its answers, those kept apart, and what we can guess. */
export async function answersToShow(db: Db, { application, written, cycle }: Writing, page: FormPage): Promise<Answers> {
  const apart = page.questions.some(({ storedApart }) => storedApart) ? await findDemographics(db, application.id) : {};
  const guessed = page.questions.some(({ kind }) => kind === 'ranking') ? { collaboratives: await guessChoices(db, written, cycle) } : {};
  return { language: application.locale, ...guessed, ...written, ...apart };
}

/** The collaborative of the school, else the likeliest one of the ZIP code. */
async function guessChoices(db: Db, written: Answers, cycle: Cycle): Promise<string[]> {
  const place = await lookUpZip(db, answerText(written, 'zip'));
  const school = await schoolCollaborative(db, answerText(written, 'school_id'));
  const guess = school ?? place?.shares[0]?.collaborative.id;
  return guess !== undefined && cycle.collaborativeIds.includes(guess) ? [guess] : [];
}

const schoolCollaborative = async (db: Db, schoolId: string): Promise<string | undefined> => {
  const row = schoolId === '' ? undefined : await db('schools').where({ id: schoolId }).first('collaborative_id');
  return row?.collaborative_id;
};

export interface ZipNote {
  readonly areas: readonly string[];
  readonly isSplit: boolean;
}

/** What the ZIP code says about where somebody lives, in the reader's words; the likelier first. */
export async function findZipNote(db: Db, zip: string, locale: string): Promise<ZipNote | undefined> {
  const place = await lookUpZip(db, zip);
  if (place === undefined) return undefined;
  return { areas: choiceOf(place).likely.map(({ collaborative }) => inLocale(collaborative.area, locale)), isSplit: place.isSplit };
}

/** The collaboratives of a cycle, in their usual order. */
export const listChoices = async (db: Db, cycle: Pick<Cycle, 'collaborativeIds'>): Promise<Collaborative[]> =>
  (await listCollaboratives(db)).filter(({ id }) => cycle.collaborativeIds.includes(id));
