import fc from 'fast-check';
import { partsOf, suggestionsFor } from '../../../src/features/reviews/redaction';

const shown = (text: string, hidden: readonly string[]): string =>
  partsOf(text, hidden)
    .map((part) => (part.isHidden ? '█' : part.text))
    .join('');

describe('hidden words', () => {
  it.each([
    ['I am Ana Pérez.', ['ana perez'], 'I am █.'],
    ['ANA and Ana', ['Ana'], '█ and █'],
    ['Mariana came', ['Ana'], 'Mariana came'],
    ['José Ana López', ['José Ana', 'Ana López'], '█'],
    ['call 213 555 0100 now', ['213 555 0100'], 'call █ now'],
    ['anything at all', [''], '█'],
    ['nothing', ['', 'nothing'], '█'],
    ['', ['x'], ''],
  ])('in %j: %j', (text, hidden, expected) => {
    expect(shown(text, hidden)).toBe(expected);
  });

  it('never change, lose or double what was written', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        fc.array(fc.string({ unit: 'grapheme', maxLength: 8 }), { maxLength: 4 }),
        (text, hidden) =>
          partsOf(text, hidden)
            .map((part) => part.text)
            .join('') === text,
      ),
    );
  });
});

describe('what gives a writer away', () => {
  const identity = { names: ['Ana del Río'], email: 'ana@casa.org', phone: '213 555 0100', schools: ['Roosevelt High'] };
  const found = (text: string): string[] => suggestionsFor(identity, [{ question: 'reasons', text }]).map(({ words }) => words);

  it('is the own name, address, number and school, and any address or number', () => {
    expect(found('I, Ana del Rio, teach at Roosevelt High')).toEqual(['Ana del Río', 'Roosevelt High']);
    expect(found('Write to ana@casa.org or luis@otra.org, 213-555-0100')).toEqual(['ana@casa.org', 'luis@otra.org', '213-555-0100']);
    expect(found('Ana said so')).toEqual(['Ana']);
  });

  it('is not a particle, nor a word that only begins like a name', () => {
    expect(found('La casa del barrio, Anabel')).toEqual([]);
  });
});
