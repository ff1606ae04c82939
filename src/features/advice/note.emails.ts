import { formatDate } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import type { CalendarDate } from '../../lib/time';
import type { Email, Letter, Recipient } from '../../mail/email';
import type { Note } from './note';
import { advicePaths } from './note.paths';

/** The language and the site a letter is written for. */
export interface Words {
  readonly t: Translate;
  readonly baseUrl: string;
}

type Kind = 'delivered' | 'received' | 'acknowledged' | 'awaits' | 'returned' | 'answered';

/** To the authors: what they wrote has been delivered, and by when they will be answered. */
export const deliveredMail = (words: Words, note: Note, to: Recipient): Email =>
  mail(words, note, to, { kind: 'delivered', path: advicePaths.show({ id: note.id }) });

/** To the district's office: a note has come, and the two dates. */
export const receivedMail = (words: Words, note: Note, to: Recipient): Email =>
  mail(words, note, to, { kind: 'received', path: advicePaths.staffNote({ id: note.id }) });

export const acknowledgedMail = (words: Words, note: Note, to: Recipient): Email =>
  mail(words, note, to, { kind: 'acknowledged', path: advicePaths.show({ id: note.id }) });

/** To the approver: an answer waits for the signature. `occurrence` counts the times it was sent. */
export const awaitsMail = (words: Words, note: Note, to: Recipient, occurrence: number): Email =>
  mail(words, note, to, { kind: 'awaits', path: advicePaths.staffNote({ id: note.id }), occurrence });

export const returnedMail = (words: Words, note: Note, to: Recipient, occurrence: number): Email =>
  mail(words, note, to, { kind: 'returned', path: advicePaths.staffNote({ id: note.id }), occurrence });

export const answeredMail = (words: Words, note: Note, to: Recipient): Email =>
  mail(words, note, to, { kind: 'answered', path: advicePaths.show({ id: note.id }) });

interface Sort {
  readonly kind: Kind;
  readonly path: string;
  readonly occurrence?: number;
}

function mail(words: Words, note: Note, to: Recipient, { kind, path, occurrence = 1 }: Sort): Email {
  const { t, baseUrl } = words;
  const title = inLocale(note.title, t.locale);
  const [acknowledge, answer] = [dateText(t, note.acknowledgeBy), dateText(t, note.answerBy)];
  return letterAbout(words, note, to, {
    kind: `advice.${kind}`,
    subject: t(`advice.emails.${kind}.subject`, { reference: note.reference, title }),
    preheader: t(`advice.emails.${kind}.preheader`),
    paragraphs: [t(`advice.emails.${kind}.lead`, { title, acknowledge, answer })],
    facts: answer === '' ? [] : [{ label: t('advice.emails.answerBy'), value: answer }],
    action: { text: t(`advice.emails.${kind}.action`), url: baseUrl + path },
    reader: toOffice.has(kind) ? 'office' : 'author',
    dedupeKey: `advice.${kind}:${note.id}:${to.personId ?? to.address}:${occurrence}`,
  });
}

interface Parts extends Pick<Letter, 'preheader' | 'paragraphs' | 'facts' | 'action'> {
  readonly kind: string;
  readonly subject: string;
  readonly reader: 'author' | 'office';
  readonly dedupeKey: string;
}

/** A letter about a note; the note itself is its first fact, before those of `parts`. */
export const letterAbout = ({ t }: Words, note: Note, to: Recipient, parts: Parts): Email => ({
  kind: parts.kind,
  to,
  subject: parts.subject,
  letter: {
    preheader: parts.preheader,
    greeting: t('mail.greeting', { name: to.name }),
    paragraphs: parts.paragraphs,
    facts: [{ label: t('advice.emails.note'), value: `${note.reference} · ${inLocale(note.title, t.locale)}` }, ...parts.facts],
    action: parts.action,
    after: [],
    reason: t(`advice.emails.reason.${parts.reader}`),
  },
  dedupeKey: parts.dedupeKey,
  stream: 'service',
  priority: 'soon',
  about: { kind: 'note', id: note.id, collaborativeId: note.collaborativeId },
  whenUnknown: 'resend_once',
});

const toOffice: ReadonlySet<Kind> = new Set(['received', 'awaits', 'returned']);

const dateText = (t: Translate, date: CalendarDate | null): string => (date === null ? '' : formatDate(t.locale, date));
