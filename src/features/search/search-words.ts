import { wordsIn } from '../../lib/text';

const apostrophes = /['\u2018\u2019\u02bc\u00b4`]/g;

/** Words so common that they tell nothing, in both languages; looked for only where nothing else is asked. */
const common = new Set(
  'a an and at by for from in is of on or the to with al con de del e el en es la las lo los o para por que se su u un una y'.split(' '),
);

/** The words a text is found by: without accents, with and without what an apostrophe parts (`O'Neill`: oneill, o, neill). */
export const indexedWords = (text: string): string[] => [
  ...new Set([...wordsIn(text.replace(apostrophes, '')), ...wordsIn(text.replace(apostrophes, ' ')), ...wordsIn(joinCodes(text))]),
];

/** References and seats are one word (`C-2026-01`, `C-1`), so that they find themselves alone. */
const joinCodes = (text: string): string =>
  text.replace(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)+/gu, (code) => (/\p{N}/u.test(code) ? code.replace(/-/g, '') : code));

/** Most words that are looked for; the rest of a long text is left out. */
export const mostSought = 12;

/** The beginnings of words that a typed text looks for: all of them must be there. Empty when it holds no word. */
export function soughtBeginnings(text: string): string[] {
  const words = wordsIn(joinCodes(text.replace(apostrophes, '')));
  const telling = words.filter((word) => !common.has(word));
  return [...new Set((telling.length > 0 ? telling : words).map(singular))].slice(0, mostSought);
}

const endings: readonly (readonly [ending: string, keeps: string, least: number])[] = [
  ['iones', 'ion', 7],
  ['ades', 'ad', 7],
  ['ies', '', 7],
  ['ores', 'or', 8],
  ['ss', 'ss', 0],
  ['s', '', 5],
];

/** A plural finds its singular, in both languages: `reuniones` reunion, `families` famil, `notes` note. */
function singular(word: string): string {
  const found = endings.find(([ending, , least]) => word.endsWith(ending) && word.length >= least);
  return found === undefined ? word : word.slice(0, -found[0].length) + found[1];
}

/**
 * A word as both engines compare it: plain ASCII, so that neither takes it apart in its own way. What is outside of it becomes
 * `_code_`, letter by letter, so that beginnings stay beginnings.
 */
export const plain = (word: string): string => word.replace(/[^a-z0-9]/gu, (letter) => `_${(letter.codePointAt(0) ?? 0).toString(16)}_`);

/** A word of the title. Nobody can type the two marks, so that this is found by asking for titles alone. */
export const titleWord = (word: string): string => `t__${plain(word)}`;

/** A word that keeps a search within a kind, a year, a language or a collaborative. */
export const scopeWord = (name: 'kind' | 'year' | 'written' | 'body', value: string): string => `${name}__${value}`;

/** A part of a shown text; `isFound` where it is one of the words looked for. */
export interface Part {
  readonly text: string;
  readonly isFound: boolean;
}

const wordPattern = /[\p{L}\p{M}\p{N}'\u2018\u2019\u02bc\u00b4`]+(?:-[\p{L}\p{M}\p{N}]+)*/gu;

/** The text in parts, with the words that begin as looked for told apart. */
export function markFound(text: string, beginnings: readonly string[]): Part[] {
  const parts: Part[] = [];
  let from = 0;
  for (const match of text.matchAll(wordPattern)) {
    if (!isSought(match[0], beginnings)) continue;
    if (match.index > from) parts.push({ text: text.slice(from, match.index), isFound: false });
    parts.push({ text: match[0], isFound: true });
    from = match.index + match[0].length;
  }
  return from < text.length ? [...parts, { text: text.slice(from), isFound: false }] : parts;
}

const isSought = (word: string, beginnings: readonly string[]): boolean =>
  indexedWords(word).some((known) => beginnings.some((beginning) => known.startsWith(beginning)));

const before = 60;
const length = 220;

/** A few lines of the text around the first word looked for, cut between words; null when it holds none. */
export function snippetOf(text: string, beginnings: readonly string[]): string | null {
  const flat = text.replace(/\s+/g, ' ').trim();
  const first = [...flat.matchAll(wordPattern)].find((match) => isSought(match[0], beginnings));
  return first === undefined ? null : cut(flat, Math.max(0, first.index - before));
}

/** The beginning of a text, cut between words. */
export const beginningOf = (text: string): string => cut(text.replace(/\s+/g, ' ').trim(), 0);

function cut(flat: string, wanted: number): string {
  const from = wanted === 0 ? 0 : flat.indexOf(' ', wanted) + 1;
  if (flat.length - from <= length) return (from > 0 ? '… ' : '') + flat.slice(from);
  const to = flat.lastIndexOf(' ', from + length);
  return `${from > 0 ? '… ' : ''}${flat.slice(from, to > from ? to : from + length)} …`;
}
