import './tables';
import type { Db } from '../../db/database';
import { Conflict, NotFound } from '../../lib/errors';
import type { CalendarDate, Instant } from '../../lib/time';
import type { Constituency } from '../membership';
import type { Plan, PlanStatus } from './plan';
import type { OnboardingPlanRow } from './tables';

/** A plan with whose it is and which seat it leads to. */
export interface PlanOfMember extends Plan {
  readonly personId: string;
  readonly name: string;
  readonly collaborativeId: string;
  readonly seatCode: string;
  readonly constituency: Constituency;
  readonly membershipStatus: 'pending' | 'active' | 'on_leave' | 'holdover' | 'ended';
  readonly termStartsOn: CalendarDate;
  readonly termEndsOn: CalendarDate;
}

export async function insertPlan(db: Db, plan: Plan): Promise<void> {
  await db('onboarding_plans').insert({
    id: plan.id,
    membership_id: plan.membershipId,
    template_id: plan.templateId,
    status: plan.status,
    begun_at: plan.begunAt,
    completed_at: plan.completedAt,
    version: plan.version,
  });
}

/** Saves status and completion; fails when somebody else saved the plan first. */
export async function savePlan(db: Db, { id, version, status, completedAt }: Plan): Promise<void> {
  const change = { status, completed_at: completedAt, version: version + 1 };
  const saved = await db('onboarding_plans').where({ id, version }).update(change);
  if (saved === 0) throw new Conflict();
}

export async function getPlan(db: Db, id: string): Promise<PlanOfMember> {
  const [row] = await plansWhere(db, { 'onboarding_plans.id': id });
  if (row === undefined) throw new NotFound();
  return toPlan(row);
}

/** The plan of a membership, if one was begun. */
export async function planOf(db: Db, membershipId: string): Promise<PlanOfMember | undefined> {
  const [row] = await plansWhere(db, { 'onboarding_plans.membership_id': membershipId });
  return row === undefined ? undefined : toPlan(row);
}

/** A person's plans whose membership is not over, newest first. */
export async function listPlansOf(db: Db, personId: string): Promise<PlanOfMember[]> {
  const rows = await plansWhere(db, { 'memberships.person_id': personId });
  return rows.filter(({ membership_status: status }) => status !== 'ended').map(toPlan);
}

/** The plans of those on the way to a seat in a collaborative, by the day their term begins. */
export async function listPlansToSeats(db: Db, collaborativeId: string): Promise<PlanOfMember[]> {
  const rows = await plansWhere(db, { 'seats.collaborative_id': collaborativeId, 'memberships.status': 'pending' });
  return rows.map(toPlan).sort((a, b) => a.termStartsOn.localeCompare(b.termStartsOn) || a.name.localeCompare(b.name));
}

/** Pending memberships whose term has begun and whose required steps are all done or waived. */
export async function listReadyMemberships(db: Db, today: CalendarDate): Promise<string[]> {
  const ids: string[] = await db('memberships')
    .join('onboarding_plans', 'onboarding_plans.membership_id', 'memberships.id')
    .where('memberships.status', 'pending')
    .where('memberships.term_starts_on', '<=', today)
    .whereNotExists((open) => {
      void open
        .from('onboarding_tasks')
        .whereRaw('onboarding_tasks.plan_id = onboarding_plans.id')
        .where({ is_required: true, status: 'open' })
        .select('onboarding_tasks.id');
    })
    .orderBy('memberships.id')
    .pluck('memberships.id');
  return ids;
}

export interface Orientation {
  readonly meetingId: string;
  readonly startsAt: Instant;
}

/** The next orientation meeting of a collaborative that has a date. */
export async function findOrientation(db: Db, collaborativeId: string, now: Instant): Promise<Orientation | undefined> {
  const row = await db('meetings')
    .where({ collaborative_id: collaborativeId, kind: 'orientation' })
    .whereIn('status', ['scheduled', 'posted', 'in_session'])
    .where('ends_at', '>=', now)
    .orderBy('starts_at')
    .first<{ id: string; starts_at: string } | undefined>('id', 'starts_at');
  return row === undefined ? undefined : { meetingId: row.id, startsAt: row.starts_at };
}

interface Row extends OnboardingPlanRow {
  person_id: string;
  name: string;
  collaborative_id: string;
  seat_code: string;
  constituency: Constituency;
  membership_status: PlanOfMember['membershipStatus'];
  term_starts_on: CalendarDate;
  term_ends_on: CalendarDate;
}

const plansWhere = async (db: Db, conditions: Readonly<Record<string, string>>): Promise<Row[]> => {
  const rows: Row[] = await db('onboarding_plans')
    .join('memberships', 'memberships.id', 'onboarding_plans.membership_id')
    .join('seats', 'seats.id', 'memberships.seat_id')
    .join('people', 'people.id', 'memberships.person_id')
    .where(conditions)
    .orderBy('onboarding_plans.begun_at', 'desc')
    .select('onboarding_plans.*', 'memberships.person_id', 'memberships.term_starts_on', 'memberships.term_ends_on', 'seats.constituency', {
      name: db.raw('coalesce(people.preferred_name, people.name)'),
      membership_status: 'memberships.status',
      collaborative_id: 'seats.collaborative_id',
      seat_code: 'seats.code',
    });
  return rows;
};

const toPlan = (row: Row): PlanOfMember => ({
  id: row.id,
  membershipId: row.membership_id,
  templateId: row.template_id,
  status: row.status satisfies PlanStatus,
  begunAt: row.begun_at,
  completedAt: row.completed_at,
  version: row.version,
  personId: row.person_id,
  name: row.name,
  collaborativeId: row.collaborative_id,
  seatCode: row.seat_code,
  constituency: row.constituency,
  membershipStatus: row.membership_status,
  termStartsOn: row.term_starts_on,
  termEndsOn: row.term_ends_on,
});
