import * as cheerio from 'cheerio';
import { aPersonAs } from '../support/builders/person';
import { aTown, type Town } from '../support/builders/application';
import { testNow, testProduct, type TestProduct } from '../support/app';
import { signedInAs, type Browser } from '../support/browser';
import { emptyTables } from '../support/database';
import { mails } from '../support/mailbox';

let product: TestProduct;
let town: Town;
let central: Browser;
let south: Browser;

beforeAll(async () => {
  product = await testProduct();
});
beforeEach(async () => {
  await emptyTables(product.db);
  product.clock.moveTo(testNow);
  town = await aTown(product.deps);
  const role = { cycleId: null, endsOn: null, grantedBy: null, startsOn: '2026-01-01' };
  const person = async (kind: 'staff', collaborativeId: string, name: string) =>
    signedInAs(
      product,
      (await aPersonAs(product.deps, { ...role, role: kind, collaborativeId }, { name, email: `${name}@example.org` })).id,
    );
  central = await person('staff', town.central.id, 'Cora');
  south = await person('staff', town.south.id, 'Sol');
});
afterAll(() => product.close());

const list = (slug = 'central') => `/staff/cycles/2027-spring/${slug}/applications`;

describe('entering an application for somebody', () => {
  const entry = () => ({
    email: '',
    age: 'adult',
    name: 'Don José',
    language: 'es',
    zip: '90012',
    constituency: 'community',
    choice_1: town.central.id,
    connection: 'lives',
    reasons: 'Quiero ayudar a las escuelas.',
    full_term: 'yes',
    consent_record: 'yes',
    consent_conduct: 'yes',
  });

  it('works without e-mail, says who entered it, and counts like any other', async () => {
    const sent = await central.submit(`${list()}/new`, entry());
    expect(sent.status).toBe(303);
    const page = await central.follow(sent);
    expect(cheerio.load(page.text)('.app-notice').text().trim()).toBe('Entered by Cora for the applicant');
    expect(await product.db('candidacies').select('collaborative_id', 'status')).toEqual([
      { collaborative_id: town.central.id, status: 'in_review' },
    ]);
    expect(await product.db('events').where({ subject_kind: 'application' }).pluck('action')).toEqual(['applications.enter']);
    expect(await mails(product.deps)).toEqual([]);
  });

  it('mails a copy in the language of the applicant where there is an address', async () => {
    const sent = await central.submit(`${list()}/new`, { ...entry(), email: 'jose@example.org' });
    expect(sent.status).toBe(303);
    expect((await mails(product.deps)).map(({ kind, locale, to_address: address }) => [kind, locale, address])).toEqual([
      ['application.entered', 'es', 'jose@example.org'],
    ]);
  });

  it('gives everything back with what is missing', async () => {
    const refused = await central.submit(`${list()}/new`, { ...entry(), reasons: '', zip: 'nine' });
    const page = cheerio.load(refused.text);
    expect([refused.status, page('#name').attr('value'), page('#zip').attr('value')]).toEqual([422, 'Don José', 'nine']);
    const links = page('.app-error-summary a')
      .map((_, link) => page(link).attr('href'))
      .get();
    expect(links).toEqual(['#zip', '#reasons']);
    expect(await product.db('applications').pluck('id')).toEqual([]);
  });

  it('is for staff of that collaborative', async () => {
    expect((await south.get(`${list()}/new`)).status).toBe(403);
    expect((await south.post(`${list()}/new`, entry(), '/help')).status).toBe(403);
    expect(await product.db('applications').pluck('id')).toEqual([]);
  });
});
