import './tables';
import type { Db } from '../../db/database';
import { fold } from '../../lib/text';
import { inParts } from './import';
import type { School } from './school';
import type { SchoolRow } from './tables';

/** How many schools a search shows at most. */
export const mostSchoolsShown = 20;

export async function findSchool(db: Db, id: string): Promise<School | undefined> {
  const row = await db('schools').where({ id }).first();
  return row === undefined ? undefined : toSchool(row);
}

/** The schools of a collaborative by name, or all of them. */
export async function listSchools(db: Db, collaborativeId?: string): Promise<School[]> {
  const rows = await db('schools')
    .modify((query) => {
      if (collaborativeId !== undefined) void query.where({ collaborative_id: collaborativeId });
    })
    .orderBy(['name', 'id'])
    .select<SchoolRow[]>('*');
  return rows.map(toSchool);
}

/** Schools whose name holds every word, in any order, whatever its accents and capitals; one more than are shown tells of more. */
export async function searchSchools(db: Db, text: string): Promise<School[]> {
  const words = fold(text)
    .split(' ')
    .filter((word) => word !== '')
    .slice(0, 8);
  if (words.length === 0) return [];
  const rows = await db('schools')
    .modify((query) => {
      for (const word of words) void query.whereRaw(`schools.folded_name like ? escape '\\'`, [`%${word.replace(/[\\%_]/g, '\\$&')}%`]);
    })
    .orderBy(['name', 'id'])
    .limit(mostSchoolsShown + 1)
    .select<SchoolRow[]>('*');
  return rows.map(toSchool);
}

/** Adds schools, or puts them in the place of those with the same code. */
export async function saveSchools(db: Db, schools: readonly School[]): Promise<void> {
  for (const some of inParts(schools)) await db('schools').insert(some.map(fromSchool)).onConflict('id').merge();
}

/** Takes schools out that nothing refers to. */
export async function deleteSchools(db: Db, ids: readonly string[]): Promise<void> {
  await db('schools').whereIn('id', ids).delete();
}

/** Which of these schools an advisory note or an application names. */
export async function listSchoolsInUse(db: Db, ids: readonly string[]): Promise<string[]> {
  const named = await db('note_schools').whereIn('school_id', ids).distinct().select<{ school_id: string }[]>('school_id');
  const chosen = await db('applications').whereIn('school_id', ids).distinct().select<{ school_id: string }[]>('school_id');
  return [...new Set([...named, ...chosen].map((row) => row.school_id))].sort();
}

const fromSchool = (school: School): SchoolRow => ({
  id: school.id,
  name: school.name,
  folded_name: fold(school.name),
  level: school.level,
  grades: school.grades,
  kind: school.kind,
  city: school.city,
  zip: school.zip,
  latitude: school.latitude,
  longitude: school.longitude,
  collaborative_id: school.collaborativeId,
});

const toSchool = (row: SchoolRow): School => ({
  id: row.id,
  name: row.name,
  level: row.level,
  grades: row.grades,
  kind: row.kind,
  city: row.city,
  zip: row.zip,
  latitude: row.latitude,
  longitude: row.longitude,
  collaborativeId: row.collaborative_id,
});
