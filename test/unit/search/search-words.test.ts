import { firstPlaceOf, languagesOf, placeAfter } from '../../../src/features/search/document';
import {
  beginningOf,
  indexedWords,
  markFound,
  mostSought,
  plain,
  snippetOf,
  soughtBeginnings,
  titleWord,
} from '../../../src/features/search/search-words';

describe('the words of a search', () => {
  it.each([
    ['O’Neill', ['oneill']],
    ["D'Arcy", ['darcy']],
    ['LD', ['ld']],
    ['las escuelas de la ciudad', ['escuela', 'ciudad']],
    ['de la', ['de', 'la']],
    ['reuniones', ['reunion']],
    ['comunidades', ['comunidad']],
    ['families', ['famil']],
    ['notes', ['note']],
    ['note', ['note']],
    ['bus', ['bus']],
    ['gases', ['gase']],
    ['class', ['class']],
    ['C-2026-01', ['c202601']],
    ['follow-up', ['follow', 'up']],
    ['ÁRBOL árbol arbol', ['arbol']],
    ['…!?', []],
  ])('%s looks for %j', (typed, beginnings) => {
    expect(soughtBeginnings(typed)).toEqual(beginnings);
  });

  it('looks for twelve words at most', () => {
    const words = Array.from({ length: mostSought + 1 }, (_, index) => `w${index}x`);
    expect(soughtBeginnings(words.join(' '))).toEqual(words.slice(0, mostSought));
  });

  it('indexes what an apostrophe parts both ways', () => {
    expect(indexedWords('Sean O’Neill')).toEqual(['sean', 'oneill', 'o', 'neill']);
  });

  it('keeps words plain so that beginnings stay beginnings, and title words apart', () => {
    expect([plain('abc9'), plain('łódź'), plain('東京')]).toEqual(['abc9', '_142__f3_d_17a_', '_6771__4eac_']);
    expect(plain('東京').startsWith(plain('東'))).toBe(true);
    expect(titleWord('a')).toBe('t__a');
  });

  it('marks whole words by their beginnings, as they are written', () => {
    expect(markFound('Más guardias: ¡GUARDIA!', ['guardia'])).toEqual([
      { text: 'Más ', isFound: false },
      { text: 'guardias', isFound: true },
      { text: ': ¡', isFound: false },
      { text: 'GUARDIA', isFound: true },
      { text: '!', isFound: false },
    ]);
    expect(markFound('Safeguard', ['guard'])).toEqual([{ text: 'Safeguard', isFound: false }]);
  });

  it('cuts a few lines around the first word looked for', () => {
    const long = `${'before '.repeat(40)}target ${'after '.repeat(60)}`;
    const snippet = snippetOf(long, ['target']) ?? '';
    expect(snippet).toMatch(/^… before .* target after .* …$/);
    expect(snippet.length).toBeLessThan(240);
    expect([snippetOf('target at once', ['target']), snippetOf('nothing here', ['target'])]).toEqual(['target at once', null]);
    expect([beginningOf('short'), beginningOf(long).endsWith(' …')]).toEqual(['short', true]);
  });
});

describe('a document', () => {
  it('has places by its day', () => {
    expect(placeAfter('2026-11-28')).toBe(firstPlaceOf('2026-11-29'));
    expect(firstPlaceOf('2026-12-31')).toBeLessThan(firstPlaceOf('2027-01-01'));
  });

  it('can be read in the languages it is written in; in all where nobody said', () => {
    expect(languagesOf({ title: { en: '', es: 'Sí' }, body: { en: '', und: 'x' } }, ['en', 'es'])).toEqual(['es']);
    expect(languagesOf({ title: { en: '', und: 'x' }, body: { en: '' } }, ['en', 'es'])).toEqual(['en', 'es']);
  });
});
