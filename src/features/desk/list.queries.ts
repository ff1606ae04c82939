import type { Knex } from 'knex';
import { toBoolean, type Db } from '../../db/database';
import { collaborativesAs, isAdministrator, type Actor } from '../../lib/actor';
import { cutPage, decodeCursor, pageSize, type Page } from '../../lib/pagination';
import { cleanText, fold } from '../../lib/text';
import type { Instant } from '../../lib/time';
import type { CandidacyStatus } from '../applications';
import type { Constituency } from '../cycles';
import type { DeskFilter, DeskRow } from './filter';

interface Row {
  id: string;
  application_id: string;
  collaborative_id: string;
  reference: string;
  name: string;
  folded_name: string;
  locale: string;
  constituency: Constituency;
  school_name: string | null;
  preference: number;
  is_reviewed: boolean | number;
  status: CandidacyStatus;
  submitted_at: Instant;
  assigned: number | string;
  complete: number | string;
}

const assignedCount = `(select count(*) from reviews where reviews.candidacy_id = candidacies.id and reviews.status <> 'recused')`;
const completeCount = `(select count(*) from reviews where reviews.candidacy_id = candidacies.id and reviews.status = 'complete')`;

/** One page of a desk's list: what the policy lets this person see, whatever the filter asks. One query. */
export async function listFiled(db: Db, actor: Actor, filter: DeskFilter): Promise<Page<DeskRow>> {
  const order = orders[filter.sort];
  const rows: Row[] = await filed(db, actor, filter)
    .leftJoin('schools', 'schools.id', 'applications.school_id')
    .modify((query) => after(query, filter))
    .orderBy([
      { column: order.column, order: order.direction },
      { column: 'candidacies.id', order: order.direction },
    ])
    .limit(pageSize + 1)
    .select(
      'candidacies.*',
      'applications.reference',
      'applications.name',
      'applications.folded_name',
      'applications.locale',
      { school_name: 'schools.name' },
      { assigned: db.raw(assignedCount), complete: db.raw(completeCount) },
    );
  const page = cutPage(rows, (row) => ({ after: filter.sort === 'name' ? row.folded_name : row.submitted_at, id: row.id }));
  return { rows: page.rows.map(toRow), next: page.next };
}

/** How many applications the filter finds in all. One query. */
export async function countFiled(db: Db, actor: Actor, filter: DeskFilter): Promise<number> {
  const row = (await filed(db, actor, filter).count({ found: '*' }).first()) as { found: number | string } | undefined;
  return Number(row?.found ?? 0);
}

/** The schools that applications of this list name. One query. */
export async function listSchoolsFiled(
  db: Db,
  actor: Actor,
  filter: Pick<DeskFilter, 'cycleId' | 'collaborativeId'>,
): Promise<{ id: string; name: string }[]> {
  return (await visible(db, actor, filter)
    .join('schools', 'schools.id', 'applications.school_id')
    .distinct('schools.id', 'schools.name')
    .orderBy('schools.name')
    .limit(1000)) as { id: string; name: string }[];
}

/** What the policy allows: sent, and naming a collaborative of this person; administrators see all. */
function visible(db: Db, actor: Actor, { cycleId, collaborativeId }: Pick<DeskFilter, 'cycleId' | 'collaborativeId'>): Knex.QueryBuilder {
  const query = db('candidacies')
    .join('applications', 'applications.id', 'candidacies.application_id')
    .where('candidacies.cycle_id', cycleId)
    .whereIn('applications.status', ['submitted', 'withdrawn']);
  if (!isAdministrator(actor)) void query.whereIn('candidacies.collaborative_id', collaborativesAs(actor, 'staff'));
  if (collaborativeId === null) void query.where('candidacies.preference', 1);
  else void query.where('candidacies.collaborative_id', collaborativeId);
  return query;
}

function filed(db: Db, actor: Actor, filter: DeskFilter): Knex.QueryBuilder {
  const query = visible(db, actor, filter);
  const wanted: [string, string][] = [
    ['candidacies.constituency', filter.constituency],
    ['applications.locale', filter.language],
    ['applications.school_id', filter.schoolId],
    ['candidacies.status', filter.status],
  ];
  for (const [column, value] of wanted) if (value !== '') void query.where(column, value);
  if (filter.search !== '') searchFor(query, filter.search);
  if (filter.coverage !== '') coveredAs(query, filter.coverage, filter.minimumReviews);
  return query;
}

const escaped = (text: string): string => text.replace(/[\\%_]/g, '\\$&');

function searchFor(query: Knex.QueryBuilder, text: string): void {
  void query.whereRaw(`(applications.folded_name like ? escape '\\' or applications.reference like ? escape '\\')`, [
    `%${escaped(fold(text))}%`,
    `${escaped(text.trim().toUpperCase())}%`,
  ]);
}

function coveredAs(query: Knex.QueryBuilder, coverage: Exclude<DeskFilter['coverage'], ''>, minimum: number): void {
  if (coverage === 'none') void query.whereRaw(`${assignedCount} = 0`);
  else void query.whereRaw(`${completeCount} ${coverage === 'enough' ? '>=' : '<'} ?`, [minimum]);
}

const orders = {
  newest: { column: 'candidacies.submitted_at', direction: 'desc' },
  oldest: { column: 'candidacies.submitted_at', direction: 'asc' },
  name: { column: 'applications.folded_name', direction: 'asc' },
} as const;

function after(query: Knex.QueryBuilder, { sort, after: text }: DeskFilter): void {
  const cursor = decodeCursor(text);
  if (cursor === undefined) return;
  const { column, direction } = orders[sort];
  const sign = direction === 'asc' ? '>' : '<';
  const [value, id] = [cleanText(cursor.after), cleanText(cursor.id)];
  void query.whereRaw(`(${column} ${sign} ? or (${column} = ? and candidacies.id ${sign} ?))`, [value, value, id]);
}

const toRow = (row: Row): DeskRow => ({
  candidacyId: row.id,
  applicationId: row.application_id,
  collaborativeId: row.collaborative_id,
  reference: row.reference,
  name: row.name,
  locale: row.locale,
  constituency: row.constituency,
  schoolName: row.school_name,
  preference: row.preference,
  isReviewed: toBoolean(row.is_reviewed),
  status: row.status,
  submittedAt: row.submitted_at,
  assigned: Number(row.assigned),
  complete: Number(row.complete),
});
