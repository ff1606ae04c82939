import { formatMoment } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import type { Email, Recipient } from '../../mail/email';
import type { Collaborative } from '../collaboratives';
import type { ProcedureReview } from './procedure';

interface ProcedureMail {
  readonly to: Recipient;
  readonly t: Translate;
  readonly review: ProcedureReview;
  readonly collaborative: Collaborative;
  readonly reference: string;
  readonly link: string;
}

/** Tells the applicant that the request is kept, and by when it is answered. */
export function requestReceivedMail(mail: ProcedureMail): Email {
  const { t, review } = mail;
  const by = formatMoment(t, review.answerBy);
  return letter('procedure.received', mail, {
    subject: t('offers.emails.procedure.receivedSubject'),
    paragraphs: [t('offers.emails.procedure.received', { by }), t('offers.emails.procedure.who', { name: nameOf(mail) })],
    facts: [{ label: t('offers.emails.procedure.yourWords'), value: review.words }],
    open: t('offers.emails.status'),
    isStaff: false,
  });
}

/** Asks staff for an answer. */
export function requestForStaffMail(mail: ProcedureMail): Email {
  const { t, review } = mail;
  const by = formatMoment(t, review.answerBy);
  return letter('procedure.asked', mail, {
    subject: t('offers.emails.procedure.askedSubject', { reference: mail.reference }),
    paragraphs: [t('offers.emails.procedure.asked', { by }), t('offers.emails.procedure.notInvolved')],
    facts: [],
    open: t('offers.emails.procedure.openRequest'),
    isStaff: true,
  });
}

/** The outcome with the words of who answered. */
export function requestAnsweredMail(mail: ProcedureMail): Email {
  const { t, review } = mail;
  const outcome = review.outcome ?? 'upheld';
  return letter('procedure.answered', mail, {
    subject: t('offers.emails.procedure.answeredSubject'),
    paragraphs: [t(`offers.emails.procedure.${outcome}`), review.answer ?? ''],
    facts: [{ label: t('offers.emails.procedure.yourWords'), value: review.words }],
    open: t('offers.emails.status'),
    isStaff: false,
  });
}

const nameOf = ({ t, collaborative }: ProcedureMail): string => inLocale(collaborative.name, t.locale);

interface Words {
  readonly subject: string;
  readonly paragraphs: readonly string[];
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly open: string;
  readonly isStaff: boolean;
}

function letter(kind: string, mail: ProcedureMail, words: Words): Email {
  const { to, t, review, collaborative } = mail;
  return {
    kind,
    to,
    dedupeKey: `${kind}:${review.id}:${to.personId ?? to.address}:1`,
    stream: 'service',
    priority: 'soon',
    about: { kind: 'procedure_review', id: review.id, collaborativeId: collaborative.id },
    whenUnknown: 'resend_once',
    subject: words.subject,
    letter: {
      preheader: words.paragraphs[0] ?? '',
      greeting: t('mail.greeting', { name: to.name }),
      paragraphs: words.paragraphs,
      facts: [{ label: t('offers.emails.reference'), value: mail.reference }, ...words.facts],
      action: { text: words.open, url: mail.link },
      after: words.isStaff ? [] : [t('offers.emails.question', { email: collaborative.contactEmail })],
      reason: t(words.isStaff ? 'offers.emails.staffReason' : 'offers.emails.reason', { name: nameOf(mail) }),
    },
    onPaper: { after: [t('offers.emails.byPhone', { phone: collaborative.contactPhone })] },
  };
}
