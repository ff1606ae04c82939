import * as cheerio from 'cheerio';
import { plusElapsed } from '../../src/lib/time';
import { testNow, testProduct, type TestProduct } from '../support/app';
import { visitorBrowser, signedInAs } from '../support/browser';
import { aTown, type Town } from '../support/builders/application';
import { aPerson } from '../support/builders/person';
import { countQueries, emptyTables } from '../support/database';
import { mails } from '../support/mailbox';

let product: TestProduct;
let town: Town;

beforeAll(async () => {
  product = await testProduct();
});
beforeEach(async () => {
  await emptyTables(product.db);
  product.clock.moveTo(testNow);
  town = await aTown(product.deps);
});
afterAll(() => product.close());

const visitor = () => visitorBrowser(product);
const page = async (address: string) => {
  const answer = await visitor().get(address);
  return { status: answer.status, headers: answer.headers, $: cheerio.load(answer.text), text: answer.text };
};
const closeCycle = () => product.db('cycles').update({ status: 'closed' });

describe('a flyer', () => {
  it.each([
    ['en', 'Help shape the schools near you', '1 seat is open', 'Families'],
    ['es', 'Ayude a mejorar las escuelas de su zona', 'Hay 1 lugar disponible', 'Familias'],
  ])('says in %s which seats are open, by when, and where to get help', async (lang, title, seats, who) => {
    const { status, $ } = await page(`/central/flyer?lang=${lang}`);
    expect([status, $('h2').text(), $('.app-flyer__seats h3').text()]).toEqual([200, title, seats]);
    expect($('.app-flyer__seats li').text()).toContain(who);
    expect($('.app-flyer__help').text()).toContain(town.central.contactEmail);
    expect([$('.app-flyer__address').text(), $('.app-flyer img').attr('src')]).toEqual([
      `127.0.0.1/a/central/${lang}`,
      `/central/flyer/${lang}/qr.svg`,
    ]);
  });

  it('has one side in each language, marked as such', async () => {
    const { $ } = await page('/central/flyer/both');
    expect(
      $('.app-sheet')
        .map((_, sheet) => $(sheet).attr('lang'))
        .get(),
    ).toEqual(['en', 'es']);
  });

  it('carries its code as a picture of our own', async () => {
    const answer = await visitor().get('/central/flyer/es/qr.svg').buffer(true);
    expect([answer.status, answer.headers['content-type']]).toEqual([200, 'image/svg+xml; charset=utf-8']);
    expect(String(answer.body)).toContain('<svg');
    expect((await visitor().get('/central/flyer/xx/qr.svg')).status).toBe(404);
  });

  it('may stay in caches for a visitor, and never for somebody signed in', async () => {
    expect((await page('/central/flyer')).headers['cache-control']).toBe('public, max-age=300');
    expect((await page('/central/flyer')).headers['set-cookie']).toBeUndefined();
    const person = await aPerson(product.deps, { name: 'Ana', email: 'ana@example.org' });
    expect((await (await signedInAs(product, person.id)).get('/central/flyer')).headers['cache-control']).toBe('no-store');
  });

  it('takes as many queries for many seats as for one', async () => {
    const one = await countQueries(product.db, () => visitor().get('/central/flyer'));
    await product.db('seats').update({ code: product.db.raw("code || 'x'") as never });
    expect(await countQueries(product.db, () => visitor().get('/central/flyer'))).toBe(one);
  });

  it.each(['/central/flyer', '/central/flyer/both', '/central/share', '/central/join', '/central/invitation'])(
    '%s says what to do next while nothing is open',
    async (address) => {
      await closeCycle();
      const { status, $ } = await page(address);
      expect([status, $('h1').text()]).toEqual([404, 'Central: no seat is open now']);
      expect(
        $('main a')
          .map((_, link) => $(link).attr('href'))
          .get(),
      ).toEqual(['/help?c=central', '/apply', '/central']);
    },
  );

  it('is none of a collaborative that does not exist', async () => {
    expect((await page('/nowhere/flyer')).status).toBe(404);
  });
});

