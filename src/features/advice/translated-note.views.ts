import type { Translate } from '../../i18n/translate';

/** Says that what is read is a translation. */
export interface TranslationNotice {
  readonly tone: 'info' | 'warning';
  readonly text: string;
}

/** What must be said where a note is shown in translation. */
export function translationNotice(t: Translate, shown: 'none' | 'current' | 'older'): TranslationNotice | null {
  if (shown === 'none') return null;
  return shown === 'older'
    ? { tone: 'warning', text: t('translations.shown.noteOlder') }
    : { tone: 'info', text: t('translations.shown.note') };
}
