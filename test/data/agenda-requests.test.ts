import * as cheerio from 'cheerio';
import { forgetLapsedRequests } from '../../src/features/agenda-requests';
import { scanReminders } from '../../src/features/messages';
import { deliverDue } from '../../src/mail/deliver';
import { mailboxTransport } from '../../src/mail/transport';
import { AgendaScene, mainText } from '../support/agenda-scene';
import { testProduct, type TestProduct } from '../support/app';
import { visitorBrowser } from '../support/browser';
import { onEachEngine } from '../support/database';
import { linkIn, mails } from '../support/mailbox';
import { stillDue } from '../../src/worker-tasks';

const page = '/central/agenda/by-mail';

onEachEngine((engine) => {
  let product: TestProduct;
  let scene: AgendaScene;

  beforeAll(async () => {
    product = await testProduct({ engine });
    scene = new AgendaScene(product);
  });
  afterAll(() => product.close());
  beforeEach(() => scene.begin());

  const rows = () => product.db('agenda_requests').orderBy('email').select('email', 'locale', 'lapses_on');
  const pathOf = (address: string | null) => String(address).replace(/^https?:\/\/[^/]+/, '');

  async function ask(email: string, query = ''): Promise<string> {
    const sent = await visitorBrowser(product).submit(page + query, { email }, page);
    expect([sent.status, sent.headers['location']]).toEqual([303, `${page}/sent`]);
    const mail = (await mails(product.deps, 'agendaRequest.confirm')).at(-1);
    return linkIn(mail!.text, '/agenda-requests/confirm/');
  }

  async function request(email: string): Promise<void> {
    const link = await ask(email);
    await visitorBrowser(product).postBare(link, {}).expect(200);
  }

  const asked = async () => (await mails(product.deps, 'agenda.askedFor')).map(({ to_address: address }) => address);

  describe('asking for agendas by mail', () => {
    it('takes an address and nothing else, and keeps nothing until its link was pressed', async () => {
      const link = await ask('zoe@example.org');
      expect(await rows()).toEqual([]);
      await visitorBrowser(product).get(link).expect(200);
      expect(await rows()).toEqual([]);
      const done = await visitorBrowser(product).postBare(link, {}).expect(200);
      expect(mainText(done.text)).toContain('Done: the agendas will come');
      await visitorBrowser(product).postBare(link, {}).expect(200);
      expect(await rows()).toEqual([{ email: 'zoe@example.org', locale: 'en', lapses_on: '2026-12-31' }]);
    });

    it('keeps the words of a faulty address, and writes to nobody for a program that fills in all', async () => {
      const faulty = await visitorBrowser(product).submit(page, { email: 'zoe' }, page);
      expect([faulty.status, cheerio.load(faulty.text)('[name=email]').attr('value')]).toEqual([422, 'zoe']);
      const robot = await visitorBrowser(product).submit(page, { email: 'zoe@example.org', website: 'https://example.org' }, page);
      expect([robot.status, await mails(product.deps)]).toEqual([303, []]);
    });

    it('asks one address three times an hour at most', async () => {
      for (let time = 1; time <= 3; time += 1) await ask('zoe@example.org');
      expect((await visitorBrowser(product).submit(page, { email: 'zoe@example.org' }, page)).status).toBe(429);
    });

    it('refuses a link after seven days, another link, and words that are no link', async () => {
      const link = await ask('zoe@example.org');
      product.clock.moveTo('2026-11-28T20:00:00.000Z');
      for (const address of [link, link.replace('confirm', 'leave'), '/agenda-requests/confirm/abc', '/agenda-requests/renewal/abc'])
        for (const answer of [await visitorBrowser(product).get(address), await visitorBrowser(product).postBare(address, {})])
          expect([address, answer.status]).toEqual([address, 404]);
      expect(await rows()).toEqual([]);
    });
  });

  describe('a posting', () => {
    it('goes to who asked, once for each version, in the same transaction, with a leave in one click', async () => {
      await request('zoe@example.org');
      await scene.before(80);
      await scene.post(scene.chair);
      const [mail] = await mails(product.deps, 'agenda.askedFor');
      expect([mail!.to_address, mail!.subject, mail!.calendar?.method]).toEqual([
        'zoe@example.org',
        'Agenda for December 3, 2026: December meeting',
        'PUBLISH',
      ]);
      expect(mail!.text.replace(/\s+/g, ' ')).toContain('You get this because you asked for the agendas of the Local District Central Collaborative.');
      await scene.add('Budget');
      await scene.post(scene.chair);
      expect(await asked()).toEqual(['zoe@example.org', 'zoe@example.org']);

      const leave = pathOf(mail!.leaveUrl);
      await visitorBrowser(product).get(leave).expect(200);
      expect((await rows()).length).toBe(1);
      await visitorBrowser(product).postBare(leave, { 'List-Unsubscribe': 'One-Click' }).expect(200);
      await visitorBrowser(product).postBare(leave, {}).expect(200);
      expect(await rows()).toEqual([]);
      await scene.add('Libraries');
      await scene.post(scene.chair);
      expect((await asked()).length).toBe(2);
    });

    it('goes to no member twice, to no other collaborative and to nobody whose request lapsed', async () => {
      for (const email of ['bo@example.org', 'zoe@example.org', 'old@example.org']) await request(email);
      const south = await product.db('collaboratives').where({ slug: 'south' }).first('id');
      await product.db('agenda_requests').where({ email: 'zoe@example.org' }).update({ collaborative_id: south!.id });
      await product.db('agenda_requests').where({ email: 'old@example.org' }).update({ lapses_on: '2025-12-31' });
      await scene.before(80);
      await scene.post(scene.chair);
      expect([await asked(), (await mails(product.deps, 'agenda.posted')).length]).toEqual([[], 2]);
    });

    it('is not sent any more to who left while it was on its way', async () => {
      await request('zoe@example.org');
      await scene.before(80);
      await scene.post(scene.chair);
      await product.db('agenda_requests').delete();
      await deliverDue(product.deps, mailboxTransport, { limit: 10, stillDue });
      expect(await product.db('outbox').where({ kind: 'agenda.askedFor' }).pluck('status')).not.toContain('sent');
    });
  });

  describe('the end of the year', () => {
    const renewalOf = async () => linkIn((await mails(product.deps, 'agendaRequest.lapses'))[0]!.text, '/agenda-requests/renewal/');
    const scanAt = async (moment: string) => {
      product.clock.moveTo(moment);
      await scanReminders(product.deps);
      return (await mails(product.deps, 'agendaRequest.lapses')).length;
    };

    it('is told on 1 December once, and one press renews for a year', async () => {
      await request('zoe@example.org');
      expect(await scanAt('2026-12-01T16:59:59.999Z')).toBe(0);
      expect(await scanAt('2026-12-01T17:00:00.000Z')).toBe(1);
      expect(await scanAt('2026-12-02T17:00:00.000Z')).toBe(1);
      const link = await renewalOf();
      await visitorBrowser(product).get(link).expect(200);
      expect((await rows())[0]!.lapses_on).toBe('2026-12-31');
      for (let press = 1; press <= 2; press += 1) await visitorBrowser(product).postBare(link, {}).expect(200);
      expect((await rows())[0]!.lapses_on).toBe('2027-12-31');
    });

    it('forgets the address a month after nobody renewed, and says so to a late press', async () => {
      await request('zoe@example.org');
      await scanAt('2026-12-01T17:00:00.000Z');
      const link = await renewalOf();
      for (const [moment, left] of [['2027-01-31T20:00:00.000Z', 1], ['2027-02-01T20:00:00.000Z', 0]] as const) {
        product.clock.moveTo(moment);
        await forgetLapsedRequests(product.deps);
        expect((await rows()).length).toBe(left);
      }
      expect(mainText((await visitorBrowser(product).postBare(link, {}).expect(200)).text)).toContain('There is nothing to renew');
    });
  });
});
