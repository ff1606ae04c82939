import * as cheerio from 'cheerio';
import type { Person } from '../../src/features/accounts';
import { testProduct, type TestProduct } from '../support/app';
import { aCollaborative, aMembership, aSeat, someone, staffOf } from '../support/builders/seat';
import { signedInAs, visitorBrowser } from '../support/browser';
import { countQueries, emptyTables } from '../support/database';

let product: TestProduct;
let central: string;
let staff: Person;
let number: number;

beforeAll(async () => {
  product = await testProduct();
});
afterAll(() => product.close());
beforeEach(async () => {
  await emptyTables(product.db);
  product.clock.moveTo('2026-11-21T20:00:00.000Z');
  central = (await aCollaborative(product.deps)).id;
  staff = await staffOf(product.deps, central);
  await product.db('zips').insert({ zip: '90011', is_split: false, share_outside: 0 });
  await product.db('zip_shares').insert({ zip: '90011', collaborative_id: central, share: 1, is_primary: true });
  number = 0;
});

async function seated(count: number, given: { locale?: string; zip?: string } = {}): Promise<Person[]> {
  const people: Person[] = [];
  for (let index = 0; index < count; index += 1) {
    number += 1;
    const person = await someone(product.deps, `Member ${'abcdefghijklmnopqrstuvwxyz'.charAt(number)}`, given);
    await product
      .db('people')
      .where({ id: person.id })
      .update({ zip: given.zip ?? '' });
    await aMembership(product.deps, (await aSeat(product.deps, central, { code: `FAM-${number}` })).id, person.id);
    people.push(person);
  }
  return people;
}

async function tables(address = '/staff/central/roster'): Promise<Record<string, string[]>> {
  const $ = cheerio.load((await (await signedInAs(product, staff.id)).get(address).expect(200)).text);
  const found = $('section[aria-labelledby=makeup] table').get();
  return Object.fromEntries(
    found.map((table) => [
      $(table).find('caption').text(),
      $(table)
        .find('tbody tr')
        .map((_, row) =>
          $(row)
            .find('th, td')
            .get()
            .map((cell) => $(cell).text())
            .join(' '),
        )
        .get(),
    ]),
  );
}

describe('who sits today, for staff', () => {
  it('is counted in groups of ten and more, and no group under it can be worked out', async () => {
    await seated(11, { zip: '90011' });
    const [first] = await seated(9, { locale: 'es' });
    const old = await aSeat(product.deps, central, { code: 'OLD-1', endsOn: '2022-06-30' });
    const served = { termStartsOn: '2020-07-01', termEndsOn: '2022-06-30', startedOn: '2020-07-01', endedOn: '2022-06-30' };
    await aMembership(product.deps, old.id, first?.id ?? '', { ...served, status: 'ended', endReason: 'term_completed' });
    expect(await tables()).toEqual({
      Constituency: ['Families 20'],
      'Area, by ZIP code': ['Central not shown', 'ZIP code not in the district not shown'],
      'Language for mail and pages': ['English not shown', 'Spanish not shown'],
      'Has served before': ['Served before not shown', 'First time not shown'],
    });
    await seated(1, { locale: 'es' });
    expect((await tables())['Language for mail and pages']).toEqual(['English 11', 'Spanish 10']);
  });

  it('is told as of today alone, and to nobody else', async () => {
    await seated(10);
    expect(await tables('/staff/central/roster?on=2026-11-20')).toEqual({});
    expect((await visitorBrowser(product).get('/central/roster').expect(200)).text).not.toContain('makeup');
  });

  it('asks the database no more for many members than for few', async () => {
    await seated(1);
    const few = await countQueries(product.db, () => tables());
    await seated(4);
    expect(await countQueries(product.db, () => tables())).toBe(few);
  });
});
