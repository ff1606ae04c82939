import type { Knex } from 'knex';
import type { Db } from '../../db/database';
import type { Instant } from '../../lib/time';
import type { Collaborative } from '../collaboratives';
import { seatsOnOffer, type SeatsOnOffer } from '../cycles';
import type { SlateStatus } from '../selection';
import type { Standing } from './standing';

type What = 'choice' | 'panel' | 'coverage' | 'slate' | 'offer';

/** One figure of one collaborative: how many of what, in which state. */
interface Count {
  readonly what: What;
  readonly collaborative_id: string;
  readonly state: string;
  readonly number: number;
  readonly at: Instant | null;
}

/** How far each of these collaboratives has come in a cycle. Two queries, whatever the rows. */
export async function listStandings(db: Db, cycleId: string, collaboratives: readonly Collaborative[]): Promise<Standing[]> {
  const ids = collaboratives.map(({ id }) => id);
  const seats = await seatsOnOffer(db, cycleId);
  const counts = await countsOf(db, cycleId, ids);
  return collaboratives.map((collaborative) => standingOf(collaborative, seats, counts));
}

function standingOf({ id, settings }: Collaborative, seats: readonly SeatsOnOffer[], counts: readonly Count[]): Standing {
  const own = counts.filter((count) => count.collaborative_id === id);
  const number = (what: What, holds: (state: string) => boolean) =>
    own.filter((count) => count.what === what && holds(count.state)).reduce((sum, count) => sum + count.number, 0);
  const of = (what: What, state: string) => number(what, (found) => found === state);
  const covered = (place: 0 | 1) => (state: string) => Number(state.split('/')[place]) >= settings.minimumReviews;
  const toReview = number('coverage', () => true);
  return {
    collaborativeId: id,
    seats: seats.filter((offer) => offer.collaborativeId === id).map(({ constituency, count }) => ({ constituency, count })),
    firstChoice: of('choice', 'first'),
    all: number('choice', () => true),
    panel: { staff: of('panel', 'staff'), member: of('panel', 'member'), public: of('panel', 'public') },
    minimumReviews: settings.minimumReviews,
    toReview,
    unassigned: toReview - number('coverage', covered(0)),
    covered: number('coverage', covered(1)),
    slate: (own.find(({ what }) => what === 'slate')?.state as SlateStatus | undefined) ?? null,
    offers: {
      open: of('offer', 'open'),
      accepted: of('offer', 'accepted'),
      declined: of('offer', 'declined'),
      lapsed: of('offer', 'lapsed'),
    },
    answerBy: own.find(({ what, state }) => what === 'offer' && state === 'open')?.at ?? null,
  };
}

async function countsOf(db: Db, cycleId: string, ids: readonly string[]): Promise<Count[]> {
  // The first of a union may not be grouped: knex writes its grouping behind the last.
  const rows = (await slates(db, cycleId, ids).unionAll([
    choices(db, cycleId, ids),
    panels(db, cycleId, ids),
    coverage(db, cycleId, ids),
    offers(db, cycleId, ids),
  ])) as unknown as Record<keyof Count, string | number | null>[];
  return rows.map((row) => ({ ...(row as unknown as Count), number: Number(row.number) }));
}

const none = 'cast(null as varchar(24)) as at';

const choices = (db: Db, cycleId: string, ids: readonly string[]): Knex.QueryBuilder =>
  db('candidacies')
    .where('cycle_id', cycleId)
    .whereIn('collaborative_id', ids)
    .whereNot('status', 'withdrawn')
    .groupBy('collaborative_id', db.raw("case when preference = 1 then 'first' else 'later' end"))
    .select(
      db.raw("'choice' as what"),
      'collaborative_id',
      db.raw("case when preference = 1 then 'first' else 'later' end as state"),
      db.raw('count(*) as number'),
      db.raw(none),
    );

const panels = (db: Db, cycleId: string, ids: readonly string[]): Knex.QueryBuilder =>
  db('panel_members')
    .where('cycle_id', cycleId)
    .whereIn('collaborative_id', ids)
    .groupBy('collaborative_id', 'kind')
    .select(db.raw("'panel' as what"), 'collaborative_id', 'kind as state', db.raw('count(*) as number'), db.raw(none));

/** Applications by how many reviewers and how many complete reviews they have. */
const coverage = (db: Db, cycleId: string, ids: readonly string[]): Knex.QueryBuilder =>
  db
    .queryBuilder()
    .from(db.raw('? as files', [files(db, cycleId, ids)]))
    .groupBy('collaborative_id', 'assigned', 'complete')
    .select(
      db.raw("'coverage' as what"),
      'collaborative_id',
      db.raw("cast(assigned as varchar(10)) || '/' || cast(complete as varchar(10)) as state"),
      db.raw('count(*) as number'),
      db.raw(none),
    );

const files = (db: Db, cycleId: string, ids: readonly string[]): Knex.QueryBuilder =>
  db<object, object[]>('candidacies')
    .leftJoin('reviews', (join) => {
      join.on('reviews.candidacy_id', 'candidacies.id').andOnVal('reviews.status', '<>', 'recused');
    })
    .where('candidacies.cycle_id', cycleId)
    .whereIn('candidacies.collaborative_id', ids)
    .where('candidacies.is_reviewed', true)
    .whereNot('candidacies.status', 'withdrawn')
    .groupBy('candidacies.id', 'candidacies.collaborative_id')
    .select(
      'candidacies.collaborative_id',
      db.raw('count(reviews.id) as assigned'),
      db.raw("sum(case when reviews.status = 'complete' then 1 else 0 end) as complete"),
    );

const slates = (db: Db, cycleId: string, ids: readonly string[]): Knex.QueryBuilder =>
  db('slates')
    .where('cycle_id', cycleId)
    .whereIn('collaborative_id', ids)
    .select(db.raw("'slate' as what"), 'collaborative_id', 'status as state', db.raw('1 as number'), db.raw(none));

const offers = (db: Db, cycleId: string, ids: readonly string[]): Knex.QueryBuilder =>
  db('offers')
    .join('candidacies', 'candidacies.id', 'offers.candidacy_id')
    .where('candidacies.cycle_id', cycleId)
    .whereIn('candidacies.collaborative_id', ids)
    .groupBy('candidacies.collaborative_id', 'offers.status')
    .select(
      db.raw("'offer' as what"),
      'candidacies.collaborative_id',
      'offers.status as state',
      db.raw('count(*) as number'),
      db.raw('max(offers.answer_by) as at'),
    );

/** Drafts that nobody has sent yet. */
export async function countDrafts(db: Db, cycleId: string): Promise<number> {
  const [row] = await db('applications').where({ cycle_id: cycleId, status: 'draft' }).count({ drafts: '*' });
  return Number(row?.['drafts'] ?? 0);
}
