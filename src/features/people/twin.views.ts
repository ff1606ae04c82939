import { formatShortMoment } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import type { PageModel } from '../../web/render';
import { accountPaths } from '../accounts';
import { peoplePaths } from './people.paths';
import type { Twins } from './twin';
import type { ListedTwin } from './twin.queries';

interface One {
  readonly name: string;
  readonly href: string;
  readonly line: string;
}

interface TwinsView {
  readonly count: string;
  readonly pairs: readonly {
    readonly id: string;
    readonly title: string;
    readonly why: string;
    readonly both: readonly One[];
    readonly join: { readonly href: string; readonly label: string };
    readonly apart: { readonly action: string; readonly label: string };
  }[];
}

declare module '../../web/render' {
  interface Views {
    'people/twins': TwinsView;
  }
}

/** How many pairs stand on the page; what is decided makes room for the next. */
export const mostTwins = 50;

/** Records that may be of one person, each pair with why, the way to join them, and a button that tells them apart. */
export function twinsView(t: Translate, twins: readonly Twins<ListedTwin>[]): TwinsView & PageModel {
  return {
    title: t('people.twins.title'),
    unlisted: true,
    width: 'wide',
    breadcrumbs: [{ text: t('accounts.people.title'), href: accountPaths.people() }],
    count:
      twins.length > mostTwins
        ? t('people.twins.more', { count: twins.length, most: mostTwins })
        : t('people.twins.count', { count: twins.length }),
    pairs: twins.slice(0, mostTwins).map(({ older, newer, why }, index) => {
      const names = { one: older.name, other: newer.name };
      return {
        id: `pair-${String(index + 1)}`,
        title: older.name === newer.name ? older.name : t('people.twins.pair', names),
        why: why.map((reason) => t(`people.twins.why.${reason}`)).join(' · '),
        both: [older, newer].map((one) => oneOf(t, one)),
        join: { href: peoplePaths.merge({ id: older.id, other: newer.id }), label: t('people.twins.joinLabel', names) },
        apart: { action: peoplePaths.apart({ id: older.id, other: newer.id }), label: t('people.twins.apartLabel', names) },
      };
    }),
  };
}

function oneOf(t: Translate, { id, name, email, phone, address, zip, lastSignInAt }: ListedTwin): One {
  const signedIn = lastSignInAt === null ? t('people.twins.neverIn') : t('people.twins.lastIn', { at: formatShortMoment(t, lastSignInAt) });
  const known = [email ?? '', phone, [address, zip].filter((part) => part !== '').join(', ')].filter((part) => part !== '');
  return { name, href: accountPaths.person({ id }), line: [...known, signedIn].join(' · ') };
}
