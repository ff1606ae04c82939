import './tables';
import type { Db } from '../../db/database';
import { isDuplicate } from '../../db/dialect';
import { Conflict, NotFound } from '../../lib/errors';
import type { Instant } from '../../lib/time';
import type { AlternateInLine, Offer } from './offer';
import type { OfferRow } from './tables';

/** Puts offers out, 100 rows at a time. Throws Conflict when a seat or a person has an open one already. */
export async function insertOffers(db: Db, offers: readonly Offer[]): Promise<void> {
  const rows = offers.map(toRow);
  try {
    for (let at = 0; at < rows.length; at += 100) await db('offers').insert(rows.slice(at, at + 100));
  } catch (error) {
    if (isDuplicate(error)) throw new Conflict();
    throw error;
  }
}

/** Saves an answer; of two at once one wins, the other gets Conflict. */
export async function saveOffer(db: Db, offer: Offer): Promise<Offer> {
  const { id, version } = offer;
  const saved = await db('offers')
    .where({ id, version })
    .update({ ...answerColumns(offer), version: version + 1 });
  if (saved === 0) throw new Conflict();
  return { ...offer, version: version + 1 };
}

/** An applicant's newest offer, whatever became of it. */
export async function findLatestOffer(db: Db, applicationId: string): Promise<Offer | undefined> {
  const row = await db('offers')
    .where({ application_id: applicationId })
    .orderBy([
      { column: 'offered_at', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .first();
  return row === undefined ? undefined : toOffer(row);
}

/** Open offers whose last moment has passed, the oldest first. */
export async function listOverdueOffers(db: Db, now: Instant, limit = 50): Promise<Offer[]> {
  const rows = await db('offers').where({ status: 'open' }).where('answer_by', '<', now).orderBy(['answer_by', 'id']).limit(limit);
  return rows.map(toOffer);
}

export async function getOffer(db: Db, id: string): Promise<Offer> {
  const row = await db('offers').where({ id }).first();
  if (row === undefined) throw new NotFound();
  return toOffer(row);
}

/** Open offers whose last moment lies after this one, the next to end first. */
export async function listOpenOffers(db: Db, { after, limit = 2000 }: { after: Instant; limit?: number }): Promise<Offer[]> {
  const rows = await db('offers').where({ status: 'open' }).where('answer_by', '>', after).orderBy(['answer_by', 'id']).limit(limit);
  return rows.map(toOffer);
}

/** Whether nobody has an offer of this seat that is open, or was accepted in this cycle by someone who still wants it. */
export async function isSeatFree(db: Db, seatId: string, cycleId: string): Promise<boolean> {
  const taken = await db('offers')
    .join('candidacies', 'candidacies.id', 'offers.candidacy_id')
    .where('offers.seat_id', seatId)
    .where('candidacies.cycle_id', cycleId)
    .whereIn('offers.status', ['open', 'accepted'])
    .whereRaw(
      `not exists (select 1 from memberships where memberships.candidacy_id = candidacies.id
        and memberships.status = 'ended' and memberships.started_on is null)`,
    )
    .limit(1)
    .select<{ id: string }[]>('offers.id');
  return taken.length === 0;
}

/** The alternates of a collaborative who still wait, with whether an offer or a seat elsewhere binds them. One query. */
export async function listAlternates(db: Db, cycleId: string, collaborativeId: string): Promise<AlternateInLine[]> {
  const rows = await db('candidacies')
    .leftJoin('slate_entries', 'slate_entries.candidacy_id', 'candidacies.id')
    .where('candidacies.cycle_id', cycleId)
    .where('candidacies.collaborative_id', collaborativeId)
    .where('candidacies.status', 'alternate')
    .select<{ id: string; application_id: string; constituency: string; alternate_place: number | null; bound: number | string }[]>(
      'candidacies.id',
      'candidacies.application_id',
      'candidacies.constituency',
      'slate_entries.alternate_place',
      db.raw(`(select count(*) from candidacies other where other.application_id = candidacies.application_id
        and other.status in ('offered', 'accepted')) as bound`),
    );
  return rows.map((row) => ({
    candidacyId: row.id,
    applicationId: row.application_id,
    constituency: row.constituency,
    place: row.alternate_place ?? 0,
    isTaken: Number(row.bound) > 0,
  }));
}

const toOffer = (row: OfferRow): Offer => ({
  id: row.id,
  candidacyId: row.candidacy_id,
  applicationId: row.application_id,
  seatId: row.seat_id,
  status: row.status,
  offeredAt: row.offered_at,
  answerBy: row.answer_by,
  answeredAt: row.answered_at,
  answeredVia: row.answered_via,
  answeredBy: row.answered_by,
  declineReason: row.decline_reason,
  extensionReason: row.extension_reason,
  version: row.version,
});

const toRow = (offer: Offer): OfferRow => ({
  id: offer.id,
  candidacy_id: offer.candidacyId,
  application_id: offer.applicationId,
  seat_id: offer.seatId,
  offered_at: offer.offeredAt,
  ...answerColumns(offer),
  version: offer.version,
});

const answerColumns = (offer: Offer) => ({
  status: offer.status,
  answer_by: offer.answerBy,
  answered_at: offer.answeredAt,
  answered_via: offer.answeredVia,
  answered_by: offer.answeredBy,
  decline_reason: offer.declineReason,
  extension_reason: offer.extensionReason,
});
