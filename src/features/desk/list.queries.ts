import type { Knex } from 'knex';
import { toBoolean, type Db } from '../../db/database';
import { countFound, foundFirst, type Sought } from '../../db/search-index';
import { collaborativesAs, isAdministrator, type Actor } from '../../lib/actor';
import { cutPage, decodeCursor, pageSize, type Page } from '../../lib/pagination';
import { cleanText } from '../../lib/text';
import type { Instant } from '../../lib/time';
import { soughtIn, type CandidacyStatus } from '../applications';
import type { Constituency } from '../cycles';
import { isNarrowed, type DeskFilter, type DeskRow, type Sort } from './filter';

interface Row {
  id: string;
  application_id: string;
  collaborative_id: string;
  reference: string;
  name: string;
  folded_name: string;
  zip: string;
  locale: string;
  constituency: Constituency;
  school_name: string | null;
  preference: number;
  is_reviewed: boolean | number;
  status: CandidacyStatus;
  submitted_at: Instant;
  reviews_assigned: number;
  reviews_complete: number;
  entered_by: string | null;
}

/** What a search looks for and how much it finds, counted to one more than lists are counted to. */
export interface Finding {
  readonly sought: Sought | undefined;
  readonly hits: number;
}

/** Lists are counted to here, and the newest so many that a search finds are read. */
export const mostCounted = 1500;

/** Looks up how much a search finds. One query, none without a search. */
export async function look(db: Db, { search, cycleId, collaborativeId }: DeskFilter): Promise<Finding | undefined> {
  if (search.trim() === '') return undefined;
  const sought = soughtIn(search, cycleId, collaborativeId);
  return { sought, hits: sought === undefined ? 0 : await countFound(db, sought, mostCounted + 1) };
}

/** One page of a desk's list: what the policy lets this person see, whatever the filter asks. One query. */
export async function listFiled(db: Db, actor: Actor, filter: DeskFilter, finding?: Finding, size = pageSize): Promise<Page<DeskRow>> {
  const { column, direction } = orders[filter.sort];
  const order = (table: string) => [column, 'id'].map((name) => ({ column: `${table}.${name}`, order: direction }));
  const chosen = filed(db, actor, filter, finding)
    .modify((query) => after(query, filter))
    .orderBy(order('candidacies'))
    .limit(size + 1)
    .select('candidacies.*');
  const rows: Row[] = await db
    .from(chosen.as('shown'))
    .join('applications', 'applications.id', 'shown.application_id')
    .leftJoin('schools', 'schools.id', 'shown.school_id')
    .orderBy(order('shown'))
    .select('shown.*', 'applications.reference', 'applications.name', 'applications.entered_by', { school_name: 'schools.name' });
  const page = cutPage(rows, (row) => ({ after: String(row[column]), id: row.id }), size);
  return { rows: page.rows.map(toRow), next: page.next };
}

export interface Count {
  readonly count: number;
  /** There are more; nobody waits for the exact number. */
  readonly isMore: boolean;
}

/** How many applications the filter finds, to 2,000. One query. */
export async function countFiled(db: Db, actor: Actor, filter: DeskFilter, finding?: Finding): Promise<Count> {
  if (finding !== undefined && !isNarrowed(filter)) return countOf(finding.hits);
  const found = filed(db, actor, filter, finding)
    .limit(mostCounted + 1)
    .select(db.raw('1'));
  const row = (await db.from(found.as('found')).count({ found: '*' }).first()) as { found: number | string } | undefined;
  const count = Number(row?.found ?? 0);
  return countOf(count);
}

const countOf = (count: number): Count => ({ count: Math.min(count, mostCounted), isMore: count > mostCounted });

/** The schools that applications of this list name: one step along the index for each school. One query. */
export async function listSchoolsFiled(
  db: Db,
  actor: Actor,
  filter: Pick<DeskFilter, 'cycleId' | 'collaborativeId'>,
): Promise<{ id: string; name: string }[]> {
  const least = () => visible(db, actor, filter).min('candidacies.school_id');
  const ids = db
    .withRecursive('named', ['id'], (query) => {
      void query
        .from(least().where('candidacies.school_id', '>', '').as('first'))
        .select('*')
        .unionAll((next) => {
          void next
            .from('named')
            .whereNotNull('named.id')
            .select(least().where('candidacies.school_id', '>', db.ref('named.id')).as('id'));
        });
    })
    .from('named')
    .whereNotNull('named.id')
    .select('named.id')
    .limit(1000);
  return db<{ id: string; name: string }>('schools').whereIn('id', ids).orderBy('name').select('id', 'name');
}

type Scope = Pick<DeskFilter, 'cycleId' | 'collaborativeId'>;

