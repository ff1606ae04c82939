import type { Collaborative } from '../../src/features/collaboratives';
import { testProduct, type TestProduct } from '../support/app';
import { mainText } from '../support/agenda-scene';
import { signedInAs, visitorBrowser, type Browser } from '../support/browser';
import { aCollaborative, aMember, aStoredMeeting, someoneAs } from '../support/builders/meeting';
import { countQueries, emptyTables } from '../support/database';

let product: TestProduct;
let central: Collaborative;
let staff: Browser;
let chair: Browser;

beforeAll(async () => {
  product = await testProduct();
});
afterAll(() => product.close());

beforeEach(async () => {
  await emptyTables(product.db);
  product.clock.moveTo('2026-12-05T20:00:00.000Z');
  central = await aCollaborative(product.deps);
  chair = await signedInAs(product, (await aMember(product.deps, central, { seat: 'C-1', office: 'chair' })).id);
  staff = await signedInAs(product, (await someoneAs(product.deps, 'staff', central, 'sam@example.org')).id);
  await aStoredMeeting(product.deps, central, { status: 'adjourned' });
});

const page = '/meetings/meeting-1';
const list = `${page}/recordings`;
const spanish = {
  url: 'https://video.example.org/es',
  language: 'es',
  captions: 'there',
  captionsUrl: 'https://video.example.org/es',
  transcriptUrl: 'https://words.example.org/es.html',
};
const bare = { url: 'https://video.example.org/en', language: 'en', captions: 'none' };
const add = (browser: Browser, fields: Record<string, string>) => browser.submit(list, fields, list);
const rows = () => product.db('recordings').orderBy(['added_at', 'id']);
const read = async (address: string, browser = visitorBrowser(product)) => (await browser.get(address).expect(200)).text;
const form = (id: string) => `${list}/${id}`;
const history = async () =>
  (await product.db('events').where('action', 'like', 'recordings.%').orderBy('place')).map(
    ({ action, details }) => `${action} ${details}`,
  );

