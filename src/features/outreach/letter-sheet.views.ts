import { formatDay } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import type { Instant } from '../../lib/time';
import type { PaperBody } from '../../mail/paper-letters';
import { phoneLink, type Collaborative } from '../collaboratives';
import { addressLines, type Letter } from './letter';

/** One letter as it is printed, in its reader's language. */
export interface LetterSheet {
  readonly lang: string;
  readonly office: readonly string[];
  readonly to: readonly string[];
  readonly date: string;
  readonly subject: string;
  readonly body: PaperBody;
  readonly ask: { readonly title: string; readonly text: string } | null;
  readonly closing: string;
  readonly reason: string;
}

export interface Printed {
  readonly collaborative: Collaborative;
  readonly letter: Letter;
  readonly body: PaperBody;
  readonly now: Instant;
}

/** The sheet of a letter in the words of its reader's language (`t`). */
export function letterSheet(t: Translate, { collaborative, letter, body, now }: Printed): LetterSheet {
  const phone = phoneLink(collaborative.contactPhone).text;
  const values = { phone, address: collaborative.officeAddress, reference: letter.reference ?? '' };
  return {
    lang: t.locale,
    office: [inLocale(collaborative.name, t.locale), collaborative.officeAddress, phone],
    to: addressLines({ name: letter.toName, address: letter.address, zip: letter.zip }),
    date: formatDay(t.locale, letter.printedAt ?? now),
    subject: letter.subject,
    body,
    ask:
      body.ask === null
        ? null
        : { title: body.ask, text: t(letter.reference === null ? 'outreach.paper.call' : 'outreach.paper.callWith', values) },
    closing: inLocale(collaborative.name, t.locale),
    reason: t('outreach.paper.reason'),
  };
}
