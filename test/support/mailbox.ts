import { listMails, type ReadableMail } from '../../src/mail/mailbox';
import type { Deps } from '../../src/deps';

/** Every mail in the outbox, oldest first; of one kind where given. */
export async function mails(deps: Deps, kind?: string): Promise<ReadableMail[]> {
  const found = await listMails(deps, { limit: 10_000, ...(kind === undefined ? {} : { kind }) });
  return found.reverse();
}

/** The path and query of the first link in a mail's text that leads below `pathBegins`. */
export function linkIn(text: string, pathBegins: string): string {
  const paths = [...text.matchAll(/https?:\/\/[^\s/]+(\/[^\s<>")]*)/g)].map((match) => match[1] ?? '');
  const found = paths.find((path) => path.startsWith(pathBegins));
  if (found === undefined) throw new Error(`no link to ${pathBegins} in: ${text}`);
  return found;
}
