import * as cheerio from 'cheerio';
import { createAdministrator, type Person } from '../../src/features/accounts';
import { savePerson } from '../../src/features/accounts/person.queries';
import { ensureAccount } from '../../src/features/accounts/account.queries';
import { aPerson, aPersonAs } from '../support/builders/person';
import { testNow, testProduct, type TestProduct } from '../support/app';
import { signedInAs, visitorBrowser, type Browser } from '../support/browser';
import { countQueries, emptyTables } from '../support/database';
import { linkIn, mails } from '../support/mailbox';

let product: TestProduct;
let root: Person;
let admin: Browser;

beforeAll(async () => {
  product = await testProduct();
});
beforeEach(async () => {
  await emptyTables(product.db);
  product.clock.moveTo(testNow);
  await product.db('collaboratives').insert({
    id: 'c1',
    slug: 'central',
    code: 'C',
    name: '{"en":"Central","es":"Centro"}',
    area: '{"en":""}',
    purpose: '{"en":""}',
    duties: '{"en":""}',
    contact_email: 'c@example.org',
    contact_phone: '',
    office_address: '',
    usual_meeting: '{"en":""}',
    starts_on: '2020-01-01',
  });
  root = await aPersonAs(product.deps, { role: 'administrator' }, { name: 'Ro Admin', email: 'ro@example.org' });
  admin = await signedInAs(product, root.id);
});
afterAll(() => product.close());

const secondAdministrator = () => aPersonAs(product.deps, { role: 'administrator' }, { name: 'Se Admin', email: 'se@example.org' });
const rolesIn = (html: string): string[] =>
  cheerio
    .load(html)('.app-rows__name')
    .map((_, role) => cheerio.load(role).text())
    .get();
const roleId = async (person: Person): Promise<string> =>
  (await product.db('roles').where({ person_id: person.id }).pluck('id'))[0] as string;

describe('the people pages', () => {
  it('do not exist for anybody but administrators', async () => {
    const bo = await aPerson(product.deps, { email: 'bo@example.org' });
    const staff = await signedInAs(product, (await aPersonAs(product.deps, { role: 'staff', collaborativeId: 'c1' })).id);
    for (const page of ['/admin/people', '/admin/people/invitation', `/admin/people/${bo.id}`])
      expect((await staff.get(page)).status).toBe(404);
    for (const act of [`${bo.id}/role`, `${bo.id}/closing`, `${bo.id}/reopening`, `${bo.id}/factor-reset`, 'invitation'])
      expect((await staff.post(`/admin/people/${act}`, { role: 'administrator' }, '/account')).status).toBe(404);
    expect((await visitorBrowser(product).get('/admin/people')).headers['location']).toBe('/sign-in?next=%2Fadmin%2Fpeople');
    expect(await product.db('roles').where({ person_id: bo.id })).toEqual([]);
  });

  it('find people by a part of the name or address, in as many queries for three as for one', async () => {
    await aPerson(product.deps, { name: 'Ana Reyes' });
    await admin.get('/admin/people');
    const one = await countQueries(product.db, () => admin.get('/admin/people?search=reyes'));
    await aPerson(product.deps, { name: 'Bo 100% Reyes', email: 'bo@example.org' });
    await aPerson(product.deps, { name: 'Cy Park', email: 'cy.reyes@example.org' });
    expect(await countQueries(product.db, () => admin.get('/admin/people?search=reyes'))).toBe(one);
    const names = async (search: string) =>
      cheerio
        .load((await admin.get(`/admin/people?search=${search}`)).text)('tbody bdi')
        .map((_, name) => cheerio.load(name).text())
        .get();
    expect(await names('REYES')).toEqual(['Ana Reyes', 'Bo 100% Reyes', 'Cy Park']);
    expect(await names('0%25')).toEqual(['Bo 100% Reyes']);
    expect(await names('%25')).toEqual(['Bo 100% Reyes']);
    expect(await names('nobody')).toEqual([]);
  });

  it('find people whatever the accents, and by the phone number however it is written', async () => {
    const ana = await aPerson(product.deps, { name: 'José Ñíguez', preferredName: 'Pepe', phone: '(213) 555-0142' });
    await aPerson(product.deps, { name: 'Bo Park', email: 'bo@example.org', phone: '213 555 0199' });
    const names = async (search: string) =>
      cheerio
        .load((await admin.get(`/admin/people?search=${encodeURIComponent(search)}`)).text)('tbody bdi')
        .map((_, name) => cheerio.load(name).text())
        .get();
    for (const search of ['jose niguez', 'JOSÉ', 'ñig', 'pepe', '555-0142', '213.555.0142', '5550142'])
      expect([search, await names(search)]).toEqual([search, ['José Ñíguez']]);
    expect(await names('213 555')).toEqual(['Bo Park', 'José Ñíguez']);
    await savePerson(product.db, { ...ana, name: 'Jo Reyes', phone: '' });
    expect(await names('niguez')).toEqual([]);
    expect(await names('555-0142')).toEqual([]);
  });

  it('go on page by page', async () => {
    for (let number = 10; number < 70; number += 1) await aPerson(product.deps, { name: `Person ${number}`, email: null });
    const first = cheerio.load((await admin.get('/admin/people')).text);
    const next = first('a[rel="next"]').attr('href')!;
    const second = cheerio.load((await admin.get(next)).text);
    const count = first('tbody tr').length + second('tbody tr').length;
    expect([first('tbody tr').length, count]).toEqual([50, 61]);
  });
});

