import './tables';
import { toBoolean, type Db } from '../../db/database';
import type { Deps } from '../../deps';
import { Conflict, NotFound } from '../../lib/errors';
import type { CalendarDate } from '../../lib/time';
import type { Membership } from './membership';
import type { MembershipRow } from './tables';

type Row = MembershipRow & { readonly seat_code: string; readonly collaborative_id: string };

export async function getMembership(db: Db, id: string): Promise<Membership> {
  const [row] = (await memberships(db).where('memberships.id', id)) as Row[];
  if (row === undefined) throw new NotFound();
  return toMembership(row);
}

/** Everyone who has, had or will have a seat, by the day their term begins. */
export async function listTermsOf(db: Db, seatId: string): Promise<Membership[]> {
  const rows = await memberships(db).where('memberships.seat_id', seatId).orderBy('memberships.term_starts_on');
  return (rows as Row[]).map(toMembership);
}

/** Every membership of a person in a collaborative, by the day its term begins. */
export async function listTermsOfPerson(db: Db, personId: string, collaborativeId: string): Promise<Membership[]> {
  const rows = await memberships(db)
    .where('memberships.person_id', personId)
    .where('seats.collaborative_id', collaborativeId)
    .orderBy('memberships.term_starts_on');
  return (rows as Row[]).map(toMembership);
}

/** Pending memberships that continue another and whose term has begun: they need no checklist. */
export async function listContinuing(db: Db, today: CalendarDate): Promise<string[]> {
  const ids: string[] = await db('memberships')
    .where('status', 'pending')
    .whereNotNull('follows_id')
    .where('term_starts_on', '<=', today)
    .orderBy('id')
    .pluck('id');
  return ids;
}

/** Members whose term ends in these days and who neither leave earlier nor go on in a further term. */
export async function listTermsEnding(db: Db, from: CalendarDate, until: CalendarDate): Promise<Membership[]> {
  const rows = await memberships(db)
    .whereIn('memberships.status', ['active', 'on_leave'])
    .whereNull('memberships.ended_on')
    .whereBetween('memberships.term_ends_on', [from, until])
    .whereNotExists((next) => {
      void next
        .from({ next: 'memberships' })
        .whereRaw('next.follows_id = memberships.id')
        .whereNot('next.status', 'ended')
        .select('next.id');
    })
    .orderBy('memberships.id');
  return (rows as Row[]).map(toMembership);
}

/** What was to continue a membership and has not begun: a further term, or the seat of a move. */
export async function listNext(db: Db, id: string): Promise<Membership[]> {
  const rows = await memberships(db).where('memberships.follows_id', id).where('memberships.status', 'pending').orderBy('memberships.id');
  return (rows as Row[]).map(toMembership);
}

/** Whether any membership of this person ended with their death. */
export async function hasDied(db: Db, personId: string): Promise<boolean> {
  return (await db('memberships').where({ person_id: personId, end_reason: 'died' }).first('id')) !== undefined;
}

/** Seats that a death put down for this day ended before they began. */
export async function listDiedBefore(db: Db, personId: string, endedOn: CalendarDate): Promise<Membership[]> {
  const rows = await memberships(db)
    .where('memberships.person_id', personId)
    .where({ end_reason: 'died', ended_on: endedOn })
    .whereNull('memberships.started_on');
  return (rows as Row[]).map(toMembership);
}

/** Pending memberships among these. */
export async function listPending(db: Db, ids: readonly string[]): Promise<Membership[]> {
  if (ids.length === 0) return [];
  const rows = await memberships(db)
    .whereIn('memberships.id', [...ids])
    .where('memberships.status', 'pending');
  return (rows as Row[]).map(toMembership);
}

/** Holders whose term, or whose last day, lies behind a date. */
export async function listOver(db: Db, today: CalendarDate): Promise<Membership[]> {
  const rows = await memberships(db)
    .where((over) => {
      void over
        .where((term) => void term.whereIn('memberships.status', ['active', 'on_leave']).where('memberships.term_ends_on', '<', today))
        .orWhere((left) => {
          void left.whereIn('memberships.status', ['active', 'on_leave', 'holdover']).where('memberships.ended_on', '<', today);
        });
    })
    .orderBy('memberships.id');
  return (rows as Row[]).map(toMembership);
}

