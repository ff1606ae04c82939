import * as cheerio from 'cheerio';
import { insertRole } from '../../src/features/accounts/role.queries';
import { testProduct, type TestProduct } from '../support/app';
import { aCollaborative, aMembership, aSeat, someone, staffOf } from '../support/builders/seat';
import { signedInAs } from '../support/browser';
import { countQueries, emptyTables } from '../support/database';
import { queueEmails } from '../../src/mail/queue-email';
import { anEmail } from '../support/builders/email';

let product: TestProduct;

beforeAll(async () => {
  product = await testProduct();
});
afterAll(() => product.close());
beforeEach(async () => {
  await emptyTables(product.db);
  product.clock.moveTo('2026-11-21T20:00:00.000Z');
});

const texts = (html: string, selector: string): string[] => {
  const $ = cheerio.load(html);
  return $(selector)
    .map((_, element) => $(element).text().replace(/\s+/g, ' ').trim())
    .get();
};

it('an administrator reads a person’s seats, sign-ins, what they can see, and joins a second record field by field', async () => {
  const central = await aCollaborative(product.deps);
  const admin = await someone(product.deps, 'Ada Admin');
  await insertRole(product.deps, { personId: admin.id, role: 'administrator' });
  const ana = await someone(product.deps, 'Ana Reyes');
  const twin = await someone(product.deps, 'Ana Reyes', { email: 'twin@example.org' });
  await aMembership(product.deps, (await aSeat(product.deps, central.id)).id, ana.id);
  const browser = await signedInAs(product, admin.id);
  const there = `/admin/people/${ana.id}/record`;
  expect((await browser.get(`/admin/people/${ana.id}`)).text).toContain(there);
  const page = await browser.get(there).expect(200);
  expect(texts(page.text, '[aria-labelledby="terms"] li')[0]).toContain('Local District Central Collaborative · FAM-1');
  expect(texts(page.text, '[aria-labelledby="seen"] dd')).toEqual(['see the directory']);
  expect(texts(page.text, '[aria-labelledby="same"] li')).toEqual(['Ana Reyes (twin@example.org)']);
  const merge = `/admin/people/${ana.id}/merge/${twin.id}`;
  const form = await browser.get(`${merge}?lang=es`).expect(200);
  expect(texts(form.text, 'main legend')).toEqual(['Correo electrónico']);
  expect((await browser.submit(merge, { kept_version: '9' })).status).toBe(409);
  expect((await browser.submit(merge, { email: 'gone' })).status).toBe(303);
  expect(await product.db('people').where({ id: ana.id }).pluck('email')).toEqual(['twin@example.org']);
  expect((await browser.get(merge)).status).toBe(404);
  const staff = await signedInAs(product, (await staffOf(product.deps, central.id)).id);
  expect((await staff.get(there)).status).toBe(404);
});

