import { notePassages, withTranslations } from '../../../src/features/advice/translated-note';
import type { Note } from '../../../src/features/advice';
import { inTranslation, minutesPassages } from '../../../src/features/minutes/translated-minutes';
import { baseOf, gapsOf, shownIn, standingOf, type TranslatedText } from '../../../src/features/translated-texts';
import { retranslated, seenOf, type Source } from '../../../src/features/translations/source';

const translated = (part: string, text: string, words: string): TranslatedText => ({ part, language: 'es', words, base: baseOf(text) });
const passage = (part: string, text: string) => ({ part, name: { kind: 'title' as const }, text, most: 300 });

it.each([
  ['no translation', undefined, 'missing'],
  ['an empty one', translated('title', 'Shade', ''), 'missing'],
  ['one made from the same words', translated('title', ' Shade\n', 'Sombra'), 'current'],
  ['one made from others', translated('title', 'Shades', 'Sombra'), 'older'],
])('with %s a text stands so', (_, kept, standing) => {
  expect(standingOf('Shade', kept)).toBe(standing);
});

it('counts what is missing and older in one language, and says what its readers are shown', () => {
  const passages = [passage('a', 'One'), passage('b', 'Two'), passage('c', 'Three')];
  const [a, b] = [translated('a', 'One', 'Uno'), translated('b', 'Before', 'Dos')];
  expect(gapsOf(passages, [a, b], 'es')).toEqual({ missing: 1, older: 1 });
  expect([[], [a], [a, b]].map((texts) => shownIn(passages, texts, 'es'))).toEqual(['none', 'current', 'older']);
  expect([shownIn(passages, [a, b], 'en'), shownIn([], [a], 'es')]).toEqual(['none', 'none']);
});

it('keeps what is new, reads otherwise or still holds, and takes away what was emptied', () => {
  const old = [
    translated('same', 'One', 'Uno'),
    translated('older', 'Before', 'Dos'),
    translated('holds', 'Before', 'Tres'),
    translated('gone', 'G', 'G'),
  ];
  const passages = ['same', 'older', 'holds', 'gone', 'new', 'empty', 'unsent'].map((part) =>
    passage(part, part === 'same' ? 'One' : 'Now'),
  );
  const source = { passages, texts: old, to: 'es' } as unknown as Source;
  const sent = (part: string, words: string, holds = false) => ({ part, words, holds });
  const given = [
    sent('same', 'Uno'),
    sent('older', 'Dos'),
    sent('holds', 'Tres', true),
    sent('gone', ''),
    sent('new', 'Nuevo'),
    sent('empty', '', true),
  ];
  expect(retranslated(source, [...given, sent('unknown', 'x')])).toEqual({
    kept: [translated('holds', 'Now', 'Tres'), translated('new', 'Now', 'Nuevo')],
    gone: ['gone'],
  });
  expect(retranslated(source, [sent('older', 'Dos y dos')]).kept).toEqual([translated('older', 'Now', 'Dos y dos')]);
});

it('has another mark when the text or the translation changed', () => {
  const [passages, texts] = [[passage('a', 'One')], [translated('a', 'One', 'Uno')]];
  const marks = [
    seenOf({ passages, texts }),
    seenOf({ passages: [passage('a', 'Two')], texts }),
    seenOf({ passages, texts: [translated('a', 'One', 'Una')] }),
    seenOf({ passages, texts: [] }),
  ];
  expect([new Set(marks).size, seenOf({ passages: [...passages], texts })]).toEqual([4, marks[0]]);
});

it('takes of minutes what somebody wrote, in its order, and shows the translation where there is one', () => {
  const items = [
    { id: 'a', number: 1, title: { en: 'A' } },
    { id: 'b', number: 2, title: { en: 'B' } },
  ] as unknown as Parameters<typeof minutesPassages>[0];
  const text = { opening: ' ', items: { a: 'A talk', b: '' }, closing: 'Bye' };
  expect(minutesPassages(items, text).map(({ part }) => part)).toEqual(['a', 'closing']);
  const texts = [translated('a', 'A talk', 'Una charla'), translated('opening', 'Hi', 'Hola')];
  expect(inTranslation(text, texts, 'es')).toEqual({ ...text, items: { a: 'Una charla', b: '' } });
  expect(inTranslation(text, texts, 'en')).toEqual(text);
});

it('takes of a note what has the words of one language alone, and never overwrites its own', () => {
  const note = {
    title: { en: 'Shade', es: 'Sombra' },
    background: { en: 'It is hot' },
    addressee: { en: 'Office' },
    recommendations: [{ id: 'r', number: 1, text: { en: 'Plant', es: ' ' } }],
  } as unknown as Note;
  expect(notePassages(note).map(({ part, text }) => [part, text])).toEqual([
    ['background', 'It is hot'],
    ['recommendation-1', 'Plant'],
    ['addressee', 'Office'],
  ]);
  const texts = [translated('title', 'Shade', 'Otra'), translated('recommendation-1', 'Plant', 'Plantar')];
  expect(withTranslations(note, texts)).toEqual({
    ...note,
    recommendations: [{ id: 'r', number: 1, text: { en: 'Plant', es: 'Plantar' } }],
  });
  const spanish = { ...note, title: { en: '', es: 'Sombra' }, background: { en: '', es: 'Calor' } };
  expect(notePassages(spanish).map(({ part }) => part)).toEqual(['title', 'background']);
});
