import type { LocalText } from '../../lib/local-text';
import { sha256 } from '../../lib/secret';

/** Whose texts are translated: minutes go by the id of their meeting. */
export type TranslatedKind = 'minutes' | 'note' | 'meeting' | 'agenda_item';

export interface Subject {
  readonly kind: TranslatedKind;
  readonly id: string;
}

/** A translation that stands beside its text and never changes it, so that frozen words stay as they are. */
export interface TranslatedText {
  readonly part: string;
  readonly language: string;
  readonly words: string;
  /** `baseOf` the text when it was translated. */
  readonly base: string;
}

/** What a passage is called where it is translated. */
export type PassageName =
  | { readonly kind: 'opening' | 'closing' | 'title' | 'background' | 'addressee' }
  | { readonly kind: 'recommendation'; readonly number: number }
  | { readonly kind: 'item'; readonly number: number; readonly title: LocalText };

/** A piece of a text that is translated by itself. */
export interface Passage {
  readonly part: string;
  readonly name: PassageName;
  readonly text: string;
  /** How many characters its translation may have. */
  readonly most: number;
}

export type Standing = 'missing' | 'older' | 'current';

/** Digest of the words a translation is made from; blanks at the ends do not count. */
export const baseOf = (text: string): string => sha256(text.trim()).slice(0, 24);

/** Whether a text has its translation, and whether it was translated as it reads now. */
export function standingOf(text: string, kept: Pick<TranslatedText, 'words' | 'base'> | undefined): Standing {
  if (kept === undefined || kept.words === '') return 'missing';
  return kept.base === baseOf(text) ? 'current' : 'older';
}

/** The translation of a part into a language. */
export const translationOf = (texts: readonly TranslatedText[], part: string, language: string): TranslatedText | undefined =>
  texts.find((text) => text.part === part && text.language === language);

/** How many of the passages are missing in a language, or older there than the text. */
export function gapsOf(passages: readonly Passage[], texts: readonly TranslatedText[], language: string) {
  const standings = passages.map(({ part, text }) => standingOf(text, translationOf(texts, part, language)));
  return { missing: standings.filter((one) => one === 'missing').length, older: standings.filter((one) => one === 'older').length };
}

/** Whether a reader of the language is shown any translation of the passages, and whether one of them is older than its text. */
export function shownIn(passages: readonly Passage[], texts: readonly TranslatedText[], language: string): 'none' | 'current' | 'older' {
  const { missing, older } = gapsOf(passages, texts, language);
  if (missing === passages.length) return 'none';
  return older > 0 ? 'older' : 'current';
}
