import type { Db } from '../../db/database';
import { collaborativesAs, type Actor } from '../../lib/actor';
import { toLocalText } from '../../lib/local-text';
import type { CalendarDate, Instant } from '../../lib/time';
import type { CandidacyStatus, Mine, MyApplication, MySeat } from './me';
import { listMyMeetings, listNotesToAnswer, listOpenActions, listSlatesToApprove } from './work.queries';

/** Everything the page of a person shows: at most nine queries, whatever they have. */
export async function mineOf(db: Db, actor: Actor & { readonly id: string }, now: Instant): Promise<Mine> {
  const applicationIds = actor.openedApplicationIds;
  const seats = await listMySeats(db, actor.id);
  return {
    offers: await listOffers(db, actor.id, applicationIds),
    applications: await listApplications(db, actor.id, applicationIds),
    seats,
    steps: seats.some(({ status }) => status === 'pending') ? await listSteps(db, actor.id) : [],
    reviews: collaborativesAs(actor, 'reviewer').length > 0 ? await listReviews(db, actor.id) : [],
    meetings: await listMyMeetings(db, actor, now),
    slates: await listSlatesToApprove(db, actor),
    actions: await listOpenActions(db, actor.id),
    notes: await listNotesToAnswer(db, actor),
  };
}

interface OfferRow {
  reference: string;
  name: string;
  answer_by: string;
}

/** Offers exist only once they are released. */
async function listOffers(db: Db, personId: string, applicationIds: readonly string[]): Promise<Mine['offers']> {
  const rows: OfferRow[] = await db('offers')
    .join('candidacies', 'candidacies.id', 'offers.candidacy_id')
    .join('applications', 'applications.id', 'candidacies.application_id')
    .join('collaboratives', 'collaboratives.id', 'candidacies.collaborative_id')
    .where((own) => void own.where('applications.person_id', personId).orWhereIn('applications.id', [...applicationIds]))
    .where('offers.status', 'open')
    .where('candidacies.status', 'offered')
    .orderBy('offers.answer_by')
    .select('applications.reference', 'collaboratives.name', 'offers.answer_by');
  return rows.map((row) => ({ reference: row.reference, collaborative: toLocalText(row.name), answerBy: row.answer_by }));
}

interface ApplicationRow {
  reference: string;
  status: MyApplication['status'];
  cycle: string;
  submitted_at: string | null;
  candidacy_status: CandidacyStatus | null;
  collaborative: string | null;
}

/** A candidacy says `in_review` until its letter is out, so nothing unreleased can show here. */
async function listApplications(db: Db, personId: string, applicationIds: readonly string[]): Promise<MyApplication[]> {
  const rows: ApplicationRow[] = await db('applications')
    .join('cycles', 'cycles.id', 'applications.cycle_id')
    .leftJoin('candidacies', 'candidacies.application_id', 'applications.id')
    .leftJoin('collaboratives', 'collaboratives.id', 'candidacies.collaborative_id')
    .where((own) => void own.where('applications.person_id', personId).orWhereIn('applications.id', [...applicationIds]))
    .whereNot('applications.status', 'discarded')
    .orderBy([{ column: 'applications.begun_at', order: 'desc' }, { column: 'candidacies.preference' }])
    .limit(60)
    .select('applications.reference', 'applications.status', 'applications.submitted_at', {
      cycle: 'cycles.name',
      candidacy_status: 'candidacies.status',
      collaborative: 'collaboratives.name',
    });
  const byReference = new Map<string, MyApplication>();
  for (const row of rows) {
    const known = byReference.get(row.reference);
    const candidacies = [...(known?.candidacies ?? []), ...candidacyOf(row)];
    const cycle = toLocalText(row.cycle);
    byReference.set(row.reference, { reference: row.reference, status: row.status, cycle, submittedAt: row.submitted_at, candidacies });
  }
  return [...byReference.values()];
}

const candidacyOf = ({ candidacy_status: status, collaborative }: ApplicationRow): MyApplication['candidacies'] =>
  status === null || collaborative === null ? [] : [{ status, collaborative: toLocalText(collaborative) }];

interface SeatRow {
  collaborative_id: string;
  name: string;
  slug: string;
  code: string;
  constituency: MySeat['constituency'];
  status: MySeat['status'];
  term_starts_on: CalendarDate;
  term_ends_on: CalendarDate;
}

async function listMySeats(db: Db, personId: string): Promise<MySeat[]> {
  const rows: SeatRow[] = await db('memberships')
    .join('seats', 'seats.id', 'memberships.seat_id')
    .join('collaboratives', 'collaboratives.id', 'seats.collaborative_id')
    .where('memberships.person_id', personId)
    .whereNot('memberships.status', 'ended')
    .orderBy('memberships.term_starts_on')
    .select('seats.collaborative_id', 'seats.code', 'seats.constituency', 'collaboratives.name', 'collaboratives.slug', {
      status: 'memberships.status',
      term_starts_on: 'memberships.term_starts_on',
      term_ends_on: 'memberships.term_ends_on',
    });
  return rows.map((row) => ({
    collaborativeId: row.collaborative_id,
    collaborative: toLocalText(row.name),
    slug: row.slug,
    seatCode: row.code,
    constituency: row.constituency,
    status: row.status,
    termStartsOn: row.term_starts_on,
    termEndsOn: row.term_ends_on,
  }));
}

/** Open steps of the checklists of seats that have not begun, required ones first. */
async function listSteps(db: Db, personId: string): Promise<Mine['steps']> {
  const rows: { title: string; kind: string; is_required: boolean | number; due_on: string | null }[] = await db('onboarding_tasks')
    .join('onboarding_plans', 'onboarding_plans.id', 'onboarding_tasks.plan_id')
    .join('memberships', 'memberships.id', 'onboarding_plans.membership_id')
    .where('memberships.person_id', personId)
    .where('memberships.status', 'pending')
    .where('onboarding_tasks.status', 'open')
    .where('onboarding_tasks.is_required', true)
    .orderBy('onboarding_tasks.place')
    .select('onboarding_tasks.title', 'onboarding_tasks.kind', 'onboarding_tasks.is_required', 'onboarding_tasks.due_on');
  return rows.map((row) => ({ title: toLocalText(row.title), kind: row.kind, isRequired: true, dueOn: row.due_on }));
}

/** Reviews not done yet, counted for each cycle. */
async function listReviews(db: Db, personId: string): Promise<Mine['reviews']> {
  const rows: { name: string; review_by: string; count: number | string }[] = await db('reviews')
    .join('candidacies', 'candidacies.id', 'reviews.candidacy_id')
    .join('cycles', 'cycles.id', 'candidacies.cycle_id')
    .where('reviews.reviewer_id', personId)
    .whereIn('reviews.status', ['assigned', 'in_progress'])
    .whereIn('cycles.status', ['open', 'closed', 'in_review'])
    .groupBy('cycles.id', 'cycles.name', 'cycles.review_by')
    .select('cycles.name', 'cycles.review_by')
    .count({ count: '*' });
  return rows.map((row) => ({ cycle: toLocalText(row.name), reviewBy: row.review_by, count: Number(row.count) }));
}
