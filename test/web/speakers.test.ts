import * as cheerio from 'cheerio';
import { testProduct, type TestProduct } from '../support/app';
import { mainText } from '../support/agenda-scene';
import { signedInAs, visitorBrowser, type Browser } from '../support/browser';
import { aTable, beginSession, decide, type Table } from '../support/builders/session';
import { emptyTables } from '../support/database';
import { mails } from '../support/mailbox';
import { sessionRecord } from '../../src/features/in-session';

let product: TestProduct;
let table: Table;
let chair: Browser;
const form = '/meetings/meeting-1/speakers';
const list = '/meetings/meeting-1/session/speakers';

beforeAll(async () => {
  product = await testProduct();
});
afterAll(() => product.close());
beforeEach(async () => {
  await emptyTables(product.db);
  table = await aTable(product);
  product.clock.moveTo('2026-12-04T01:50:00.000Z');
  chair = await signedInAs(product, table.people['Ana'] ?? '');
});

const wanted = { item: 'general', way: 'in_person', interpreter: '', name: '', email: '' };
const sign = (fields: Partial<typeof wanted> = {}) => visitorBrowser(product).submit(form, { ...wanted, ...fields }, form);
const speakers = () => product.db('speakers').orderBy('number');
const press = async (number: number, step: 'call' | 'end' | 'absence') => {
  const { id, version } = (await speakers())[number - 1] ?? { id: '', version: 0 };
  return chair.post(`${list}/${id}/${step}`, { version: String(version) });
};

describe('signing up to speak', () => {
  it('asks for no name and gives a number, on a page where the sign-up can be cancelled', async () => {
    const answer = await sign();
    expect(answer.status).toBe(303);
    const own = answer.headers['location'] ?? '';
    const browser = visitorBrowser(product);
    expect(mainText((await browser.get(own).expect(200)).text)).toContain('Speaker 1');
    await browser.submit(own, {}, own);
    expect((await speakers()).map(({ number, status, name }) => [number, status, name])).toEqual([[1, 'cancelled', '']]);
    await visitorBrowser(product).get('/speakers/guessed').expect(404);
  });

  it('mails the number and the link where there is an address', async () => {
    await sign({ email: 'vera@example.org' });
    const [mail] = await mails(product.deps, 'speaker.signedUp');
    expect([mail?.to_address, mail?.subject]).toEqual(['vera@example.org', 'You are speaker 1']);
    expect(JSON.stringify(mail)).toContain('/speakers/');
  });

  it('is one sign-up with one mail however often its form is sent, here and at the door', async () => {
    const browser = visitorBrowser(product);
    const keyOn = async (who: Browser, page: string) =>
      String(
        cheerio
          .load((await who.get(page)).text)('[name=key]')
          .first()
          .val(),
      );
    const filled = { ...wanted, email: 'vera@example.org', key: await keyOn(browser, form) };
    const [first, second] = [await browser.post(form, filled), await browser.post(form, filled)];
    expect([first.status, second.status, (await speakers()).length]).toEqual([303, 303, 1]);
    expect((await mails(product.deps, 'speaker.signedUp')).length).toBe(1);
    await beginSession(product, chair, table);
    const atDoor = { ...wanted, key: await keyOn(chair, list) };
    await chair.post(list, atDoor);
    await chair.post(list, atDoor);
    await chair.post(list, { ...wanted, key: await keyOn(chair, list) });
    expect((await speakers()).map(({ number }) => number)).toEqual([1, 2, 3]);
  });

  it('ends with the start here, and goes on at the door', async () => {
    await beginSession(product, chair, table);
    expect(mainText((await visitorBrowser(product).get(form).expect(200)).text)).toContain('tell the secretary');
    expect((await chair.post(form, wanted)).status).toBe(409);
    expect((await chair.submit(list, wanted, list)).status).toBe(303);
    expect((await speakers()).map(({ number }) => number)).toEqual([1]);
  });
});

describe('calling speakers', () => {
  it('says when each began and ends, twice as long with an interpreter, and the same after a reload', async () => {
    await sign();
    await sign({ interpreter: 'Korean', name: 'Vera' });
    await beginSession(product, chair, table);
    await press(1, 'call');
    expect(mainText((await chair.get(list)).text)).toContain('Began 6:04:10 PM, ends 6:06:10 PM.');
    product.clock.moveTo('2026-12-04T02:05:10.000Z');
    const timer = cheerio.load((await chair.get(list)).text)('[role=timer]');
    expect([timer.attr('data-ends'), timer.attr('data-now')]).toEqual(['2026-12-04T02:06:10.000Z', '2026-12-04T02:05:10.000Z']);
    await press(1, 'end');
    await press(2, 'call');
    expect(mainText((await chair.get(list)).text)).toContain('Began 6:05:10 PM, ends 6:09:10 PM.');
  });

  it('lets one speak at a time, and counts who spoke and who was not there for the minutes', async () => {
    for (let number = 0; number < 3; number += 1) await sign();
    expect((await press(1, 'call')).status).toBe(409);
    await beginSession(product, chair, table);
    await press(1, 'call');
    expect((await press(2, 'call')).status).toBe(409);
    await press(1, 'end');
    await press(2, 'absence');
    expect((await sessionRecord(product.db, 'meeting-1')).speakers).toEqual({ spoke: 1, absent: 1 });
    for (const item of ['a', 'b']) await decide(chair, table, item, { Ana: 'yes', Bo: 'yes', Cy: 'yes' });
    await chair.post('/meetings/meeting-1/session/adjournment');
    await chair.post('/meetings/meeting-1/minutes/compilation');
    const minutes = mainText((await chair.get('/meetings/meeting-1/minutes').expect(200)).text);
    expect(minutes).toContain('Of the public who signed up, 1 spoke and 1 were not there when called.');
    expect(minutes).not.toContain('Vera');
    const late = (await speakers())[2];
    expect((await chair.post(`${list}/${late?.id ?? ''}/call`, { version: '9' })).status).toBe(409);
  });

  it('never shows an address, and is for those who run the meeting', async () => {
    await sign({ email: 'vera@example.org', name: 'Vera' });
    const bo = await signedInAs(product, table.people['Bo'] ?? '');
    await bo.get(list).expect(403);
    for (const page of [list, `${list}/sheet`, `${list}/door`]) expect((await chair.get(page).expect(200)).text).not.toContain('vera@');
    expect(mainText((await chair.get(`${list}/door`)).text)).toContain('Signing is voluntary.');
  });
});
