import type { Deps } from '../../deps';
import { openBody } from '../../mail/mailbox';
import { paperBodyOf } from '../../mail/paper-letters';
import { renderEmail } from '../../mail/render-email';
import type { Recipient } from '../../mail/email';
import { applicationPaths } from '../applications';
import type { Board } from '../selection';
import { decisionMail } from './decision.emails';
import type { LetterCode, LetterTexts } from './letter';
import { answerBy } from './offer';
import type { DecisionLetterRow } from './tables';

/** A rendered letter; `html` is null on paper. */
export interface RenderedLetter {
  readonly subject: string;
  readonly text: string;
  readonly html: string | null;
}

interface Previewed {
  readonly board: Board;
  readonly texts: LetterTexts;
  readonly code: LetterCode;
  readonly to: Recipient;
  readonly candidacy: { readonly id: string; readonly constituency: Board['candidates'][number]['constituency'] };
  readonly reference: string;
}

/** The letter as it would go out now, with the address of the page in place of the personal link. */
export function previewLetter(deps: Deps, { board, ...letter }: Previewed): RenderedLetter {
  const { cycle, collaborative } = board;
  const now = deps.clock.now();
  const isOffer = letter.code === 'offer' || letter.code === 'next';
  const email = decisionMail({
    ...letter,
    cycle,
    collaborative,
    t: deps.translate(letter.to.locale),
    link: deps.baseUrl + applicationPaths.show({ ref: letter.reference }),
    sentAt: now,
    offer: isOffer ? { id: 'preview', answerBy: answerBy(now, cycle.answerDays) } : null,
  });
  const { html, text } = renderEmail(email, deps);
  return { subject: email.subject, text, html };
}

/** A letter as it went out, byte for byte, but for the personal link: it opens the application without a password. */
export function sentLetter(
  deps: Deps,
  { channel, body, subject }: Pick<DecisionLetterRow, 'channel' | 'body' | 'subject'>,
): RenderedLetter {
  if (body === null || channel === 'none') return { subject, text: '', html: null };
  if (channel === 'paper') {
    const { greeting, paragraphs, facts, after } = paperBodyOf({ body }, deps.config.secret);
    const lines = facts.map(({ label, value }) => `${label}: ${value}`);
    return { subject, text: [greeting, ...paragraphs, lines.join('\n'), ...after].join('\n\n'), html: null };
  }
  const { html, text } = openBody(body, deps.config.secret);
  return { subject, text: withoutLink(text), html: withoutLink(html) };
}

const withoutLink = (content: string): string => content.replace(/(\/applications\/[^/\s"<]+\/(?:open|offer))\/[^\s"<]+/g, '$1/…');
