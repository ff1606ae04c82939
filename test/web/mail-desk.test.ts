import * as cheerio from 'cheerio';
import { insertPerson, insertRole } from '../../src/features/accounts';
import { listEvents } from '../../src/history/events.queries';
import type { RoleName } from '../../src/lib/actor';
import { plusElapsed } from '../../src/lib/time';
import type { OutboxRow } from '../../src/mail/tables';
import type { Email } from '../../src/mail/email';
import { queueEmail } from '../../src/mail/queue-email';
import { suppress } from '../../src/mail/suppressions.queries';
import { findPause, pauseMail, saveBeat } from '../../src/mail/worker-state.queries';
import { testProduct, type TestProduct } from '../support/app';
import { signedInAs, visitorBrowser, type Browser } from '../support/browser';
import { anEmail } from '../support/builders/email';
import { countQueries, emptyTables } from '../support/database';
import { theSix } from '../support/public-scene';

let product: TestProduct;

beforeAll(async () => {
  product = await testProduct();
});
beforeEach(async () => {
  await emptyTables(product.db);
  await saveBeat(product.db, product.clock.now());
});
afterAll(() => product.close());

async function someone(role: RoleName | null, collaborativeId: string | null = null): Promise<Browser> {
  const { id } = await insertPerson(product.deps, { name: role ?? 'nobody', email: `${role ?? 'nobody'}@example.org` });
  if (role !== null) await insertRole(product.deps, { personId: id, role, collaborativeId });
  return signedInAs(product, id);
}

async function troubled(key: string, row: Partial<OutboxRow>, given: Partial<Email> = {}): Promise<string> {
  await queueEmail(product.deps, anEmail(key, given));
  const problem = row.status === 'held' ? 'unknown' : 'refused';
  const { id } = (await product.db('outbox').where('dedupe_key', `test.letter:${key}`).first())!;
  await product
    .db('outbox')
    .where({ id })
    .update({ problem, finished_at: product.clock.now(), ...row });
  return id;
}

async function page(browser: Browser, address = '/admin/mail') {
  const answer = await browser.get(address);
  const $ = cheerio.load(answer.text);
  const texts = (selector: string) =>
    $(selector)
      .map((_, element) => $(element).text().replace(/\s+/g, ' ').trim())
      .get();
  return { status: answer.status, text: answer.text, $, texts };
}

const row = (id: string) => product.db('outbox').where({ id }).first();
const events = async (kind: string, id: string) =>
  (await listEvents(product.db, { kind, id })).map(({ action, capacity, details }) => [action, capacity, JSON.parse(details!) as unknown]);

