import { formatDate } from '../../i18n/format';
import { inLocale } from '../../lib/local-text';
import type { Email, Recipient } from '../../mail/email';
import type { Note } from './note';
import type { DateMove } from './note-clock';
import { letterAbout, type Words } from './note.emails';
import { advicePaths } from './note.paths';

export const dueKind = 'advice.due';

/** To authors and endorsers: the answer comes later, until when, and why. */
export const extendedMail = (words: Words, note: Note, move: DateMove, to: Recipient): Email =>
  mail(words, note, to, {
    kind: 'extended',
    path: advicePaths.show({ id: note.id }),
    occurrence: move.id,
    said: inLocale(move.words, words.t.locale),
    reader: 'author',
  });

/** To authors and endorsers: the district asks something; the clock stands until somebody replies. */
export const questionMail = (words: Words, note: Note, move: DateMove, to: Recipient): Email =>
  mail(words, note, to, {
    kind: 'question',
    path: advicePaths.reply({ id: note.id }),
    occurrence: move.id,
    said: inLocale(move.words, words.t.locale),
    reader: 'author',
  });

/** To staff: the authors have replied, and the clock runs on. */
export const repliedMail = (words: Words, note: Note, to: Recipient): Email =>
  mail(words, note, to, {
    kind: 'replied',
    path: advicePaths.staffNote({ id: note.id }),
    occurrence: String(note.version),
    said: '',
    reader: 'office',
  });

/** What is due, to whom it falls: `day` is the day of the reminder. */
export interface Due {
  readonly what: 'acknowledge' | 'answer' | 'sign';
  readonly on: string;
  readonly day: string;
  readonly isLate: boolean;
}

/** A reminder of what is due to the office, or to the approver. */
export function dueMail(words: Words, note: Note, due: Due, to: Recipient): Email {
  const { t } = words;
  const date = formatDate(t.locale, due.on);
  const title = inLocale(note.title, t.locale);
  const when = due.isLate ? 'late' : 'ahead';
  const common = { reference: note.reference, title, date };
  return letterAbout(words, note, to, {
    kind: dueKind,
    subject: t(`advice.due.${due.what}.${when}`, common),
    preheader: t('advice.due.preheader', { date }),
    paragraphs: [t(`advice.due.${due.what}.lead`, common), ...(due.what === 'answer' ? [t('advice.due.ways')] : [])],
    facts: [],
    action: { text: t('advice.due.action'), url: words.baseUrl + advicePaths.staffNote({ id: note.id }) },
    reader: 'office',
    dedupeKey: `${dueKind}:${note.id}:${due.what}:${due.on}:${due.day}:${to.personId ?? to.address}`,
  });
}

interface Sort {
  readonly kind: 'extended' | 'question' | 'replied';
  readonly path: string;
  readonly occurrence: string;
  /** Their words as they were written. */
  readonly said: string;
  readonly reader: 'author' | 'office';
}

function mail(words: Words, note: Note, to: Recipient, { kind, path, occurrence, said, reader }: Sort): Email {
  const { t, baseUrl } = words;
  const title = inLocale(note.title, t.locale);
  const date = note.answerBy === null ? '' : formatDate(t.locale, note.answerBy);
  return letterAbout(words, note, to, {
    kind: `advice.${kind}`,
    subject: t(`advice.emails.${kind}.subject`, { reference: note.reference }),
    preheader: t(`advice.emails.${kind}.preheader`),
    paragraphs: [t(`advice.emails.${kind}.lead`, { title, date }), ...(said === '' ? [] : [said])],
    facts: [],
    action: { text: t(`advice.emails.${kind}.action`), url: baseUrl + path },
    reader,
    dedupeKey: `advice.${kind}:${note.id}:${to.personId ?? to.address}:${occurrence}`,
  });
}
