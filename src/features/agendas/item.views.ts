import { formatDay, formatList } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { inLocale, type LocalText } from '../../lib/local-text';
import type { Instant } from '../../lib/time';

/** The title in the other language, to stand beside the one in the language shown; null where there is none. */
export function otherTitle(title: LocalText, shown: string): { readonly title: string; readonly lang: string } | null {
  const lang = shown === 'es' ? 'en' : 'es';
  const words = title[lang] ?? '';
  return words === '' ? null : { title: words, lang };
}

/** "Carried over from the meeting of October 15, 2026"; null for a line that is new here. */
export const originText = (t: Translate, from: { readonly startsAt: Instant } | null | undefined): string | null =>
  from === null || from === undefined ? null : t('agendas.show.carried', { date: formatDay(t.locale, from.startsAt) });

/** "Advisory note C-2026-03: Safer crossings". */
export const noteName = (t: Translate, { reference, title }: { readonly reference: string; readonly title: LocalText }): string =>
  t('agendas.show.note', { reference, title: inLocale(title, t.locale) });

/** Whether an item may be decided, as a mark beside it. */
export function decisionTags(
  t: Translate,
  item: { readonly isAction: boolean; readonly isInformationOnly: boolean; readonly isConsent?: boolean },
): { readonly text: string; readonly tone: 'info' | 'warning' }[] {
  if (item.isInformationOnly) return [{ text: t('agendas.show.informationOnly'), tone: 'warning' }];
  if (!item.isAction) return [];
  const action = { text: t('agendas.show.action'), tone: 'info' as const };
  return item.isConsent === true ? [action, { text: t('agendas.show.consent'), tone: 'info' }] : [action];
}

/** Which items one motion is to take together, and that any member may ask to take one out; null where there are none. */
export function consentNote(t: Translate, items: readonly { readonly number: number; readonly isConsent?: true }[]): string | null {
  const numbers = items.filter(({ isConsent }) => isConsent === true).map(({ number }) => String(number));
  if (numbers.length === 0) return null;
  return t('agendas.show.consentNote', { count: numbers.length, numbers: formatList(t.locale, numbers) });
}
