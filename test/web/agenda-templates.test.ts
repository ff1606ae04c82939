import * as cheerio from 'cheerio';
import { listItems } from '../../src/features/agendas';
import { testProduct, type TestProduct } from '../support/app';
import { AgendaScene, deskAddress, mainText } from '../support/agenda-scene';
import { signedInAs, type Browser } from '../support/browser';
import { aStoredMeeting } from '../support/builders/meeting';

let product: TestProduct;
let scene: AgendaScene;

beforeAll(async () => {
  product = await testProduct();
  scene = new AgendaScene(product);
});
afterAll(() => product.close());
beforeEach(() => scene.begin());

const list = '/staff/central/agenda-templates';
const beginning = '/meetings/meeting-1/agenda/beginning';
const words = {
  ...{ nameEn: 'Usual evening', nameEs: 'Reunión habitual' },
  ...{ titleEn1: 'Report of the office', titleEs1: 'Informe de la oficina sobre asistencia', minutes1: '15', place1: '2' },
  ...{ titleEn2: 'Advice in hand', place2: '1', purpose2: 'advise', isAction2: 'yes', textEs2: 'Lo que está en curso' },
};
const versions = () => product.db('agenda_templates').orderBy('number').select('template_id', 'number', 'is_retired', 'lines');
const only = async () => (await versions())[0]?.template_id ?? '';
const business = async (id = 'meeting-1') => (await listItems(product.db, id)).filter(({ kind }) => kind === 'business');
const pressedFrom = async (browser: Browser, from: string) => {
  const $ = cheerio.load((await browser.get(beginning)).text);
  return browser.post(beginning, { from, present: String($('[name=present]').val()) }, beginning);
};

describe('the templates of a body', () => {
  it('keep their lines in the order of their places and every version of them, and two who save at once lose nothing', async () => {
    expect((await scene.chair.submit(`${list}/new`, words, list)).status).toBe(303);
    const address = `${list}/${await only()}`;
    expect((await scene.staff.submit(address, { titleEn1: 'Advice under way' }, address)).status).toBe(303);
    const stale = await scene.chair.post(address, { ...words, titleEn1: 'My own words', version: '1' }, list);
    const $ = cheerio.load(stale.text);
    expect([stale.status, $('[name=titleEn1]').val(), $('[name=version]').val()]).toEqual([409, 'My own words', '2']);
    expect((await scene.chair.submit(`${address}?version=1`, {}, address)).status).toBe(303);
    const titles = (await versions()).map(({ lines }) => (JSON.parse(lines) as { title: { en: string } }[]).map(({ title }) => title.en));
    expect(titles).toEqual([
      ['Advice in hand', 'Report of the office'],
      ['Advice under way', 'Report of the office'],
      ['Advice in hand', 'Report of the office'],
    ]);
  });

  it('give a faulty form back with its words', async () => {
    const faulty = await scene.chair.submit(`${list}/new`, { nameEn: '', titleEs1: 'Sin inglés', minutes1: '241' }, list);
    const $ = cheerio.load(faulty.text);
    const faults = $('.app-error-summary a')
      .map((_, link) => $(link).attr('href'))
      .get();
    expect([faulty.status, faults, $('[name=titleEs1]').val()]).toEqual([422, ['#nameEn', '#minutes1', '#titleEn1'], 'Sin inglés']);
    const empty = await scene.chair.submit(`${list}/new`, { nameEn: 'Empty' }, list);
    expect([empty.status, await versions()]).toEqual([422, []]);
  });

  it('begin an agenda once a press, after what stands there, and no more when retired', async () => {
    await scene.chair.submit(`${list}/new`, words, list);
    const id = await only();
    expect((await pressedFrom(scene.chair, id)).status).toBe(303);
    expect((await business()).map(({ title, isAction, minutes }) => [title.en, isAction, minutes])).toEqual([
      ['Safe routes to school', true, 10],
      ['Advice in hand', true, 10],
      ['Report of the office', false, 15],
    ]);
    expect((await scene.chair.post(beginning, { from: id, present: '1' }, beginning)).status).toBe(409);
    await scene.chair.post(`${list}/${id}/retirement`, {}, list);
    await scene.chair.post(`${list}/${id}/retirement`, {}, list);
    expect((await versions()).map(({ number, is_retired }) => [number, Boolean(is_retired)])).toEqual([
      [1, false],
      [2, true],
    ]);
    expect(mainText((await scene.chair.get(beginning)).text)).not.toContain('Reunión habitual');
    expect(mainText((await scene.chair.get(list)).text)).toContain('Ya no se ofrece');
  });

  it('are not needed to copy the last agenda, and an agenda becomes one', async () => {
    await aStoredMeeting(product.deps, scene.central, {
      id: 'old',
      startsAt: '2026-11-06T02:00:00.000Z',
      endsAt: '2026-11-06T04:00:00.000Z',
    });
    await scene.add('Shade', 'old');
    const [shade = ''] = (await business('old')).map(({ id }) => id);
    await scene.add('Put off for a plan', 'old');
    await product.db('agenda_items').where({ meeting_id: 'old' }).update({ outcome: 'postponed' });
    await product.db('agenda_items').where({ id: shade }).update({ outcome: 'no_action' });
    await product.db('meetings').where({ id: 'old' }).update({ status: 'adjourned' });
    expect((await pressedFrom(scene.staff, 'last')).status).toBe(303);
    expect((await business()).map(({ title, carriedFrom }) => [title.en, carriedFrom])).toEqual([
      ['Safe routes to school', null],
      ['Shade', null],
    ]);
    const $ = cheerio.load((await scene.staff.get(`${list}/new?like=meeting-1`)).text);
    expect([$('[name=titleEn1]').val(), $('[name=titleEs2]').val()]).toEqual(['Safe routes to school', 'Shade (es)']);
    expect(cheerio.load((await scene.chair.get(deskAddress)).text)(`a[href="${beginning}"]`).length).toBe(1);
  });

  it('are hidden from plain members and from staff elsewhere, and so are those of another body', async () => {
    await scene.chair.submit(`${list}/new`, words, list);
    const ids: string[] = await product.db('people').whereIn('email', ['bo@example.org', 'sue@example.org']).pluck('id');
    for (const id of ids) {
      const browser = await signedInAs(product, id);
      for (const address of [list, `${list}/new`, `${list}/${await only()}`, beginning]) await browser.get(address).expect(404);
    }
    const sue = await signedInAs(product, ids[1]!);
    await sue.get(`/staff/south/agenda-templates/${await only()}`).expect(404);
  });
});
