import * as cheerio from 'cheerio';
import { deliverNote, getNote, writeNote } from '../../src/features/advice';
import { listItems, verifySnapshot } from '../../src/features/agendas';
import { listPriorities } from '../../src/features/priorities';
import { loadActor } from '../../src/features/accounts';
import { testProduct, type TestProduct } from '../support/app';
import { AgendaScene, mainText } from '../support/agenda-scene';
import { signedInAs, visitorBrowser } from '../support/browser';
import { someoneAs } from '../support/builders/meeting';
import { countQueries, onEachEngine } from '../support/database';

onEachEngine((engine) => {
  let product: TestProduct;
  let scene: AgendaScene;

  beforeAll(async () => {
    product = await testProduct({ engine });
    scene = new AgendaScene(product);
  });
  afterAll(() => product.close());
  beforeEach(() => scene.begin());

  const desk = '/staff/central/priorities';
  const open = '/central/priorities';
  const words = (name: string) => ({ titleEn: name, titleEs: `${name} (es)`, textEn: '', textEs: '' });
  const add = async (name: string) => {
    expect((await scene.staff.submit(desk, words(name), desk)).status).toBe(303);
    return (await stored()).find(({ title }) => title.en === name)!.id;
  };
  const stored = () => listPriorities(product.db, scene.central.id);
  const names = async () => (await stored()).map(({ title }) => title.en);
  const publicText = async (address = open) => mainText((await visitorBrowser(product).get(address).expect(200)).text);
  const item = async () => (await listItems(product.db, 'meeting-1'))[3]!;
  const itemAddress = async () => `/meetings/meeting-1/agenda/items/${(await item()).id}`;

  it('are added once, in both languages, and keep their order', async () => {
    const missing = await scene.staff.submit(desk, { ...words('Attendance'), titleEs: '' }, desk);
    const form = cheerio.load(missing.text);
    expect([missing.status, form('.app-error-summary a').attr('href'), form('#titleEn').val()]).toEqual([422, '#titleEs', 'Attendance']);
    const fields = { key: 'form-1', version: '0', ...words('Attendance') };
    expect([(await scene.staff.post(desk, fields)).status, (await scene.staff.post(desk, fields)).status]).toEqual([303, 303]);
    const second = await add('Families');
    expect(await names()).toEqual(['Attendance', 'Families']);
    for (const move of ['up', 'up']) expect((await scene.staff.post(`${desk}/order`, { move: `${second}:${move}` })).status).toBe(303);
    expect(await names()).toEqual(['Families', 'Attendance']);
    expect(await publicText(`${open}?lang=es`)).toContain('Families (es) Todavía no hay nada enlazado a esta prioridad.');
  });

  it('are changed by two people without losing words, retired, put in force again, and deleted while nothing is linked', async () => {
    const id = await add('Attendance');
    const form = { key: id, version: '1' };
    expect((await scene.staff.post(`${desk}/${id}`, { ...form, ...words('Every day') })).status).toBe(303);
    const stale = await scene.staff.post(`${desk}/${id}`, { ...form, ...words('My words') });
    expect([stale.status, cheerio.load(stale.text)('#titleEn').val(), await names()]).toEqual([409, 'My words', ['Every day']]);
    for (const step of ['retirement', 'retirement']) expect((await scene.staff.post(`${desk}/${id}/${step}`)).status).toBe(303);
    expect(await publicText()).not.toContain('Every day');
    expect((await scene.staff.post(`${desk}/${id}/renewal`)).status).toBe(303);
    expect(await publicText()).toContain('Every day');
    expect((await scene.staff.post(`${desk}/${id}/removal`)).status).toBe(303);
    expect(await names()).toEqual([]);
    expect((await scene.staff.post(`${desk}/${id}/removal`)).status).toBe(404);
    expect(await product.db('events').whereLike('action', 'priorities.%').orderBy('place').pluck('action')).toEqual(
      ['added', 'reworded', 'retired', 'renewed', 'removed'].map((verb) => `priorities.${verb}`),
    );
  });

  it('stand on the posted agenda in the words of the posting, in its hash and in the open data', async () => {
    const id = await add('Attendance');
    const other = await add('Families');
    expect((await scene.staff.post(`${desk}/${other}/retirement`)).status).toBe(303);
    const options = cheerio.load((await scene.chair.get(await itemAddress())).text)('#priorityId option');
    expect(options.map((_, option) => cheerio.load(option).text().trim()).get()).toEqual(['Ninguna prioridad', 'Attendance (es)']);
    const refused = await scene.chair.submit(await itemAddress(), { priorityId: other });
    expect([refused.status, cheerio.load(refused.text)('.app-error-summary a').attr('href')]).toEqual([422, '#priorityId']);
    expect((await scene.chair.submit(await itemAddress(), { priorityId: id })).status).toBe(303);
    expect(await publicText()).not.toContain('Safe routes');
    await scene.post(scene.staff);

    expect((await scene.staff.post(`${desk}/${id}`, { key: id, version: '1', ...words('New words') })).status).toBe(303);
    const agenda = await visitorBrowser(product).get('/meetings/meeting-1/agenda');
    expect(cheerio.load(agenda.text)(`a[href="${open}#priority-${id}"]`).text()).toBe('Priority: Attendance');
    expect(await publicText()).toContain('New words On agendas Safe routes to school To come');
    const { snapshot, sha256 } = (await product.db('postings').first('snapshot', 'sha256'))!;
    expect(verifySnapshot(Buffer.from(snapshot))).toMatchObject({ sha256, isExact: true });
    const event = await visitorBrowser(product).get('/meetings/meeting-1.json');
    const [line] = (event.body as { agenda: { order: string; subjects: string[]; extras: object }[] }).agenda.filter(
      ({ order }) => order === '4',
    );
    expect(line).toMatchObject({ subjects: ['Attendance'], extras: { priority: { id, subject_es: 'Attendance (es)' } } });

    expect((await scene.staff.post(`${desk}/${id}/removal`)).status).toBe(409);
    expect((await scene.staff.post(`${desk}/${id}/retirement`)).status).toBe(303);
    expect(await publicText()).toContain('New words No longer in force On agendas Safe routes to school');
    await product.db('meetings').where({ id: 'meeting-1' }).update({ status: 'cancelled' });
    expect(await publicText()).not.toContain('Safe routes');
  });

  it('gather the public notes with their answers, in as many queries for one as for many', async () => {
    const id = await add('Attendance');
    const ana = await actorOf('ana@example.org');
    const write = async (title: string) => {
      const text = { language: 'en', title, background: 'Why', topic: 'safety' as const, recommendations: ['One', 'Two'] };
      return writeNote(product.deps, ana, scene.central.id, { ...text, priorityId: id });
    };
    const note = await write('Draft of ours');
    expect([(await getNote(product.db, note.id)).priority?.id, await publicText()]).toEqual([
      id,
      expect.not.stringContaining('Draft of ours'),
    ]);
    await product.db('notes').where({ id: note.id }).update({ status: 'adopted', adopted_at: '2026-11-20T00:00:00.000Z' });
    await deliverNote(product.deps, ana, note.id);
    expect(await publicText()).toContain(`${note.reference}: Draft of ours Delivered`);
    const page = await visitorBrowser(product).get(`/advice/${note.id}`);
    expect(cheerio.load(page.text)(`a[href="${open}#priority-${id}"]`).text()).toBe('Attendance');
    const count = () =>
      countQueries(product.db, () =>
        visitorBrowser(product)
          .get(open)
          .then(() => undefined),
      );
    await count();
    const one = await count();
    for (const title of ['Two', 'Three']) {
      const { id: noteId } = await write(title);
      await product.db('notes').where({ id: noteId }).update({ status: 'adopted', adopted_at: '2026-11-20T00:00:00.000Z' });
      await add(title);
    }
    expect(await count()).toBe(one);
  });

  const actorOf = async (email: string) => {
    const row = await product.db('people').where({ email }).first('id');
    const actor = await loadActor(product.db, row!.id, '2026-11-21', []);
    return { ...actor!, id: row!.id };
  };

  it('are written by nobody else, and no administrator needs to be staff', async () => {
    const admin = await someoneAs(product.deps, 'administrator', null, 'ad@example.org');
    await (await signedInAs(product, admin.id)).get(desk).expect(200);
    await scene.chair.get(desk).expect(404);
    expect((await scene.chair.post(desk, { key: 'k', version: '0', ...words('Mine') })).status).toBe(404);
    expect([await names(), (await scene.chair.get('/staff/central/meetings')).text.includes(desk)]).toEqual([[], false]);
  });
});
