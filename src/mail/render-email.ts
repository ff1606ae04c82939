import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ejs from 'ejs';
import { directionOf } from '../i18n/locales';
import type { Translate } from '../i18n/translate';
import { cleanText } from '../lib/text';
import type { CalendarPart, Email } from './email';
import { wrap } from './wrap';

/** What goes out, as it was promised when it was queued. */
export interface MailBody {
  readonly html: string;
  readonly text: string;
  readonly calendar: CalendarPart | null;
  readonly leaveUrl: string | null;
  /** Whom it goes to, where the outbox must not say. */
  readonly to?: { readonly name: string; readonly address: string };
}

interface Words {
  readonly translate: (locale: string) => Translate;
  readonly baseUrl: string;
}

/**
 * Renders a mail in the reader's language: HTML and text of one letter.
 * Throws when it could not be sent as it is (no subject, a link that is not absolute, a subscription without a leave
 * address), so that the transaction it belongs to fails where the mistake is.
 */
export function renderEmail(email: Email, words: Words): MailBody {
  checkEmail(email);
  const t = words.translate(email.to.locale);
  const leaveUrl = email.stream === 'subscription' ? (email.leaveUrl ?? null) : null;
  const view = letterView(email, leaveUrl, { t, helpUrl: `${words.baseUrl}/help` });
  return {
    html: htmlOf({ letter: view }),
    text: textOf({ letter: plain(view) }),
    calendar: email.calendar ?? null,
    leaveUrl,
    ...(email.leavesNoTrace === true ? { to: { name: oneLine(email.to.name), address: email.to.address } } : {}),
  };
}

/** A subject as one line of at most 300 characters. */
export const subjectLine = (subject: string): string => oneLine(subject, 300);

/** A name as a header takes it. */
export const oneLine = (text: string, most = 200): string => cleanText(text).replace(/\s+/g, ' ').trim().slice(0, most);

function checkEmail(email: Email): void {
  const { letter } = email;
  const faults: [boolean, string][] = [
    [subjectLine(email.subject) === '', 'no subject'],
    [letter.paragraphs.length === 0 || letter.paragraphs.some((paragraph) => paragraph.trim() === ''), 'an empty paragraph'],
    [letter.reason === '', 'no reason'],
    [letter.action !== null && !isAbsolute(letter.action.url), 'a link that is not absolute'],
    [email.stream === 'subscription' && !isAbsolute(email.leaveUrl ?? ''), 'a subscription without a leave address'],
    [email.dedupeKey === '' || email.dedupeKey.length > 240, 'a dedupe key that is empty or too long'],
  ];
  const fault = faults.find(([found]) => found);
  if (fault !== undefined) throw new Error(`mail ${email.kind} has ${fault[1]}`);
}

const isAbsolute = (url: string): boolean => /^https?:\/\/\S+$/.test(url);

interface LetterView {
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  readonly subject: string;
  readonly preheader: string;
  readonly greeting: string;
  readonly paragraphs: readonly string[];
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly action: { readonly text: string; readonly url: string } | null;
  readonly copyLink: string;
  readonly after: readonly string[];
  readonly site: string;
  readonly reason: string;
  readonly office: string;
  readonly noReply: string;
  readonly help: string;
  readonly helpUrl: string;
  readonly leave: { readonly text: string; readonly line: string; readonly url: string } | null;
}

function letterView(email: Email, leaveUrl: string | null, { t, helpUrl }: { t: Translate; helpUrl: string }): LetterView {
  const { letter, to } = email;
  return {
    lang: to.locale,
    dir: directionOf(to.locale),
    subject: subjectLine(email.subject),
    preheader: cleanText(letter.preheader),
    greeting: cleanText(letter.greeting),
    paragraphs: letter.paragraphs.map(cleanText),
    facts: letter.facts.map(({ label, value }) => ({ label: cleanText(label), value: cleanText(value) })),
    action: letter.action,
    copyLink: t('mail.copyLink'),
    after: letter.after.map(cleanText),
    site: t('layout.siteName'),
    reason: cleanText(letter.reason),
    office: t('mail.office'),
    noReply: t('mail.noReply'),
    help: t('mail.officeHelp', { url: helpUrl }),
    helpUrl,
    leave: leaveUrl === null ? null : { text: t('mail.leaveLink'), line: t('mail.leave', { url: leaveUrl }), url: leaveUrl },
  };
}

/** A question or a sentence leads to its answer by itself. */
const led = (label: string): string => (/[?.!]$/.test(label) ? label : `${label}:`);

/** The same letter with its lines broken as in a letter. */
const plain = (view: LetterView): LetterView => ({
  ...view,
  greeting: wrap(view.greeting),
  paragraphs: view.paragraphs.map((paragraph) => wrap(paragraph)),
  facts: view.facts.map(({ label, value }) => ({ label: led(label), value: value.replace(/\n/g, '\n  ') })),
  after: view.after.map((paragraph) => wrap(paragraph)),
  reason: wrap(view.reason),
  noReply: wrap(view.noReply),
  help: wrap(view.help),
  leave: view.leave === null ? null : { ...view.leave, line: wrap(view.leave.line) },
});

const emailsDirectory = join(__dirname, ...(__filename.endsWith('.ts') ? ['..', '..'] : ['..', '..', '..']), 'views', 'emails');

function template(file: string, options: { readonly escape?: (text: unknown) => string }): (locals: { letter: LetterView }) => string {
  const source = readFileSync(join(emailsDirectory, file), 'utf8');
  return ejs.compile(source, { _with: false, destructuredLocals: ['letter'], async: false, ...options });
}

const htmlOf = template('letter.html.ejs', {});
const textOf = template('letter.txt.ejs', { escape: String });
