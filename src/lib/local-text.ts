/** Words people wrote as data (names, titles) by language. What was written in one language alone has the others empty. */
export interface LocalText {
  readonly en: string;
  readonly [locale: string]: string;
}

/** The words in a language; where they are missing in English, or else in whichever language they were written. */
export const inLocale = (text: LocalText, locale: string): string => text[localeOf(text, locale)] ?? '';

/** Which language `inLocale` answers in, for the `lang` attribute of a fallback. */
export const localeOf = (text: LocalText, locale: string): string => {
  const isThere = (code: string): boolean => (text[code] ?? '') !== '';
  if (isThere(locale)) return locale;
  return isThere('en') ? 'en' : (Object.keys(text).find(isThere) ?? 'en');
};

/** The words in each of the two languages that content is written in, empty where there are none. */
export const inBoth = (text: LocalText | null | undefined): { readonly en: string; readonly es: string } => ({
  en: text?.en ?? '',
  es: text?.['es'] ?? '',
});

/** Words written in one language. */
export const writtenIn = (locale: string, words: string): LocalText => ({ en: '', [locale]: words });

export const toLocalText = (json: string): LocalText => JSON.parse(json) as LocalText;
