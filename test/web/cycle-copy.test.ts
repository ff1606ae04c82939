import * as cheerio from 'cheerio';
import { usualCycleSettings } from '../../src/features/cycles';
import { testProduct, type TestProduct } from '../support/app';
import { signedInAs, type Browser } from '../support/browser';
import { emptyTables } from '../support/database';
import { aScene, type Scene } from '../support/selection-scene';

let product: TestProduct;
let scene: Scene;
let administrator: Browser;

const fresh = '/staff/cycles/new';
const from = `${fresh}?from=2027-spring&months=12`;

beforeAll(async () => {
  product = await testProduct();
});
beforeEach(async () => {
  await emptyTables(product.db);
  scene = await aScene(product.deps, { settings: { ...usualCycleSettings, offersNextByItself: false } });
  administrator = await signedInAs(product, scene.administrator.id);
});
afterAll(() => product.close());

const copied = async () => (await product.db('cycles').where({ code: '2028-spring' }).first())!;

describe('setting up a cycle from an earlier one', () => {
  it('is offered with every earlier cycle, and fills the form with dates a year later', async () => {
    const empty = cheerio.load((await administrator.get(fresh)).text);
    expect(
      empty('#from option')
        .toArray()
        .map((option) => empty(option).attr('value')),
    ).toEqual(['', '2027-spring']);
    const page = cheerio.load((await administrator.get(`${from}&lang=es`)).text);
    expect([page('#code').attr('value'), page('#term_starts_on').attr('value'), page('#name_es').attr('value')]).toEqual([
      '2028-spring',
      '2028-03-01',
      'Primavera de 2028',
    ]);
    expect((await administrator.get(`${fresh}?from=2099&months=12`)).status).toBe(404);
    expect((await (await signedInAs(product, scene.staff.id)).get(from)).status).toBe(403);
  });

  it('takes form, rubric, settings and collaboratives, each as a version of its own', async () => {
    await product.db('rubrics').update({
      criteria: JSON.stringify([{ key: 'own', weight: 100, label: { en: 'Own', es: 'Propio' } }]),
      frozen_at: product.clock.now(),
    });
    const made = await administrator.submit(from, {}, '/staff/cycles');
    expect(made.headers['location']).toBe('/staff/cycles/2028-spring');
    const cycle = await copied();
    const rubric = (await product.db('rubrics').where({ id: cycle.rubric_id }).first())!;
    expect([cycle.status, JSON.parse(cycle.settings), rubric.id === scene.cycle.rubricId, rubric.frozen_at]).toEqual([
      'draft',
      expect.objectContaining({ offersNextByItself: false }),
      false,
      null,
    ]);
    expect(JSON.parse(rubric.criteria)).toEqual([{ key: 'own', weight: 100, label: { en: 'Own', es: 'Propio' } }]);
    const questions = async (id: string) => (await product.db('forms').where({ id }).first('questions'))!.questions;
    expect(await questions(cycle.form_id)).toBe(await questions(scene.cycle.formId));
    const [event] = await product.db('events').where({ action: 'cycles.create' });
    expect(JSON.parse(event!.details!)).toEqual({ before: null, after: { code: '2028-spring', from: '2027-spring' } });
  });

  it('takes the panels only when asked, each person with the role for the new cycle', async () => {
    await administrator.submit(from, {}, '/staff/cycles');
    const panel = async () => product.db('panel_members').where({ cycle_id: (await copied()).id });
    expect(await panel()).toEqual([]);
    await administrator.submit(from, { code: '2029-spring', copy_panels: 'yes' }, '/staff/cycles');
    const cycle = (await product.db('cycles').where({ code: '2029-spring' }).first())!;
    const people = scene.reviewers.map(({ id }) => id).sort();
    expect((await product.db('panel_members').where({ cycle_id: cycle.id }).pluck('person_id')).sort()).toEqual(people);
    expect((await product.db('roles').where({ cycle_id: cycle.id, role: 'reviewer' }).pluck('person_id')).sort()).toEqual(people);
  });

  it('keeps what it copies from when the form comes back with an error', async () => {
    const wrong = await administrator.submit(from, { name_en: '' }, '/staff/cycles');
    const page = cheerio.load(wrong.text);
    expect([wrong.status, page('input[name="from"]').attr('value'), page('#code').attr('value')]).toEqual([
      422,
      '2027-spring',
      '2028-spring',
    ]);
  });
});
