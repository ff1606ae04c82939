import { createHash } from 'node:crypto';
import * as cheerio from 'cheerio';
import type { Application } from '../../src/features/applications';
import { insertApplication } from '../../src/features/applications';
import { listEvents } from '../../src/history/events.queries';
import { sweepKeptFiles } from '../../src/kept-files';
import { plusElapsed } from '../../src/lib/time';
import { aPerson, aPersonAs } from '../support/builders/person';
import { aTown, someAnswers, theApplication, type Town } from '../support/builders/application';
import { testNow, testProduct, type TestProduct } from '../support/app';
import { aPart, AttachmentScene } from '../support/attachment-scene';
import { signedInAs, visitorBrowser, type Browser, type Part } from '../support/browser';
import { emptyTables } from '../support/database';
import { aPdf, goodFiles } from '../support/files';
import { linkIn, mails } from '../support/mailbox';

let product: TestProduct;
let scene: AttachmentScene;
let town: Town;
let draft: Application;
let browser: Browser;

const page = '/apply/references';

beforeAll(async () => {
  product = await testProduct();
  scene = new AttachmentScene(product);
});
beforeEach(async () => {
  await emptyTables(product.db);
  await scene.forgetFiles();
  product.clock.moveTo(testNow);
  town = await aTown(product.deps);
  draft = await insertApplication(
    product.deps,
    theApplication({ cycleId: town.cycle.id, constituency: 'families', answers: someAnswers([town.central.id]), addressProvedAt: testNow }),
  );
  browser = await signedInAs(product, null, { applicationIds: [draft.id] });
});
afterAll(() => product.close());

const send = (part: Part | null, pressed = 'add', fields: Record<string, string> = {}, who = browser) =>
  who.upload(page, { do: pressed, ...fields }, part === null ? [] : [part], page);
const rows = () => product.db('application_files').orderBy('added_at');
const shown = async () => cheerio.load((await browser.get(page).expect(200)).text);
const links = async () => {
  const page$ = await shown();
  return page$('.app-form .app-rows a')
    .map((_, link) => page$(link).attr('href') ?? '')
    .get();
};
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

describe('adding files to an application', () => {
  it.each(goodFiles)('takes %s, lists it and gives it back to be saved', async (name, bytes) => {
    const added = await send(aPart({ name, bytes, type: 'text/html' }));
    expect([added.status, added.headers['location']]).toEqual([303, page]);
    const [link = ''] = await links();
    const got = await browser.get(link).expect(200);
    expect(got.headers).toMatchObject({
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'content-disposition': `attachment; filename="${name}"; filename*=UTF-8''${name}`,
    });
    expect(await scene.files()).toEqual({ kept: [sha256(bytes)], incoming: [] });
  });

  it('refuses what is not what its name says, keeps nothing of it and says why beside the field', async () => {
    const refused = await send(aPart({ name: 'letter.pdf', bytes: Buffer.from('<script>alert(1)</script>') }));
    expect(refused.status).toBe(422);
    expect(cheerio.load(refused.text)('.app-error-summary a').attr('href')).toBe('#file');
    expect([await rows(), await scene.files()]).toEqual([[], { kept: [], incoming: [] }]);
  });

  it('asks for a file when none was chosen, and goes on without one', async () => {
    expect((await send(null)).status).toBe(422);
    const next = await send(null, '');
    expect([next.status, next.headers['location']]).toEqual([303, '/apply/demographics']);
  });

  it('adds the chosen file whichever button is pressed', async () => {
    expect((await send(aPart(), '')).headers['location']).toBe('/apply/demographics');
    expect((await rows()).length).toBe(1);
  });

  it('takes five files and no sixth, and the same file once', async () => {
    for (const number of [1, 2, 3, 4, 5, 5]) await send(aPart({ name: `${number}.pdf`, bytes: aPdf(`Letter ${number}`) }));
    expect((await rows()).length).toBe(5);
    expect((await shown())('input[type=file]').length).toBe(0);
    expect((await send(aPart({ name: '6.pdf', bytes: aPdf('Letter 6') }))).status).toBe(422);
    expect((await rows()).length).toBe(5);
  });

  it('takes a file out again, and leaves nothing of it after a day', async () => {
    await send(aPart());
    const [row] = await rows();
    await send(null, `remove:${row!.id}`);
    expect([await rows(), await links()]).toEqual([[], []]);
    product.clock.moveTo(plusElapsed(testNow, { hours: 23 }));
    await sweepKeptFiles(product.deps);
    expect((await scene.files()).kept).toEqual([row!.sha256]);
    product.clock.moveTo(plusElapsed(testNow, { hours: 25 }));
    await sweepKeptFiles(product.deps);
    expect((await scene.files()).kept).toEqual([]);
  });

  it('keeps a file that an application names for as long as it does', async () => {
    await send(aPart());
    product.clock.moveTo(plusElapsed(testNow, { hours: 25 }));
    await sweepKeptFiles(product.deps);
    expect((await scene.files()).kept.length).toBe(1);
  });

  it('writes it in the history without its name', async () => {
    await send(aPart({ name: 'about-ana.pdf' }));
    const events = await listEvents(product.db, { kind: 'application', id: draft.id });
    expect(events.map(({ action }) => action)).toEqual(['applications.attach']);
    expect(JSON.stringify(events)).not.toContain('about-ana');
  });
});

