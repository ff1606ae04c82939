import type { Translate } from '../../i18n/translate';
import { inLocale, type LocalText } from '../../lib/local-text';

/** Which page of how many (the last is the page with all answers), and in which section of the form. */
export interface Place {
  readonly number: number;
  readonly of: number;
  readonly section: LocalText | null;
}

/** "Step 4 of 12: About you", and the same as a row of dashes for those who see it. */
export const progressOf = (t: Translate, { number, of, section }: Place) => ({
  progress:
    section === null
      ? t('applications.page.progress', { number, of })
      : t('applications.page.progressIn', { number, of, section: inLocale(section, t.locale) }),
  steps: Array.from({ length: of }, (_, index) => ({ isDone: index < number })),
});
