import type { Db } from '../../db/database';
import type { LocalText } from '../../lib/local-text';
import { findSchool, listCollaboratives } from '../collaboratives';
import type { Answers } from '../cycles';

/** Names of the schools and collaboratives that answers hold by id. Two queries. */
export async function namesInAnswers(db: Db, answers: Answers): Promise<ReadonlyMap<string, LocalText>> {
  const names = new Map((await listCollaboratives(db)).map((collaborative) => [collaborative.id, collaborative.name]));
  const schoolId = answers['school_id'];
  const school = typeof schoolId === 'string' && schoolId !== '' ? await findSchool(db, schoolId) : undefined;
  return school === undefined ? names : names.set(school.id, { en: school.name });
}
