import * as cheerio from 'cheerio';
import { getForm, listFormVersions } from '../../src/features/forms';
import { getApplication } from '../../src/features/applications';
import { aPersonAs } from '../support/builders/person';
import { aSentApplication, aTown, someAnswers, theApplication, type Town } from '../support/builders/application';
import { insertApplication } from '../../src/features/applications/application.queries';
import { testNow, testProduct, type TestProduct } from '../support/app';
import { signedInAs, type Browser } from '../support/browser';
import { countQueries, emptyTables } from '../support/database';

let product: TestProduct;
let town: Town;
let administrator: Browser;
let staff: Browser;

beforeAll(async () => {
  product = await testProduct();
});
beforeEach(async () => {
  await emptyTables(product.db);
  product.clock.moveTo(testNow);
  town = await aTown(product.deps, { status: 'open' });
  await product.db('forms').update({ frozen_at: town.cycle.opensAt });
  const role = { cycleId: null, endsOn: null, grantedBy: null, startsOn: '2026-01-01' };
  const ada = await aPersonAs(product.deps, { ...role, role: 'administrator', collaborativeId: null }, { name: 'Ada' });
  const cora = await aPersonAs(product.deps, { ...role, role: 'staff', collaborativeId: town.central.id }, { name: 'Cora' });
  administrator = await signedInAs(product, ada.id);
  staff = await signedInAs(product, cora.id);
});
afterAll(() => product.close());

const desk = '/staff/cycles/2027-spring/form';
const publication = `${desk}/publication`;
const load = cheerio.load;
const inForce = async () => (await product.db('cycles').where({ id: town.cycle.id }).pluck('form_id'))[0];
const sent = (answers: Record<string, string> = {}) =>
  aSentApplication(
    product.deps,
    town.cycle,
    someAnswers([town.central.id], { email: `p${answers['priorities'] ?? ''}@example.org`, ...answers }),
    { formId: town.cycle.formId },
  );

async function reword(): Promise<void> {
  await administrator.post(`${desk}/versions`, {}, desk);
  await administrator.submit(`${desk}/questions/priorities`, {
    label_en: 'What matters most?',
    label_es: '¿Qué importa más?',
    need: 'everybody',
  });
}

describe('a form that is open', () => {
  it('is frozen: nothing of it changes, and an editor’s page is refused', async () => {
    expect((await administrator.get(`${desk}/questions/reasons`)).status).toBe(409);
    expect((await administrator.post(`${desk}/copy`, { key: 'experience', version: '1' }, desk)).status).toBe(409);
    expect(load((await administrator.get(desk)).text)('.app-builder button')).toHaveLength(0);
    expect((await staff.post(`${desk}/versions`, {}, '/help')).status).toBe(403);
  });

  it('gets a new version to write, while applicants go on with the one in force', async () => {
    await reword();
    expect(await inForce()).toBe(town.cycle.formId);
    expect(load((await administrator.get(desk)).text)('.app-lede').text()).toContain('You are writing version 2.');
    expect((await getForm(product.db, town.cycle.formId)).pages.find(({ key }) => key === 'priorities')!.title.en).toContain(
      'local district',
    );
    expect((await administrator.post(`${desk}/versions`, {}, desk)).status).toBe(409);
  });

  it('says what changes and whom it touches before it is put in force, and refuses an older count', async () => {
    const [touched, lacking] = [await sent({ priorities: 'Buses' }), await sent()];
    await insertApplication(product.deps, theApplication({ cycleId: town.cycle.id, reference: 'DRFT-0001' }));
    await reword();
    const page = load((await administrator.get(publication)).text);
    const text = page('main').text();
    expect(text).toContain('It touches 2 applications that were sent.');
    expect(text).toContain('1 answered a question that changes.');
    expect(text).toContain('1 lack an answer');
    expect(text).toContain('1 application is being written.');
    expect(
      page('details a')
        .map((_, link) => load(link).text())
        .get()
        .sort(),
    ).toEqual([touched.reference, lacking.reference].sort());
    const [version, count] = [page('[name=version]').first().attr('value')!, page('[name=touched]').attr('value')!];
    const empty = await administrator.post(publication, { version, touched: count, note: '' }, publication);
    expect([empty.status, load(empty.text)('.app-error-summary a').attr('href')]).toEqual([422, '#note']);
    await sent({ priorities: 'Books' });
    const late = await administrator.post(publication, { version, touched: count, note: 'Words' }, publication);
    expect([late.status, load(late.text)('[name=note]').text(), load(late.text)('[name=touched]').attr('value')]).toEqual([
      409,
      'Words',
      '3',
    ]);
    expect(await inForce()).toBe(town.cycle.formId);
  });

  it('keeps with what was sent the words it answered, and asks the new ones from then on', async () => {
    const before = await sent({ priorities: 'Buses' });
    await reword();
    expect((await administrator.submit(publication, { note: 'Plainer words' }, publication)).status).toBe(303);
    const [second] = await listFormVersions(product.db, town.cycle.formId);
    expect([await inForce(), second!.number, second!.note, second!.writtenBy]).toEqual([second!.id, 2, 'Plainer words', 'Ada']);
    expect(second!.frozenAt).toBe(testNow);
    expect((await getApplication(product.db, before.id)).formId).toBe(town.cycle.formId);
    const record = load((await staff.get(`/staff/applications/${before.reference}`)).text)('main').text();
    expect(record).toContain('What should the local district care about most?');
    expect(record).not.toContain('What matters most?');
    const history = load((await staff.get(`${desk}/versions`)).text)('main').text();
    expect(history).toContain('Plainer words');
    expect(history).toContain('Changed: “What matters most?” (words and who must answer)');
    expect(await product.db('events').where({ subject_kind: 'cycle', action: 'forms.publish' }).pluck('capacity')).toEqual([
      'administrator',
    ]);
  });

  it('lets a draft go on under the new version with all its answers', async () => {
    const draft = await insertApplication(
      product.deps,
      theApplication({ cycleId: town.cycle.id, answers: someAnswers([town.central.id]), reference: 'DRFT-0002' }),
    );
    const applicant = await signedInAs(product, null, { applicationIds: [draft.id] });
    await reword();
    await administrator.submit(publication, { note: 'Plainer words' }, publication);
    const page = load((await applicant.get('/apply/priorities')).text);
    expect(page('h1').text()).toContain('What matters most?');
    expect(load((await applicant.get('/apply/reasons')).text)('[name=reasons]').text()).toContain('I want to help');
  });

  it('is put in force only where something differs, and can be thrown away', async () => {
    await administrator.post(`${desk}/versions`, {}, desk);
    expect((await administrator.submit(publication, { note: 'Nothing' }, publication)).status).toBe(422);
    const page = load((await administrator.get(publication)).text);
    const version = page('form[action$="/removal"] [name=version]').attr('value')!;
    expect((await administrator.post(`${desk}/versions/removal`, { version }, publication)).status).toBe(303);
    expect(await listFormVersions(product.db, town.cycle.formId)).toHaveLength(1);
    expect((await administrator.get(publication)).status).toBe(409);
  });

  it('counts whom it touches in a fixed number of queries', async () => {
    await sent({ priorities: 'Buses' });
    await reword();
    await administrator.get(publication);
    const count = () => countQueries(product.db, () => administrator.get(publication));
    const one = await count();
    for (const priorities of ['Books', 'Arts', 'Math']) await sent({ priorities });
    expect(await count()).toBe(one);
  });
});
