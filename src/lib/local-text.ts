/** Words people wrote as data (names, titles) in each language. English is always there; others may be missing. */
export interface LocalText {
  readonly en: string;
  readonly [locale: string]: string;
}

/** The words in a language, or in English where they are missing. */
export const inLocale = (text: LocalText, locale: string): string => {
  const words = text[locale];
  return words === undefined || words === '' ? text.en : words;
};

/** Which language `inLocale` answers in, for the `lang` attribute of a fallback. */
export const localeOf = (text: LocalText, locale: string): string => {
  const words = text[locale];
  return words === undefined || words === '' ? 'en' : locale;
};

export const toLocalText = (json: string): LocalText => JSON.parse(json) as LocalText;
