import type { Db } from '../../db/database';
import type { Actor } from '../../lib/actor';
import { toLocalText } from '../../lib/local-text';
import { dateOf, type CalendarDate, type Instant } from '../../lib/time';
import { listCollaboratives, type Collaborative } from '../collaboratives';
import type { CycleStatus } from '../cycles';
import { postBy, type MeetingKind } from '../meetings';
import type { Desk, DeskCycle, SlateStatus } from './desk';
import { deskScope } from './desk.policy';

/** The desks of the collaboratives that this person works for: eleven queries, however many wait. */
export async function listDesksFor(db: Db, actor: Actor, now: Instant): Promise<Desk[]> {
  const scope = deskScope(actor);
  const all = await listCollaboratives(db, dateOf(now));
  const own = scope === null ? all : all.filter(({ id }) => scope.includes(id));
  const ids = own.map(({ id }) => id);
  if (ids.length === 0) return [];
  const [cycles, reviewed, slates] = [await cyclesOf(db, ids), await reviewCounts(db, ids), await slatesOf(db, ids)];
  const [meetings, notes] = [await meetingsToPost(db, ids, now), await notesToAnswer(db, ids)];
  const onboarding = await countOnboarding(db, ids);
  const toSign = await countToSign(db, ids);
  const questions = await countQuestions(db, ids);
  const letters = await countLetters(db, ids);
  const topics = await countTopics(db, ids);
  const reported = await countReported(db, ids);
  return own.map((collaborative) => ({
    collaborative,
    cycles: cycles
      .filter((row) => row.collaborative_id === collaborative.id)
      .map((row) => deskCycle(row, collaborative, { reviewed, slates })),
    onboarding: onboarding.get(collaborative.id) ?? 0,
    toPost: meetings
      .filter((row) => row.collaborative_id === collaborative.id)
      .map((row) => ({ postBy: postBy({ kind: row.kind, startsAt: row.starts_at }, collaborative.settings.noticeHours) })),
    toAnswer: notes
      .filter((row) => row.collaborative_id === collaborative.id)
      .map((row) => ({ dueOn: row.status === 'delivered' ? row.acknowledge_by : row.answer_by })),
    toSign: toSign.get(collaborative.id) ?? 0,
    questions: questions.get(collaborative.id) ?? 0,
    letters: letters.get(collaborative.id) ?? 0,
    topics: topics.get(collaborative.id) ?? 0,
    reported: reported.get(collaborative.id) ?? 0,
  }));
}

/** Reviews that wait for this person. */
export async function countMyReviews(db: Db, personId: string): Promise<number> {
  const [row] = await db('reviews').where({ reviewer_id: personId }).whereIn('status', ['assigned', 'in_progress']).count({ waiting: '*' });
  return Number(row?.['waiting'] ?? 0);
}

/** Questions that name no collaborative: for administrators. */
export async function countProgramQuestions(db: Db): Promise<number> {
  const [row] = await db('help_requests').whereNull('collaborative_id').whereNull('answered_at').count({ waiting: '*' });
  return Number(row?.['waiting'] ?? 0);
}

interface CycleLine {
  cycle_id: string;
  collaborative_id: string;
  code: string;
  name: string;
  status: CycleStatus;
}

/** Cycles under way, the latest first. */
const cyclesOf = (db: Db, ids: readonly string[]): Promise<CycleLine[]> =>
  db('cycle_collaboratives')
    .join('cycles', 'cycles.id', 'cycle_collaboratives.cycle_id')
    .whereIn('cycle_collaboratives.collaborative_id', ids)
    .whereIn('cycles.status', ['open', 'closed', 'in_review', 'deciding', 'released'])
    .orderBy([{ column: 'cycles.opens_at', order: 'desc' }, { column: 'cycles.code' }])
    .select<CycleLine[]>(
      'cycle_collaboratives.cycle_id',
      'cycle_collaboratives.collaborative_id',
      'cycles.code',
      'cycles.name',
      'cycles.status',
    );

interface ReviewCount {
  cycle_id: string;
  collaborative_id: string;
  /** A panel reads them: first choices, and lower ones that staff asked for. */
  isRead: boolean;
  /** Reviewers an application has, without those who recused. */
  reviewers: number;
  applications: number;
}

/** How many of the applications that the list shows have how many reviewers. */
async function reviewCounts(db: Db, ids: readonly string[]): Promise<ReviewCount[]> {
  const rows = (await db
    .with('counted', (counted) => {
      void counted
        .from('candidacies')
        .leftJoin('reviews', (join) => {
          join.on('reviews.candidacy_id', 'candidacies.id').andOnVal('reviews.status', '<>', 'recused');
        })
        .whereIn('candidacies.collaborative_id', ids)
        .where('candidacies.is_listed', true)
        .groupBy('candidacies.id')
        .select('candidacies.cycle_id', 'candidacies.collaborative_id')
        .select({
          is_read: db.raw(`case when candidacies.is_reviewed and candidacies.status <> 'withdrawn' then 1 else 0 end`),
        })
        .count({ reviewers: 'reviews.id' });
    })
    .from('counted')
    .groupBy('cycle_id', 'collaborative_id', 'is_read', 'reviewers')
    .select('cycle_id', 'collaborative_id', 'is_read', 'reviewers')
    .count({ applications: '*' })) as unknown as (Record<'cycle_id' | 'collaborative_id', string> &
    Record<'is_read' | 'reviewers' | 'applications', number | string>)[];
  return rows.map((row) => ({
    ...row,
    isRead: Number(row.is_read) === 1,
    reviewers: Number(row.reviewers),
    applications: Number(row.applications),
  }));
}

