import { inBoth, localeOf, type LocalText } from '../../lib/local-text';
import { translationOf, type Passage, type TranslatedText } from '../translated-texts';
import type { Note } from './note';

type Worded = Pick<Note, 'title' | 'background' | 'addressee'> & { readonly recommendations: readonly WordedRecommendation[] };
type WordedRecommendation = Pick<Note['recommendations'][number], 'number' | 'text'>;
type Both = 'en' | 'es';

/** The language a note was written in, and the other one. */
export const languagesOf = ({ title }: Pick<Note, 'title'>): { readonly from: Both; readonly to: Both } =>
  localeOf(title, 'en') === 'es' ? { from: 'es', to: 'en' } : { from: 'en', to: 'es' };

/** What of a note has words in the language it was written in alone. */
export function notePassages(note: Worded): Passage[] {
  const { from, to } = languagesOf(note);
  const pieces: (Omit<Passage, 'text'> & { readonly words: LocalText })[] = [
    { part: 'title', name: { kind: 'title' }, words: note.title, most: 300 },
    { part: 'background', name: { kind: 'background' }, words: note.background, most: 10_000 },
    ...note.recommendations.map(({ number, text }) => ({
      part: partOf(number),
      name: { kind: 'recommendation' as const, number },
      words: text,
      most: 3_000,
    })),
    { part: 'addressee', name: { kind: 'addressee' }, words: note.addressee, most: 300 },
  ];
  return pieces
    .filter(({ words }) => inBoth(words)[from].trim() !== '' && inBoth(words)[to].trim() === '')
    .map(({ words, ...piece }) => ({ ...piece, text: inBoth(words)[from] }));
}

/** The note with its translations where it has no words of its own; for showing it, never for saving or hashing it. */
export function withTranslations(note: Note, texts: readonly TranslatedText[]): Note {
  const { to } = languagesOf(note);
  const open = new Set(notePassages(note).map(({ part }) => part));
  const words = (part: string, text: LocalText): LocalText => {
    const translated = open.has(part) ? translationOf(texts, part, to) : undefined;
    return translated === undefined ? text : { ...text, [to]: translated.words };
  };
  return {
    ...note,
    title: words('title', note.title),
    background: words('background', note.background),
    addressee: words('addressee', note.addressee),
    recommendations: note.recommendations.map((one) => ({ ...one, text: words(partOf(one.number), one.text) })),
  };
}

const partOf = (number: number): string => `recommendation-${number}`;
