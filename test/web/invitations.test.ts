import * as cheerio from 'cheerio';
import { invitationStillDue, type Person } from '../../src/features/accounts';
import { testNow, testProduct, type TestProduct } from '../support/app';
import { signedInAs, visitorBrowser, type Browser } from '../support/browser';
import { aCollaborative } from '../support/builders/seat';
import { aPerson, aPersonAs } from '../support/builders/person';
import { countQueries, emptyTables } from '../support/database';
import { linkIn, mails } from '../support/mailbox';

let product: TestProduct;
let root: Person;
let ana: Person;
let admin: Browser;
let place: string;

beforeAll(async () => {
  product = await testProduct();
});
afterAll(() => product.close());
beforeEach(async () => {
  await emptyTables(product.db);
  product.clock.moveTo(testNow);
  place = (await aCollaborative(product.deps)).id;
  root = await aPersonAs(product.deps, { role: 'administrator' }, { name: 'Ro Admin', email: 'ro@example.org' });
  ana = await aPerson(product.deps, { locale: 'es' });
  admin = await signedInAs(product, root.id);
  await admin.submit(page(), { role: 'staff', collaborative: place }, `${page()}/role`);
});

const page = (): string => `/admin/people/${ana.id}`;
const press = (act: 'sending' | 'taking-back', browser = admin) => browser.post(`${page()}/invitation/${act}`, {}, page());
const shown = async (): Promise<string> =>
  cheerio
    .load((await admin.get(page())).text)('main')
    .text()
    .replace(/\s+/g, ' ');
const invited = async () => (await mails(product.deps)).filter(({ kind }) => kind === 'account.invitation');
const on = async (moment: string): Promise<void> => {
  product.clock.moveTo(moment);
  admin = await signedInAs(product, root.id);
};
const linkOf = (mail: { text: string } | undefined): string => linkIn(mail?.text ?? '', '/sign-in/invitation/');
const opens = async (link: string): Promise<number> => (await visitorBrowser(product).get(link)).status;

describe('an invitation to a role', () => {
  it('stands on the page of the person with when, by whom and until when', async () => {
    expect(await shown()).toContain(
      'Waiting Sent Nov 21, 2026, 12:00 PM Pacific Time by Ro Admin. The link works until Nov 28, 2026, 12:00 PM Pacific Time.',
    );
  });

  it('is sent again with a link of its own, and the link before is dead', async () => {
    const [first] = await invited();
    await on('2026-11-25T20:00:00.000Z');
    expect((await press('sending')).status).toBe(303);
    const [before, again] = await invited();
    expect([before?.subject, again?.subject]).toEqual([first?.subject, first?.subject]);
    expect([await opens(linkOf(first)), await opens(linkOf(again))]).toEqual([400, 303]);
    expect(await shown()).toMatch(/Waiting Sent Nov 25.*until Dec 2.*Sent again, Nov 25.*Sent Nov 21/);
    expect((await product.db('events').orderBy('place', 'desc').first('action'))?.action).toBe('accounts.inviteAgain');
  });

  it('can be sent again when it has run out', async () => {
    await on('2026-12-05T20:00:00.000Z');
    expect(await shown()).toContain('Run out');
    expect((await press('sending')).status).toBe(303);
    expect(await opens(linkOf((await invited())[1]))).toBe(303);
  });

  it('is taken back: the link is dead, the role is over, and the person is told in their language', async () => {
    expect((await press('taking-back')).status).toBe(303);
    expect(await opens(linkOf((await invited())[0]))).toBe(400);
    expect(await product.db('roles').where({ person_id: ana.id }).pluck('ends_on')).toEqual(['2026-11-20']);
    expect((await mails(product.deps)).find(({ kind }) => kind === 'account.invitation_taken_back')?.subject).toBe(
      'Retiramos su invitación',
    );
    expect(await shown()).toContain('Taken back, Nov 21');
    expect([(await press('taking-back')).status, (await press('sending')).status]).toEqual([409, 409]);
  });

  it('does not leave once it is taken back or sent again, if it had not left before', async () => {
    const due = async () => {
      const rows = await product.db('outbox').where({ kind: 'account.invitation' }).orderBy('created_at');
      return Promise.all(rows.map((row) => invitationStillDue['account.invitation']!(product.deps, row)));
    };
    expect(await due()).toEqual([true]);
    await on('2026-11-22T20:00:00.000Z');
    await press('sending');
    expect(await due()).toEqual([false, true]);
    await press('taking-back');
    expect(await due()).toEqual([false, false]);
  });

  it('is accepted by the first sign-in, and nothing is left to send or to take back', async () => {
    const browser = visitorBrowser(product);
    await browser.get(linkOf((await invited())[0]));
    await browser.submit('/sign-in/confirm');
    expect((await product.db('invitations').first('outcome'))?.outcome).toBe('accepted');
    expect(cheerio.load((await admin.get(page())).text)('form[action*="invitation"]').length).toBe(0);
    expect([(await press('taking-back')).status, (await press('sending')).status]).toEqual([409, 409]);
    expect(await product.db('roles').where({ person_id: ana.id }).pluck('ends_on')).toEqual([null]);
  });

  it('is nobody’s to send or to take back but an administrator’s', async () => {
    const staff = await signedInAs(
      product,
      (await aPersonAs(product.deps, { role: 'staff', collaborativeId: place }, { email: 's@example.org' })).id,
    );
    for (const act of ['sending', 'taking-back'] as const)
      expect((await staff.post(`${page()}/invitation/${act}`, {}, '/account')).status).toBe(404);
    expect((await product.db('invitations').first('outcome'))?.outcome).toBeNull();
  });

  it('costs the page no more queries when there are three', async () => {
    await admin.get(page());
    const one = await countQueries(product.db, () => admin.get(page()));
    for (const day of ['23', '24']) {
      await on(`2026-11-${day}T20:00:00.000Z`);
      await press('sending');
    }
    await admin.get(page());
    expect(await countQueries(product.db, () => admin.get(page()))).toBe(one);
  });
});