describe('giving a role', () => {
  it('makes staff of a person, tells them in their language, and keeps it in the history', async () => {
    const ana = await aPerson(product.deps, { locale: 'es' });
    const done = await admin.submit(`/admin/people/${ana.id}`, { role: 'staff', collaborative: 'c1' }, `/admin/people/${ana.id}/role`);
    expect(done.headers['location']).toBe(`/admin/people/${ana.id}`);
    expect(rolesIn((await admin.get(`/admin/people/${ana.id}`)).text)).toEqual(['Staff, Central']);
    const [mail] = await mails(product.deps);
    expect([mail?.kind, mail?.subject]).toEqual(['account.invitation', 'Tiene una función: Personal del distrito local']);
    expect(mail?.text).toContain('para el Centro');
    expect(await product.db('events').select('action', 'actor_id', 'capacity')).toEqual([
      { action: 'accounts.grantRole', actor_id: root.id, capacity: 'administrator' },
    ]);
    expect(
      (await admin.submit(`/admin/people/${ana.id}`, { role: 'staff', collaborative: 'c1' }, `/admin/people/${ana.id}/role`)).status,
    ).toBe(409);
  });

  it.each([
    ['staff', '', 422],
    ['administrator', 'c1', 422],
    ['approver', 'nowhere', 422],
    ['reviewer', 'c1', 422],
    ['approver', 'c1', 303],
    ['administrator', '', 303],
  ])('of %s at "%s" answers %d', async (role, collaborative, status) => {
    const ana = await aPerson(product.deps);
    const answer = await admin.submit(`/admin/people/${ana.id}`, { role, collaborative }, `/admin/people/${ana.id}/role`);
    expect(answer.status).toBe(status);
    expect(await product.db('roles').where({ person_id: ana.id }).count({ count: '*' })).toEqual([{ count: status === 303 ? 1 : 0 }]);
  });

  it.each([
    ['2026-11-20', '', 422],
    ['', '2026-11-20', 422],
    ['2026-11-25', '2026-11-24', 422],
    ['2026-11-25', '2026-11-25', 303],
    ['', '2026-11-21', 303],
  ])('from "%s" to "%s" answers %d', async (startsOn, endsOn, status) => {
    const ana = await aPerson(product.deps);
    const given = { role: 'staff', collaborative: 'c1', startsOn, endsOn };
    expect((await admin.submit(`/admin/people/${ana.id}`, given, `/admin/people/${ana.id}/role`)).status).toBe(status);
    expect(await product.db('roles').where({ person_id: ana.id }).select('starts_on', 'ends_on')).toEqual(
      status === 303 ? [{ starts_on: startsOn || '2026-11-21', ends_on: endsOn }] : [],
    );
  });

  it('counts from its first day to its last, without anybody doing anything', async () => {
    const ana = await aPersonAs(product.deps, { role: 'administrator', startsOn: '2026-11-22', endsOn: '2026-11-23' });
    const statuses: number[] = [];
    for (const day of ['21', '22', '23', '24']) {
      product.clock.moveTo(`2026-11-${day}T20:00:00.000Z`);
      statuses.push((await (await signedInAs(product, ana.id)).get('/admin/people')).status);
    }
    expect(statuses).toEqual([404, 200, 200, 404]);
  });

  it('is never for oneself (A10)', async () => {
    expect((await admin.get(`/admin/people/${root.id}`)).text).not.toContain(`/admin/people/${root.id}/role"`);
    const answer = await admin.post(`/admin/people/${root.id}/role`, { role: 'staff', collaborative: 'c1' }, '/account');
    expect(answer.status).toBe(403);
    expect(await product.db('roles').where({ person_id: root.id }).pluck('role')).toEqual(['administrator']);
  });
});

