import { formatShortMoment } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import type { Instant } from '../../lib/time';
import type { Collaborative } from '../collaboratives';
import { isTooLate, type Letter, type LetterStatus } from './letter';

export interface Tag {
  readonly text: string;
  readonly tone: 'neutral' | 'info' | 'warning' | 'danger' | 'success';
}

const tones: Readonly<Record<LetterStatus, Tag['tone']>> = {
  waiting: 'warning',
  printed: 'info',
  posted: 'success',
  told: 'success',
  dropped: 'neutral',
};

/** Where a letter stands, in one word. */
export const letterTag = (t: Translate, letter: Letter, now: Instant): Tag =>
  letter.status === 'waiting' && isTooLate(letter, now)
    ? { text: t('outreach.letters.tooLate'), tone: 'danger' }
    : { text: t(`outreach.letters.status.${letter.status}`), tone: tones[letter.status] };

/** What the pages of letters have in common. */
export const letterPlace = (t: Translate, { slug, area }: Collaborative) => ({
  district: slug,
  width: 'wide' as const,
  unlisted: true,
  breadcrumbs: [
    { text: t('layout.home'), href: '/' },
    { text: t('staff.title'), href: '/staff' },
    { text: inLocale(area, t.locale), href: `/${slug}` },
  ],
});

/** What was done with a letter, by whom and when; empty while nothing was. */
export function letterState(t: Translate, letter: Letter): string {
  const { status, finishedAt, printedAt, prints } = letter;
  if (finishedAt !== null && (status === 'posted' || status === 'told' || status === 'dropped'))
    return t(`outreach.letters.finished.${status}`, doneBy(t, finishedAt, letter.finishedBy));
  return printedAt === null
    ? unreachable(t, letter)
    : t('outreach.letters.printed', { ...doneBy(t, printedAt, letter.printedBy), count: prints });
}

const doneBy = (t: Translate, at: Instant, name: string | null) => ({
  moment: formatShortMoment(t, at),
  name: name ?? t('history.erased'),
});

const unreachable = (t: Translate, { address, phone }: Letter): string =>
  address === '' ? t('outreach.letters.noAddress', { phone: phone === '' ? '–' : phone }) : '';
