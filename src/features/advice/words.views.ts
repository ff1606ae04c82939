import { inLocale, localeOf, type LocalText } from '../../lib/local-text';

/** What somebody wrote, with the language it is shown in. */
export interface Words {
  readonly text: string;
  readonly lang: string;
}

export const wordsOf = (text: LocalText, locale: string): Words => ({ text: inLocale(text, locale), lang: localeOf(text, locale) });
