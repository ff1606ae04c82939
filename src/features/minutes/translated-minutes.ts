import type { Passage, TranslatedText } from '../translated-texts';
import { translationOf } from '../translated-texts';
import type { MinutesText } from './minutes';
import type { MinutesRecord } from './record';

/** The words around the record that are translated, in their order. What nobody wrote is left out. */
export function minutesPassages(items: MinutesRecord['items'], text: MinutesText): Passage[] {
  const most = 10_000;
  const passages: Passage[] = [
    { part: 'opening', name: { kind: 'opening' }, text: text.opening, most },
    ...items.map(({ id, number, title }) => ({
      part: id,
      name: { kind: 'item' as const, number, title },
      text: text.items[id] ?? '',
      most,
    })),
    { part: 'closing', name: { kind: 'closing' }, text: text.closing, most },
  ];
  return passages.filter((passage) => passage.text.trim() !== '');
}

/** The words as a reader of the language is shown them: translated where they are, else as they were written. */
export function inTranslation(text: MinutesText, texts: readonly TranslatedText[], language: string): MinutesText {
  const words = (part: string, written: string): string =>
    written.trim() === '' ? written : (translationOf(texts, part, language)?.words ?? written);
  return {
    opening: words('opening', text.opening),
    items: Object.fromEntries(Object.entries(text.items).map(([id, written]) => [id, words(id, written)])),
    closing: words('closing', text.closing),
  };
}
