import * as cheerio from 'cheerio';
import type { Collaborative } from '../../src/features/collaboratives';
import { inTransaction, migrationsDirectory } from '../../src/db/database';
import { migrationSource } from '../../src/db/migration-source';
import { writeNote, type NoteStatus } from '../../src/features/advice';
import type { MinutesText } from '../../src/features/minutes/minutes';
import { addItem, type AgendaItem } from '../../src/features/agendas';
import { saveTask } from '../../src/features/translations/translation.queries';
import { visitor } from '../../src/lib/actor';
import { Conflict } from '../../src/lib/errors';
import { testProduct, type TestProduct } from '../support/app';
import { businessItem, mainText } from '../support/agenda-scene';
import { signedInAs, visitorBrowser, type Browser } from '../support/browser';
import { aCollaborative, aMember, aStoredMeeting, someoneAs } from '../support/builders/meeting';
import { actorOf } from '../support/district/people';
import { countQueries, emptyTables, onEachEngine } from '../support/database';

const minutesAndNotes = { migrationSource: migrationSource(migrationsDirectory), name: '20261201003840_translate_minutes_and_notes' };

/** Minutes of a meeting with one item. */
const recordOf = (id: string) => ({
  ...{ format: 1, attendance: [], movements: [], quorum: { seats: 1, needed: 1, spans: [] } },
  meeting: {
    id,
    kind: 'regular',
    title: { en: 'Of' },
    startsAt: '2026-12-04T02:00:00.000Z',
    place: 'Library',
    begunAt: null,
    adjournedAt: null,
  },
  items: [
    {
      ...{ id: 'a', number: 1, kind: 'business', title: { en: 'Talk', es: 'Charla' }, isAction: false, outcome: null, outcomeWords: '' },
      ...{ motions: [], actionItems: [] },
    },
  ],
});

