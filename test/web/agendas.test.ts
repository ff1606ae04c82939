import * as cheerio from 'cheerio';
import { listItems, postedItemIds } from '../../src/features/agendas';
import { testProduct, type TestProduct } from '../support/app';
import { AgendaScene, deskAddress, mainText, postingAddress, titlesOn } from '../support/agenda-scene';
import { signedInAs, visitorBrowser } from '../support/browser';
import { aStoredMeeting, someoneAs } from '../support/builders/meeting';

let product: TestProduct;
let scene: AgendaScene;

beforeAll(async () => {
  product = await testProduct();
  scene = new AgendaScene(product);
});
afterAll(() => product.close());
beforeEach(() => scene.begin());

const kinds = () => product.db('outbox').orderBy('id').pluck('kind');

describe('the agenda desk', () => {
  it('begins with the items every agenda has, numbered, with the added one before the end', async () => {
    const page = await scene.chair.get(deskAddress).expect(200);
    expect(titlesOn(page.text)).toEqual([
      'Apertura de la sesión',
      'Pase de lista',
      'Comentarios del público',
      'Safe routes to school (es)',
      'Cierre de la sesión',
    ]);
  });

  it('adds an item, keeps the words of a faulty one, and says what is wrong', async () => {
    const faulty = await scene.chair.submit('/meetings/meeting-1/agenda/items/new', {
      titleEn: '',
      minutes: '900',
      titleEs: 'Presupuesto',
    });
    expect(faulty.status).toBe(422);
    expect(cheerio.load(faulty.text)('.app-error-summary li').length).toBe(2);
    expect(cheerio.load(faulty.text)('[name=titleEs]').attr('value')).toBe('Presupuesto');

    const added = await scene.chair.submit('/meetings/meeting-1/agenda/items/new', {
      titleEn: 'Budget',
      titleEs: 'Presupuesto',
      minutes: '20',
    });
    expect(added.status).toBe(303);
    expect((await listItems(product.db, 'meeting-1')).map((item) => [item.place, item.title.en])).toEqual([
      [1, 'Call to order'],
      [2, 'Roll call'],
      [3, 'Public comment'],
      [4, 'Safe routes to school'],
      [5, 'Budget'],
      [6, 'Adjournment'],
    ]);
  });

  it('moves an item by its button, says so, and returns to the button', async () => {
    await scene.add('Budget');
    const items = await listItems(product.db, 'meeting-1');
    const moved = await scene.chair.post('/meetings/meeting-1/agenda/order', { move: `${items[4]!.id}:up` }, deskAddress);
    expect(moved.headers['location']).toBe(`${deskAddress}#up-${items[4]!.id}`);
    const page = await scene.chair.follow(moved);
    expect(cheerio.load(page.text)('[role=status]').text()).toBe('«Budget (es)» es ahora el número 4 de 6.');
    expect(cheerio.load(page.text)(`button#up-${items[4]!.id}`).length).toBe(1);
  });

  it('shows both texts when another saved first, and saves over it the second time', async () => {
    const [, , , item] = await listItems(product.db, 'meeting-1');
    const address = `/meetings/meeting-1/agenda/items/${item!.id}`;
    await scene.staff.submit(address, { titleEn: 'Safe streets' });
    const stale = await scene.chair.post(
      address,
      { titleEn: 'Safe ways', titleEs: '', purpose: 'advise', minutes: '10', version: '1' },
      deskAddress,
    );
    expect(stale.status).toBe(409);
    const $ = cheerio.load(stale.text);
    expect($('#stale dd').first().text()).toBe('Safe streets');
    expect($('[name=titleEn]').attr('value')).toBe('Safe ways');
    const again = await scene.chair.post(
      address,
      { titleEn: 'Safe ways', purpose: 'advise', minutes: '10', version: String($('[name=version]').attr('value')) },
      deskAddress,
    );
    expect(again.status).toBe(303);
    expect((await listItems(product.db, 'meeting-1'))[3]!.title.en).toBe('Safe ways');
  });

  it('takes an item off, but never a fixed one', async () => {
    const items = await listItems(product.db, 'meeting-1');
    const fixed = await scene.chair.post(`/meetings/meeting-1/agenda/items/${items[2]!.id}/removal`, { version: '1' }, deskAddress);
    expect(fixed.status).toBe(409);
    const removed = await scene.chair.post(`/meetings/meeting-1/agenda/items/${items[3]!.id}/removal`, { version: '1' }, deskAddress);
    expect(removed.status).toBe(303);
    expect((await listItems(product.db, 'meeting-1')).map(({ title }) => title.en)).toEqual([
      'Call to order',
      'Roll call',
      'Public comment',
      'Adjournment',
    ]);
  });

  it('offers what the last meeting left over in one press, and the public reads where it came from', async () => {
    const old = { id: 'old', startsAt: '2026-11-06T02:00:00.000Z', endsAt: '2026-11-06T04:00:00.000Z' };
    await aStoredMeeting(product.deps, scene.central, old);
    await scene.add('Shade', 'old');
    await product.db('agenda_items').where({ meeting_id: 'old', kind: 'business' }).update({ outcome: 'postponed' });
    await product.db('meetings').where({ id: 'old' }).update({ status: 'adjourned' });
    const sent = await scene.chair.submit(deskAddress, {}, '/meetings/meeting-1/agenda/carry-over');
    expect(mainText((await scene.chair.follow(sent)).text)).toContain('Viene de la reunión del 5 de noviembre de 2026');
    await scene.post(scene.staff);
    const link = cheerio.load((await visitorBrowser(product).get('/meetings/meeting-1/agenda')).text)('#item-5 a[href="/meetings/old"]');
    expect(link.text()).toBe('Carried over from the meeting of November 5, 2026');
    expect(cheerio.load((await scene.chair.get(deskAddress)).text)('#left-over').length).toBe(0);
  });

  it('shows how the text of an item will read, with nothing lost and nothing saved', async () => {
    const [, , , item] = await listItems(product.db, 'meeting-1');
    for (const address of ['/meetings/meeting-1/agenda/items/new', `/meetings/meeting-1/agenda/items/${item!.id}`]) {
      const shown = await scene.chair.submit(address, {
        titleEn: '',
        minutes: '900',
        textEn: '**Bold** <b>no</b>',
        textEs: '',
        do: 'preview',
      });
      const $ = cheerio.load(shown.text);
      expect([shown.status, $('#preview strong').text(), $('#preview b').length, $('#preview h3').text()]).toEqual([
        200,
        'Bold',
        0,
        'En inglés',
      ]);
      expect([$('[name=minutes]').val(), $('.app-error-summary').length]).toEqual(['900', 0]);
    }
    expect((await listItems(product.db, 'meeting-1')).map(({ version }) => version)).toEqual([1, 1, 1, 1, 1]);
  });

  it('links an item to a public note and to no other, and the public agenda leads there', async () => {
    const note = (id: string, adopted: string | null) => ({
      ...{
        id,
        reference: `C-2026-0${id}`,
        collaborative_id: scene.central.id,
        status: adopted === null ? 'open' : 'adopted',
        topic: 'safety',
      },
      ...{ title: `{"en":"Note ${id}"}`, background: '{"en":""}', addressee: '{"en":""}', drafted_at: '2026-11-01T00:00:00.000Z' },
      ...{ adopted_at: adopted, version: 1 },
    });
    await product.db('notes').insert([note('1', '2026-11-02T00:00:00.000Z'), note('2', null)] as never);
    const [, , , item] = await listItems(product.db, 'meeting-1');
    const address = `/meetings/meeting-1/agenda/items/${item!.id}`;
    const options = cheerio.load((await scene.chair.get(address)).text)('#noteId option');
    expect(options.map((_, option) => cheerio.load(option).text().trim()).get()).toEqual([
      'Ninguna nota',
      'Nota de recomendación C-2026-01: Note 1',
    ]);
    const draft = await scene.chair.submit(address, { noteId: '2' });
    expect([draft.status, cheerio.load(draft.text)('.app-error-summary a').attr('href')]).toEqual([422, '#noteId']);
    expect((await scene.chair.submit(address, { noteId: '1' })).status).toBe(303);
    await scene.post(scene.staff);
    const shown = await visitorBrowser(product).get('/meetings/meeting-1/agenda');
    expect(cheerio.load(shown.text)('a[href="/advice/1"]').text()).toBe('Advisory note C-2026-01: Note 1');
    await product.db('notes').where({ id: '1' }).update({ status: 'withdrawn' });
    expect((await visitorBrowser(product).get('/meetings/meeting-1/agenda')).text).not.toContain('Note 1');
  });

  it('is hidden from plain members, staff elsewhere and approvers, and asks visitors to sign in', async () => {
    const approver = await someoneAs(product.deps, 'approver', scene.central, 'ap@example.org');
    const others: unknown[] = await product.db('people').whereIn('email', ['bo@example.org', 'sue@example.org']).pluck('id');
    for (const id of [...others, approver.id]) await (await signedInAs(product, id as string)).get(deskAddress).expect(404);
    await visitorBrowser(product).get(deskAddress).expect(303);
  });
});

