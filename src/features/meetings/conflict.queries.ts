import './tables';
import type { Db } from '../../db/database';
import { dateOf, type CalendarDate, type Instant } from '../../lib/time';
import { shownName } from '../membership';
import { conflictsOf, type Conflict, type SharedPerson, type Slot } from './conflict';
import type { Meeting, MeetingStatus } from './meeting';
import { toMeeting } from './meeting.queries';

/** What stands in the way of each slot, in their order: four queries, however many slots. Drafts of other bodies stay hidden. */
export async function listConflicts(db: Db, slots: readonly Slot[], now: Instant): Promise<Conflict[][]> {
  const [first] = slots;
  if (first === undefined) return [];
  const from = slots.reduce((least, { startsAt }) => (startsAt < least ? startsAt : least), first.startsAt);
  const to = slots.reduce((most, { endsAt }) => (endsAt > most ? endsAt : most), first.endsAt);
  const others = await listBetween(db, { from, to }, first.bodies);
  const people = others.length === 0 ? [] : await listSharedPeople(db, first.bodies, dateOf(now));
  return slots.map((slot) => conflictsOf(slot, others, people));
}

async function listBetween(db: Db, { from, to }: { from: Instant; to: Instant }, bodies: readonly string[]): Promise<Meeting[]> {
  const open: MeetingStatus[] = ['scheduled', 'posted', 'in_session'];
  const rows = await db('meetings')
    .where('starts_at', '<', to)
    .where('ends_at', '>', from)
    .where((seen) => {
      void seen.whereIn('status', open).orWhere((own) => void own.where('status', 'draft').whereIn('collaborative_id', bodies));
    })
    .orderBy(['starts_at', 'id'])
    .limit(2000);
  return rows.map(toMeeting);
}

/** People who belong in one of these bodies and in another. */
async function listSharedPeople(db: Db, bodies: readonly string[], today: CalendarDate): Promise<SharedPerson[]> {
  const members: Belonging[] = await sittingOn(db, today)
    .whereIn('memberships.person_id', sittingOn(db, today).whereIn('seats.collaborative_id', bodies).select('memberships.person_id'))
    .select('people.id', 'seats.collaborative_id', { name: shownName(db), until: 'memberships.ended_on' });
  const staff = await serving(db, today)
    .whereIn('roles.person_id', serving(db, today).whereIn('roles.collaborative_id', bodies).select('roles.person_id'))
    .select<Belonging[]>('people.id', 'roles.collaborative_id', 'people.name', { until: 'roles.ends_on' });
  return [...shared(members, 'member'), ...shared(staff, 'staff')];
}

interface Belonging {
  id: string;
  collaborative_id: string;
  name: string;
  until: CalendarDate | null;
}

const sittingOn = (db: Db, today: CalendarDate) =>
  db('memberships')
    .join('seats', 'seats.id', 'memberships.seat_id')
    .join('people', 'people.id', 'memberships.person_id')
    .whereNot('memberships.status', 'pending')
    .where((ends) => void ends.whereNull('memberships.ended_on').orWhere('memberships.ended_on', '>=', today));

const serving = (db: Db, today: CalendarDate) =>
  db('roles')
    .join('people', 'people.id', 'roles.person_id')
    .where('roles.role', 'staff')
    .whereNotNull('roles.collaborative_id')
    .where('roles.starts_on', '<=', today)
    .where((ends) => void ends.whereNull('roles.ends_on').orWhere('roles.ends_on', '>=', today));

function shared(rows: readonly Belonging[], as: SharedPerson['as']): SharedPerson[] {
  const byPerson = new Map<string, Belonging[]>();
  for (const row of rows) byPerson.set(row.id, [...(byPerson.get(row.id) ?? []), row]);
  return [...byPerson.values()]
    .map((all) => ({
      as,
      name: all[0]?.name ?? '',
      bodies: [...new Set(all.map((row) => row.collaborative_id))],
      until: all.reduce<CalendarDate | null>(
        (least, { until }) => (until !== null && (least === null || until < least) ? until : least),
        null,
      ),
    }))
    .filter(({ bodies }) => bodies.length > 1);
}
