import { wordDiff } from '../../../src/lib/word-diff';

const shown = (before: string, after: string) =>
  wordDiff(before, after)
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'added' ? `+[${text}]` : `-[${text}]`))
    .join('');

it.each([
  ['', '', ''],
  ['One two', 'One two', 'One two'],
  ['', 'New words', '+[New words]'],
  ['Old words', '', '-[Old words]'],
  ['The board met.', 'The full board met.', 'The+[ full] board met.'],
  ['Ana moved it.', 'Bo moved it.', '-[Ana]+[Bo] moved it.'],
  ['x y z', 'z y x', '-[x]+[z] y-[ z]+[ x]'],
  ['¿Quién? Él.', '¿Quién? Ella.', '¿Quién?-[ Él.]+[ Ella.]'],
])('from “%s” to “%s”', (before, after, changes) => {
  expect(shown(before, after)).toBe(changes);
});

it('gives both texts back whole, and compares texts beyond its measure as one change', () => {
  const long = Array.from({ length: 2100 }, (_, index) => `w${String(index % 91)}`);
  const [before, after] = [`a ${long.join(' ')} b`, `c ${[...long].reverse().join(' ')} d`];
  const changes = wordDiff(before, after);
  const of = (kind: string) =>
    changes
      .filter((change) => change.kind === 'same' || change.kind === kind)
      .map(({ text }) => text)
      .join('');
  expect([of('removed') === before, of('added') === after, changes.length]).toEqual([true, true, 2]);
});