describe('the mail desk', () => {
  it('is the administrators’ alone, in both languages', async () => {
    const central = await theSix(product.deps);
    const id = await troubled('1', { status: 'held' });
    const others = [await someone('staff', central.id), await someone('approver', central.id), await someone(null)];
    for (const address of ['/admin/mail', `/admin/mail/${id}/resending`]) {
      expect(await Promise.all(others.map(async (browser) => (await browser.get(address)).status))).toEqual([404, 404, 404]);
      expect((await visitorBrowser(product).get(address)).headers['location']).toBe(`/sign-in?next=${encodeURIComponent(address)}`);
    }
    for (const act of [`${id}/arrival`, `${id}/resending`, 'pause', 'resumption'])
      expect((await others[0]!.post(`/admin/mail/${act}`, { reason: 'x' })).status).toBe(404);
    expect([(await row(id))?.status, await findPause(product.db)]).toEqual(['held', null]);
    const admin = await someone('administrator');
    expect((await page(admin, '/admin')).$('a[href="/admin/mail"]').text()).toBe('Mail');
    expect((await page(admin, '/admin/mail?lang=es')).texts('h1, main h2')).toEqual([
      'Correo',
      'Entrega desconocida: casi siempre ha llegado',
      'Poner en pausa todo el envío',
    ]);
  });

  it('gives the numbers, and says that all is well', async () => {
    await troubled('1', { status: 'held' });
    await troubled('2', { status: 'failed' });
    await troubled('3', { status: 'failed' });
    await queueEmail(product.deps, anEmail('4'));
    await product
      .db('outbox')
      .where('status', 'queued')
      .update({ due_at: plusElapsed(product.clock.now(), { hours: -3 }) });
    const { texts } = await page(await someone('administrator'));
    expect(texts('.app-stats li')).toEqual(['1queued', '1held: delivery unknown', '2failed', '3 hourslongest wait past its time']);
    expect([texts('.app-notice'), texts('main dd')]).toEqual([[], ['Running. Last sign of life 1 second ago.', 'On.']]);
  });

  it('is red once the worker is silent for over two minutes', async () => {
    const admin = await someone('administrator');
    const beatAgo = async (milliseconds: number) => {
      await saveBeat(product.db, plusElapsed(product.clock.now(), { milliseconds: -milliseconds }));
      return (await page(admin)).texts('.app-notice--danger');
    };
    const red = (says: string) => [`The mail worker is not running. Tell whoever runs the server. ${says}`];
    expect(await beatAgo(120_000)).toEqual([]);
    expect(await beatAgo(120_001)).toEqual(
      red('Not running. Last sign of life 2 minutes ago. No mail goes out and no date is acted on until it runs again.'),
    );
    await product.db('worker_state').delete();
    expect((await page(admin)).texts('.app-notice--danger')).toEqual(
      red('Has never run. No mail goes out and no date is acted on until it runs.'),
    );
  });

  it('lists what is held and what failed, without text or address', async () => {
    await troubled('1', { status: 'held' });
    await troubled('2', { status: 'failed', reply: '550 <ana.2@example.org> unknown' });
    const admin = await someone('administrator');
    const held = await page(admin);
    const failed = await page(admin, '/admin/mail?show=failed');
    const cells = 'tbody td:nth-child(n+2), tbody th';
    expect(held.texts(cells)).toEqual([
      'Ana Reyes',
      'Letter 1 Something else · test.letter',
      'Handed over; no answer came.',
      'It arrived Ana Reyes Send again Ana Reyes',
    ]);
    expect(failed.texts(cells)).toEqual([
      'Ana Reyes',
      'Letter 2 Something else · test.letter',
      'The mail server refused it. 550 <…> unknown',
      'Send again Ana Reyes',
    ]);
    expect([held, failed].map(({ text }) => /ana\.\d@|Please answer/.test(text))).toEqual([false, false]);
  });

  it('offers to send again only what may be of use', async () => {
    const now = product.clock.now();
    await troubled('1', { status: 'failed' }, { whenUnknown: 'drop' });
    await troubled('2', { status: 'failed', expires_at: now });
    await suppress(product.db, 'ana.3@example.org', { reason: 'refused', outboxId: null, at: now });
    const flagged = await troubled('3', { status: 'failed' }, { to: { ...anEmail().to, address: 'Ana.3@example.org' } });
    await product
      .db('outbox_bodies')
      .where('outbox_id', await troubled('4', { status: 'failed' }))
      .delete();
    const admin = await someone('administrator');
    const { texts } = await page(admin, '/admin/mail?show=failed');
    expect(texts('tbody td:last-child').sort()).toEqual([
      'Cannot be sent again: its link is of no use any more. The person can ask for a new one.',
      'Cannot be sent again: its text is no longer kept here.',
      'Cannot be sent again: its time is over.',
      'Cannot be sent again: mail to this address is refused. Ask the person for another one.',
    ]);
    expect((await admin.get(`/admin/mail/${flagged}/resending`)).status).toBe(409);
    expect((await admin.post(`/admin/mail/${flagged}/resending`, { reason: 'x' })).status).toBe(409);
  });

  it('turns pages', async () => {
    for (let key = 1; key <= 51; key += 1) await troubled(String(key), { status: 'failed' });
    const admin = await someone('administrator');
    const first = await page(admin, '/admin/mail?show=failed');
    const next = first.$('a[rel="next"]').attr('href')!;
    const second = await page(admin, next);
    const subjects = [...first.texts('tbody bdi'), ...second.texts('tbody bdi')].filter((text) => text.startsWith('Letter'));
    expect([new Set(subjects).size, second.texts('tbody tr').length, second.$('a[rel="next"]').length]).toEqual([51, 1, 0]);
  });

  it('asks the same of the database with one row or three', async () => {
    const admin = await someone('administrator');
    await pauseMail(product.db, 'by-hand', product.clock.now());
    await troubled('1', { status: 'held' });
    await admin.get('/admin/mail');
    const one = await countQueries(product.db, () => admin.get('/admin/mail'));
    await troubled('2', { status: 'held' });
    await troubled('3', { status: 'held' });
    expect(await countQueries(product.db, () => admin.get('/admin/mail'))).toBe(one);
  });
});