describe('posting the agenda', () => {
  it('is accepted at exactly 72 hours and tells each member once, in their language, with the calendar part', async () => {
    await scene.before(72);
    const posted = await scene.post(scene.chair, { putUpAt: 'Glass case\n\nSchool office' });
    expect(posted.headers['location']).toBe('/meetings/meeting-1/notice');
    const mails = await product.db('outbox').orderBy('to_address').select('kind', 'to_address', 'subject');
    expect(mails).toEqual([
      {
        kind: 'agenda.posted',
        to_address: 'ana@example.org',
        subject: 'Orden del día para el 3 de diciembre de 2026: Reunión de diciembre',
      },
      { kind: 'agenda.posted', to_address: 'bo@example.org', subject: 'Agenda for December 3, 2026: December meeting' },
    ]);
    expect(await product.db('events').where({ action: 'agendas.posted' }).pluck('capacity')).toEqual(['chair']);
  });

  it('is refused one millisecond later with the two ways out, and nothing is kept', async () => {
    await scene.before(72, 1);
    const page = await scene.staff.get(deskAddress).expect(200);
    const ways = cheerio
      .load(page.text)('#late a')
      .map((_, link) => cheerio.load(link)('a').attr('href'))
      .get();
    expect(ways).toEqual(['/meetings/meeting-1/schedule?kind=special#kind', '/meetings/meeting-1/schedule#date']);
    const seen = String(cheerio.load(page.text)('[name=seen]').attr('value'));
    const refused = await scene.chair.post(
      postingAddress,
      { seen, putUpAt: '', lateReason: 'The chair may not give one' },
      '/meetings/meeting-1/agenda/items/new',
    );
    expect(refused.status).toBe(422);
    expect([await product.db('postings').pluck('id'), await kinds()]).toEqual([[], []]);
  });

  it('may be done late by staff with a reason, and then takes no action', async () => {
    await scene.before(71);
    expect((await scene.post(scene.staff, { lateReason: '' })).status).toBe(422);
    expect((await scene.post(scene.staff, { lateReason: 'The printer broke' })).status).toBe(303);
    const page = await visitorBrowser(product).get('/meetings/meeting-1/agenda').expect(200);
    expect(mainText(page.text)).toContain(
      'This agenda was posted late. The meeting may inform and listen; it decides nothing. Reason: The printer broke',
    );
    expect(mainText(page.text)).not.toContain('Action Some words');
    expect([...(await postedItemIds(product.db, 'meeting-1'))]).toEqual([]);
  });

  it('makes one version and one set of mails from two browsers', async () => {
    await scene.before(80);
    const seen = String(
      cheerio
        .load((await scene.staff.get(deskAddress)).text)('[name=seen]')
        .attr('value'),
    );
    const [one, two] = await Promise.all([
      scene.post(scene.chair),
      scene.staff.post(postingAddress, { seen, putUpAt: '', lateReason: '' }, deskAddress),
    ]);
    expect([one.status, two.status]).toEqual([303, 303]);
    expect(await product.db('postings').pluck('number')).toEqual([1]);
    expect(await kinds()).toEqual(['agenda.posted', 'agenda.posted']);
  });

  it('refuses words the poster has not seen', async () => {
    await scene.before(80);
    const seen = String(
      cheerio
        .load((await scene.chair.get(deskAddress)).text)('[name=seen]')
        .attr('value'),
    );
    await scene.add('Slipped in');
    expect((await scene.chair.post(postingAddress, { seen, putUpAt: '' }, deskAddress)).status).toBe(409);
  });

  it('makes a new version of changes, tells what changed, and leaves late items for information', async () => {
    await scene.before(80);
    await scene.post(scene.chair);
    await scene.before(70);
    await scene.add('Budget');
    expect((await scene.post(scene.chair)).status).toBe(303);
    expect(await scene.post(scene.chair).catch((error: unknown) => String(error))).toBe(
      'Error: no such form: /meetings/meeting-1/agenda/posting',
    );
    expect(await kinds()).toEqual(['agenda.posted', 'agenda.posted', 'agenda.changed', 'agenda.changed']);
    const items = await listItems(product.db, 'meeting-1');
    expect(items.map(({ title, isInformationOnly }) => [title.en, isInformationOnly])).toEqual([
      ['Call to order', false],
      ['Roll call', false],
      ['Public comment', false],
      ['Safe routes to school', false],
      ['Budget', true],
      ['Adjournment', false],
    ]);
    expect((await postedItemIds(product.db, 'meeting-1')).has(items[4]!.id)).toBe(false);
    const page = await visitorBrowser(product).get('/meetings/meeting-1/agenda').expect(200);
    expect(mainText(page.text)).toContain('Added: Budget');
  });

  it('says what is missing', async () => {
    await product.db('meetings').update({ access_contact: '', papers_address: '' });
    const page = await scene.chair.get(deskAddress);
    expect(cheerio.load(page.text)('#missing li').length).toBe(2);
    expect((await scene.post(scene.chair)).status).toBe(422);
  });
});
