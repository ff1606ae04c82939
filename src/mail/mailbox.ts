import type { Deps } from '../deps';
import { unseal } from '../lib/secret';
import type { MailBody } from './render-email';
import type { OutboxRow } from './tables';

/** A mail as it can be read: by staff on a record's page, by the demo's mailbox, by tests. */
export interface ReadableMail extends Omit<OutboxRow, 'body' | 'resent'> {
  readonly html: string;
  readonly text: string;
  readonly calendar: MailBody['calendar'];
  readonly leaveUrl: string | null;
}

export interface MailFilter {
  readonly personId?: string;
  readonly address?: string;
  readonly kind?: string;
  readonly about?: { readonly kind: string; readonly id: string };
  readonly status?: OutboxRow['status'];
  /** Only mails older than this id (ids sort by time), for paging. */
  readonly before?: string;
  readonly limit?: number;
}

/** Mails with their text, newest first; 50 unless told. */
export async function listMails(deps: Pick<Deps, 'db' | 'config'>, filter: MailFilter = {}): Promise<ReadableMail[]> {
  const { personId, address, kind, about, status, before, limit = 50 } = filter;
  const query = deps.db('outbox').orderBy('id', 'desc').limit(limit);
  if (personId !== undefined) void query.where('person_id', personId);
  if (address !== undefined) void query.where('to_address', address);
  if (kind !== undefined) void query.where('kind', kind);
  if (about !== undefined) void query.where({ about_kind: about.kind, about_id: about.id });
  if (status !== undefined) void query.where('status', status);
  if (before !== undefined) void query.where('id', '<', before);
  const rows = await query;
  return rows.map((row) => toReadable(row, deps.config.secret));
}

/** One mail with its text. */
export async function findMail(deps: Pick<Deps, 'db' | 'config'>, id: string): Promise<ReadableMail | undefined> {
  const row = await deps.db('outbox').where({ id }).first();
  return row === undefined ? undefined : toReadable(row, deps.config.secret);
}

/** The rendered parts of a row. Throws when it was sealed under another secret; empty when the text was purged. */
export function openBody(row: Pick<OutboxRow, 'body'>, secret: string): MailBody {
  if (row.body === '') return { html: '', text: '', calendar: null, leaveUrl: null };
  return JSON.parse(unseal(row.body, secret)) as MailBody;
}

function toReadable(row: OutboxRow, secret: string): ReadableMail {
  const { body, resent, ...shown } = row;
  void resent;
  return { ...shown, ...openBody({ body }, secret) };
}
