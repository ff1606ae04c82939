import * as cheerio from 'cheerio';
import { getRubric, listRubricVersions } from '../../src/features/forms';
import type { Town } from '../support/builders/application';
import { testNow, testProduct, type TestProduct } from '../support/app';
import { visitorBrowser, type Browser } from '../support/browser';
import { notYetOpen, townDesks } from '../support/town-desks';

let product: TestProduct;
let town: Town;
let administrator: Browser;
let staff: Browser;

beforeAll(async () => {
  product = await testProduct();
});
beforeEach(async () => {
  ({ town, administrator, central: staff } = await townDesks(product, notYetOpen));
});
afterAll(() => product.close());

const desk = '/staff/cycles/2027-spring/rubric';
const weights = `${desk}/weights`;
const criterion = (key: string) => `${desk}/criteria/${key}`;
const load = cheerio.load;
const rubric = () => getRubric(product.db, town.cycle.rubricId);
const weighed = async () => (await rubric()).criteria.map(({ key, weight }) => `${key} ${weight}`);
const version = async () => String((await rubric()).version);

describe('the rubric of a coming cycle', () => {
  it('is read by staff without a form, and weighed by administrators to a whole of 100', async () => {
    expect(load((await staff.get(desk)).text)('main form')).toHaveLength(0);
    expect((await staff.post(weights, { version: '1' })).status).toBe(403);
    expect((await visitorBrowser(product).get(desk)).status).toBe(303);
    const wrong = await administrator.submit(desk, { weight_reasons: '30' }, weights);
    const page = load(wrong.text);
    expect([wrong.status, page('[name=weight_reasons]').attr('value'), page('.app-error-summary').text()]).toEqual([
      422,
      '30',
      expect.stringContaining('Now they sum to 110.'),
    ]);
    const right = await administrator.submit(desk, { weight_reasons: '30', weight_commitment: '0', written_by: 'Two members' }, weights);
    expect([right.status, (await rubric()).writtenBy]).toEqual([303, 'Two members']);
    expect((await weighed())[2]).toBe('reasons 30');
  });

  it('refuses weights from an older page and keeps what was typed', async () => {
    const page = load((await administrator.get(desk)).text);
    const typed = Object.fromEntries(
      page(`form[action="${weights}"]`)
        .serializeArray()
        .map(({ name, value }) => [name, value]),
    );
    await administrator.submit(desk, { written_by: 'Somebody else' }, weights);
    const stale = await administrator.post(weights, { ...typed, weight_reasons: '15', weight_commitment: '15' }, desk);
    expect([stale.status, load(stale.text)('[name=weight_commitment]').attr('value')]).toEqual([409, '15']);
    expect((await weighed())[5]).toBe('commitment 10');
  });

  it('takes a new criterion that counts nothing yet, rewords one in both languages, and shows both texts when two do', async () => {
    const words = Object.fromEntries(
      ['label', 'guide', 'anchor_0', 'anchor_1', 'anchor_2', 'anchor_3', 'anchor_4'].flatMap((name) => [
        [`${name}_en`, `${name} E`],
        [`${name}_es`, `${name} Ñ`],
      ]),
    );
    const missing = await administrator.submit(`${desk}/criteria/new`, { ...words, anchor_3_es: '' });
    expect([missing.status, load(missing.text)('.app-error-summary a').attr('href')]).toEqual([422, '#anchor_3_es']);
    await administrator.submit(`${desk}/criteria/new`, words);
    const added = (await rubric()).criteria[6]!;
    expect([added.weight, added.label, added.anchors[3]]).toEqual([
      0,
      { en: 'label E', es: 'label Ñ' },
      { en: 'anchor_3 E', es: 'anchor_3 Ñ' },
    ]);
    const seen = load((await administrator.get(criterion('reasons'))).text)('[name=seen]').attr('value')!;
    await administrator.submit(criterion('reasons'), { label_en: 'Reasons' });
    const stale = await administrator.post(criterion('reasons'), { ...words, seen }, desk);
    expect([stale.status, load(stale.text)('#stale dd').first().text(), load(stale.text)('[name=label_en]').text()]).toEqual([
      409,
      'Reasons',
      'label E',
    ]);
  });

  it('asks before a criterion goes and gives its weight to the others; order is by buttons', async () => {
    const asked = load((await administrator.get(`${criterion('reasons')}/removal`)).text);
    expect(asked('main li')).toHaveLength(5);
    await administrator.submit(`${criterion('reasons')}/removal`);
    expect((await rubric()).criteria.reduce((sum, { weight }) => sum + weight, 0)).toBe(100);
    await administrator.post(`${desk}/order`, { move: 'question:experience:up', version: await version() }, desk);
    expect((await rubric()).criteria[0]!.key).toBe('experience');
    expect((await administrator.post(`${desk}/order`, { move: 'question:experience:down', version: '1' }, desk)).status).toBe(409);
  });
});

describe('the rubric after the opening', () => {
  beforeEach(async () => {
    await product.db('cycles').update({ status: 'open', opens_at: '2026-11-01T16:00:00.000Z' });
    await product.db('rubrics').update({ frozen_at: testNow });
  });

  it('is frozen, and a new version says to the public what changed', async () => {
    expect((await administrator.post(weights, { version: '1' }, desk)).status).toBe(409);
    await administrator.post(`${desk}/versions`, {}, desk);
    await administrator.submit(desk, { weight_reasons: '25', weight_commitment: '5' }, weights);
    expect(await product.db('cycles').pluck('rubric_id')).toEqual([town.cycle.rubricId]);
    const page = load((await administrator.get(desk)).text);
    expect(page('#publication').text()).toContain('Reasons fit an advisory role: weight 20 becomes 25');
    expect((await administrator.submit(desk, { note: '' }, `${desk}/publication`)).status).toBe(422);
    expect((await administrator.submit(desk, { note: 'Reasons count more.' }, `${desk}/publication`)).status).toBe(303);
    const [second] = await listRubricVersions(product.db, town.cycle.rubricId);
    expect([await product.db('cycles').pluck('rubric_id'), second!.number, second!.frozenAt]).toEqual([[second!.id], 2, testNow]);
    expect(load((await visitorBrowser(product).get('/rubric/2027-spring')).text)('.app-notice').text()).toContain('Reasons count more.');
    expect((await weighed())[2]).toBe('reasons 20');
  });

  it('is thrown away or put in force only by administrators, and only where something differs', async () => {
    expect((await staff.post(`${desk}/versions`, {}, '/help')).status).toBe(403);
    await administrator.post(`${desk}/versions`, {}, desk);
    expect((await administrator.submit(desk, { note: 'Nothing' }, `${desk}/publication`)).status).toBe(422);
    expect((await administrator.submit(desk, {}, `${desk}/versions/removal`)).status).toBe(303);
    expect(await listRubricVersions(product.db, town.cycle.rubricId)).toHaveLength(1);
    await product.db('cycles').update({ status: 'deciding' });
    expect((await administrator.post(`${desk}/versions`, {}, desk)).status).toBe(409);
  });
});
