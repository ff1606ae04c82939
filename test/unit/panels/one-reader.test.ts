import { passedOver } from '../../../src/features/panels/one-reader';

const free = (candidacyId: string) => ({ candidacyId, bar: null });

describe('files for one reviewer', () => {
  it('go to them up to their own limit, in the order chosen', () => {
    expect([...passedOver([free('a'), free('b'), free('c')], 2)]).toEqual([['c', 'full']]);
    expect([...passedOver([free('a'), free('b')], 2)]).toEqual([]);
    expect([...passedOver([free('a')], 0)]).toEqual([['a', 'full']]);
    expect([...passedOver([free('a')], -1)]).toEqual([['a', 'full']]);
  });

  it('all go to them where they set no limit', () => {
    expect(
      passedOver(
        Array.from({ length: 500 }, (_, index) => free(String(index))),
        null,
      ).size,
    ).toBe(0);
  });

  it('are passed over for what bars them, and take no room then', () => {
    const files = [{ candidacyId: 'a', bar: 'conflict' as const }, free('b'), { candidacyId: 'c', bar: 'has_it' as const }, free('d')];
    expect([...passedOver(files, 1)]).toEqual([
      ['a', 'conflict'],
      ['c', 'has_it'],
      ['d', 'full'],
    ]);
  });
});
