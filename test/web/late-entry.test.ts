import * as cheerio from 'cheerio';
import { insertApplication } from '../../src/features/applications';
import { listEvents } from '../../src/history/events.queries';
import { aPersonAs } from '../support/builders/person';
import { aSentApplication, aTown, someAnswers, theApplication, type Town } from '../support/builders/application';
import { testProduct, type TestProduct } from '../support/app';
import { signedInAs, visitorBrowser, type Browser } from '../support/browser';
import { countQueries, emptyTables, onEachEngine } from '../support/database';
import { linkIn, mails } from '../support/mailbox';

onEachEngine((engine) => {
  let product: TestProduct;
  let town: Town;
  let staff: Browser;
  let southStaff: Browser;

  const late = '2026-12-10T20:00:00.000Z';
  const page = '/staff/cycles/2027-spring/late-codes';
  const extensions = '/staff/cycles/2027-spring/extensions';
  const wanted = { for_whom: 'Ana Reyes', use_limit: '1', until_date: '2026-12-20', until_time: '17:00', note: 'In hospital' };

  beforeAll(async () => {
    product = await testProduct({ engine });
  });
  afterAll(() => product.close());
  beforeEach(async () => {
    await emptyTables(product.db);
    product.clock.moveTo(late);
    town = await aTown(product.deps, { status: 'in_review' });
    const { central, south } = town;
    staff = await signedInAs(
      product,
      (await aPersonAs(product.deps, { role: 'staff', collaborativeId: central.id }, { email: 'sue@example.org' })).id,
    );
    southStaff = await signedInAs(
      product,
      (await aPersonAs(product.deps, { role: 'staff', collaborativeId: south.id }, { email: 'sol@example.org' })).id,
    );
  });

  const make = async (given: Record<string, string> = {}) => {
    const made = await staff.submit(page, { ...wanted, ...given }, page);
    expect(made.status).toBe(303);
    return (await product.db('late_codes').orderBy('made_at', 'desc').orderBy('id', 'desc').first())!;
  };
  const enter = (browser: Browser, code: string, email = 'ana@example.org') => browser.submit('/apply/late', { code, email });
  const refusal = (text: string) =>
    cheerio
      .load(text)('#code-error')
      .text()
      .replace(/^Error: /, '')
      .trim();

  describe('codes for late entry', () => {
    it('let a named person in after the closing, to the very receipt', async () => {
      const { code } = await make();
      const browser = visitorBrowser(product);
      const entered = await enter(browser, code.toLowerCase().replace('-', ' '));
      expect(entered.headers['location']).toBe('/apply/check');
      await product.db('applications').update({ answers: JSON.stringify(someAnswers([town.central.id])), constituency: 'families' });
      expect((await browser.submit('/apply/check', {}, '/apply/submission')).headers['location']).toMatch(/confirmation$/);
      expect(await product.db('applications').pluck('status')).toEqual(['submitted']);
      expect((await mails(product.deps)).map(({ kind }) => kind).sort()).toEqual(['application.continue', 'application.received']);
    });

    it('are told by mail in the language chosen, to be used on the page it leads to', async () => {
      await make({ email: 'ana@example.org', locale: 'es' });
      const [mail] = await mails(product.deps, 'lateEntry.code');
      expect([mail!.subject, mail!.to_address]).toEqual(['Su código para presentar la solicitud fuera de plazo', 'ana@example.org']);
      await visitorBrowser(product).get(linkIn(mail!.text, '/apply/late')).expect(200);
    });

    it('go on for a person who comes back, and count them once', async () => {
      const { code } = await make();
      const browser = visitorBrowser(product);
      await enter(browser, code);
      expect((await enter(browser, code)).headers['location']).toBe('/apply/check');
      expect([await product.db('late_codes').pluck('uses'), (await product.db('applications')).length]).toEqual([[1], 1]);
    });

    it('serve the draft that was not sent in time', async () => {
      const draft = await insertApplication(product.deps, theApplication({ cycleId: town.cycle.id }));
      const browser = await signedInAs(product, null, { applicationIds: [draft.id] });
      expect((await browser.get('/apply/check')).headers['location']).toBe('/apply');
      await enter(browser, (await make()).code);
      await browser.get('/apply/check').expect(200);
      expect((await product.db('applications')).length).toBe(1);
    });

    it('never open what only an address points at', async () => {
      await insertApplication(
        product.deps,
        theApplication({ cycleId: town.cycle.id, name: 'Ana Secret', answers: { name: 'Ana Secret' } }),
      );
      const browser = visitorBrowser(product);
      await enter(browser, (await make()).code);
      expect((await browser.get('/apply/check')).text).not.toContain('Ana Secret');
    });

    it('let in no second person when there is one use, even when two ask at the same moment', async () => {
      const { code } = await make();
      const browsers = [visitorBrowser(product), visitorBrowser(product)];
      const answers = await Promise.all(browsers.map((browser, index) => enter(browser, code, `p${index}@example.org`)));
      expect(answers.map(({ status }) => status).sort()).toEqual([303, 422]);
      expect([await product.db('late_codes').pluck('uses'), (await product.db('applications')).length]).toEqual([[1], 1]);
      expect(refusal(answers.find(({ status }) => status === 422)!.text)).toBe(
        'This code has been used as often as it may be. Please call the staff',
      );
    });

    it('say why they no longer work: unknown, ended, over, before the closing, once decisions begin', async () => {
      const { code, id } = await make();
      const browser = visitorBrowser(product);
      expect(refusal((await enter(browser, 'BBBB-BBBB')).text)).toMatch(/^We do not know this code/);
      product.clock.moveTo('2026-12-21T01:00:59.999Z');
      expect((await enter(visitorBrowser(product), code)).status).toBe(303);
      await product.db('late_codes').update({ uses: 0 });
      product.clock.moveTo('2026-12-21T01:01:00.000Z');
      expect(refusal((await enter(browser, code)).text)).toMatch(/^This code is over/);
      product.clock.moveTo(late);
      await product.db('cycles').update({ status: 'deciding' });
      expect(refusal((await enter(browser, code)).text)).toMatch(/^This code cannot be used now/);
      await product.db('cycles').update({ status: 'in_review' });
      await staff.post(`${page}/${id}/revocation`, {}, page);
      expect(refusal((await enter(browser, code)).text)).toMatch(/^This code no longer works/);
      expect((await product.db('applications')).length).toBe(1);
    });

    it('let those go on who began with them before they were ended', async () => {
      const { code, id } = await make();
      const browser = visitorBrowser(product);
      await enter(browser, code);
      await staff.post(`${page}/${id}/revocation`, {}, page);
      await browser.get('/apply/check').expect(200);
      expect((await staff.post(`${page}/${id}/revocation`, {}, page)).status).toBe(409);
    });

    it('are the business of the staff who made them: others see none of them and cannot end them', async () => {
      const { id, code } = await make();
      expect((await staff.get(page)).text).toContain(code);
      expect((await southStaff.get(page)).text).not.toContain(code);
      expect((await southStaff.post(`${page}/${id}/revocation`, {}, page)).status).toBe(404);
      await (
        await signedInAs(
          product,
          (await aPersonAs(product.deps, { role: 'approver', collaborativeId: town.central.id }, { email: 'ap@example.org' })).id,
        )
      )
        .get(page)
        .expect(403);
    });

    it('are refused with the words kept when they would end in the past or after the reviews', async () => {
      for (const [date, words] of [
        ['2026-12-09', 'Choose a moment that is still to come'],
        ['2027-01-16', 'Choose a moment before the reviews are due. After that, decisions begin'],
      ] as const) {
        const refused = await staff.submit(page, { ...wanted, until_date: date }, page);
        expect([refused.status, cheerio.load(refused.text)('.app-error-summary a').text()]).toEqual([422, words]);
        expect(cheerio.load(refused.text)('[name=for_whom]').attr('value')).toBe('Ana Reyes');
      }
      expect(await product.db('late_codes')).toEqual([]);
    });

    it('stand in the history without their letters', async () => {
      const { code } = await make();
      await enter(visitorBrowser(product), code);
      const events = await listEvents(product.db, { kind: 'cycle', id: town.cycle.id });
      expect(events.map(({ action }) => action)).toEqual(['lateEntry.makeCode']);
      expect(JSON.stringify(events)).not.toContain(code);
      expect(await product.db('events').where({ action: 'lateEntry.useCode' }).pluck('subject_kind')).toEqual(['application']);
    });

    it('are listed with the same number of queries, one or many', async () => {
      await make();
      const one = await countQueries(product.db, () => staff.get(page));
      await make();
      await make();
      expect(await countQueries(product.db, () => staff.get(page))).toBe(one);
    });
  });

  describe('more time for one applicant', () => {
    const extend = (reference: string, given: Record<string, string> = {}, who = staff) =>
      who.submit(page, { reference, more_date: '2026-12-12', more_time: '18:00', reason: 'The site was down', ...given }, extensions);

    it('opens the draft again until that minute, says so by mail and keeps the reason', async () => {
      const answers = someAnswers([town.central.id], { language: 'es' });
      const draft = await insertApplication(
        product.deps,
        theApplication({ cycleId: town.cycle.id, locale: 'es', answers, constituency: 'families' }),
      );
      const browser = await signedInAs(product, null, { applicationIds: [draft.id] });
      expect((await extend(draft.reference)).status).toBe(303);
      const [mail] = await mails(product.deps, 'lateEntry.extension');
      expect([mail!.locale, mail!.subject]).toEqual(['es', `Tiene más tiempo para la solicitud ${draft.reference}`]);
      await visitorBrowser(product).get(linkIn(mail!.text, '/apply/resume/')).expect(200);
      const [event] = await listEvents(product.db, { kind: 'application', id: draft.id });
      expect([event!.action, JSON.stringify(event)]).toEqual(['lateEntry.extend', expect.stringContaining('The site was down')]);
      expect(
        cheerio
          .load((await browser.get('/apply/check')).text)('main')
          .text(),
      ).toContain('December 12, 2026');
      product.clock.moveTo('2026-12-13T02:00:59.999Z');
      await product.db('sessions').update({ seen_at: product.clock.now(), expires_at: '2027-01-01T00:00:00.000Z' });
      expect((await browser.submit('/apply/check', {}, '/apply/submission')).headers['location']).toMatch(/confirmation$/);
    });

    it('is over after that minute', async () => {
      const draft = await insertApplication(
        product.deps,
        theApplication({ cycleId: town.cycle.id, answers: someAnswers([town.central.id]) }),
      );
      await extend(draft.reference);
      product.clock.moveTo('2026-12-13T02:01:00.000Z');
      const browser = await signedInAs(product, null, { applicationIds: [draft.id] });
      expect((await browser.get('/apply/check')).headers['location']).toBe('/apply');
    });

    it('is given by staff of a collaborative that was named; to others there is no such application', async () => {
      const sent = await aSentApplication(product.deps, town.cycle, someAnswers([town.central.id]));
      const refused = await extend(sent.reference, {}, southStaff);
      expect([refused.status, cheerio.load(refused.text)('.app-error-summary a').attr('href')]).toEqual([422, '#reference']);
      expect(cheerio.load(refused.text)('[name=reason]').attr('value')).toBe('The site was down');
      expect((await extend('ZZZZ-ZZZZ')).status).toBe(422);
      expect(await product.db('applications').pluck('extended_until')).toEqual([null]);
    });

    it('is not given to what was sent already', async () => {
      const sent = await aSentApplication(product.deps, town.cycle, someAnswers([town.central.id]));
      expect((await extend(sent.reference)).status).toBe(409);
    });

    it('is not told twice when it is given twice to the same minute', async () => {
      const draft = await insertApplication(
        product.deps,
        theApplication({ cycleId: town.cycle.id, answers: someAnswers([town.central.id]) }),
      );
      await extend(draft.reference);
      await extend(draft.reference);
      await extend(draft.reference, { more_time: '19:00' });
      expect((await mails(product.deps, 'lateEntry.extension')).length).toBe(2);
    });
  });
});
