import type { Db } from '../../db/database';
import type { CalendarDate } from '../../lib/time';
import { listCollaboratives } from './collaborative.queries';
import { wantedIn, type Found } from './find';
import { mostSchoolsShown, searchSchools } from './school.queries';
import { lookUpZip } from './zip.queries';

/** What there is for what somebody typed: at most three queries. */
export async function findWanted(db: Db, typed: string, today: CalendarDate): Promise<Found> {
  const wanted = wantedIn(typed);
  const collaboratives = await listCollaboratives(db, today);
  const place = wanted.kind === 'zip' ? await lookUpZip(db, wanted.zip, collaboratives) : undefined;
  const schools = wanted.kind === 'school' ? await searchSchools(db, wanted.text) : [];
  return {
    wanted,
    typed,
    place,
    schools: schools.slice(0, mostSchoolsShown),
    hasMoreSchools: schools.length > mostSchoolsShown,
    collaboratives,
  };
}