onEachEngine((engine) => {
  let seats = 0;
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
    expect(await page()).toContain('Nothing waits: agendas to come, minutes and notes are in both languages.');
    const item = await add('Shade in yards', { title: { en: 'Shade in yards' }, text: { en: 'Why now' } });
    await product.db('meetings').update({ title: JSON.stringify({ en: 'Winter meeting' }) });
    await aStoredMeeting(product.deps, central, { id: 'over', status: 'adjourned', title: { en: 'Over' } });
    await aStoredMeeting(product.deps, central, { id: 'draft', status: 'draft', title: { en: 'Secret' } });
    const before = await page();
    expect(before).toContain('2texts wait 2without a person 0late');
    expect(before).toContain('Shade in yards On the agenda of');
    expect([before.includes('Missing in Spanish: title and text'), /Over|Secret|Call to order/.test(before)]).toEqual([true, false]);

    const texts = [`agenda:meeting-1:${item.id}:0`, 'agenda:meeting-1:title:0'];
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

  it('keeps its tasks when minutes and notes come to it, and the agenda ones when they go', async () => {
    const task = { meeting_id: 'meeting-1', part: 'title', owner_id: people.sam, due_on: '2026-12-01', version: 3 };
    await product.db.migrate.down(minutesAndNotes);
    await product.db('translation_tasks').insert(task);
    await product.db.migrate.up(minutesAndNotes);
    const { meeting_id: subject, ...rest } = task;
    expect(await product.db('translation_tasks')).toEqual([{ kind: 'agenda', subject_id: subject, ...rest }]);
    await product
      .db('translation_tasks')
      .insert({ kind: 'note', subject_id: 'n', part: 'words', owner_id: null, due_on: null, version: 1 });
    await product.db.migrate.down(minutesAndNotes);
    expect(await product.db('translation_tasks')).toEqual([task]);
    await product.db.migrate.up(minutesAndNotes);
  });

  it('keeps what was chosen when nothing is ticked, the day is over, or another was first', async () => {
    const item = await add('Shade', { title: { en: 'Shade' } });
    const tick = `agenda:meeting-1:${item.id}:0`;
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
    const late = { kind: 'agenda' as const, subjectId: 'meeting-1', part: item.id, ownerId: null, dueOn: null };
    for (const version of [0, 1]) await expect(saveTask(product.db, { ...late, version })).rejects.toThrow(Conflict);
  });

  const words = {
    language: 'en',
    title: 'Shade',
    background: 'It is hot.',
    topic: 'facilities' as const,
    recommendations: ['Plant trees.'],
  };
  const write = async (status: NoteStatus, given: Partial<typeof words> = {}) => {
    const author = await aMember(product.deps, central, { seat: `N-${(seats += 1)}`, email: `bo${seats}@example.org` });
    const { id } = await writeNote(product.deps, await actorOf(product.deps, author.id), central.id, { ...words, ...given });
    await product
      .db('notes')
      .where({ id })
      .update({ status, adopted_at: status === 'open' || status === 'draft' ? null : product.clock.now() });
    return id;
  };
  const minute = async (id: string, text: Partial<MinutesText>, status = 'circulated') => {
    await aStoredMeeting(product.deps, central, { id, status: 'adjourned', title: { en: `Of ${id}`, es: `De ${id}` } });
    await product.db('minutes').insert({
      ...{ id: `minutes-${id}`, meeting_id: id, status: status as 'circulated', version: 1, compiled_at: product.clock.now() },
      ...{ record: JSON.stringify(recordOf(id)), text: JSON.stringify({ opening: '', items: {}, closing: '', ...text }) },
    });
  };
  const reword = (id: string, text: Partial<MinutesText>) =>
    product
      .db('minutes')
      .where({ meeting_id: id })
      .update({ text: JSON.stringify({ opening: '', items: {}, closing: '', ...text }) });
  const translate = (of: string, fields: Record<string, string>, browser = staff) =>
    browser.submit(`${queue}/${of}`, fields, `${queue}/${of}`);

  it('has minutes until they are approved; their translation stands beside them, and is older once the text changes', async () => {
    await minute('held', { opening: 'Welcome', items: { a: 'A talk.' } });
    await minute('locked', { opening: 'Done' }, 'approved');
    const before = await page();
    expect(before).toContain('1texts wait');
    expect(before).toMatch(/Of held Minutes of .* Missing in Spanish: 2 passages\. Nobody yet/);
    expect((await assign({ texts: 'minutes:held:words:0', owner: people.sam })).status).toBe(303);

    const personal = await translate('minutes/held', { words_opening: 'Llame al 323-555-0188', words_a: 'Una charla.' });
    expect([
      personal.status,
      mainText(personal.text).includes('Take out the e-mail address'),
      personal.text.includes('Una charla.'),
    ]).toEqual([422, true, true]);
    expect((await translate('minutes/held', { words_opening: 'Bienvenida' })).headers['location']).toBe(queue);
    expect(await page()).toMatch(/Missing in Spanish: 1 passage\. sam/i);
    const read = (locale: string) => page(visitorBrowser(product), `/meetings/held/minutes?lang=${locale}`);
    expect(await read('es')).toMatch(/Usted lee una traducción\. .*Bienvenida.*A talk\./);
    expect(await read('en')).toMatch(/^(?!.*translation).*Welcome/);

    await reword('held', { opening: 'Welcome to all', items: { a: 'A talk.' } });
    expect(await page()).toContain('Missing in Spanish: 1 passage. Older than the text: 1 passage.');
    expect(await read('es')).toMatch(/es más antigua que el texto\. .*Bienvenida/);
    await translate('minutes/held', { words_opening: 'Bienvenida', words_a: 'Una charla.' });
    expect(await page()).toContain('Older than the text: 1 passage.');
    await translate('minutes/held', { words_opening: 'Bienvenida', words_a: 'Una charla.', holds_opening: 'yes' });
    expect(await page()).not.toContain('Of held');
    expect(JSON.parse((await product.db('minutes').where({ meeting_id: 'held' }).first())!.text)).toMatchObject({
      opening: 'Welcome to all',
    });

    await translate('minutes/held', { words_opening: '', words_a: 'Una charla.' });
    expect([await product.db('translated_texts').pluck('part'), (await page()).includes('Missing in Spanish: 1 passage.')]).toEqual([
      ['a'],
      true,
    ]);
    const history = await product.db('events').where({ action: 'translations.written' }).select('subject_kind', 'subject_id');
    expect(history).toEqual(Array.from({ length: 4 }, () => ({ subject_kind: 'meeting', subject_id: 'held' })));
  });

  it('keeps the words of who was second, or too late, and shows what stands', async () => {
    await minute('held', { opening: 'Welcome' });
    const chair = await signedInAs(product, people.ana);
    const form = await chair.get(`${queue}/minutes/held`);
    const seen = String(cheerio.load(form.text)('[name=seen]').val());
    await translate('minutes/held', { words_opening: 'Primera' });
    const send = () => chair.post(`${queue}/minutes/held`, { seen, words_opening: 'Segunda' });
    const second = await send();
    expect([second.status, second.text.includes('>Segunda</textarea>'), mainText(second.text).includes('Saved now: Primera')]).toEqual([
      409,
      true,
      true,
    ]);
    await product.db('minutes').update({ status: 'approved' });
    const late = await send();
    expect([late.status, late.text.includes('>Segunda</textarea>'), mainText(late.text).includes('Save the Spanish')]).toEqual([
      409,
      true,
      false,
    ]);
    expect(await product.db('translated_texts').pluck('words')).toEqual(['Primera']);
  });

  it('has notes from their opening to their delivery, each for those who may read it', async () => {
    const [draft, open, adopted, spanish] = [
      await write('draft', { title: 'Secret draft' }),
      await write('open', { title: 'Open shade' }),
      await write('adopted', { title: 'Adopted shade' }),
      await write('adopted', { language: 'es', title: 'Sombra' }),
    ];
    await write('delivered', { title: 'Frozen' });
    const chair = await signedInAs(product, people.ana);
    const [forStaff, forChair] = [await page(), await page(chair)];
    expect([forStaff, forChair].map((text) => /Secret|Frozen/.test(text))).toEqual([false, false]);
    expect([forStaff, forChair].map((text) => [text.includes('Open shade'), text.includes('Adopted shade')])).toEqual([
      [false, true],
      [true, true],
    ]);
    expect(forStaff).toMatch(/Sombra Advisory note C-2026-04\. Missing in English: 3 passages\..*Write the English/);
    const statuses = async (browser: Browser) =>
      Promise.all([draft, open, adopted].map(async (id) => (await browser.get(`${queue}/note/${id}`)).status));
    expect([await statuses(staff), await statuses(chair)]).toEqual([
      [404, 404, 200],
      [404, 200, 200],
    ]);
    const frozen = await product.db('notes').where({ id: adopted }).first();
    const fields = { words_title: 'Sombra adoptada', words_background: 'Hace calor.', 'words_recommendation-1': 'Plantar.' };
    expect((await translate(`note/${adopted}`, fields)).status).toBe(303);
    expect(await page()).not.toContain('Adopted shade');
    expect(await product.db('notes').where({ id: adopted }).first()).toEqual(frozen);
    const read = await page(visitorBrowser(product), `/advice/${adopted}?lang=es`);
    expect(read).toMatch(/Usted lee una traducción\..*Sombra adoptada.*Hace calor\..*Plantar\./);
    expect(await page(visitorBrowser(product), `/advice/${spanish}?lang=es`)).not.toContain('Usted lee una traducción');
    await product.db('notes').where({ id: adopted }).update({ status: 'delivered' });
    expect((await translate(`note/${adopted}`, { ...fields, words_title: 'Otra' })).status).toBe(409);
    expect((await staff.get(`${queue}/agenda/meeting-1`)).status).toBe(404);
  });

  it('is for those who build agendas here, and costs the same queries, one text or three', async () => {
    const south = await aCollaborative(product.deps, 'south');
    const other = await signedInAs(product, (await someoneAs(product.deps, 'staff', south, 'sue@example.org')).id);
    const member = await signedInAs(product, (await aMember(product.deps, central, { seat: 'C-2', email: 'bo@example.org' })).id);
    await minute('held', { opening: 'Hello' });
    for (const browser of [other, member])
      for (const address of [queue, `${queue}/minutes/held`, '/staff/south/translations/minutes/held'])
        expect([
          (await browser.get(address)).status,
          (await browser.post(address === queue ? `${queue}/assignment` : address, {})).status,
        ]).toEqual([404, 404]);
    expect((await visitorBrowser(product).get(queue)).status).toBe(303);
    const chair = await signedInAs(product, people.ana);
    await add('One', { title: { en: 'One' } });
    await write('adopted');
    await page(chair);
    const one = await countQueries(product.db, () => page(chair));
    for (const title of ['Two', 'Three']) await add(title, { title: { en: title } });
    for (const id of ['first', 'second']) await minute(id, { opening: 'Hello' });
    for (const title of ['Note one', 'Note two']) await write('adopted', { title });
    await aStoredMeeting(product.deps, south, { id: 'south-1', title: { en: 'Canary' } });
    expect(await countQueries(product.db, () => page(chair))).toBe(one);
    expect(await page(chair)).toMatch(/^(?!.*Canary).*9texts wait/);
    expect(await page(staff, '/staff/central/meetings')).toContain('Texts to translate');
  });
});
