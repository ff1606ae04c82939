import type { LocalText } from '../../lib/local-text';
import { sha256 } from '../../lib/secret';
import type { Instant } from '../../lib/time';
import { baseOf, standingOf, translationOf, type Passage, type Standing, type TranslatedText } from '../translated-texts';

/** Minutes or a note as somebody translates them. */
export interface Source {
  readonly kind: 'minutes' | 'note';
  /** Minutes go by the id of their meeting. */
  readonly id: string;
  readonly from: 'en' | 'es';
  readonly to: 'en' | 'es';
  readonly title: LocalText;
  readonly reference: string | null;
  readonly at: Instant;
  readonly passages: readonly Passage[];
  readonly texts: readonly TranslatedText[];
  /** Whether it may be translated now: until minutes are approved, and between a note's opening and its delivery. */
  readonly isOpen: boolean;
}

export interface PassageWords {
  readonly part: string;
  readonly words: string;
  /** The translator looked at a translation that was older than the text, and it still holds. */
  readonly holds: boolean;
}

/** Marks what a translator saw: the text and its translation. Another mark: one of them changed since. */
export const seenOf = ({ passages, texts }: Pick<Source, 'passages' | 'texts'>): string =>
  sha256(JSON.stringify([passages.map(({ part, text }) => [part, text]), texts.map(({ part, words, base }) => [part, words, base])])).slice(
    0,
    24,
  );

/** How the translation of a passage stands. */
export const standingIn = ({ texts, to }: Source, { part, text }: Passage): Standing => standingOf(text, translationOf(texts, part, to));

/** What saving changes: the translations that are new, say something else, or still hold; and the parts that have none any more. */
export function retranslated(source: Source, given: readonly PassageWords[]): { kept: readonly TranslatedText[]; gone: readonly string[] } {
  const { to: language, texts } = source;
  const pairs = source.passages.flatMap((passage) => {
    const wanted = given.find(({ part }) => part === passage.part);
    return wanted === undefined ? [] : [{ passage, wanted, before: translationOf(texts, passage.part, language) }];
  });
  return {
    kept: pairs
      .filter(({ wanted: { words, holds }, before }) => words !== '' && (holds || words !== before?.words))
      .map(({ passage: { part, text }, wanted: { words } }) => ({ part, language, words, base: baseOf(text) })),
    gone: pairs.filter(({ wanted, before }) => wanted.words === '' && before !== undefined).map(({ wanted }) => wanted.part),
  };
}