describe('ending a role', () => {
  it('is felt with the very next request, and ends all sessions (A8)', async () => {
    const other = await secondAdministrator();
    const [one, two] = [await signedInAs(product, other.id), await signedInAs(product, other.id)];
    expect((await one.get('/admin/people')).status).toBe(200);
    const ended = await admin.submit(`/admin/people/${other.id}`, {}, `/admin/people/${other.id}/roles/${await roleId(other)}/end`);
    expect(ended.status).toBe(303);
    for (const browser of [one, two])
      expect((await browser.get('/admin/people')).headers['location']).toBe('/sign-in?next=%2Fadmin%2Fpeople');
    const back = await signedInAs(product, other.id);
    expect((await back.get('/admin/people')).status).toBe(404);
  });

  it('spares the last administrator, and oneself (A10)', async () => {
    expect((await admin.post(`/admin/people/${root.id}/roles/${await roleId(root)}/end`, {}, '/account')).status).toBe(403);
    const other = await secondAdministrator();
    await product.db('roles').where({ person_id: root.id }).update({ starts_on: '2026-11-21', ends_on: '2026-11-21' });
    product.clock.moveBy(1000);
    const path = `/admin/people/${other.id}/roles/${await roleId(other)}/end`;
    expect((await admin.post(path, {}, '/account')).status).toBe(303);
    expect((await admin.post(path, {}, '/account')).status).toBe(409);
  });

  it('leaves one administrator when two end each other at once', async () => {
    const other = await secondAdministrator();
    const browser = await signedInAs(product, other.id);
    const paths = [
      `/admin/people/${other.id}/roles/${await roleId(other)}/end`,
      `/admin/people/${root.id}/roles/${await roleId(root)}/end`,
    ] as const;
    await Promise.all([admin.post(paths[0], {}, '/account'), browser.post(paths[1], {}, '/account')]);
    expect(await product.db('roles').where({ role: 'administrator' }).whereNull('ends_on').count({ count: '*' })).toEqual([{ count: 1 }]);
  });
});

describe('closing an account', () => {
  it('shuts every door at once (A8), and it can be opened again', async () => {
    const ana = await aPerson(product.deps);
    const browser = await signedInAs(product, ana.id);
    await admin.submit(`/admin/people/${ana.id}`, {}, `/admin/people/${ana.id}/closing`);
    expect((await browser.get('/account')).status).toBe(303);
    expect((await (await signedInAs(product, ana.id)).get('/account')).status).toBe(303);
    await visitorBrowser(product).submit('/sign-in', { email: 'ana@example.org' });
    expect((await mails(product.deps)).map(({ kind }) => kind)).toEqual(['account.unknown']);
    await admin.submit(`/admin/people/${ana.id}`, {}, `/admin/people/${ana.id}/reopening`);
    expect((await (await signedInAs(product, ana.id)).get('/account')).status).toBe(200);
  });
});

describe('an invitation', () => {
  it('lets a new person in once, and then asks for a second factor', async () => {
    const invited = await admin.submit('/admin/people/invitation', {
      name: 'Nia New',
      email: 'nia@example.org',
      locale: 'en',
      role: 'staff',
      collaborative: 'c1',
    });
    expect(invited.status).toBe(303);
    const link = linkIn((await mails(product.deps))[0]!.text, '/sign-in/invitation/');
    const browser = visitorBrowser(product);
    await browser.get(link);
    expect((await browser.submit('/sign-in/confirm')).headers['location']).toBe('/me');
    expect((await browser.get('/me')).headers['location']).toBe('/sign-in/second-factor');
    expect((await visitorBrowser(product).get(link)).status).toBe(400);
  });

  it('makes the first administrator of a new installation', async () => {
    const path = await createAdministrator(product.deps, { name: 'First', email: 'first@example.org', locale: 'en' });
    expect((await visitorBrowser(product).get(path)).headers['location']).toBe('/sign-in/confirm');
  });
});

describe('a lost second factor', () => {
  it('is reset by two: one asks, another confirms', async () => {
    const ana = await aPersonAs(product.deps, { role: 'staff', collaborativeId: 'c1' });
    await ensureAccount(product.deps, ana.id);
    await product.db('accounts').where({ person_id: ana.id }).update({ totp_sealed: 'x', totp_confirmed_at: testNow });
    const other = await signedInAs(product, (await secondAdministrator()).id);
    const [ask, confirm] = [`/admin/people/${ana.id}/factor-reset`, `/admin/people/${ana.id}/factor-reset/confirmation`];
    expect((await other.post(confirm, {}, '/account')).status).toBe(409);
    expect((await admin.submit(`/admin/people/${ana.id}`, {}, ask)).status).toBe(303);
    expect((await admin.post(confirm, {}, '/account')).status).toBe(403);
    expect((await admin.get(`/admin/people/${ana.id}`)).text).not.toContain(confirm);
    expect((await other.submit(`/admin/people/${ana.id}`, {}, confirm)).status).toBe(303);
    expect(await product.db('accounts').where({ person_id: ana.id }).pluck('totp_confirmed_at')).toEqual([null]);
    expect((await mails(product.deps)).map(({ to_address, subject }) => [to_address, subject])).toEqual([
      ['ana@example.org', 'Changed: your second step to sign in (now off)'],
    ]);
    expect((await other.post(confirm, {}, '/account')).status).toBe(409);
  });
});
