import * as cheerio from 'cheerio';
import type { Application } from '../../src/features/applications';
import { aSentApplication, someAnswers, type Town } from '../support/builders/application';
import { testProduct, type TestProduct } from '../support/app';
import type { Browser } from '../support/browser';
import { mails } from '../support/mailbox';
import { townDesks } from '../support/town-desks';

let product: TestProduct;
let town: Town;
let central: Browser;
let south: Browser;
let administrator: Browser;

beforeAll(async () => {
  product = await testProduct();
});
beforeEach(async () => {
  ({ town, central, south, administrator } = await townDesks(product));
});
afterAll(() => product.close());

const duplicates = (slug = 'central') => `/staff/cycles/2027-spring/${slug}/applications/duplicates`;
const show = ({ reference }: Application) => `/staff/applications/${reference}`;
const text = (html: string, selector: string): string => cheerio.load(html)(selector).text().replace(/\s+/g, ' ').trim();

let count = 0;
const send = (name: string, given: Record<string, string> = {}, ids = [town.central.id]) => {
  count += 1;
  const own = { email: `person-${count}@example.org`, phone: `213 555 ${String(1000 + count)}` };
  return aSentApplication(product.deps, town.cycle, someAnswers(ids, { name, ...own, ...given }));
};

/** Why the pairs on a page look alike. */
async function why(browser: Browser, address = duplicates()): Promise<string[]> {
  const page = cheerio.load((await browser.get(address)).text);
  return page('.app-rows > li > .app-small')
    .map((_, line) => page(line).text())
    .get();
}

describe('possible duplicates', () => {
  it('are found by address, phone, name and home, with the reason, and nobody else is', async () => {
    await send('Ana Reyes', { email: 'ana@example.org', zip: '90001' });
    await send('Reyes, Aná', { email: 'ANA@example.org', zip: '90002' });
    await send('Bo Chen', { phone: '(323) 555-0188', zip: '90003' });
    await send('B. Chen', { phone: '+1 323 555 0188', zip: '90004' });
    await send('Cy Diaz', { zip: '90005' });
    await send('Cý Díaz', { zip: '90005' });
    await send('Di', { zip: '90006' });
    await send('Di', { zip: '90006' });
    expect((await why(central)).sort()).toEqual(['same e-mail address · same name', 'same name and ZIP code', 'same phone number']);
  });

  it('are shown only to staff who may read both', async () => {
    const ana = await send('Ana Reyes', {}, [town.central.id]);
    const twin = await send('Ana Reyes', {}, [town.south.id]);
    expect(await why(central)).toEqual([]);
    expect((await central.get(show(ana))).text).not.toContain(twin.reference);
    expect((await administrator.get(show(ana))).text).toContain(twin.reference);
    expect((await south.get(duplicates())).status).toBe(403);
    expect((await central.get(`${show(ana)}/merge/${twin.reference}`)).status).toBe(404);
    expect((await central.post(`${show(ana)}/different/${twin.reference}`, {})).status).toBe(404);
  });

  it('stay told apart once staff have said so', async () => {
    const [ana, twin] = [await send('Ana Reyes'), await send('Ana Reyes')];
    expect((await central.post(`${show(ana)}/different/${twin.reference}`, {}, show(ana))).status).toBe(303);
    expect([await why(central), text((await central.get(show(twin))).text, '#alike')]).toEqual([[], '']);
    expect(await product.db('events').where({ action: 'desk.tellApart' }).pluck('subject_id')).toEqual([ana.id]);
  });
});

describe('a merge', () => {
  const merge = (kept: Application, other: Application) => `${show(kept)}/merge/${other.reference}`;

  it('asks first, keeps both histories and references, and leaves one live application', async () => {
    const ana = await send('Ana Reyes', { reasons: 'First words.' });
    const twin = await send('Ana Reyes', { reasons: 'Second words.', phone: '323 555 0111' });
    const asked = await central.get(merge(ana, twin));
    for (const words of ['First words.', 'Second words.', `${twin.reference} leaves all lists.`])
      expect(text(asked.text, 'main')).toContain(words);
    const done = await central.submit(merge(ana, twin), { answers: 'other' });
    expect([done.status, done.headers['location']]).toEqual([303, show(ana)]);

    const record = await central.get(show(ana));
    expect(text(record.text, 'main')).toContain('Second words.');
    expect((await central.get(show(twin))).headers['location']).toBe(show(ana));
    expect((await central.get('/staff/cycles/2027-spring/central/applications')).text).not.toContain(twin.reference);
    const rows = await product.db('applications').whereIn('id', [ana.id, twin.id]).orderBy('status').select('id', 'status', 'person_id');
    expect(rows).toEqual([
      { id: ana.id, status: 'submitted', person_id: ana.personId },
      { id: twin.id, status: 'withdrawn', person_id: twin.personId },
    ]);
    expect(await product.db('application_submissions').where({ application_id: ana.id }).pluck('number')).toEqual([1, 2]);
    expect((await product.db('events').where({ action: 'applications.merge' }).pluck('subject_id')).sort()).toEqual(
      [ana.id, twin.id].sort(),
    );
    expect([await why(central), await mails(product.deps)]).toEqual([[], []]);
    expect((await central.post(merge(ana, twin), { answers: 'kept' })).status).toBe(409);
  });

  it('joins the choices of both, three at most, and keeps what was asked to be reviewed', async () => {
    const ana = await send('Ana Reyes', {}, [town.central.id]);
    const twin = await send('Ana Reyes', {}, [town.south.id, town.central.id]);
    expect((await administrator.submit(merge(ana, twin), { answers: 'kept' })).status).toBe(303);
    const rows = await product.db('candidacies').where({ application_id: ana.id }).orderBy('preference');
    expect(rows.map(({ collaborative_id: id, preference, is_reviewed: reviewed }) => [id, preference, reviewed])).toEqual([
      [town.central.id, 1, 1],
      [town.south.id, 2, 0],
    ]);
  });

  it('needs staff of every collaborative that is named, and applications still in review', async () => {
    const ana = await send('Ana Reyes', {}, [town.central.id, town.south.id]);
    const twin = await send('Ana Reyes', {}, [town.central.id]);
    expect(text((await central.get(merge(ana, twin))).text, '.app-notice')).toContain('Ask an administrator');
    expect((await central.post(merge(ana, twin), { answers: 'kept' })).status).toBe(403);
    await product.db('candidacies').where({ application_id: twin.id }).update({ status: 'not_selected' });
    expect(text((await administrator.get(merge(ana, twin))).text, '.app-notice')).toContain('can no longer be made one');
    expect((await administrator.post(merge(ana, twin), { answers: 'kept' })).status).toBe(409);
  });
});