describe('the code of a flyer', () => {
  it('leads in its language to one button, and the application begins with that collaborative and knows the flyer', async () => {
    const browser = visitor();
    const scanned = await browser.get('/a/south/es');
    expect([scanned.status, scanned.headers['location']]).toEqual([302, '/south/join?lang=es&from=flyer']);
    const begun = await browser.submit('/south/join?lang=es&from=flyer', {}, '/south/join');
    expect([begun.status, begun.headers['location']]).toEqual([303, '/apply']);
    expect(
      cheerio
        .load((await browser.get('/apply')).text)('html')
        .attr('lang'),
    ).toBe('es');
    await browser.submit('/apply/email?cycle=2027-spring', { email: 'rosa@example.org', shown_at: '2026-11-21T19:00:00.000Z' });
    const [application] = await product.db('applications');
    expect([application?.locale, JSON.parse(application?.answers ?? '{}')]).toEqual([
      'es',
      { email: 'rosa@example.org', collaboratives: [town.south.id] },
    ]);
    expect(await product.db('application_sources')).toEqual([
      { application_id: application?.id, source: 'flyer', collaborative_id: town.south.id },
    ]);
  });

  it('notes nothing for somebody who comes by themselves', async () => {
    await visitor().submit('/apply/email?cycle=2027-spring', { email: 'rosa@example.org', shown_at: '2026-11-21T19:00:00.000Z' });
    expect(await product.db('application_sources')).toEqual([]);
  });

  it('is not misled by a forged cookie', async () => {
    const browser = visitor();
    browser.setCookie('apply_from', 'nowhere.flyer');
    await browser.submit('/apply/email?cycle=2027-spring', { email: 'rosa@example.org', shown_at: '2026-11-21T19:00:00.000Z' });
    expect(await product.db('applications').count({ n: '*' })).toEqual([{ n: 1 }]);
    expect(await product.db('application_sources')).toEqual([]);
  });
});

describe('the share page', () => {
  it('has ready words in both languages and plain links that carry them', async () => {
    const { $ } = await page('/central/share?lang=en');
    expect(
      $('section[lang]')
        .map((_, section) => $(section).attr('lang'))
        .get(),
    ).toEqual(['en', 'es']);
    const links = $('section[lang="es"] a')
      .map((_, link) => $(link).attr('href'))
      .get();
    expect(links.map((href) => href.split(/[:?]/)[0])).toEqual(['mailto', 'https', 'sms']);
    const url = encodeURIComponent('http://127.0.0.1/central/join?lang=es&from=share');
    expect(links.every((href) => href.includes(url))).toBe(true);
    expect($('main img').length).toBe(0);
  });
});

