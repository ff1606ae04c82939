import { en } from './en';
import { es } from './es';
import { pseudo } from './pseudo';
import { translator, type Translate } from './translate';

/** The languages the product is in, each with its own name. A third one is one more entry and its catalogue. */
export const languages = [
  { code: 'en', name: 'English' },
  { code: 'es', name: 'Español' },
] as const;

export const localeCodes: readonly string[] = languages.map((language) => language.code);

/** `rtl` for languages written from right to left. */
export const directionOf = (locale: string): 'ltr' | 'rtl' => (/^(ar|fa|he|ur)\b/.test(locale) ? 'rtl' : 'ltr');

/**
 * Makes `translate(locale)`. With `pseudo`, two test languages are known besides: `en-XA` (longer, accented) and
 * `ar-XB` (right to left). Unknown languages get English.
 */
export function translations(options: { readonly pseudo: boolean }): (locale: string) => Translate {
  const english = translator('en', en);
  const known = new Map<string, Translate>([
    ['en', english],
    ['es', translator('es', es)],
  ]);
  if (options.pseudo) for (const code of ['en-XA', 'ar-XB']) known.set(code, translator(code, pseudo(en, code)));
  return (locale) => known.get(locale) ?? english;
}

export const knownLocales = (options: { readonly pseudo: boolean }): readonly string[] =>
  options.pseudo ? [...localeCodes, 'en-XA', 'ar-XB'] : localeCodes;
