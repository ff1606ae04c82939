import type { Collaborative } from '../../src/features/collaboratives';
import { inTransaction } from '../../src/db/database';
import { addItem, type AgendaItem } from '../../src/features/agendas';
import { saveTask } from '../../src/features/translations/translation.queries';
import { visitor } from '../../src/lib/actor';
import { Conflict } from '../../src/lib/errors';
import { testProduct, type TestProduct } from '../support/app';
import { businessItem, mainText } from '../support/agenda-scene';
import { signedInAs, visitorBrowser, type Browser } from '../support/browser';
import { aCollaborative, aMember, aStoredMeeting, someoneAs } from '../support/builders/meeting';
import { countQueries, emptyTables, onEachEngine } from '../support/database';

onEachEngine((engine) => {
  let product: TestProduct;
  let central: Collaborative;
  let staff: Browser;
  let people: { sam: string; ana: string };

  beforeAll(async () => {
    product = await testProduct({ engine });
  });
  afterAll(() => product.close());

  beforeEach(async () => {
    await emptyTables(product.db);
    product.clock.moveTo('2026-11-21T20:00:00.000Z');
    central = await aCollaborative(product.deps);
    const ana = await aMember(product.deps, central, { seat: 'C-1', office: 'chair' });
    const sam = await someoneAs(product.deps, 'staff', central, 'sam@example.org');
    people = { sam: sam.id, ana: ana.id };
    staff = await signedInAs(product, sam.id);
    await aStoredMeeting(product.deps, central);
  });

  const queue = '/staff/central/translations';
  const add = (title: string, words: Partial<Pick<AgendaItem, 'title' | 'text'>> = {}, meetingId = 'meeting-1') =>
    inTransaction(product.deps, (tx) => addItem(tx, visitor('en'), meetingId, { ...businessItem(title), ...words }));
  const page = async (browser = staff, address = queue) => mainText((await browser.get(address).expect(200)).text);
  const assign = (fields: Record<string, string | string[]>) => staff.post(`${queue}/assignment`, { owner: '', due: '', ...fields });
  const tasks = () => product.db('translation_tasks').select('part', 'owner_id', 'due_on', 'version').orderBy('version');

  it('lists what lacks Spanish on agendas to come, with who translates it and until when; it leaves when the Spanish is there', async () => {
    expect(await page()).toContain('Everything on the agendas to come is in both languages.');
    const item = await add('Shade in yards', { title: { en: 'Shade in yards' }, text: { en: 'Why now' } });
    await product.db('meetings').update({ title: JSON.stringify({ en: 'Winter meeting' }) });
    await aStoredMeeting(product.deps, central, { id: 'over', status: 'adjourned', title: { en: 'Over' } });
    await aStoredMeeting(product.deps, central, { id: 'draft', status: 'draft', title: { en: 'Secret' } });
    const before = await page();
    expect(before).toContain('2texts wait 2without a person 0late');
    expect(before).toContain('Shade in yards On the agenda of');
    expect([before.includes('Missing in Spanish: title and text'), /Over|Secret|Call to order/.test(before)]).toEqual([true, false]);

    const texts = [`meeting-1:${item.id}:0`, 'meeting-1:title:0'];
    expect((await assign({ texts, owner: people.ana, due: '2026-11-25' })).headers['location']).toBe(queue);
    expect(await page()).toContain('Ana Reyes, until November 25, 2026');
    product.clock.moveTo('2026-11-26T20:00:00.000Z');
    staff = await signedInAs(product, people.sam);
    expect(await page(staff, `${queue}?lang=es`)).toContain('2textos esperan 0sin persona encargada 2con retraso');

    await product
      .db('agenda_items')
      .where({ id: item.id })
      .update({ title: JSON.stringify({ en: 'Shade', es: 'Sombra' }), text: JSON.stringify({ en: '' }) });
    const after = await page();
    expect([after.includes('1texts wait'), after.includes('Shade'), after.includes('Winter meeting')]).toEqual([true, false, true]);
    const history = await product.db('events').where({ action: 'translations.assigned' }).pluck('subject_id');
    expect(history).toEqual(['meeting-1', 'meeting-1']);
  });

  it('keeps what was chosen when nothing is ticked, the day is over, or another was first', async () => {
    const item = await add('Shade', { title: { en: 'Shade' } });
    const tick = `meeting-1:${item.id}:0`;
    expect((await assign({ owner: people.sam })).status).toBe(422);
    const past = await assign({ texts: tick, owner: people.sam, due: '2026-11-20' });
    expect([past.status, past.text.includes('value="2026-11-20"'), past.text.includes(`value="${tick}" checked`)]).toEqual([
      422,
      true,
      true,
    ]);
    expect((await assign({ texts: tick, owner: 'somebody' })).status).toBe(422);
    expect(await tasks()).toEqual([]);
    expect((await assign({ texts: tick, owner: people.sam })).status).toBe(303);
    const stale = await assign({ texts: tick, owner: people.ana, due: '2026-11-30' });
    expect([stale.status, stale.text.includes('value="2026-11-30"'), await tasks()]).toEqual([
      409,
      true,
      [{ part: item.id, owner_id: people.sam, due_on: null, version: 1 }],
    ]);
    expect((await assign({ texts: tick.replace(/0$/, '1'), owner: people.ana })).status).toBe(303);
    expect(await tasks()).toEqual([{ part: item.id, owner_id: people.ana, due_on: null, version: 2 }]);
    const late = { meetingId: 'meeting-1', part: item.id, ownerId: null, dueOn: null };
    for (const version of [0, 1]) await expect(saveTask(product.db, { ...late, version })).rejects.toThrow(Conflict);
  });

  it('is for those who build agendas here, and costs the same queries, one text or three', async () => {
    const south = await aCollaborative(product.deps, 'south');
    const other = await signedInAs(product, (await someoneAs(product.deps, 'staff', south, 'sue@example.org')).id);
    const member = await signedInAs(product, (await aMember(product.deps, central, { seat: 'C-2', email: 'bo@example.org' })).id);
    for (const browser of [other, member])
      expect([(await browser.get(queue)).status, (await browser.post(`${queue}/assignment`, {})).status]).toEqual([404, 404]);
    expect((await visitorBrowser(product).get(queue)).status).toBe(303);
    const chair = await signedInAs(product, people.ana);
    await add('One', { title: { en: 'One' } });
    await page(chair);
    const one = await countQueries(product.db, () => page(chair));
    for (const title of ['Two', 'Three']) await add(title, { title: { en: title } });
    await aStoredMeeting(product.deps, south, { id: 'south-1', title: { en: 'Canary' } });
    expect(await countQueries(product.db, () => page(chair))).toBe(one);
    expect(await page(chair)).toMatch(/^(?!.*Canary).*3texts wait/);
    expect(await page(staff, '/staff/central/meetings')).toContain('Texts to translate');
  });
});