describe('who may add files', () => {
  it('is nobody before the link in the mail was followed: they are told how, and no byte is read', async () => {
    await product.db('applications').update({ address_proved_at: null });
    const told = await shown();
    expect(told('input[type=file]').length).toBe(0);
    expect(told('.app-form .app-notice').text()).toContain('ana@example.org');
    expect((await send(aPart())).status).toBe(403);
    expect([await rows(), await scene.files()]).toEqual([[], { kept: [], incoming: [] }]);
    expect((await browser.submit(page)).headers['location']).toBe('/apply/demographics');
  });

  it('is whoever followed that link, in the browser where it was begun too', async () => {
    await product.db('applications').update({ address_proved_at: null });
    await browser.submit('/apply/resume', { email: 'ana@example.org' }, '/apply/resume');
    const [mail] = await mails(product.deps);
    const link = linkIn(mail!.text, '/apply/resume/');
    const other = visitorBrowser(product);
    await other.get(link).expect(200);
    expect((await shown())('input[type=file]').length).toBe(0);
    await other.submit(link);
    expect((await send(aPart(), 'add', {}, other)).status).toBe(303);
    expect((await shown())('input[type=file]').length).toBe(1);
  });

  it('is not the new owner of a changed address before they follow a link too', async () => {
    await browser.submit('/apply/email', { email: 'new@example.org' });
    expect((await shown())('input[type=file]').length).toBe(0);
  });

  it('is a person who is signed in, for their own application', async () => {
    const ana = await aPerson(product.deps, { name: 'Ana Reyes', email: 'ana@example.org' });
    await product.db('applications').update({ address_proved_at: null, person_id: ana.id });
    expect((await send(aPart(), 'add', {}, await signedInAs(product, ana.id))).status).toBe(303);
  });
});

describe('reading files of an application', () => {
  const submitIt = async () => (await browser.submit('/apply/check', {}, '/apply/submission')).headers['location'];

  it('is for its applicant, and for staff of a collaborative named once it was sent; for nobody else there is none', async () => {
    const sue = await aPersonAs(product.deps, { role: 'staff', collaborativeId: town.central.id }, { email: 'sue@example.org' });
    const sol = await aPersonAs(product.deps, { role: 'staff', collaborativeId: town.south.id }, { email: 'sol@example.org' });
    await send(aPart());
    const [link = ''] = await links();
    const staff = await signedInAs(product, sue.id);
    await staff.get(link).expect(404);
    expect(await submitIt()).toMatch(/confirmation$/);
    await staff.get(link).expect(200);
    await browser.get(link).expect(200);
    await (await signedInAs(product, sol.id)).get(link).expect(404);
    await visitorBrowser(product).get(link).expect(404);
    await browser.get(link.replace(/[^/]+$/, 'other.pdf')).expect(404);
  });

  it('goes on for what an earlier submission named, and ends for what never was sent', async () => {
    await send(aPart());
    await submitIt();
    const status = `/applications/${draft.reference}`;
    await browser.submit(status, {}, `${status}/changes`);
    const [sent] = await rows();
    await send(aPart({ name: 'new.pdf', bytes: aPdf('New') }));
    await send(null, `remove:${sent!.id}`);
    expect((await rows()).map(({ name }) => name)).toEqual(['budget.pdf', 'new.pdf']);
    await submitIt();
    const answers = (await product.db('application_submissions').orderBy('number').pluck('answers')).map(
      (text) => (JSON.parse(text) as { documents?: string[] }).documents,
    );
    expect(answers).toEqual([[sent!.id], [(await rows())[1]!.id]]);
    expect(
      cheerio
        .load((await browser.get(status)).text)('main')
        .text(),
    ).toContain('new.pdf');
  });
});