describe('an administrator', () => {
  it('confirms that a held mail arrived, once', async () => {
    const id = await troubled('1', { status: 'held' });
    const admin = await someone('administrator');
    const answers = [
      await admin.submit('/admin/mail', {}, `/admin/mail/${id}/arrival`),
      await admin.post(`/admin/mail/${id}/arrival`),
      await admin.post('/admin/mail/none/arrival'),
    ];
    expect(answers.map(({ status }) => status)).toEqual([303, 409, 404]);
    expect([(await row(id))?.status, await events('mail', id)]).toEqual([
      'sent',
      [['messages.confirmArrival', 'administrator', { before: { status: 'held' }, after: { status: 'sent' } }]],
    ]);
  });

  it('does not confirm what the server said has failed', async () => {
    const id = await troubled('1', { status: 'failed' });
    expect((await (await someone('administrator')).post(`/admin/mail/${id}/arrival`)).status).toBe(409);
    expect([(await row(id))?.status, await events('mail', id)]).toEqual(['failed', []]);
  });

  it.each(['held', 'failed'] as const)('sends a %s mail again once, after a question and for a reason', async (status) => {
    const id = await troubled('1', { status });
    const address = `/admin/mail/${id}/resending`;
    const admin = await someone('administrator');
    expect((await page(admin, address)).texts('h1, main dd').slice(0, 3)).toEqual(['Send this mail again?', 'Ana Reyes', 'Letter 1']);
    const blank = await admin.submit(address, { reason: '  ' });
    expect([blank.status, cheerio.load(blank.text)('#reason-error').text(), (await row(id))?.status]).toEqual([
      422,
      'Error: Fill this in',
      status,
    ]);
    const reason = 'The family says it did not come.';
    const both = await Promise.all([admin.post(address, { reason }, '/help'), admin.post(address, { reason }, '/help')]);
    expect(both.map((answer) => answer.status).sort()).toEqual([303, 409]);
    expect((await admin.get(address)).status).toBe(409);
    expect([(await row(id))?.status, await events('mail', id)]).toEqual([
      'queued',
      [['messages.sendAgain', 'administrator', { before: { status }, after: { status: 'queued', reason } }]],
    ]);
  });

  it('pauses and resumes, each once and for a reason', async () => {
    const admin = await someone('administrator');
    expect((await admin.submit('/admin/mail', { reason: '' })).status).toBe(422);
    const pausing = [
      await admin.submit('/admin/mail', { reason: 'The server moves.' }),
      await admin.post('/admin/mail/pause', { reason: 'x' }),
    ];
    expect(pausing.map(({ status }) => status)).toEqual([303, 409]);
    const shown = await page(admin);
    expect([shown.texts('.app-notice--warning p:first-child'), shown.texts('main dd')[1]]).toEqual([
      ['Sending is paused: mail waits in the queue'],
      'Paused since Saturday, November 21, 2026, 12:00 PM Pacific Time by administrator: The server moves.',
    ]);
    const resuming = [
      await admin.submit('/admin/mail', { reason: 'It moved.' }),
      await admin.post('/admin/mail/resumption', { reason: 'x' }),
    ];
    expect(resuming.map(({ status }) => status)).toEqual([303, 409]);
    expect([await findPause(product.db), await events('mail_desk', 'sending')]).toEqual([
      null,
      [
        ['messages.pauseMail', 'administrator', { before: null, after: { reason: 'The server moves.' } }],
        ['messages.resumeMail', 'administrator', { before: { pause: 'by-hand' }, after: { reason: 'It moved.' } }],
      ],
    ]);
  });

  it.each(['restored', 'failing', 'sign-in-refused'] as const)('is told why sending stopped by itself: %s', async (reason) => {
    await pauseMail(product.db, reason, product.clock.now());
    const { texts } = await page(await someone('administrator'));
    const why = {
      restored: 'The database was restored from a backup.',
      failing: 'Fifty mails in a row failed or went unanswered.',
      'sign-in-refused': 'The mail server refused our sign-in five times in a row.',
    };
    expect(texts('main dd')[1]).toBe(`Paused since Saturday, November 21, 2026, 12:00 PM Pacific Time. ${why[reason]}`);
  });
});
