import { formatList } from '../../i18n/format';
import { inLocale, type LocalText } from '../../lib/local-text';
import type { Collaborative } from '../collaboratives';

/**
 * The bodies of a joint meeting as one: named together, with the longest notice any of them gives. All else (address,
 * contact, settings) is the host's, who comes first.
 */
export function asOne(host: Collaborative, others: readonly Collaborative[]): Collaborative {
  if (others.length === 0) return host;
  const all = [host, ...others];
  const longest = (kind: 'regular' | 'special') => Math.max(...all.map(({ settings }) => settings.noticeHours[kind]));
  return {
    ...host,
    name: listed(all.map(({ name }) => name)),
    area: listed(all.map(({ area }) => area)),
    settings: { ...host.settings, noticeHours: { regular: longest('regular'), special: longest('special') } },
  };
}

const listed = (texts: readonly LocalText[]): LocalText => {
  const inOne = (locale: string) =>
    formatList(
      locale,
      texts.map((text) => inLocale(text, locale)),
    );
  return { en: inOne('en'), es: inOne('es') };
};
