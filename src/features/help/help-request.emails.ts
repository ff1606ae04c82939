import { formatMoment } from '../../i18n/format';
import { languageName } from '../../i18n/language-name';
import type { Translate } from '../../i18n/translate';
import type { Email, Recipient } from '../../mail/email';
import type { HelpRequest } from './help-request';
import { helpPaths } from './help-request.paths';

interface Words {
  readonly translate: (locale: string) => Translate;
  readonly baseUrl: string;
}

const about = ({ id, collaborativeId }: HelpRequest): Email['about'] => ({ kind: 'help_request', id, collaborativeId });

/** To those who answer: the question in full, and where to answer it. */
export function askedMail(words: Words, request: HelpRequest, to: Recipient): Email {
  const t = words.translate(to.locale);
  return {
    kind: 'help.asked',
    to,
    subject: t('help.mails.asked.subject', { name: request.name }),
    letter: {
      preheader: t('help.mails.asked.preheader'),
      greeting: t('mail.greeting', { name: to.name }),
      paragraphs: [t('help.mails.asked.lead', { name: request.name })],
      facts: [
        { label: t('help.mails.asked.when'), value: formatMoment(t, request.askedAt) },
        { label: t('help.mails.asked.language'), value: languageName(t, request.locale) },
        { label: t('help.mails.asked.text'), value: request.text },
      ],
      action: { text: t('help.mails.asked.action'), url: words.baseUrl + helpPaths.show({ id: request.id }) },
      after: [],
      reason: t('mail.reasons.staff'),
    },
    dedupeKey: `help.asked:${request.id}:${to.personId ?? to.address}:1`,
    stream: 'service',
    priority: 'soon',
    about: about(request),
    whenUnknown: 'resend_once',
  };
}

/** To the asker. Holds nothing that the asker wrote: the address is not proved, and the form must not carry words to strangers. */
export function receivedMail(words: Words, request: HelpRequest): Email {
  const t = words.translate(request.locale);
  return toAsker(request, {
    kind: 'help.received',
    subject: t('help.mails.received.subject'),
    letter: {
      preheader: t('help.mails.received.preheader'),
      greeting: t('help.mails.received.greeting'),
      paragraphs: [t('help.mails.received.lead'), t('help.mails.received.next')],
      facts: [{ label: t('help.mails.asked.when'), value: formatMoment(t, request.askedAt) }],
      action: null,
      after: [t('help.mails.received.notYou')],
      reason: t('mail.reasons.asked'),
    },
  });
}

/** The answer, in the language of the question. */
export function answeredMail(words: Words, request: HelpRequest, answer: string): Email {
  const t = words.translate(request.locale);
  return toAsker(request, {
    kind: 'help.answered',
    subject: t('help.mails.answered.subject'),
    letter: {
      preheader: t('help.mails.answered.preheader'),
      greeting: t('mail.greeting', { name: request.name }),
      paragraphs: [t('help.mails.answered.lead'), ...answer.split(/\n\s*\n/).filter((part) => part.trim() !== '')],
      facts: [{ label: t('help.mails.answered.question'), value: request.text }],
      action: { text: t('help.mails.answered.action'), url: words.baseUrl + helpPaths.page() },
      after: [],
      reason: t('mail.reasons.asked'),
    },
  });
}

const toAsker = (request: HelpRequest, mail: Pick<Email, 'kind' | 'subject' | 'letter'>): Email => ({
  ...mail,
  to: { personId: null, name: request.name, address: request.email, locale: request.locale },
  dedupeKey: `${mail.kind}:${request.id}:asker:1`,
  stream: 'service',
  priority: 'soon',
  about: about(request),
  whenUnknown: 'resend_once',
});
