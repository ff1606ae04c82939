import { formatDate } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import type { CalendarDate } from '../../lib/time';
import type { Email, Letter, Recipient } from '../../mail/email';
import type { CommitmentMove, Promised } from './commitment';
import { commitmentPaths } from './commitment.paths';

interface Words {
  readonly t: Translate;
  readonly baseUrl: string;
}

/** To authors and endorsers: how a promise stands now, in the words of the office. */
export function movedMail(words: Words, promise: Promised, move: CommitmentMove, to: Recipient): Email {
  const { t, baseUrl } = words;
  const { id, reference, status } = promise;
  return letter(words, promise, to, {
    kind: 'commitments.moved',
    subject: t('commitments.mail.moved.subject', { reference, status: t(`advice.commitment.${status}`) }),
    preheader: t('commitments.mail.moved.preheader'),
    paragraphs: [t('commitments.mail.moved.lead', { reference }), inLocale(move.words, t.locale)],
    action: { text: t('commitments.mail.moved.action'), url: baseUrl + commitmentPaths.show({ id }) },
    reader: 'author',
    dedupeKey: `commitments.moved:${move.id}:${to.personId ?? to.address}`,
  });
}

export const lateKind = 'commitments.late';

/** A promise whose day is over: to the office that keeps it, each week; to the authors on the first day. `day` is that of the reminder. */
export function lateMail(
  words: Words,
  promise: Promised,
  day: CalendarDate,
  to: Recipient & { readonly reader: 'author' | 'office' },
): Email {
  const { t, baseUrl } = words;
  const { id, reference, dueOn } = promise;
  const said = { reference, date: formatDate(t.locale, dueOn) };
  const url = baseUrl + (to.reader === 'office' ? commitmentPaths.moving({ id }) : commitmentPaths.show({ id }));
  return letter(words, promise, to, {
    kind: lateKind,
    subject: t(`commitments.mail.late.${to.reader}.subject`, said),
    preheader: t('commitments.mail.late.preheader', said),
    paragraphs: [t(`commitments.mail.late.${to.reader}.lead`, said)],
    action: { text: t(`commitments.mail.late.${to.reader}.action`), url },
    reader: to.reader,
    dedupeKey: `${lateKind}:${id}:${dueOn}:${day}:${to.personId ?? to.address}`,
  });
}

interface Parts extends Pick<Letter, 'preheader' | 'paragraphs' | 'action'> {
  readonly kind: string;
  readonly subject: string;
  readonly reader: 'author' | 'office';
  readonly dedupeKey: string;
}

const letter = ({ t }: Words, promise: Promised, to: Recipient, { kind, subject, reader, dedupeKey, ...said }: Parts): Email => ({
  kind,
  to,
  subject,
  letter: {
    ...said,
    greeting: t('mail.greeting', { name: to.name }),
    facts: [
      { label: t('commitments.what'), value: inLocale(promise.what, t.locale) },
      { label: t('commitments.who'), value: promise.who },
      { label: t('commitments.dueOn'), value: formatDate(t.locale, promise.dueOn) },
      { label: t('advice.emails.note'), value: `${promise.reference} · ${inLocale(promise.title, t.locale)}` },
    ],
    after: [],
    reason: t(`advice.emails.reason.${reader}`),
  },
  dedupeKey,
  stream: 'service',
  priority: 'soon',
  about: { kind: 'note', id: promise.noteId, collaborativeId: promise.collaborativeId },
  whenUnknown: 'resend_once',
});
