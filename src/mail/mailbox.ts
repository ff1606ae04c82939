import type { Db } from '../db/database';
import type { Deps } from '../deps';
import { unseal } from '../lib/secret';
import type { Email } from './email';
import { bodiesOf } from './outbox.queries';
import type { MailBody } from './render-email';
import type { OutboxRow } from './tables';

/** A mail as it can be read: by staff on a record's page, by the demo's mailbox, by tests. */
export interface ReadableMail extends Omit<OutboxRow, 'resent'> {
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
  const { before, limit = 50 } = filter;
  const query = deps.db('outbox').where(columnsOf(filter)).orderBy('id', 'desc').limit(limit);
  if (before !== undefined) void query.where('id', '<', before);
  const rows = await query;
  return opened(deps, rows);
}

/** Those mails whose dedupe key is not in the outbox yet, for scans that come by again and again. */
export async function unqueued(db: Db, emails: readonly Email[]): Promise<Email[]> {
  const known = new Set<string>();
  for (let at = 0; at < emails.length; at += 400) {
    const keys = emails.slice(at, at + 400).map(({ dedupeKey }) => dedupeKey);
    for (const key of await db('outbox').whereIn('dedupe_key', keys).pluck('dedupe_key')) known.add(key);
  }
  return emails.filter(({ dedupeKey }) => !known.has(dedupeKey));
}

/** The columns a filter names, without those it leaves out. */
function columnsOf({ personId, address, kind, about, status }: MailFilter): Partial<OutboxRow> {
  const wanted = { person_id: personId, to_address: address, kind, about_kind: about?.kind, about_id: about?.id, status };
  return Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined));
}

/** One mail with its text. */
export async function findMail(deps: Pick<Deps, 'db' | 'config'>, id: string): Promise<ReadableMail | undefined> {
  const row = await deps.db('outbox').where({ id }).first();
  if (row === undefined) return undefined;
  const [mail] = await opened(deps, [row]);
  return mail;
}

/** The rendered parts out of a sealed body. Throws when it was sealed under another secret; empty when it was purged. */
export function openBody(body: string | undefined, secret: string): MailBody {
  if (body === undefined) return { html: '', text: '', calendar: null, leaveUrl: null };
  return JSON.parse(unseal(body, secret)) as MailBody;
}

async function opened({ db, config }: Pick<Deps, 'db' | 'config'>, rows: readonly OutboxRow[]): Promise<ReadableMail[]> {
  const bodies = await bodiesOf(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map(({ resent: _resent, ...shown }) => ({ ...shown, ...openBody(bodies.get(shown.id), config.secret) }));
}
