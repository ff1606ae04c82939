import type { Translate } from '../../i18n/translate';
import type { LocalText } from '../../lib/local-text';

/** The title in the other language, to stand beside the one in the language shown; null where there is none. */
export function otherTitle(title: LocalText, shown: string): { readonly title: string; readonly lang: string } | null {
  const lang = shown === 'es' ? 'en' : 'es';
  const words = title[lang] ?? '';
  return words === '' ? null : { title: words, lang };
}

/** Whether an item may be decided, as a mark beside it. */
export function decisionTags(
  t: Translate,
  item: { readonly isAction: boolean; readonly isInformationOnly: boolean },
): { readonly text: string; readonly tone: 'info' | 'warning' }[] {
  if (item.isInformationOnly) return [{ text: t('agendas.show.informationOnly'), tone: 'warning' }];
  return item.isAction ? [{ text: t('agendas.show.action'), tone: 'info' }] : [];
}