/** What the policy allows: sent, and naming a collaborative of this person; administrators see all. */
const visible = (db: Db, actor: Actor, scope: Scope): Knex.QueryBuilder => seenBy(db('candidacies'), actor, scope);

function seenBy(query: Knex.QueryBuilder, actor: Actor, { cycleId, collaborativeId }: Scope): Knex.QueryBuilder {
  void query.where('candidacies.cycle_id', cycleId).where('candidacies.is_listed', true);
  if (!isAdministrator(actor)) void query.whereIn('candidacies.collaborative_id', collaborativesAs(actor, 'staff'));
  if (collaborativeId === null) void query.where('candidacies.preference', 1);
  else void query.where('candidacies.collaborative_id', collaborativeId);
  return query;
}

function filed(db: Db, actor: Actor, filter: DeskFilter, finding: Finding | undefined): Knex.QueryBuilder {
  const query = narrowed(seenBy(searched(db, finding), actor, filter), filter);
  if (filter.coverage !== '') coveredAs(query, filter.coverage, filter.minimumReviews);
  if (filter.labelId !== '') labelledAs(query, db, filter.labelId);
  return query;
}

function searched(db: Db, finding: Finding | undefined): Knex.QueryBuilder {
  if (finding === undefined) return db('candidacies');
  if (finding.sought === undefined) return db('candidacies').whereRaw('1 = 0');
  return db.from(foundFirst(db, finding.sought, 'candidacies', 'candidacies.application_id', mostCounted));
}

function narrowed(query: Knex.QueryBuilder, filter: DeskFilter): Knex.QueryBuilder {
  const wanted: [column: string, sign: string, value: string | number][] = [
    ['constituency', '=', filter.constituency],
    ['locale', '=', filter.language],
    ['school_id', '=', filter.schoolId],
    ['zip', '=', filter.zip],
    ['status', '=', filter.status],
    ['came_in', '=', filter.cameIn],
    ['preference', '=', filter.preference && Number(filter.preference)],
    ['submitted_at', '>=', filter.from],
    ['submitted_at', '<', filter.until],
    ['submitted_at', '>=', filter.isLate ? filter.closedAt : ''],
    ['file_count', '>', filter.hasFiles ? 0 : ''],
    ['choices', '>', filter.namesOthers ? 1 : ''],
  ];
  for (const [column, sign, value] of wanted) if (value !== '') void query.where(`candidacies.${column}`, sign, value);
  return query;
}

function labelledAs(query: Knex.QueryBuilder, db: Db, labelId: string): void {
  void query.whereIn('candidacies.id', db('candidacy_labels').where({ label_id: labelId }).select('candidacy_id'));
}

function coveredAs(query: Knex.QueryBuilder, coverage: Exclude<DeskFilter['coverage'], ''>, minimum: number): void {
  if (coverage === 'none') void query.where('candidacies.reviews_assigned', 0);
  else void query.where('candidacies.reviews_complete', coverage === 'enough' ? '>=' : '<', minimum);
}

const orders: Readonly<Record<Sort, { readonly column: keyof Row; readonly direction: 'asc' | 'desc' }>> = {
  newest: { column: 'submitted_at', direction: 'desc' },
  oldest: { column: 'submitted_at', direction: 'asc' },
  name: { column: 'folded_name', direction: 'asc' },
  constituency: { column: 'constituency', direction: 'asc' },
  zip: { column: 'zip', direction: 'asc' },
  coverage: { column: 'reviews_complete', direction: 'asc' },
};

/** Compared as a pair, so that an index leads to the place without walking there. */
function after(query: Knex.QueryBuilder, { sort, after: text }: DeskFilter): void {
  const cursor = decodeCursor(text);
  if (cursor === undefined) return;
  const { column, direction } = orders[sort];
  const value = sort === 'coverage' ? Number(cursor.after) || 0 : cleanText(cursor.after);
  const sign = direction === 'asc' ? '(??, candidacies.id) > (?, ?)' : '(??, candidacies.id) < (?, ?)';
  void query.whereRaw(sign, [`candidacies.${column}`, value, cleanText(cursor.id)]);
}

const toRow = (row: Row): DeskRow => ({
  candidacyId: row.id,
  applicationId: row.application_id,
  collaborativeId: row.collaborative_id,
  reference: row.reference,
  name: row.name,
  locale: row.locale,
  constituency: row.constituency,
  zip: row.zip,
  schoolName: row.school_name,
  preference: row.preference,
  isReviewed: toBoolean(row.is_reviewed),
  status: row.status,
  submittedAt: row.submitted_at,
  assigned: row.reviews_assigned,
  complete: row.reviews_complete,
  isEntered: row.entered_by !== null,
});
