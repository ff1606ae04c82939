import type { Db } from '../../db/database';
import { NotFound } from '../../lib/errors';
import { openBody } from '../../mail/mailbox';
import { neverStaffRead, staffReadAbout, type BodyMessage } from './body-people';

/** What was sent to a person about this collaborative, mails and letters, the latest first. Two queries. */
export async function listBodyMessages(db: Db, personId: string, collaborativeId: string): Promise<BodyMessage[]> {
  const mails = await readable(db, { personId, collaborativeId })
    .orderBy('created_at', 'desc')
    .limit(100)
    .select('id', 'subject', 'status', 'created_at');
  const letters = await db('paper_letters')
    .where({ person_id: personId, collaborative_id: collaborativeId })
    .whereIn('about_kind', [...staffReadAbout])
    .orderBy('created_at', 'desc')
    .limit(100)
    .select('id', 'subject', 'status', 'created_at');
  const lines = [...mails.map((row) => messageOf(row, false)), ...letters.map((row) => messageOf(row, true))];
  return lines.sort((a, b) => b.at.localeCompare(a.at));
}

/** One of the mails with its words, null once they were forgotten. Throws NotFound for any other. */
export async function getBodyMail(
  db: Db,
  whose: { readonly personId: string; readonly collaborativeId: string; readonly id: string },
  secret: string,
): Promise<BodyMessage & { readonly text: string | null }> {
  const row = await readable(db, whose).where({ id: whose.id }).first('id', 'subject', 'status', 'created_at');
  if (row === undefined) throw new NotFound();
  const body = await db('outbox_bodies').where({ outbox_id: row.id }).first('body');
  return { ...messageOf(row, false), text: body === undefined ? null : openBody(body.body, secret).text };
}

const readable = (db: Db, { personId, collaborativeId }: { personId: string; collaborativeId: string }) => {
  const query = db('outbox')
    .where({ person_id: personId, collaborative_id: collaborativeId })
    .whereIn('about_kind', [...staffReadAbout]);
  for (const kind of neverStaffRead) void query.whereNot('kind', 'like', kind);
  return query;
};

const messageOf = (
  { created_at: at, ...row }: { id: string; subject: string; status: string; created_at: string },
  isPaper: boolean,
): BodyMessage => ({ ...row, isPaper, at });
