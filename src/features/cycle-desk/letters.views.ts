import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import type { Email } from '../../mail/email';
import type { Cycle } from '../cycles';
import { cycleDeskPaths } from './cycle-desk.paths';

interface LetterView {
  readonly lang: string;
  readonly language: string;
  readonly subject: string;
  readonly lines: readonly string[];
  readonly facts: readonly string[];
  readonly action: string | null;
  readonly after: readonly string[];
}

interface LettersView {
  readonly title: string;
  readonly back: string;
  readonly letters: readonly { readonly id: string; readonly title: string; readonly sides: readonly LetterView[] }[];
  readonly tickAction: string | null;
  readonly ticks: readonly { readonly item: string; readonly text: string }[];
}

declare module '../../web/render' {
  interface Views {
    'cycle-desk/letters': LettersView;
  }
}

/** The same letters in each language. */
export interface Sampled {
  readonly locale: 'en' | 'es';
  readonly emails: readonly Email[];
}

/** The letters of a cycle, each in both languages side by side, for people who read the wording. */
export function lettersView(t: Translate, cycle: Cycle, sampled: readonly Sampled[], mayManage: boolean): LettersView {
  const own = sampled.find(({ locale }) => locale === t.locale) ?? sampled[0];
  return {
    title: t('cycleDesk.letters.title', { cycle: inLocale(cycle.name, t.locale) }),
    back: cycleDeskPaths.opening({ code: cycle.code }),
    letters: (own?.emails ?? []).map((email, place) => ({
      id: `letter-${place + 1}`,
      title: email.subject,
      sides: sampled.flatMap(({ locale, emails }) => {
        const same = emails[place];
        return same === undefined ? [] : [letterView(t, locale, same)];
      }),
    })),
    tickAction: mayManage ? cycleDeskPaths.tick({ code: cycle.code }) : null,
    ticks: sampled.map(({ locale }) => ({ item: `letters_${locale}`, text: t(`cycleDesk.letters.read_${locale}`) })),
  };
}

const letterView = (t: Translate, locale: 'en' | 'es', { subject, letter }: Email): LetterView => ({
  lang: locale,
  language: t(`common.language.${locale}`),
  subject,
  lines: [letter.greeting, ...letter.paragraphs],
  facts: letter.facts.map(({ label, value }) => `${label}: ${value}`),
  action: letter.action?.text ?? null,
  after: [...letter.after, letter.reason],
});
