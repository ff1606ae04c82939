import type { Deps } from '../deps';
import { seal, unseal } from '../lib/secret';
import { cleanText } from '../lib/text';
import { hoursBetween, type Instant } from '../lib/time';
import type { Email } from './email';
import { subjectLine } from './render-email';
import type { NewPaperLetter, PaperLetterRow } from './paper-letters.queries';

/** The words of a letter on paper: those of the mail without its link. */
export interface PaperBody {
  readonly greeting: string;
  readonly paragraphs: readonly string[];
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  /** What the reader is asked to do, which a mail would have a button for. */
  readonly ask: string | null;
  readonly after: readonly string[];
}

/** A letter takes about three days by post: what ends sooner is not worth a stamp. */
export const postHours = 72;

/**
 * Who gets this mail on paper: service mail to a person without an address, where a collaborative can print it.
 * That is the one the mail is about, else the one that the recipient names (`printedBy`: an applicant's first choice).
 */
export function printingOffice(email: Email, now: Instant): string | null {
  const { to, stream, about } = email;
  if (to.address !== '' || to.personId === null || stream !== 'service' || isTooLate(email, now)) return null;
  return about.collaborativeId ?? to.printedBy ?? null;
}

const isTooLate = ({ expiresAt, sendAt }: Email, now: Instant): boolean =>
  expiresAt !== undefined && hoursBetween(sendAt ?? now, expiresAt) < postHours;

/**
 * The paper form of these mails, for `insertPaperLetters` in the same transaction. `queueEmails` does both: whoever
 * composes a letter (a receipt, the letters of a release, an offer, a lapse) hands every recipient to it, those without an
 * address too, and need not know which of them gets paper. `applicantRecipients` answers everybody for that reason.
 * Where the words speak of a button or of the mail itself, the mail says in `onPaper` how they read on paper.
 */
export const paperLettersOf = (tx: Deps, emails: readonly Email[], now: Instant): NewPaperLetter[] =>
  emails.flatMap((email) => {
    const collaborativeId = printingOffice(email, now);
    return collaborativeId === null ? [] : [paperLetterOf(tx, email, { collaborativeId, now })];
  });

/** Opens the words of a letter. */
export const paperBodyOf = ({ body }: Pick<PaperLetterRow, 'body'>, secret: string): PaperBody =>
  JSON.parse(unseal(body, secret)) as PaperBody;

function paperLetterOf(tx: Deps, email: Email, { collaborativeId, now }: { collaborativeId: string; now: Instant }): NewPaperLetter {
  const { to, about } = email;
  return {
    id: tx.newId(),
    dedupe_key: email.dedupeKey,
    kind: email.kind,
    collaborative_id: collaborativeId,
    person_id: to.personId,
    to_name: cleanText(to.name).replace(/\s+/g, ' ').trim().slice(0, 200),
    locale: to.locale,
    subject: subjectLine(email.subject),
    about_kind: about.kind,
    about_id: about.id,
    body: seal(JSON.stringify(bodyOf(email)), tx.config.secret),
    status: 'waiting',
    created_at: now,
    due_at: email.sendAt ?? now,
    expires_at: email.expiresAt ?? null,
  };
}

const bodyOf = ({ letter, onPaper }: Email): PaperBody => ({
  greeting: cleanText(letter.greeting),
  paragraphs: (onPaper?.paragraphs ?? letter.paragraphs).map(cleanText),
  facts: letter.facts.map(({ label, value }) => ({ label: cleanText(label), value: cleanText(value) })),
  ask: letter.action === null ? null : cleanText(letter.action.text),
  after: (onPaper?.after ?? letter.after).map(cleanText),
});
