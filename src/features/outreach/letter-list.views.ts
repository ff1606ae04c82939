import { formatShortMoment } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import type { Page } from '../../lib/pagination';
import { withQuery } from '../../lib/path';
import type { Instant } from '../../lib/time';
import type { PageModel } from '../../web/render';
import type { Collaborative } from '../collaboratives';
import { isTooLate, letterTabs, statusesOf, type Letter, type LetterStatus, type LetterTab } from './letter';
import { letterPaths } from './letter.paths';
import { letterPlace, letterState, letterTag, type Tag } from './letter-state.views';

interface LetterLine {
  readonly id: string;
  readonly href: string;
  readonly name: string;
  readonly subject: string;
  readonly language: string;
  readonly moment: string;
  readonly datetime: string;
  readonly state: string;
  readonly tag: Tag | null;
  readonly choice: string;
}

interface LettersView extends PageModel {
  readonly lead: string;
  readonly tabs: readonly { readonly text: string; readonly href: string; readonly isCurrent: boolean }[];
  readonly action: string;
  readonly printAll: string | null;
  readonly printChosen: string | null;
  readonly rows: readonly LetterLine[];
  readonly empty: string;
  readonly next: string | null;
  readonly first: string | null;
}

declare module '../../web/render' {
  interface Views {
    'outreach/letters': LettersView;
  }
}

interface Listed {
  readonly collaborative: Collaborative;
  readonly page: Page<Letter>;
  readonly counts: Readonly<Partial<Record<LetterStatus, number>>>;
  readonly tab: LetterTab;
  readonly isFirst: boolean;
  readonly now: Instant;
}

/** The letters of a collaborative, by what they wait for. */
export function lettersView(t: Translate, listed: Listed): LettersView {
  const { collaborative, page, counts, tab, isFirst, now } = listed;
  const { slug } = collaborative;
  return {
    ...letterPlace(t, collaborative),
    title: t('outreach.letters.title', { area: inLocale(collaborative.area, t.locale) }),
    lead: t('outreach.letters.lead'),
    tabs: letterTabs.map((one) => ({
      text: t(`outreach.letters.tabs.${one}`, { count: totalOf(counts, one) }),
      href: tabHref(slug, one),
      isCurrent: one === tab,
    })),
    action: letterPaths.print({ slug }),
    ...printButtons(t, listed),
    rows: page.rows.map((letter) => lineOf(t, letter, { slug, now })),
    empty: t(`outreach.letters.empty.${tab}`),
    next: page.next === null ? null : tabHref(slug, tab, page.next),
    first: isFirst ? null : tabHref(slug, tab),
  };
}

const tabHref = (slug: string, tab: LetterTab, after?: string): string =>
  withQuery(letterPaths.list({ slug }), { show: tab === 'waiting' ? undefined : tab, after });

const totalOf = (counts: Listed['counts'], tab: LetterTab): number =>
  statusesOf[tab].reduce((total, status) => total + (counts[status] ?? 0), 0);

function printButtons(t: Translate, { page, counts, tab }: Listed): Pick<LettersView, 'printAll' | 'printChosen'> {
  if (tab !== 'waiting') return { printAll: null, printChosen: null };
  return {
    printAll: page.rows.length > 0 ? t('outreach.letters.printAll', { count: totalOf(counts, 'waiting') }) : null,
    printChosen: page.rows.length > 1 ? t('outreach.letters.printChosen') : null,
  };
}

function lineOf(t: Translate, letter: Letter, { slug, now }: { slug: string; now: Instant }): LetterLine {
  return {
    id: letter.id,
    href: letterPaths.show({ slug, id: letter.id }),
    name: letter.toName,
    subject: letter.subject,
    language: t.loosely(`common.language.${letter.locale}`),
    moment: formatShortMoment(t, letter.createdAt),
    datetime: letter.createdAt,
    state: letterState(t, letter),
    tag: letter.status === 'waiting' && !isTooLate(letter, now) ? null : letterTag(t, letter, now),
    choice: t('outreach.letters.choose', { name: letter.toName, subject: letter.subject }),
  };
}