describe('an invitation', () => {
  const wanted = { from: 'Luz Ortiz', email: 'rosa@example.org', language: 'es', note: 'Pensé en ti.' };
  const invite = async (fields: Partial<typeof wanted> & Record<string, string> = {}, browser = visitor()) => {
    const opened = await browser.get('/central/invitation');
    const shownAt = cheerio.load(opened.text)('input[name="shown_at"]').attr('value') ?? '';
    product.clock.moveTo(plusElapsed(product.clock.now(), { seconds: 4 }));
    return browser.submit('/central/invitation', { ...wanted, shown_at: shownAt, ...fields }, '/central/invitation');
  };
  const sent = () => mails(product.deps, 'outreach.invitation');

  it('is one mail in the language chosen, with who sent it, the note and one link', async () => {
    const answer = await invite();
    expect([answer.status, answer.headers['location']]).toEqual([303, '/central/invitation/sent']);
    const [mail, ...others] = await sent();
    expect([others.length, mail?.to_address, mail?.locale, mail?.person_id]).toEqual([0, 'rosa@example.org', 'es', null]);
    expect(mail?.text).toContain('Luz Ortiz piensa que usted');
    expect(mail?.text).toContain('«Pensé en ti.»');
    expect(mail?.text).toContain('No sabemos quién es Luz Ortiz');
    expect(mail?.text).toContain('http://127.0.0.1/central/join?lang=es&from=invitation');
  });

  it('keeps nothing of the person invited beside the mail', async () => {
    await invite();
    expect(await product.db('people').count({ n: '*' })).toEqual([{ n: 0 }]);
    const events = JSON.stringify(await product.db('events'));
    expect(events).toContain('outreach.invite');
    expect(events).not.toContain('rosa@example.org');
  });

  it('names the account of somebody signed in, whatever the form says', async () => {
    const { id } = await aPerson(product.deps, { name: 'Mia Member', email: 'mia@example.org' });
    await invite({ from: 'The Superintendent' }, await signedInAs(product, id));
    const [mail] = await sent();
    expect(mail?.text).toContain('Mia Member');
    expect(mail?.text).not.toContain('Superintendent');
  });

  it('carries no link but ours and no HTML of the sender', async () => {
    await invite({ from: 'Luz www.evil.example', note: '<a href="https://evil.example/x">click</a> bad@evil.example' });
    const [mail] = await sent();
    expect(`${mail?.html} ${mail?.text}`).not.toMatch(/evil\.example|<a href="https:\/\/evil/);
  });

  it('goes once from one sender to one address', async () => {
    await invite();
    await invite();
    expect((await sent()).length).toBe(1);
  });

  it('goes to an address three times a day at most, whoever asks', async () => {
    for (const from of ['A', 'B', 'C']) expect((await invite({ from })).status).toBe(303);
    expect((await invite({ from: 'D' })).status).toBe(429);
    expect((await sent()).length).toBe(3);
  });

  it('goes to ten an hour from one account', async () => {
    const { id } = await aPerson(product.deps, { name: 'Mia Member', email: 'mia@example.org' });
    const browser = await signedInAs(product, id);
    for (let i = 0; i < 10; i += 1) expect((await invite({ email: `p${String(i)}@example.org` }, browser)).status).toBe(303);
    expect((await invite({ email: 'p10@example.org' }, browser)).status).toBe(429);
  });

  it('keeps the words when something is missing or too long', async () => {
    const answer = await invite({ email: 'a@example.org, b@example.org', note: 'x'.repeat(301) });
    const $ = cheerio.load(answer.text);
    expect([answer.status, $('#email').val(), String($('#note').val()).length]).toEqual([422, 'a@example.org, b@example.org', 301]);
    expect((await sent()).length).toBe(0);
    expect((await invite({ note: 'x'.repeat(300) })).status).toBe(303);
  });

  it('is refused to a program that fills in everything, or at once', async () => {
    expect((await invite({ website: 'https://spam.example' })).status).toBe(303);
    expect((await visitor().submit('/central/invitation', wanted, '/central/invitation')).status).toBe(422);
    expect((await sent()).length).toBe(0);
  });

  it('never comes again once its reader has pressed the button; looking alone stops nothing', async () => {
    await invite();
    const [mail] = await sent();
    const stop = new URL(mail?.leaveUrl ?? '');
    const address = stop.pathname + stop.search;
    expect((await visitor().get(address)).status).toBe(200);
    expect(await product.db('invitation_stops')).toEqual([]);
    expect((await visitor().postBare(stop.pathname, { 'List-Unsubscribe': 'One-Click' })).status).toBe(200);
    expect((await visitor().postBare(stop.pathname)).status).toBe(200);
    expect((await invite({ from: 'Somebody Else' })).status).toBe(303);
    expect((await sent()).length).toBe(1);
    expect(JSON.stringify(await product.db('invitation_stops'))).not.toContain('rosa@example.org');
  });
});