describe('recordings of a meeting', () => {
  it('are added by staff and officers, and read by anyone with language, captions and transcript', async () => {
    expect(await read(page)).not.toContain('Recordings');
    expect(await read(page, chair)).toContain(`href="${list}"`);
    expect((await add(staff, spanish)).headers['location']).toBe(list);
    product.clock.moveTo('2026-12-05T20:01:00.000Z');
    expect((await add(chair, bare)).status).toBe(303);
    expect(mainText(await read(page))).toContain(
      'Recordings Recording in Spanish (video.example.org) Captions: Recording in Spanish (video.example.org) ' +
        'Transcript: Recording in Spanish (video.example.org) Recording in English (video.example.org) No captions yet',
    );
    expect(mainText(await read(`${page}?lang=es`))).toContain('Grabación en inglés (video.example.org) Todavía sin subtítulos');
    const desk = mainText(await read(list, staff));
    expect([desk.includes('by sam'), desk.includes('deaf or hard of hearing')]).toEqual([true, true]);
    expect(mainText(await read(`${list}?lang=es`, chair))).toContain('las personas sordas');
  });

  it('stand in the open data of the meeting', async () => {
    await add(staff, spanish);
    product.clock.moveTo('2026-12-05T20:01:00.000Z');
    await add(staff, bare);
    expect((JSON.parse(await read(`${page}.json`)) as { media: unknown }).media).toEqual([
      {
        ...{ name: 'Recording in Spanish', type: 'recording', date: '2026-12-03', offset: null },
        links: [{ media_type: 'text/html', url: spanish.url }],
        extras: { language: 'es', captions_url: spanish.captionsUrl, transcript_url: spanish.transcriptUrl },
      },
      {
        ...{ name: 'Recording in English', type: 'recording', date: '2026-12-03', offset: null },
        links: [{ media_type: 'text/html', url: bare.url }],
        extras: { language: 'en', captions_url: null, transcript_url: null },
      },
    ]);
  });

  it('are refused with the words kept when a link is not https or captions are not spoken of; sent twice they are one', async () => {
    const refused = await add(staff, { ...bare, url: 'http://video.example.org/canary', captions: '' });
    expect([
      refused.status,
      refused.text.includes('http://video.example.org/canary'),
      refused.text.includes('Say whether there are captions'),
    ]).toEqual([422, true, true]);
    const insecure = await add(staff, { ...bare, url: 'http://video.example.org/canary' });
    expect([insecure.status, await rows()]).toEqual([422, []]);
    const twice = { ...bare, key: 'one-form', version: '0' };
    for (let press = 0; press < 2; press += 1) expect((await staff.post(list, twice)).status).toBe(303);
    expect([(await rows()).length, (await history()).length]).toEqual([1, 1]);
  });

  it('are changed when captions have come; a stale form comes back with its words', async () => {
    await add(staff, bare);
    const [{ id } = { id: '' }] = await rows();
    const captions = { captions: 'there', captionsUrl: 'https://video.example.org/captions' };
    expect((await chair.submit(form(id), captions, form(id))).status).toBe(303);
    expect(await rows()).toMatchObject([{ url: bare.url, captions_url: captions.captionsUrl, version: 2 }]);
    const stale = await staff.submit(form(id), { version: '1', transcriptUrl: 'https://words.example.org/mine' }, form(id));
    expect([
      stale.status,
      stale.text.includes('https://words.example.org/mine'),
      stale.text.includes('Your words are still in the form'),
      (await rows())[0]?.transcript_url,
    ]).toEqual([409, true, true, null]);
    expect((await staff.get(form('none'))).status).toBe(404);
  });

  it('are removed, and the history keeps what they were; a second press changes nothing', async () => {
    await add(staff, spanish);
    const [{ id } = { id: '' }] = await rows();
    for (let press = 0; press < 2; press += 1) expect((await chair.post(`${form(id)}/removal`, {})).status).toBe(303);
    expect(await rows()).toEqual([]);
    const lines = await history();
    expect([lines.length, lines[1]?.startsWith('recordings.removed'), lines[1]?.includes(spanish.url)]).toEqual([2, true, true]);
  });

  it('are hidden from everybody else, and there are none of drafts and of meetings that were not held', async () => {
    const south = await aCollaborative(product.deps, 'south');
    const other = await signedInAs(product, (await someoneAs(product.deps, 'staff', south, 'sue@example.org')).id);
    const member = await signedInAs(product, (await aMember(product.deps, central, { seat: 'C-2', email: 'bo@example.org' })).id);
    await add(staff, spanish);
    const [{ id } = { id: '' }] = await rows();
    for (const browser of [other, member])
      for (const address of [list, form(id), `${form(id)}/removal`])
        expect((await browser.post(address, { ...bare, key: 'k', version: '1' })).status).toBe(404);
    expect((await visitorBrowser(product).get(list)).status).toBe(303);
    await product.db('meetings').update({ status: 'cancelled' });
    expect((await staff.post(list, { ...bare, key: 'k', version: '0' })).status).toBe(409);
    expect(await read(list, staff)).toContain('was not held');
    await product.db('meetings').update({ status: 'draft' });
    expect([(await staff.get(list)).status, (await staff.post(list, { ...bare, key: 'k', version: '0' })).status]).toEqual([404, 404]);
    expect((await rows()).length).toBe(1);
  });

  it('cost the same queries, one or three', async () => {
    await add(staff, spanish);
    const count = async () => [await countQueries(product.db, () => read(page)), await countQueries(product.db, () => read(list, staff))];
    const one = await count();
    for (const url of ['https://video.example.org/2', 'https://video.example.org/3']) await add(staff, { ...bare, url });
    expect((await rows()).length).toBe(3);
    expect(await count()).toEqual(one);
  });
});
