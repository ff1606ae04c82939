import type { Knex } from 'knex';
import type { Db } from '../../db/database';
import { jsonText } from '../../db/dialect';
import type { Cycle } from '../cycles';
import { questionsOf, type Answers, type Criterion, type Form } from '../forms';
import type { ApartCounts, Counts, Figures } from './figures';

/** Whose figures: a cycle and the collaboratives of it that the reader may see. */
export interface Scope {
  readonly cycle: Pick<Cycle, 'id'>;
  readonly collaborativeIds: readonly string[];
  readonly criteria: readonly Pick<Criterion, 'key' | 'weight'>[];
  /** Two scores of one criterion that differ by this much are flagged. */
  readonly spreadFlag: number;
}

type What = 'hour' | 'constituency' | 'language' | 'zip' | 'source' | 'coverage' | 'score' | 'spread' | 'offer';

/** The figures of a cycle for these collaboratives. One query, whatever the rows. */
export async function getFigures(db: Db, scope: Scope): Promise<Figures> {
  const rows = (await db
    .queryBuilder()
    .unionAll([
      counted(db, 'hour', firstChoices(db, scope, db.raw('substr(candidacies.submitted_at, 1, 13) as state'))),
      counted(db, 'constituency', firstChoices(db, scope, db.raw('candidacies.constituency as state'))),
      counted(db, 'language', firstChoices(db, scope, db.raw('applications.locale as state'))),
      counted(db, 'zip', firstChoices(db, scope, db.raw("coalesce(applications.zip, '') as state"))),
      counted(db, 'source', firstChoices(db, scope, jsonText(db, 'applications.answers', 'source'))),
      counted(db, 'coverage', completeReviews(db, scope)),
      counted(db, 'score', binnedTotals(db, scope)),
      counted(db, 'spread', spreadFiles(db, scope)),
      counted(db, 'offer', offers(db, scope)),
    ])) as unknown as { what: What; state: string | number | null; number: string | number }[];
  const of = (what: What): Counts =>
    new Map(rows.filter((row) => row.what === what).map((row) => [String(row.state ?? ''), Number(row.number)]));
  const byConstituency = of('constituency');
  return {
    applications: [...byConstituency.values()].reduce((sum, count) => sum + count, 0),
    byHour: of('hour'),
    byConstituency,
    byLanguage: of('language'),
    byZip: of('zip'),
    bySource: of('source'),
    coverage: of('coverage'),
    scores: of('score'),
    withSpread: of('spread').get('1') ?? 0,
    offers: of('offer'),
  };
}

/** How many rows of a query are in each state. */
const counted = (db: Db, what: What, states: Knex.QueryBuilder): Knex.QueryBuilder =>
  db
    .queryBuilder()
    .from(db.raw('? as states', [states]))
    .groupBy('state')
    .select(db.raw('? as what', [what]), db.raw('cast(state as varchar(40)) as state'), db.raw('count(*) as number'));

const firstChoices = (db: Db, { cycle, collaborativeIds }: Scope, state: Knex.Raw): Knex.QueryBuilder =>
  db<object, object[]>('candidacies')
    .join('applications', 'applications.id', 'candidacies.application_id')
    .where('candidacies.cycle_id', cycle.id)
    .where('candidacies.preference', 1)
    .whereIn('candidacies.collaborative_id', collaborativeIds)
    .whereNot('candidacies.status', 'withdrawn')
    .select(state);

/** The files of the panels, with their reviews that are complete. */
const files = (db: Db, { cycle, collaborativeIds }: Scope): Knex.QueryBuilder =>
  db<object, object[]>('candidacies')
    .leftJoin('reviews', (join) => {
      join.on('reviews.candidacy_id', 'candidacies.id').andOnVal('reviews.status', 'complete');
    })
    .where('candidacies.cycle_id', cycle.id)
    .whereIn('candidacies.collaborative_id', collaborativeIds)
    .where('candidacies.is_reviewed', true)
    .whereNot('candidacies.status', 'withdrawn');