interface SlateLine {
  cycle_id: string;
  collaborative_id: string;
  status: SlateStatus;
}

const slatesOf = (db: Db, ids: readonly string[]): Promise<SlateLine[]> =>
  db('slates').whereIn('collaborative_id', ids).select<SlateLine[]>('cycle_id', 'collaborative_id', 'status');

function deskCycle(
  row: CycleLine,
  { settings }: Collaborative,
  { reviewed, slates }: { reviewed: ReviewCount[]; slates: SlateLine[] },
): DeskCycle {
  const isHere = (line: { cycle_id: string; collaborative_id: string }) =>
    line.cycle_id === row.cycle_id && line.collaborative_id === row.collaborative_id;
  const counts = reviewed.filter(isHere);
  const sum = (lines: readonly ReviewCount[]) => lines.reduce((total, { applications }) => total + applications, 0);
  return {
    code: row.code,
    name: toLocalText(row.name),
    status: row.status,
    applications: sum(counts),
    toAssign: sum(counts.filter(({ isRead, reviewers }) => isRead && reviewers < settings.minimumReviews)),
    slate: slates.find(isHere)?.status ?? null,
  };
}

const meetingsToPost = (
  db: Db,
  ids: readonly string[],
  now: Instant,
): Promise<{ collaborative_id: string; kind: MeetingKind; starts_at: Instant }[]> =>
  db('meetings')
    .whereIn('collaborative_id', ids)
    .where('status', 'scheduled')
    .whereIn('kind', ['regular', 'special'])
    .where('starts_at', '>', now)
    .orderBy('starts_at')
    .limit(200)
    .select<{ collaborative_id: string; kind: MeetingKind; starts_at: Instant }[]>('collaborative_id', 'kind', 'starts_at');

interface NoteDue {
  collaborative_id: string;
  status: string;
  acknowledge_by: CalendarDate | null;
  answer_by: CalendarDate | null;
}

const notesToAnswer = (db: Db, ids: readonly string[]): Promise<NoteDue[]> =>
  db('notes')
    .whereIn('collaborative_id', ids)
    .whereIn('status', ['delivered', 'acknowledged'])
    .orderBy('delivered_at')
    .limit(500)
    .select<NoteDue[]>('collaborative_id', 'status', 'acknowledge_by', 'answer_by');

const countOnboarding = async (db: Db, ids: readonly string[]) =>
  byCollaborative(
    await db('onboarding_plans')
      .join('memberships', 'memberships.id', 'onboarding_plans.membership_id')
      .join('seats', 'seats.id', 'memberships.seat_id')
      .whereIn('seats.collaborative_id', ids)
      .whereIn('onboarding_plans.status', ['not_started', 'in_progress'])
      .groupBy('seats.collaborative_id')
      .select('seats.collaborative_id')
      .count({ waiting: '*' }),
  );

const countToSign = async (db: Db, ids: readonly string[]) =>
  byCollaborative(
    await db('note_answers')
      .join('notes', 'notes.id', 'note_answers.note_id')
      .whereIn('notes.collaborative_id', ids)
      .where('note_answers.status', 'sent')
      .groupBy('notes.collaborative_id')
      .select('notes.collaborative_id')
      .count({ waiting: '*' }),
  );

const countQuestions = async (db: Db, ids: readonly string[]) =>
  byCollaborative(
    await db('help_requests')
      .whereIn('collaborative_id', ids)
      .whereNull('answered_at')
      .groupBy('collaborative_id')
      .select('collaborative_id')
      .count({ waiting: '*' }),
  );

const countTopics = async (db: Db, ids: readonly string[]) =>
  byCollaborative(
    await db('topics')
      .whereIn('collaborative_id', ids)
      .where('status', 'proposed')
      .groupBy('collaborative_id')
      .select('collaborative_id')
      .count({ waiting: '*' }),
  );

const countLetters = async (db: Db, ids: readonly string[]) =>
  byCollaborative(
    await db('paper_letters')
      .whereIn('collaborative_id', ids)
      .where('status', 'waiting')
      .groupBy('collaborative_id')
      .select('collaborative_id')
      .count({ waiting: '*' }),
  );

const countReported = async (db: Db, ids: readonly string[]) =>
  byCollaborative(
    await db('member_messages')
      .whereIn('collaborative_id', ids)
      .whereNotNull('reported_at')
      .whereNull('dealt_with_at')
      .groupBy('collaborative_id')
      .select('collaborative_id')
      .count({ waiting: '*' }),
  );

const byCollaborative = (rows: readonly object[]): ReadonlyMap<string, number> =>
  new Map((rows as { collaborative_id: string; waiting: number | string }[]).map((row) => [row.collaborative_id, Number(row.waiting)]));
