import type { Db } from '../../db/database';
import { NotFound } from '../../lib/errors';
import type { Instant } from '../../lib/time';
import { openBody } from '../../mail/mailbox';
import type { OutboxStatus } from '../../mail/tables';

export interface MyMail {
  readonly id: string;
  readonly kind: string;
  readonly subject: string;
  readonly status: OutboxStatus;
  readonly at: Instant;
}

/** Mails with a link or a code that lets somebody in: they are in no list. */
const secretKinds = ['account.%', 'accounts.%', 'sign-in.%'];

/** What was sent to a person, newest first, without links to sign in. One query. */
export async function listMyMails(db: Db, personId: string): Promise<MyMail[]> {
  const rows = await mine(db, personId)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(100)
    .select('id', 'kind', 'subject', 'status', 'created_at');
  return rows.map((row) => ({ id: row.id, kind: row.kind, subject: row.subject, status: row.status, at: row.created_at }));
}

/** One of them with its words; null once they were forgotten. Throws NotFound for anybody else's. */
export async function getMyMail(db: Db, personId: string, id: string, secret: string): Promise<MyMail & { readonly text: string | null }> {
  const row = await mine(db, personId).where({ id }).first('id', 'kind', 'subject', 'status', 'created_at');
  if (row === undefined) throw new NotFound();
  const body = await db('outbox_bodies').where({ outbox_id: id }).first('body');
  const text = body === undefined ? null : openBody(body.body, secret).text;
  return { id: row.id, kind: row.kind, subject: row.subject, status: row.status, at: row.created_at, text };
}

const mine = (db: Db, personId: string) => {
  const query = db('outbox').where({ person_id: personId });
  for (const kind of secretKinds) void query.whereNot('kind', 'like', kind);
  return query;
};
