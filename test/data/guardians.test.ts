import * as cheerio from 'cheerio';
import type { Application } from '../../src/features/applications';
import { listWithoutConsent } from '../../src/features/guardians';
import { remindersStillDue, scanReminders } from '../../src/features/messages';
import { deliverDue } from '../../src/mail/deliver';
import { mailboxTransport } from '../../src/mail/transport';
import { aPersonAs } from '../support/builders/person';
import { aSentApplication, aTown, someAnswers, type Town } from '../support/builders/application';
import { testProduct, type TestProduct } from '../support/app';
import { signedInAs, visitorBrowser } from '../support/browser';
import { emptyTables, onEachEngine } from '../support/database';
import { linkIn, mails } from '../support/mailbox';

onEachEngine((engine) => {
  let product: TestProduct;
  let town: Town;
  let student: Application;

  const now = '2026-11-21T20:00:00.000Z';

  beforeAll(async () => {
    product = await testProduct({ engine });
  });
  afterAll(() => product.close());
  beforeEach(async () => {
    await emptyTables(product.db);
    product.clock.moveTo(now);
    town = await aTown(product.deps);
    student = await send({ constituency: 'students', guardian_name: 'Gil Reyes', guardian_email: 'gil@example.org', language: 'es' });
  });

  const send = (given: Record<string, string>, email = 'ana@example.org') =>
    aSentApplication(product.deps, town.cycle, someAnswers([town.central.id], { age: '14_to_17', email, ...given }), { submittedAt: now });
  const told = () => mails(product.deps, 'guardian.ask');
  const link = async () => {
    await scanReminders(product.deps);
    return linkIn((await told())[0]!.text, '/guardian/');
  };
  const waiting = async () => [...(await listWithoutConsent(product.db, [student.id]))];

  it('is asked of the guardian once, in the language of the application', async () => {
    await scanReminders(product.deps);
    await scanReminders(product.deps);
    const [mail, ...others] = await told();
    expect([mail!.to_address, mail!.locale, others]).toEqual(['gil@example.org', 'es', []]);
  });

  it('is asked of nobody for other seats, and on paper where there is no address', async () => {
    await product.db('applications').delete().where({ id: 'none' });
    const family = await send({ constituency: 'families' }, 'fa@example.org');
    const onPaper = await send({ constituency: 'students', guardian_email: '' }, 'pa@example.org');
    await scanReminders(product.deps);
    expect((await told()).map(({ about_id }) => about_id)).toEqual([student.id]);
    expect([...(await listWithoutConsent(product.db, [family.id, onPaper.id]))]).toEqual([onPaper.id]);
  });

  it('is not asked any more once it is answered or the application is taken back', async () => {
    await scanReminders(product.deps);
    await product.db('applications').update({ status: 'withdrawn' });
    await deliverDue(product.deps, mailboxTransport, { limit: 10, stillDue: remindersStillDue });
    expect(await product.db('outbox').pluck('status')).toEqual(['cancelled']);
  });

  it('is given by a link that a mail program may open as often as it likes; only the button answers', async () => {
    const address = await link();
    await visitorBrowser(product).get(address).expect(200);
    expect(await waiting()).toEqual([student.id]);
    const browser = visitorBrowser(product);
    expect((await browser.submit(address, { name: 'Gil Reyes', do: 'give' })).status).toBe(303);
    expect(await waiting()).toEqual([]);
    expect(await product.db('guardian_consents').select('answer', 'method', 'name', 'recorded_by')).toEqual([
      { answer: 'given', method: 'link', name: 'Gil Reyes', recorded_by: null },
    ]);
    expect(await product.db('events').where({ subject_id: student.id }).pluck('action')).toEqual(['guardian.agree']);
  });

  it('may be refused, and said otherwise later by the same link', async () => {
    const address = await link();
    const browser = visitorBrowser(product);
    await browser.submit(address, { name: 'Gil Reyes', do: 'refuse' });
    expect(await waiting()).toEqual([student.id]);
    await browser.submit(address, { name: 'Gil Reyes', do: 'give' });
    expect(await waiting()).toEqual([]);
  });

  it('needs a name, and shows nothing but the name of the student', async () => {
    const address = await link();
    const refused = await visitorBrowser(product).submit(address, { name: '' });
    expect([refused.status, cheerio.load(refused.text)('.app-error-summary a').attr('href')]).toEqual([422, '#name']);
    const page = (await visitorBrowser(product).get(address)).text;
    expect([page.includes('Ana Reyes'), page.includes('213 555'), page.includes(student.reference)]).toEqual([true, false, false]);
    await visitorBrowser(product).get(`/guardian/${'a'.repeat(43)}`).expect(404);
  });

  it('is written down by staff of the collaborative who hold the paper; for others there is no such page', async () => {
    const page = `/staff/applications/${student.reference}/guardian`;
    const sue = await aPersonAs(product.deps, { role: 'staff', collaborativeId: town.central.id }, { email: 'sue@example.org' });
    const sol = await aPersonAs(product.deps, { role: 'staff', collaborativeId: town.south.id }, { email: 'sol@example.org' });
    await (await signedInAs(product, sol.id)).get(page).expect(404);
    expect((await (await signedInAs(product, sue.id)).submit(page, { name: 'Gil Reyes' })).status).toBe(303);
    expect(await product.db('guardian_consents').pluck('recorded_by')).toEqual([sue.id]);
    expect(await waiting()).toEqual([]);
  });

  it('is asked of staff from the page of a student alone; an application of another kind says so', async () => {
    const family = await send({ constituency: 'families' }, 'fa@example.org');
    const sue = await aPersonAs(product.deps, { role: 'staff', collaborativeId: town.central.id }, { email: 'sue@example.org' });
    const browser = await signedInAs(product, sue.id);
    const linked = async (reference: string) =>
      cheerio.load((await browser.get(`/staff/applications/${reference}`)).text)(`main a[href="/staff/applications/${reference}/guardian"]`).length;
    expect([await linked(student.reference), await linked(family.reference)]).toEqual([1, 0]);
    const page = `/staff/applications/${family.reference}/guardian`;
    expect((await browser.get(page)).status).toBe(409);
    expect((await browser.post(page, { name: 'Gil Reyes' }, page)).status).toBe(409);
    expect(await product.db('guardian_consents')).toEqual([]);
  });

  it('stands on the page of the student: waiting, agreed, or not', async () => {
    const browser = await signedInAs(product, null, { applicationIds: [student.id] });
    const words = async () => cheerio.load((await browser.get(`/applications/${student.reference}`)).text)('main .app-notice').text();
    expect(await words()).toContain('has not answered yet');
    await visitorBrowser(product).submit(await link(), { name: 'Gil Reyes', do: 'give' });
    expect(await words()).toContain('Your guardian has agreed.');
  });
});
