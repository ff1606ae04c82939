import type { Translate } from './translate';

/** A language by its name in the reader's language: one of the product's own by its word in the catalogue, others as the platform names them. */
export const languageName = (t: Translate, locale: string): string =>
  locale === 'en' || locale === 'es'
    ? t(`common.language.${locale}`)
    : (new Intl.DisplayNames([t.locale], { type: 'language' }).of(locale) ?? locale);