const completeReviews = (db: Db, scope: Scope): Knex.QueryBuilder =>
  files(db, scope).groupBy('candidacies.id').select(db.raw('count(reviews.id) as state'));

/** Each file's mean over its complete reviews, by the rubric's weights, as one of ten bins. */
function binnedTotals(db: Db, scope: Scope): Knex.QueryBuilder {
  const weight = scope.criteria.map(() => 'when ? then ?').join(' ');
  const bindings = scope.criteria.flatMap(({ key, weight: share }) => [key, share]);
  const points = files(db, scope)
    .join('review_scores', 'review_scores.review_id', 'reviews.id')
    .whereNotNull('review_scores.score')
    .groupBy('reviews.id', 'candidacies.id')
    .select(
      'candidacies.id',
      db.raw('sum(review_scores.score * case review_scores.criterion '.concat(weight, ' else 0 end) as points'), bindings),
    );
  const all = scope.criteria.reduce((sum, { weight: share }) => sum + share, 0) * 4;
  const bins = [1, 2, 3, 4, 5, 6, 7, 8, 9].map(() => '(case when avg(points) * 10 >= ? then 1 else 0 end)').join(' + ');
  return db
    .queryBuilder()
    .from(db.raw('? as reviewed', [points]))
    .groupBy('id')
    .select(
      db.raw(
        bins.concat(' as state'),
        [1, 2, 3, 4, 5, 6, 7, 8, 9].map((bin) => bin * all),
      ),
    );
}

/** A `1` for each file on which two reviewers lie far apart. */
function spreadFiles(db: Db, scope: Scope): Knex.QueryBuilder {
  const apart = files(db, scope)
    .join('review_scores', 'review_scores.review_id', 'reviews.id')
    .groupBy('candidacies.id', 'review_scores.criterion')
    .havingRaw('max(review_scores.score) - min(review_scores.score) >= ?', [scope.spreadFlag])
    .select('candidacies.id');
  return db
    .queryBuilder()
    .from(db.raw('? as far', [apart]))
    .distinct('id', db.raw('1 as state'));
}

const offers = (db: Db, { cycle, collaborativeIds }: Scope): Knex.QueryBuilder =>
  db<object, object[]>('offers')
    .join('candidacies', 'candidacies.id', 'offers.candidacy_id')
    .where('candidacies.cycle_id', cycle.id)
    .whereIn('candidacies.collaborative_id', collaborativeIds)
    .select({ state: 'offers.status' });

/** Answers that are kept apart, counted by option; who gave which never leaves this function. One query. */
export async function countApart(
  db: Db,
  { cycle, collaborativeIds }: Pick<Scope, 'cycle' | 'collaborativeIds'>,
  form: Pick<Form, 'pages'>,
): Promise<ApartCounts[]> {
  const rows: { answers: string | null }[] = await db('candidacies')
    .leftJoin('application_demographics', 'application_demographics.application_id', 'candidacies.application_id')
    .where({ cycle_id: cycle.id, preference: 1 })
    .whereIn('collaborative_id', collaborativeIds)
    .whereNot('status', 'withdrawn')
    .select('application_demographics.answers');
  const given = rows.map(({ answers }) => (answers === null ? {} : (JSON.parse(answers) as Answers)));
  return questionsOf(form)
    .filter(({ storedApart, options }) => storedApart && options.length > 0)
    .map(({ key, label, options }) => ({
      key,
      label,
      options: new Map(options.map((option) => [option.value, option.label])),
      counts: countOptions(given, key),
    }));
}

function countOptions(given: readonly Answers[], key: string): Counts {
  const counts = new Map<string, number>();
  for (const answers of given) {
    const answer = answers[key] ?? '';
    for (const option of typeof answer === 'string' || answer.length === 0 ? [String(answer)] : answer)
      counts.set(option, (counts.get(option) ?? 0) + 1);
  }
  return counts;
}
