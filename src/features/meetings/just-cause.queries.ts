import type { Db } from '../../db/database';
import { dateOf, startOfDay } from '../../lib/time';
import type { Regime } from '../collaboratives';
import { countsCauses, remoteLimit, type RemoteUse, type RemoteUses } from './just-cause';
import { bodiesOf, type Meeting } from './meeting';
import { ofBody } from './meeting.queries';

/** How often members took part and mean to take part from afar in the year of a meeting, beside it; null where nobody counts. Three queries. */
export async function loadRemoteUses(db: Db, meeting: Meeting, regime: Regime): Promise<RemoteUses | null> {
  if (!countsCauses(regime)) return null;
  const used = new Map<string, RemoteUse>();
  for (const [person, held] of await timesHeld(db, meeting)) used.set(person, { held, planned: 0 });
  for (const [person, planned] of await timesPlanned(db, meeting)) used.set(person, { held: used.get(person)?.held ?? 0, planned });
  return { limit: remoteLimit(await countRegular(db, meeting)), used };
}

/** The other meetings of these bodies in the same year on the wall clock; each joint one counts. */
function inYear(db: Db, { startsAt }: Meeting, bodies: readonly string[]) {
  const year = Number(dateOf(startsAt).slice(0, 4));
  return db('meetings')
    .where((meets) => {
      for (const id of bodies) void meets.orWhere(ofBody(id));
    })
    .where('meetings.starts_at', '>=', startOfDay(`${year}-01-01`))
    .where('meetings.starts_at', '<', startOfDay(`${year + 1}-01-01`));
}

async function countRegular(db: Db, meeting: Meeting): Promise<number> {
  const [row] = await inYear(db, meeting, [meeting.collaborativeId])
    .where('kind', 'regular')
    .whereIn('status', ['scheduled', 'posted', 'in_session', 'adjourned'])
    .count<{ times: number | string }[]>({ times: '*' });
  return Number(row?.times ?? 0);
}

interface TimesRow {
  readonly person_id: string;
  readonly times: number | string;
}

async function timesHeld(db: Db, meeting: Meeting): Promise<[string, number][]> {
  const rows: TimesRow[] = await inYear(db, meeting, bodiesOf(meeting))
    .join('attendance', 'attendance.meeting_id', 'meetings.id')
    .join('memberships', 'memberships.id', 'attendance.membership_id')
    .whereNot('meetings.id', meeting.id)
    .where('attendance.status', 'remote')
    .groupBy('memberships.person_id')
    .select('memberships.person_id')
    .count({ times: '*' });
  return rows.map(({ person_id, times }) => [person_id, Number(times)]);
}

async function timesPlanned(db: Db, meeting: Meeting): Promise<[string, number][]> {
  const rows: TimesRow[] = await inYear(db, meeting, bodiesOf(meeting))
    .join('rsvps', 'rsvps.meeting_id', 'meetings.id')
    .whereNot('meetings.id', meeting.id)
    .whereIn('meetings.status', ['scheduled', 'posted'])
    .where('rsvps.answer', 'remote')
    .groupBy('rsvps.person_id')
    .select('rsvps.person_id')
    .count({ times: '*' });
  return rows.map(({ person_id, times }) => [person_id, Number(times)]);
}
