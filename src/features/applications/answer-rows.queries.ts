import type { Db } from '../../db/database';
import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import { findSchool, listCollaboratives } from '../collaboratives';
import { getCycle, getForm } from '../cycles';
import { answerRows, type AnswerRow } from './answer-words';
import { formAnswered, type Application } from './application';
import { fileNames } from './application-file';
import { listApplicationFiles } from './application-file.queries';

/** The answers of an application in words, with the names of its schools, collaboratives and files. */
export async function listAnswerRows(db: Db, t: Translate, application: Application): Promise<AnswerRow[]> {
  const cycle = await getCycle(db, application.cycleId);
  const form = await getForm(db, formAnswered(application, cycle));
  const school = application.schoolId === null ? undefined : await findSchool(db, application.schoolId);
  const areas = new Map((await listCollaboratives(db)).map(({ id, name }) => [id, inLocale(name, t.locale)]));
  const names = fileNames(await listApplicationFiles(db, application.id));
  return answerRows(t, { application, form, areas, schoolName: school?.name ?? null, fileNames: names });
}
