import type { Db } from '../../db/database';
import { plusDays, startOfDay, dateOf, plusWallDays, type Instant } from '../../lib/time';
import { listApplicationsById } from '../applications';
import { listCycles, takesLateEntries, cycleIsOpen } from '../cycles';
import { daysKept, occasionsOf, type Unfinished } from './draft';

/** Every occasion of every draft with an address, in cycles that still take some; the moments decide. */
export async function listUnfinished(db: Db, now: Instant): Promise<Unfinished[]> {
  const taking = (await listCycles(db)).filter((cycle) => cycleIsOpen(cycle, now) || takesLateEntries(cycle, now));
  const near = plusWallDays(now, 8);
  const found: Unfinished[] = [];
  for (const cycle of taking) {
    const drafts = db('applications').where({ cycle_id: cycle.id, status: 'draft' }).whereNotNull('email');
    // With days to go, only those who have a closing time of their own can be near theirs.
    if (cycle.closesAt > near || !cycleIsOpen(cycle, now))
      void drafts.where((own) => void own.whereNotNull('extended_until').orWhereNotNull('late_code_id'));
    const applications = await listApplicationsById(db, await drafts.pluck('id'));
    found.push(...applications.flatMap((application) => occasionsOf(application, cycle)));
  }
  return found;
}

/** Drafts of cycles that closed so long ago that they are abandoned; a handful at a time. */
export async function listAbandoned(db: Db, now: Instant): Promise<string[]> {
  const before = startOfDay(plusDays(dateOf(now), -daysKept));
  return db('applications')
    .join('cycles', 'cycles.id', 'applications.cycle_id')
    .whereIn('applications.status', ['draft', 'discarded'])
    .where('cycles.closes_at', '<', before)
    .where((own) => void own.whereNull('applications.extended_until').orWhere('applications.extended_until', '<', before))
    .orderBy('applications.id')
    .limit(200)
    .pluck('applications.id');
}
