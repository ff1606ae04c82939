import { mailboxOf, sameName, samePhone, twinsAmong, type Comparable } from '../../../src/features/people/twin';

const one = (id: string, given: Partial<Comparable> = {}): Comparable => ({
  id,
  name: `Person ${id}`,
  email: null,
  phone: '',
  address: '',
  zip: '',
  ...given,
});
const none: ReadonlySet<string> = new Set();
const found = (people: readonly Comparable[], apart = none) =>
  twinsAmong(people, apart).map(({ older, newer, why }) => [older.id, newer.id, ...why]);

describe('what is compared', () => {
  it.each([
    ['Ana@Example.org', 'ana@example.org'],
    ['ana+school@example.org', 'ana@example.org'],
    ['a.n.a+x@Gmail.com', 'ana@gmail.com'],
    ['a.na@googlemail.com', 'ana@gmail.com'],
    ['a.na@example.org', 'a.na@example.org'],
  ])('the mailbox of %s is %s', (email, mailbox) => {
    expect(mailboxOf(email)).toBe(mailbox);
  });

  it('names without accents and order, phones by ten digits, too few of which say nothing', () => {
    expect([sameName('Núñez,  ANA'), sameName('ana nunez')]).toEqual(['ana nunez', 'ana nunez']);
    expect([samePhone('+1 (213) 555-0100'), samePhone('213.555.0100'), samePhone('5550100'), samePhone('555010')]).toEqual([
      '2135550100',
      '2135550100',
      '5550100',
      '',
    ]);
  });
});

describe('records that may be of one person', () => {
  it('are those with the same name and mailbox, phone, address or ZIP code, or the same mailbox alone', () => {
    const ana = { name: 'Ana Núñez' };
    expect(found([one('a', { ...ana, phone: '2135550100' }), one('b', { name: 'Nunez Ana', phone: '(213) 555-0100' })])).toEqual([
      ['a', 'b', 'name_phone'],
    ]);
    expect(found([one('a', { ...ana, address: '1 Main St.' }), one('b', { ...ana, address: '1, main st' })])).toEqual([
      ['a', 'b', 'name_address'],
    ]);
    expect(found([one('a', { ...ana, zip: '90012' }), one('b', { ...ana, zip: '90012-1234' })])).toEqual([['a', 'b', 'name_zip']]);
    expect(found([one('a', { email: 'x@gmail.com' }), one('b', { email: 'X+1@gmail.com' })])).toEqual([['a', 'b', 'email']]);
    expect(
      found([one('b', { ...ana, email: 'x@e.org', phone: '2135550100' }), one('a', { ...ana, email: 'X@e.org', phone: '2135550100' })]),
    ).toEqual([['a', 'b', 'name_email', 'name_phone']]);
  });

  it('are not those with the same name, phone, address or ZIP code alone', () => {
    const shared = { phone: '2135550100', address: '1 Main St', zip: '90012' };
    expect(found([one('a', shared), one('b', shared)])).toEqual([]);
    expect(found([one('a', { name: 'Ana' }), one('b', { name: 'Ana' })])).toEqual([]);
    expect(found([one('a', { name: '', ...shared }), one('b', { name: '', ...shared })])).toEqual([]);
  });

  it('come the likeliest first, and a pair told apart gives way to the next', () => {
    const house = ['a', 'b', 'c'].map((id) => one(id, { email: 'home@example.org' }));
    const twins = [one('x', { name: 'Zoe', zip: '90012' }), one('y', { name: 'Zoe', zip: '90012' })];
    expect(found([...house, ...twins])).toEqual([
      ['x', 'y', 'name_zip'],
      ['a', 'b', 'email'],
      ['a', 'c', 'email'],
    ]);
    expect(found(house, new Set(['a b']))).toEqual([['a', 'c', 'email']]);
    expect(found(house, new Set(['a b', 'a c']))).toEqual([['b', 'c', 'email']]);
    expect(found(house, new Set(['a b', 'a c', 'b c']))).toEqual([]);
  });
});
