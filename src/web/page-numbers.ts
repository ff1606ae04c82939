import type { Translate } from '../i18n/translate';
import type { NumberedPage } from '../lib/numbered-pages';

/** Links between the pages of a list, as `components/page-numbers` draws them. */
export interface PageNumbers {
  readonly shown: string;
  readonly previous: string | null;
  readonly next: string | null;
  readonly numbers: readonly { readonly href: string; readonly text: string; readonly label: string; readonly isCurrent: boolean }[];
}

/** The links under a list; null where one page holds it. */
export function pageNumbers(t: Translate, page: NumberedPage<unknown>, hrefOf: (number: number) => string): PageNumbers | null {
  const { number, pages, from, to, all } = page;
  if (pages === 1) return null;
  const near = Array.from({ length: pages }, (_, index) => index + 1).filter(
    (one) => one === 1 || one === pages || Math.abs(one - number) <= 2,
  );
  return {
    shown: t('common.pageShown', { from, to, all }),
    previous: number > 1 ? hrefOf(number - 1) : null,
    next: number < pages ? hrefOf(number + 1) : null,
    numbers: near.map((one) => ({
      href: hrefOf(one),
      text: String(one),
      label: t('common.pageNumber', { number: one }),
      isCurrent: one === number,
    })),
  };
}