/** The one who holds a seat now, if anyone does. */
export async function findHolder(db: Db, seatId: string): Promise<Membership | undefined> {
  const [row] = (await memberships(db)
    .where('memberships.seat_id', seatId)
    .whereIn('memberships.status', ['active', 'on_leave', 'holdover'])) as Row[];
  return row === undefined ? undefined : toMembership(row);
}

/** Adds a membership. Throws Conflict when the seat has a term on one of its days. */
export async function insertMembership(
  tx: Pick<Deps, 'db' | 'newId'>,
  wanted: Omit<Membership, 'id' | 'version' | 'seatCode' | 'collaborativeId'>,
): Promise<Membership> {
  const id = tx.newId();
  const { seatId, personId, candidacyId } = wanted;
  const identity = { id, version: 1, seat_id: seatId, person_id: personId, candidacy_id: candidacyId };
  await sayingConflict(() => tx.db('memberships').insert({ ...identity, ...columnsOf(wanted) }));
  return getMembership(tx.db, id);
}

/** Saves what changed and answers it with its new version; fails when somebody else saved it first. */
export async function saveMembership(db: Db, membership: Membership): Promise<Membership> {
  const { id, version } = membership;
  const change = { ...columnsOf(membership), version: version + 1 };
  const saved = await sayingConflict(() => db('memberships').where({ id, version }).update(change));
  if (saved === 0) throw new Conflict();
  return { ...membership, version: version + 1 };
}

/** What a member who resigned wants the staff to know; empty where nothing was said. Private. */
export const saveLeavingWords = (db: Db, id: string, words: string): Promise<number> =>
  db('memberships').where({ id }).update({ leaving_words: words });

export async function getLeavingWords(db: Db, id: string): Promise<string> {
  const row = await db('memberships').where({ id }).first('leaving_words');
  return row?.leaving_words ?? '';
}

/** A person's memberships that are not over, by the day their term begins. */
export async function listLiveOf(db: Db, personId: string): Promise<Membership[]> {
  const rows = await memberships(db)
    .where('memberships.person_id', personId)
    .whereNot('memberships.status', 'ended')
    .orderBy('memberships.term_starts_on');
  return (rows as Row[]).map(toMembership);
}

/** The database refuses a second holder and overlapping terms whatever the program does: two people accepting at once. */
async function sayingConflict<Result>(work: () => PromiseLike<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (/terms_never_overlap|one_holder_per_seat|memberships\.seat_id/.test(String(error)))
      throw new Conflict('membership.errors.termsOverlap');
    throw error;
  }
}

const memberships = (db: Db) =>
  db('memberships')
    .join('seats', 'seats.id', 'memberships.seat_id')
    .select('memberships.*', { seat_code: 'seats.code', collaborative_id: 'seats.collaborative_id' });

const columnsOf = (membership: Omit<Membership, 'id' | 'version' | 'seatCode' | 'collaborativeId'>) => ({
  status: membership.status,
  term_starts_on: membership.termStartsOn,
  term_ends_on: membership.termEndsOn,
  is_stub: membership.isStub,
  started_on: membership.startedOn,
  ended_on: membership.endedOn,
  end_reason: membership.endReason,
  accepted_on: membership.acceptedOn,
  follows_id: membership.followsId,
});

const toMembership = (row: Row): Membership => ({
  id: row.id,
  seatId: row.seat_id,
  seatCode: row.seat_code,
  collaborativeId: row.collaborative_id,
  personId: row.person_id,
  candidacyId: row.candidacy_id,
  status: row.status,
  termStartsOn: row.term_starts_on,
  termEndsOn: row.term_ends_on,
  isStub: toBoolean(row.is_stub),
  startedOn: row.started_on,
  endedOn: row.ended_on,
  endReason: row.end_reason,
  acceptedOn: row.accepted_on,
  followsId: row.follows_id,
  version: row.version,
});
