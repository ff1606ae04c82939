import { inBoth, type LocalText } from '../../lib/local-text';
import { baseOf, translationOf, type TranslatedText } from './translated-text';

/** A text that holds both of its languages itself, such as the title of an agenda item: the Spanish is made from the English. */
export interface OwnText {
  readonly part: string;
  readonly text: LocalText;
}

/** The same as it is saved. */
export interface SavedText {
  readonly part: string;
  readonly before: LocalText;
  readonly after: LocalText;
  /** Somebody compared them: the Spanish still holds. */
  readonly holds: boolean;
}

const language = 'es';

/** The parts whose Spanish was made from other English than stands. What nothing was noted of is taken to be made from it. */
export const olderParts = (texts: readonly OwnText[], noted: readonly TranslatedText[]): string[] =>
  texts
    .filter(({ part, text }) => {
      const { en, es } = inBoth(text);
      const base = translationOf(noted, part, language)?.base;
      return es !== '' && base !== undefined && base !== baseOf(en);
    })
    .map(({ part }) => part);

/** What is to be noted once texts are saved: from which English each Spanish was made. Where both changed, from the new one. */
export const notesAfter = (saved: readonly SavedText[], noted: readonly TranslatedText[]): TranslatedText[] =>
  saved.flatMap(({ part, before, after, holds }) => {
    const [then, now] = [inBoth(before), inBoth(after)];
    if (now.es === '') return [];
    if (holds || now.es !== then.es) return [{ part, language, words: '', base: baseOf(now.en) }];
    const isNoted = translationOf(noted, part, language) !== undefined;
    return now.en === then.en || isNoted ? [] : [{ part, language, words: '', base: baseOf(then.en) }];
  });
