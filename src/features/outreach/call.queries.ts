import './tables';
import type { Db } from '../../db/database';
import { NotFound } from '../../lib/errors';
import { toLocalText, type LocalText } from '../../lib/local-text';
import type { CalendarDate, Instant } from '../../lib/time';
import type { PhoneAttempts } from '../offers';
import type { CallOutcome, ToCall } from './call';
import type { CallPlace } from './call.policy';

interface Row {
  offer_id: string;
  candidacy_id: string;
  reference: string;
  name: string;
  phone: string | null;
  own: string | null;
  email: string | null;
  locale: string;
  best_time: string | null;
  offered_at: Instant;
  answer_by: Instant;
  calls: number | string;
  outcome: CallOutcome | null;
  at: Instant | null;
  by_name: string | null;
  again_at: Instant | null;
}

/** Everyone with an open offer there but the one who asks, at most 500. One query. */
export async function listToCall(db: Db, { cycleId, collaborativeId }: CallPlace, askedBy: string): Promise<ToCall[]> {
  const rows = await peopleToCall(db)
    .where('candidacies.cycle_id', cycleId)
    .where('candidacies.collaborative_id', collaborativeId)
    .where('offers.status', 'open')
    .where((own) => void own.whereNull('applications.person_id').orWhereNot('applications.person_id', askedBy))
    .orderBy(['offers.answer_by', 'offers.id'])
    .limit(500)
    .select<Row[]>(columns(db));
  return rows.map(toCall);
}

/** One of `listToCall`. Throws NotFound for an offer elsewhere, answered, or one's own. */
export async function getToCall(db: Db, { cycleId, collaborativeId }: CallPlace, asked: { offerId: string; by: string }): Promise<ToCall> {
  const [row] = await peopleToCall(db)
    .where('candidacies.cycle_id', cycleId)
    .where('candidacies.collaborative_id', collaborativeId)
    .where('offers.status', 'open')
    .where('offers.id', asked.offerId)
    .where((own) => void own.whereNull('applications.person_id').orWhereNot('applications.person_id', asked.by))
    .select<Row[]>(columns(db));
  if (row === undefined) throw new NotFound();
  return toCall(row);
}

const peopleToCall = (db: Db) =>
  db('offers')
    .join('candidacies', 'candidacies.id', 'offers.candidacy_id')
    .join('applications', 'applications.id', 'offers.application_id')
    .leftJoin('people', 'people.id', 'applications.person_id')
    .leftJoin('application_entries', 'application_entries.application_id', 'applications.id')
    .leftJoin({ last: 'offer_calls' }, (join) => {
      join.on('last.id', db.raw('(select max(id) from offer_calls where offer_calls.offer_id = offers.id)'));
    })
    .leftJoin({ callers: 'people' }, 'callers.id', 'last.caller_id');

const columns = (db: Db) => ({
  offer_id: 'offers.id',
  candidacy_id: 'offers.candidacy_id',
  reference: 'applications.reference',
  name: 'applications.name',
  phone: 'people.phone',
  own: 'people.email',
  email: 'applications.email',
  locale: 'applications.locale',
  best_time: 'application_entries.best_time',
  offered_at: 'offers.offered_at',
  answer_by: 'offers.answer_by',
  calls: db.raw('(select count(*) from offer_calls where offer_calls.offer_id = offers.id)') as never,
  outcome: 'last.outcome',
  at: 'last.at',
  by_name: 'callers.name',
  again_at: 'last.again_at',
});

/** The calls about every offer of a collaborative in a cycle, by the offer's id. One query. */
export async function callsAbout(db: Db, { cycleId, collaborativeId }: CallPlace): Promise<ReadonlyMap<string, PhoneAttempts>> {
  const rows = await peopleToCall(db)
    .where('candidacies.cycle_id', cycleId)
    .where('candidacies.collaborative_id', collaborativeId)
    .whereNotNull('last.id')
    .select<Row[]>(columns(db));
  return new Map(
    rows.map(toCall).flatMap(({ offerId, calls, lastCall }) => (lastCall === null ? [] : [[offerId, { calls, ...lastCall }]])),
  );
}

export interface CallToLog {
  readonly id: string;
  readonly offerId: string;
  readonly callerId: string;
  readonly at: Instant;
  readonly outcome: CallOutcome;
  readonly againAt: Instant | null;
  /** The applicant's name as it was read back with an answer. */
  readonly saidName: string | null;
}

export async function insertCall(db: Db, call: CallToLog): Promise<void> {
  const { id, offerId, callerId, at, outcome, againAt, saidName } = call;
  await db('offer_calls').insert({ id, offer_id: offerId, caller_id: callerId, at, outcome, again_at: againAt, said_name: saidName });
}

export interface Caller {
  readonly personId: string;
  readonly name: string;
  readonly since: CalendarDate;
}

/** Who has the role of caller there today, by name. */
export async function listCallers(db: Db, { cycleId, collaborativeId }: CallPlace, today: CalendarDate): Promise<Caller[]> {
  const rows = await db('roles')
    .join('people', 'people.id', 'roles.person_id')
    .where('roles.role', 'caller')
    .where('roles.cycle_id', cycleId)
    .where('roles.collaborative_id', collaborativeId)
    .where((role) => void role.whereNull('roles.ends_on').orWhere('roles.ends_on', '>=', today))
    .orderBy(['people.name', 'people.id'])
    .select<{ id: string; name: string; starts_on: CalendarDate }[]>('people.id', 'people.name', 'roles.starts_on');
  return rows.map((row) => ({ personId: row.id, name: row.name, since: row.starts_on }));
}

/** The places in which a person is caller today, with how many offers are open. One query. */
export async function listCallPlaces(db: Db, personId: string, today: CalendarDate) {
  const rows = await db('roles')
    .join('cycles', 'cycles.id', 'roles.cycle_id')
    .join('collaboratives', 'collaboratives.id', 'roles.collaborative_id')
    .where('roles.role', 'caller')
    .where('roles.person_id', personId)
    .where((role) => void role.whereNull('roles.ends_on').orWhere('roles.ends_on', '>=', today))
    .orderBy(['cycles.code', 'collaboratives.slug'])
    .select<{ code: string; slug: string; name: string; area: string }[]>('cycles.code', 'collaboratives.slug', 'cycles.name', {
      area: 'collaboratives.area',
    });
  return rows.map((row): CallingPlace => ({ ...row, name: toLocalText(row.name), area: toLocalText(row.area) }));
}

export interface CallingPlace {
  readonly code: string;
  readonly slug: string;
  readonly name: LocalText;
  readonly area: LocalText;
}

const toCall = (row: Row): ToCall => ({
  offerId: row.offer_id,
  candidacyId: row.candidacy_id,
  reference: row.reference,
  name: row.name,
  phone: row.phone ?? '',
  locale: row.locale,
  bestTime: row.best_time ?? '',
  hasEmail: (row.own ?? row.email ?? '') !== '',
  offeredAt: row.offered_at,
  answerBy: row.answer_by,
  calls: Number(row.calls),
  lastCall: row.outcome === null || row.at === null ? null : { outcome: row.outcome, at: row.at, by: row.by_name, againAt: row.again_at },
});
