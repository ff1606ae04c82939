import type { Instant } from '../lib/time';

/**
 * Whom a letter goes to. `address` may be empty: such a person gets service mail on paper where a collaborative can print
 * it (`src/mail/paper-letters.ts`), and nothing else.
 */
export interface Recipient {
  /** Null for people without a record, such as subscribers. */
  readonly personId: string | null;
  readonly name: string;
  readonly address: string;
  readonly locale: string;
  /** Id of the collaborative whose staff print letters that are about none of them; for people without an address. */
  readonly printedBy?: string | undefined;
}

/** The words of a letter, ready in the reader's language; one template makes HTML and text of them. */
export interface Letter {
  /** What an inbox shows beside the subject. */
  readonly preheader: string;
  readonly greeting: string;
  /** The first says what is asked of the reader and by when. */
  readonly paragraphs: readonly string[];
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  /** The one thing to press; the address is absolute. */
  readonly action: { readonly text: string; readonly url: string } | null;
  readonly after: readonly string[];
  /** Why the reader gets this. */
  readonly reason: string;
}

/** `service` must be told and has no opt-out; `subscription` carries a one-click leave. */
export type Stream = 'service' | 'subscription';

/** `now`: someone waits for it (sign-in); `soon`: everything about one person; `bulk`: to many at once. */
export type Priority = 'now' | 'soon' | 'bulk';

/**
 * What to do when the mail server was given a mail and never answered: it has usually arrived.
 * `hold` waits for a person; `resend_once` sends again under the same Message-ID; `drop` leaves it (the reader asks anew).
 */
export type WhenUnknown = 'hold' | 'resend_once' | 'drop';

/** A mail to one person about one thing. */
export interface Email {
  /** `<noun>.<event>`, e.g. `application.received`. */
  readonly kind: string;
  readonly to: Recipient;
  readonly subject: string;
  readonly letter: Letter;
  /** `kind:object:recipient:occurrence`: a second mail with the same key is quietly not queued. */
  readonly dedupeKey: string;
  readonly stream: Stream;
  readonly priority: Priority;
  readonly about: { readonly kind: string; readonly id: string; readonly collaborativeId: string | null };
  readonly whenUnknown: WhenUnknown;
  /** Not before this moment; at once when left out. */
  readonly sendAt?: Instant | undefined;
  /** After this moment the mail is of no use: a sign-in link past its ten minutes, a reminder after the meeting. */
  readonly expiresAt?: Instant | undefined;
  readonly calendar?: CalendarPart | undefined;
  /** How the words read on paper, where those of the mail speak of a button or of the mail itself. */
  readonly onPaper?: { readonly paragraphs?: readonly string[]; readonly after?: readonly string[] } | undefined;
  /**
   * The last mail to somebody whose data is gone: name and address stand in the sealed body alone, and the body is forgotten
   * once the mail has had its turn. `to.personId` is left out.
   */
  readonly leavesNoTrace?: boolean | undefined;
  /** Absolute address of the one-click leave; must be given for a subscription, is ignored for service mail. */
  readonly leaveUrl?: string | undefined;
}

/** An invitation in the mail. `method` must equal the METHOD inside `content`. */
export interface CalendarPart {
  readonly method: 'REQUEST' | 'CANCEL' | 'PUBLISH';
  readonly content: string;
}
