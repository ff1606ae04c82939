import './tables';
import type { Db } from '../../db/database';
import { Conflict, NotFound } from '../../lib/errors';
import type { OfferQuestion } from './question';
import type { OfferQuestionRow } from './tables';

export const insertQuestion = async (db: Db, question: OfferQuestion): Promise<void> => {
  await db('offer_questions').insert(toRow(question));
};

/** Saves an answer; of two at once one wins. */
export async function saveQuestion(db: Db, question: OfferQuestion): Promise<void> {
  const { id, version } = question;
  const saved = await db('offer_questions')
    .where({ id, version })
    .update({ ...toRow(question), version: version + 1 });
  if (saved === 0) throw new Conflict();
}

/** The questions to one offer in the order in which they were asked. */
export const listQuestions = async (db: Db, offerId: string): Promise<OfferQuestion[]> =>
  (await db('offer_questions').where({ offer_id: offerId }).orderBy(['asked_at', 'id'])).map(toQuestion);

export async function getQuestion(db: Db, id: string): Promise<OfferQuestion> {
  const row = await db('offer_questions').where({ id }).first();
  if (row === undefined) throw new NotFound();
  return toQuestion(row);
}

const toQuestion = (row: OfferQuestionRow): OfferQuestion => ({
  id: row.id,
  offerId: row.offer_id,
  status: row.status,
  words: row.words,
  askedAt: row.asked_at,
  answer: row.answer,
  answeredAt: row.answered_at,
  answeredBy: row.answered_by,
  version: row.version,
});

const toRow = (question: OfferQuestion): OfferQuestionRow => ({
  id: question.id,
  offer_id: question.offerId,
  status: question.status,
  words: question.words,
  asked_at: question.askedAt,
  answer: question.answer,
  answered_at: question.answeredAt,
  answered_by: question.answeredBy,
  version: question.version,
});
