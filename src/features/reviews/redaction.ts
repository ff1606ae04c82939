import { fold } from '../../lib/text';

/** Words of an answer that reviewers do not see. */
export interface Redaction {
  readonly id: string;
  readonly applicationId: string;
  /** Key of the question. */
  readonly question: string;
  /** The words to hide wherever they stand in the answer; empty: the whole answer. */
  readonly words: string;
}

/** A run of an answer, to show or to hide. */
export interface AnswerPart {
  readonly text: string;
  readonly isHidden: boolean;
}

/** A text cut where hidden words stand, whole words alone, whatever their case and accents. */
export function partsOf(text: string, hidden: readonly string[]): AnswerPart[] {
  if (hidden.includes('')) return [{ text, isHidden: true }];
  const ranges = merged(hidden.flatMap((words) => placesOf(text, words)));
  const parts: AnswerPart[] = [];
  let at = 0;
  for (const [from, to] of ranges) {
    if (from > at) parts.push({ text: text.slice(at, from), isHidden: false });
    parts.push({ text: text.slice(from, to), isHidden: true });
    at = to;
  }
  if (at < text.length) parts.push({ text: text.slice(at), isHidden: false });
  return parts;
}

/** Whether a text holds these words, as `partsOf` would hide them. */
export const holds = (text: string, words: string): boolean => placesOf(text, words).length > 0;

/** What gives an applicant away; empty text means unknown. */
export interface Identity {
  readonly names: readonly string[];
  readonly email: string;
  readonly phone: string;
  readonly schools: readonly string[];
}

export interface Suggestion {
  readonly question: string;
  readonly words: string;
}

const emailPattern = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu;
const phonePattern = /(?:\+?1[\s.-]?)?\(?\d{3}\)?[\s.-]?\d{3}[\s.-]?\d{4}/gu;

/** Words in free text that say who wrote it: own name, address, number and school, and any other address or number. */
export function suggestionsFor(identity: Identity, texts: readonly { readonly question: string; readonly text: string }[]): Suggestion[] {
  const known = [...identity.names.flatMap(nameWords), identity.email, ...identity.schools].filter((words) => words !== '');
  return texts.flatMap(({ question, text }) => {
    const patterns = [...(text.match(emailPattern) ?? []), ...(text.match(phonePattern) ?? [])];
    const found = [...known.filter((words) => holds(text, words)), ...patterns.map((words) => words.trim())];
    return withoutParts(found).map((words) => ({ question, words }));
  });
}

/** A full name and each of its words that is no particle. */
const nameWords = (name: string): string[] => [
  name.trim(),
  ...name.split(/\s+/).filter((word) => word.length >= 3 && !particles.has(fold(word))),
];

const particles = new Set(['del', 'las', 'los', 'von', 'van', 'der', 'san', 'and']);

/** Each once; a name inside a longer one that is there too says nothing more. */
function withoutParts(found: readonly string[]): string[] {
  const unique = [...new Map(found.map((words) => [fold(words), words])).values()];
  return unique.filter((words) => !unique.some((other) => other !== words && holds(other, words)));
}

type Range = readonly [from: number, to: number];

function placesOf(text: string, words: string): Range[] {
  const wanted = fold(words);
  if (wanted === '') return [];
  const { folded, places } = foldedWithPlaces(text);
  const found: Range[] = [];
  for (let at = folded.indexOf(wanted); at !== -1; at = folded.indexOf(wanted, at + 1)) {
    const end = at + wanted.length;
    if (isBorder(folded, at) && isBorder(folded, end)) found.push([places[at] ?? 0, places[end] ?? text.length]);
  }
  return found;
}

/** Not in the middle of a word. */
const isBorder = (text: string, at: number): boolean =>
  !(/[\p{L}\p{N}]/u.test(text[at - 1] ?? ' ') && /[\p{L}\p{N}]/u.test(text[at] ?? ' '));

/** The text folded, and where in the text each folded character came from. */
function foldedWithPlaces(text: string): { folded: string; places: number[] } {
  let folded = '';
  const places: number[] = [];
  let at = 0;
  for (const character of text) {
    const plain = character.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s/g, ' ');
    if (!(plain === ' ' && folded.endsWith(' '))) {
      folded += plain;
      for (let one = 0; one < plain.length; one += 1) places.push(at);
    }
    at += character.length;
  }
  places.push(text.length);
  return { folded, places };
}

function merged(ranges: readonly Range[]): Range[] {
  const sorted = [...ranges].sort((a, b) => a[0] - b[0]);
  const result: Range[] = [];
  for (const [from, to] of sorted) {
    const last = result.at(-1);
    if (last !== undefined && from <= last[1]) result[result.length - 1] = [last[0], Math.max(last[1], to)];
    else result.push([from, to]);
  }
  return result;
}
