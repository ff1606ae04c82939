import type { Knex } from 'knex';

export interface MailRow {
  readonly kind: string;
  readonly to_address: string;
  readonly locale: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly calendar: string | null;
  readonly status: string;
}

/** Every mail in the outbox, oldest first; of one kind where given. */
export const mails = (db: Knex, kind?: string): Promise<MailRow[]> =>
  db('outbox')
    .modify((query) => {
      if (kind !== undefined) void query.where({ kind });
    })
    .orderBy(['created_at', 'id'])
    .select('kind', 'to_address', 'locale', 'subject', 'text', 'html', 'calendar', 'status') as unknown as Promise<MailRow[]>;

/** The first link of a mail's text that leads to this path. */
export function linkIn(text: string, pathBegins: string): string {
  const found = [...text.matchAll(/https?:\/\/[^\s/]+(\/[^\s<>")]*)/g)]
    .map((match) => match[1] ?? '')
    .find((path) => path.startsWith(pathBegins));
  if (found === undefined) throw new Error(`no link to ${pathBegins} in: ${text}`);
  return found;
}
