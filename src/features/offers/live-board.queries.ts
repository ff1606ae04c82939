import './tables';
import type { Db } from '../../db/database';
import type { Instant } from '../../lib/time';
import type { AnswerChannel, OfferStatus } from './offer';

/** An offer as the live board shows it. */
export interface BoardOffer {
  readonly id: string;
  readonly candidacyId: string;
  readonly name: string;
  readonly reference: string;
  readonly seatCode: string;
  readonly status: OfferStatus;
  readonly offeredAt: Instant;
  readonly answerBy: Instant;
  readonly answeredAt: Instant | null;
  readonly answeredVia: AnswerChannel | null;
  readonly declineReason: string | null;
  readonly reminders: number;
  readonly openQuestions: number;
}

/** How often somebody was phoned about their offer, and how the last call ended. */
export interface PhoneAttempts {
  readonly calls: number;
  readonly outcome: string;
  readonly at: Instant;
  readonly by: string | null;
}

/** The calls about every offer there, by the offer's id; read by whoever keeps them. */
export type CallsAbout = (
  db: Db,
  place: { readonly cycleId: string; readonly collaborativeId: string },
) => Promise<ReadonlyMap<string, PhoneAttempts>>;

interface Row {
  id: string;
  candidacy_id: string;
  name: string;
  reference: string;
  code: string;
  status: OfferStatus;
  offered_at: Instant;
  answer_by: Instant;
  answered_at: Instant | null;
  answered_via: AnswerChannel | null;
  decline_reason: string | null;
  reminders: number | string;
  questions: number | string;
}

/** Every offer of a collaborative in a cycle, the next to end first. One query. */
export async function listBoardOffers(db: Db, cycleId: string, collaborativeId: string): Promise<BoardOffer[]> {
  const rows = await db('offers')
    .join('candidacies', 'candidacies.id', 'offers.candidacy_id')
    .join('applications', 'applications.id', 'offers.application_id')
    .join('seats', 'seats.id', 'offers.seat_id')
    .where('candidacies.cycle_id', cycleId)
    .where('candidacies.collaborative_id', collaborativeId)
    .orderBy(['offers.answer_by', 'offers.id'])
    .select<Row[]>(
      'offers.id',
      'offers.candidacy_id',
      'applications.name',
      'applications.reference',
      'seats.code',
      'offers.status',
      'offers.offered_at',
      'offers.answer_by',
      'offers.answered_at',
      'offers.answered_via',
      'offers.decline_reason',
      db.raw(`(select count(*) from outbox where outbox.about_kind = 'offer' and outbox.about_id = offers.id
        and outbox.kind = 'offer.reminder' and outbox.status <> 'cancelled') as reminders`),
      db.raw(`(select count(*) from offer_questions where offer_questions.offer_id = offers.id
        and offer_questions.status = 'asked') as questions`),
    );
  return rows.map(toBoardOffer);
}

const toBoardOffer = (row: Row): BoardOffer => ({
  id: row.id,
  candidacyId: row.candidacy_id,
  name: row.name,
  reference: row.reference,
  seatCode: row.code,
  status: row.status,
  offeredAt: row.offered_at,
  answerBy: row.answer_by,
  answeredAt: row.answered_at,
  answeredVia: row.answered_via,
  declineReason: row.decline_reason,
  reminders: Number(row.reminders),
  openQuestions: Number(row.questions),
});
