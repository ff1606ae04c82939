import * as cheerio from 'cheerio';
import { testNow, testProduct, type TestProduct } from '../support/app';
import { aPart } from '../support/attachment-scene';
import { signedInAs, type Browser, type Part } from '../support/browser';
import { aTown, someAnswers, type Town } from '../support/builders/application';
import { aPersonAs } from '../support/builders/person';
import { emptyTables } from '../support/database';
import { aPdf } from '../support/files';

let product: TestProduct;
let town: Town;
let staff: Browser;
let record: string;
let scans: string;

beforeAll(async () => {
  product = await testProduct();
});
beforeEach(async () => {
  await emptyTables(product.db);
  product.clock.moveTo(testNow);
  town = await aTown(product.deps);
  staff = await staffOf(town.central.id);
  const sheet = '/staff/cycles/2027-spring/central/applications/new';
  const answers = someAnswers([], { email: '', name: 'Rosa Paper' }) as Record<string, string | string[]>;
  const typed = { ...answers, choice_1: town.central.id, way: 'paper', received_on: '2026-11-20', postal_address: '1 Main St' };
  record = (await staff.submit(sheet, typed, sheet)).headers['location'] ?? '';
  scans = `${record}/scans`;
});
afterAll(() => product.close());

const staffOf = async (collaborativeId: string): Promise<Browser> =>
  signedInAs(product, (await aPersonAs(product.deps, { role: 'staff', collaborativeId })).id);
const send = (part: Part | null = aPart({ name: 'sheet.pdf' }), who = staff) => who.upload(scans, {}, part === null ? [] : [part], scans);
const firstScan = async (): Promise<string> =>
  cheerio
    .load((await staff.get(scans)).text)('.app-rows a')
    .attr('href') ?? '';

describe('the scan of a paper', () => {
  it('is kept by staff, counted on the record, given back as it was, and named in the history', async () => {
    expect((await send()).headers['location']).toBe(scans);
    expect((await staff.get(await firstScan()).buffer(true)).status).toBe(200);
    const page = cheerio.load((await staff.get(record)).text);
    expect(page(`a[href="${scans}"]`).text()).toBe('Scans of the paper (1)');
    expect(page('aside').text()).toContain('Scan of the paper added by staff');
  });

  it('is one file when it is sent twice, and five at most', async () => {
    for (const number of [1, 1, 2, 3, 4, 5]) await send(aPart({ name: `${number}.pdf`, bytes: aPdf(`Sheet ${number}`) }));
    expect(await product.db('application_files')).toHaveLength(5);
    const full = cheerio.load((await staff.get(scans)).text);
    expect([full('input[type="file"]').length, full('.app-notice').length]).toEqual([0, 1]);
  });

  it('is refused with a reason when its bytes are not what its name says, and when none was chosen', async () => {
    const refused = await send(aPart({ name: 'sheet.pdf', bytes: Buffer.from('<script>') }));
    expect([refused.status, refused.text.includes('does not match its name')]).toEqual([422, true]);
    expect((await send(null)).status).toBe(422);
    expect(await product.db('application_files')).toEqual([]);
  });

  it('can be taken away again', async () => {
    await send();
    const removal =
      cheerio
        .load((await staff.get(scans)).text)('.app-rows form')
        .attr('action') ?? '';
    expect((await staff.submit(scans, {}, removal)).status).toBe(303);
    expect(await product.db('application_files')).toEqual([]);
    expect((await staff.post(removal, {}, scans)).status).toBe(404);
  });

  it('is no answer: neither the packet nor the applicant’s own page shows it, and the applicant cannot open it', async () => {
    await send();
    const scan = await firstScan();
    expect((await staff.get(`${record}/packet`)).text).not.toContain('sheet.pdf');
    const personId = await product.db('people').where({ name: 'Rosa Paper' }).pluck('id');
    const rosa = await signedInAs(product, String(personId[0]));
    expect((await rosa.get(record.replace('/staff', ''))).text).not.toContain('sheet.pdf');
    expect((await rosa.get(scan)).status).toBe(404);
  });

  it('is unknown to the staff of other collaboratives', async () => {
    await send();
    const south = await staffOf(town.south.id);
    expect([(await south.get(scans)).status, (await south.get(await firstScan())).status]).toEqual([404, 404]);
    expect((await send(aPart(), south)).status).toBe(404);
  });

  it('is not offered for what came online by itself', async () => {
    await product.db('applications').update({ entered_by: null });
    expect((await staff.get(record)).text).not.toContain(scans);
  });
});