describe('the people of a collaborative', () => {
  const there = '/staff/central/people';
  const names = (html: string): string[] => texts(html, 'main .app-rows__name a');

  async function aScene() {
    const central = await aCollaborative(product.deps);
    const east = await aCollaborative(product.deps, 'east');
    const ana = await someone(product.deps, 'Ana Núñez', { phone: '(213) 555-0142' });
    const bo = await someone(product.deps, 'Bo Lee');
    const cy = await someone(product.deps, 'Cy Orr');
    const seat = async (collaborativeId: string, code: string) => (await aSeat(product.deps, collaborativeId, { code })).id;
    await aMembership(product.deps, await seat(central.id, 'F-1'), ana.id);
    await aMembership(product.deps, await seat(east.id, 'E-1'), ana.id);
    await aMembership(product.deps, await seat(east.id, 'E-2'), cy.id);
    await aMembership(product.deps, await seat(central.id, 'F-2'), bo.id, {
      status: 'ended',
      endedOn: '2026-11-20',
      endReason: 'resigned',
    });
    await insertRole(product.deps, { personId: ana.id, role: 'approver', collaborativeId: east.id });
    const staff = await signedInAs(product, (await staffOf(product.deps, central.id)).id);
    return { central, east, ana, bo, cy, staff };
  }

  it('are found by their staff in parts of names, addresses and phones, in groups, with nothing of elsewhere', async () => {
    const { staff, ana, cy } = await aScene();
    expect((await staff.get('/staff/central/seats')).text).toContain(`href="${there}"`);
    const page = await staff.get(there).expect(200);
    expect(names(page.text)).toEqual(['Ana Núñez', 'Bo Lee', 'Sam Staff']);
    expect(texts(page.text, 'main .app-rows li')[0]).toBe(
      'Ana Núñez F-1 · Member · Jul 1, 2025 to Jun 30, 2027 ana.n..ez@example.org · (213) 555-0142',
    );
    const found = async (query: string) => names((await staff.get(`${there}?${query}`)).text);
    expect(await found('search=nunez')).toEqual(['Ana Núñez']);
    expect(await found('search=2135550142')).toEqual(['Ana Núñez']);
    expect(await found('search=cy')).toEqual([]);
    expect([await found('group=sitting'), await found('group=past'), await found('group=coming')]).toEqual([['Ana Núñez'], ['Bo Lee'], []]);
    expect(await found('group=roles')).toEqual(['Sam Staff']);
    expect((await found('group=nonsense')).length).toBe(3);
    const one = await staff.get(`${there}/${ana.id}?lang=es`).expect(200);
    expect(one.text).not.toContain('E-1');
    expect(texts(one.text, '[aria-labelledby="roles"] li')).toEqual([]);
    expect((await staff.get(`${there}/${cy.id}`)).status).toBe(404);
    const east = await signedInAs(
      product,
      (await staffOf(product.deps, (await product.db('collaboratives').where({ slug: 'east' }).first('id'))!.id, 'Eve East')).id,
    );
    for (const path of [there, `${there}/${ana.id}`]) expect((await east.get(path)).status).toBe(404);
  });

  it('have the mails of their collaborative read by its staff without links, and no others', async () => {
    const { staff, central, east, ana, bo } = await aScene();
    const to = { personId: ana.id, name: 'Ana', address: 'ana@example.org', locale: 'en' };
    const mail = (key: string, kind: string, about: string, collaborativeId: string | null) =>
      anEmail(key, { kind, to, about: { kind: about, id: key, collaborativeId } });
    await queueEmails(product.deps, [
      mail('ours', 'membership.leave', 'membership', central.id),
      mail('theirs', 'membership.leave', 'membership', east.id),
      mail('nobodys', 'account.sign_in', 'person', null),
      mail('private', 'directory.message', 'member_message', central.id),
      mail('needs', 'access.received', 'access_request', central.id),
      mail('spoken', 'comment.received', 'meeting', central.id),
      mail('met', 'meeting.tomorrow', 'meeting', central.id),
    ]);
    const page = await staff.get(`${there}/${ana.id}`).expect(200);
    expect(texts(page.text, '[aria-labelledby="sent"] .app-rows__name').sort()).toEqual(['Letter met', 'Letter ours']);
    const idOf = async (key: string) =>
      (await product
        .db('outbox')
        .where({ subject: `Letter ${key}` })
        .first('id'))!.id;
    const read = await staff.get(`${there}/${ana.id}/mails/${await idOf('ours')}`).expect(200);
    expect(read.text).toContain('Please answer by Friday, December 4.');
    expect(read.text).not.toContain('/offers/1');
    for (const key of ['theirs', 'nobodys', 'private', 'needs', 'spoken'])
      expect((await staff.get(`${there}/${ana.id}/mails/${await idOf(key)}`)).status).toBe(404);
    expect((await staff.get(`${there}/${bo.id}/mails/${await idOf('ours')}`)).status).toBe(404);
  });

  it('take as many queries for many as for one', async () => {
    const { staff, central } = await aScene();
    const count = () => countQueries(product.db, () => staff.get(there));
    await staff.get(there);
    const few = await count();
    for (const at of [1, 2, 3, 4, 5, 6])
      await aMembership(
        product.deps,
        (await aSeat(product.deps, central.id, { code: `X-${String(at)}` })).id,
        (await someone(product.deps, `Pat ${'abcdefg'[at]!}`)).id,
      );
    expect(await count()).toBe(few);
  });
});

describe('records that may be of one person', () => {
  const there = '/admin/possible-duplicates';
  const pairs = (html: string): string[] => texts(html, 'main section').map((text) => text.replace(/ Compare and join.*/, ''));

  it('are listed for administrators, told apart for good or joined, in a constant number of queries', async () => {
    const admin = await someone(product.deps, 'Ada Admin');
    await insertRole(product.deps, { personId: admin.id, role: 'administrator' });
    const browser = await signedInAs(product, admin.id);
    expect((await browser.get('/admin/people')).text).toContain(`href="${there}"`);
    const ana = await someone(product.deps, 'Ana Reyes', { email: 'ana@gmail.com' });
    product.clock.moveBy(1000);
    const twin = await someone(product.deps, 'Reyes, Ana', { email: 'a.na+school@gmail.com' });
    const count = await countQueries(product.db, () => browser.get(there));
    const mae = await someone(product.deps, 'Mae Orr', { email: 'home@example.org', phone: '213 555 0100' });
    product.clock.moveBy(1000);
    const max = await someone(product.deps, 'Max Orr', { email: 'HOME@example.org' });
    await someone(product.deps, 'Mae Orr', { email: null, phone: '' });
    expect(await countQueries(product.db, () => browser.get(there))).toBe(count);
    expect(pairs((await browser.get(there)).text)).toEqual([
      'Ana Reyes and Reyes, Ana Same name and mailbox Ana Reyes ana@gmail.com · never signed in Reyes, Ana a.na+school@gmail.com · never signed in',
      'Mae Orr and Max Orr Same mailbox, another name: perhaps one household Mae Orr home@example.org · 213 555 0100 · never signed in Max Orr HOME@example.org · never signed in',
    ]);
    expect((await browser.get(there)).text).toContain(`href="/admin/people/${ana.id}/merge/${twin.id}"`);
    const apart = `/admin/people/${mae.id}/apart/${max.id}`;
    for (let press = 0; press < 2; press += 1) expect((await browser.post(apart, {}, there)).status).toBe(303);
    expect(await product.db('events').where({ action: 'people.toldApart' }).orderBy('place').pluck('subject_id')).toEqual([mae.id, max.id]);
    expect(pairs((await browser.get(`${there}?lang=es`)).text).length).toBe(1);
    await browser.submit(`/admin/people/${ana.id}/merge/${twin.id}`, {});
    expect(pairs((await browser.get(there)).text)).toEqual([]);
    const other = await signedInAs(product, mae.id);
    expect([(await other.get(there)).status, (await other.post(apart, {}, '/account')).status]).toEqual([404, 404]);
  });
});
