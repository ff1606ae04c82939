import { formatDate } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import type { Email, Recipient } from '../../mail/email';
import type { Collaborative } from '../collaboratives';
import type { Cycle } from '../cycles';
import { approvalPaths, slatePaths } from './selection.paths';
import type { Slate } from './slate';

interface SlateMail {
  readonly to: Recipient;
  readonly slate: Slate;
  readonly board: { readonly cycle: Cycle; readonly collaborative: Collaborative };
  readonly t: Translate;
  readonly baseUrl: string;
}

/** Asks an approver to decide on a slate. */
export function slateSentMail({ to, slate, board, t, baseUrl }: SlateMail): Email {
  const by = formatDate(t.locale, board.cycle.decisionsOn);
  const name = inLocale(board.collaborative.name, t.locale);
  return {
    ...envelope('slate.sent', to, slate),
    subject: t('selection.emails.sent.subject', { name, by }),
    letter: {
      preheader: t('selection.emails.sent.preheader', { by }),
      greeting: t('mail.greeting', { name: to.name }),
      paragraphs: [t('selection.emails.sent.ask', { name, by }), t('selection.emails.sent.how')],
      facts: [{ label: t('selection.emails.cycle'), value: inLocale(board.cycle.name, t.locale) }],
      action: { text: t('selection.emails.sent.open'), url: baseUrl + approvalPaths.show({ id: slate.id }) },
      after: [],
      reason: t('selection.emails.sent.reason', { name }),
    },
  };
}

export const slateWaitsKind = 'slate.waits';

/** Reminds an approver of a slate nobody has decided on, `day` days after it was sent. */
export function slateWaitsMail(given: SlateMail, day: number): Email {
  const { to, slate, board, t } = given;
  const by = formatDate(t.locale, board.cycle.decisionsOn);
  const name = inLocale(board.collaborative.name, t.locale);
  const first = slateSentMail(given);
  return {
    ...first,
    kind: slateWaitsKind,
    dedupeKey: `${slateWaitsKind}:${slate.id}:${slate.version}:${day}:${to.personId ?? ''}`,
    subject: t('selection.emails.waits.subject', { name, by }),
    letter: {
      ...first.letter,
      preheader: t('selection.emails.waits.preheader', { count: day }),
      paragraphs: [t('selection.emails.sent.ask', { name, by }), t('selection.emails.waits.since', { count: day })],
    },
  };
}

/** Tells staff what the approver decided; the approver's words to return a slate are on the board. */
export function slateDecidedMail({ to, slate, board, t, baseUrl }: SlateMail): Email {
  const outcome = slate.status === 'approved' ? 'approved' : 'returned';
  const name = inLocale(board.collaborative.name, t.locale);
  const params = { code: board.cycle.code, slug: board.collaborative.slug };
  return {
    ...envelope(`slate.${outcome}`, to, slate),
    subject: t(`selection.emails.${outcome}.subject`, { name }),
    letter: {
      preheader: t(`selection.emails.${outcome}.ask`, { name }),
      greeting: t('mail.greeting', { name: to.name }),
      paragraphs: [t(`selection.emails.${outcome}.ask`, { name })],
      facts: [
        { label: t('selection.emails.cycle'), value: inLocale(board.cycle.name, t.locale) },
        ...(slate.returnWords === null ? [] : [{ label: t('selection.emails.returned.words'), value: slate.returnWords }]),
      ],
      action: {
        text: t(`selection.emails.${outcome}.open`),
        url: baseUrl + (outcome === 'approved' ? slatePaths.release(params) : slatePaths.board(params)),
      },
      after: [],
      reason: t('selection.emails.staffReason', { name }),
    },
  };
}

const envelope = (kind: string, to: Recipient, slate: Slate) =>
  ({
    kind,
    to,
    dedupeKey: `${kind}:${slate.id}:${to.personId ?? ''}:${slate.version}`,
    stream: 'service',
    priority: 'soon',
    about: { kind: 'slate', id: slate.id, collaborativeId: slate.collaborativeId },
    whenUnknown: 'resend_once',
  }) as const;
