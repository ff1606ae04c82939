import { insertMinutes, minutesOf } from '../../src/features/minutes/minutes.queries';
import { addVersion } from '../../src/features/minutes/version.queries';
import { renumber, type AgendaItem } from '../../src/features/agendas/agenda-item';
import { loadConsentGroup } from '../../src/features/in-session/consent.queries';
import { AgendaScene, deskAddress, mainText } from '../support/agenda-scene';
import { testProduct, type TestProduct } from '../support/app';
import { signedInAs, visitorBrowser, type Browser } from '../support/browser';
import { anItem } from '../support/builders/agenda';
import { aStoredMeeting } from '../support/builders/meeting';
import { aTable, beginSession, decide, voteOf, type Table } from '../support/builders/session';
import { countQueries, emptyTables } from '../support/database';

let product: TestProduct;
beforeAll(async () => {
  product = await testProduct();
});
afterAll(() => product.close());

describe('an agenda', () => {
  it('is given its group at the desk, posts it, and tells of it in both languages and in the versions', async () => {
    const scene = new AgendaScene(product);
    await scene.begin();
    await scene.add('Chairs for the room');
    expect((await scene.post(scene.staff)).status).toBe(303);
    const { id = '' } = (await product.db('agenda_items').whereLike('title', '%Chairs%').first()) ?? {};
    const form = `/meetings/meeting-1/agenda/items/${id}`;
    const alone = await scene.staff.submit(form, { isAction: [], isConsent: ['yes'], titleEn: 'Chairs, red' }, form);
    expect([alone.status, alone.text.includes('value="Chairs, red"')]).toEqual([422, true]);
    expect(mainText(alone.text)).toContain('Only an item that may be decided can stand in the consent group');
    expect((await scene.staff.submit(form, { isConsent: ['yes'] }, form)).status).toBe(303);
    expect(mainText((await scene.staff.get(deskAddress)).text)).toContain('Chairs for the room (in the consent group or not)');
    expect((await scene.post(scene.staff)).status).toBe(303);
    const visitor = visitorBrowser(product);
    const page = mainText((await visitor.get('/meetings/meeting-1/agenda')).text);
    expect(page).toContain('Consent group: item 5. Routine items that the members take together by one motion. Any member may ask');
    expect(page).toContain('Changed: Chairs for the room (in the consent group or not)');
    expect(mainText((await visitor.get('/meetings/meeting-1/agenda?lang=es')).text)).toContain('Grupo de consentimiento: punto 5.');
    const [first, second] = await product.db('postings').orderBy('number').pluck<string[]>('snapshot');
    expect([first?.includes('isConsent'), second?.includes('"isConsent":true')]).toEqual([false, true]);
    const { id: other = '' } = (await product.db('agenda_items').whereLike('title', '%Safe routes%').first()) ?? {};
    await scene.before(71);
    const posted = `/meetings/meeting-1/agenda/items/${other}`;
    const late = await scene.staff.submit(posted, { isConsent: ['yes'] }, posted);
    expect([late.status, mainText(late.text).includes('this item was posted to be handled by itself')]).toEqual([422, true]);
  });
});

describe('a meeting', () => {
  let table: Table;
  let chair: Browser;
  const session = '/meetings/meeting-1/session';
  const group = `${session}/consent`;
  const allYes = { Ana: 'yes', Bo: 'yes', Cy: 'yes' };
  const seat = (name: string) => table.seats[name] ?? '';
  const take = (item: string, name: string) =>
    chair.submit(group, { [`member_${item}`]: seat(name) }, `${session}/items/${item}/taking-out`);
  const move = (fields: Readonly<Record<string, string>> = {}) =>
    chair.submit(group, { mover: seat('Ana'), seconder: seat('Bo'), ...fields }, `${group}/motion`);
  const outcomes = () => product.db('agenda_items').whereIn('id', ['a', 'b', 'c']).orderBy('id').pluck('outcome');
  const minutesBefore = () => minutesOf(product.db, 'meeting-0');

  async function vote(choices: Readonly<Record<string, string>>) {
    const [id = ''] = await product.db('motions').where({ status: 'moved' }).pluck<string[]>('id');
    return chair.submit(`${session}/items/b`, voteOf(table, choices), `${session}/motions/${id}/vote`);
  }

  beforeEach(async () => {
    await emptyTables(product.db);
    const line = (id: string, given: Partial<AgendaItem> = {}) => anItem(id, { meetingId: 'meeting-1', ...given });
    const items = renumber([
      line('call', { kind: 'opening', isAction: false }),
      line('comment', { kind: 'public_comment', isAction: false }),
      line('a', { isConsent: true }),
      line('b', { isConsent: true, approvesMinutesOf: 'meeting-0' }),
      line('c', { isConsent: true }),
      line('adjourn', { kind: 'closing', isAction: false }),
    ]);
    table = await aTable(product, { items });
    await aStoredMeeting(product.deps, table.collaborative, { id: 'meeting-0', status: 'adjourned' });
    const record = { format: 1, items: [], attendance: [], movements: [], meeting: {} } as never;
    const when = {
      compiledAt: '2026-11-20T20:00:00.000Z',
      circulatedAt: '2026-11-20T20:00:00.000Z',
      approvedAt: null,
      approvedByMotion: null,
    };
    const words = { opening: '', items: {}, closing: '' };
    await insertMinutes(product.db, {
      id: 'minutes-0',
      meetingId: 'meeting-0',
      status: 'circulated',
      record,
      text: words,
      ...when,
      version: 1,
    });
    const circulated = { minutesId: 'minutes-0', stage: 'circulated', text: words, reason: '', savedBy: null } as const;
    await addVersion(product.db, { ...circulated, savedAt: '2026-11-07T20:00:00.000Z', approvedAt: null, approvedByMotion: null });
    product.clock.moveTo('2026-12-04T01:50:00.000Z');
    chair = await signedInAs(product, table.people['Ana'] ?? '');
    await beginSession(product, chair, table);
  });

  it('takes out what a member asks for, carries the rest by one motion, and minutes both', async () => {
    expect(mainText((await chair.get(session)).text)).toContain('Consent group: items 3, 4, and 5');
    expect((await chair.get(`${session}/items/a`)).text).not.toContain('items/a/motion');
    expect((await chair.post(`${session}/items/a/motion`, { motion: 'A', mover: seat('Ana'), seconder: seat('Bo') })).status).toBe(409);
    const gone = await take('c', 'Di');
    expect([gone.status, mainText(gone.text).includes('Choose a member who is here')]).toEqual([422, true]);
    expect((await take('c', 'Cy')).status).toBe(303);
    expect(mainText((await chair.get(group)).text)).toContain('Taken out of the consent group at the request of Cy.');
    const late = await move({ seen: 'a,b,c', motion: 'All of them.' });
    expect([late.status, late.text.includes('All of them.'), mainText(late.text).includes('The group changed')]).toEqual([409, true, true]);
    expect((await move()).headers['location']).toBe(`${session}/items/a`);
    expect((await chair.post(`${session}/items/a/taking-out`, { member_a: seat('Bo') })).status).toBe(409);
    expect((await chair.post(`${session}/items/b/outcome`, { outcome: 'no_action', words: '', version: '1' })).status).toBe(409);
    expect((await chair.post(`${session}/adjournment`)).status).toBe(409);
    expect(mainText((await chair.get(`${session}/items/b`)).text)).toContain('Consent group: one motion decides items 3 and 4 together.');
    expect((await vote(allYes)).status).toBe(303);
    expect(await outcomes()).toEqual(['decided', 'decided', null]);
    const [motion] = await product.db('motions');
    expect(await minutesBefore()).toMatchObject({ status: 'approved', approvedByMotion: motion?.id });
    expect(mainText((await chair.post(`${session}/adjournment`)).text)).toContain('have no outcome yet: 5.');
    await decide(chair, table, 'c', { Ana: 'no', Bo: 'no', Cy: 'yes' });
    expect((await chair.post(`${session}/adjournment`)).status).toBe(303);
    await chair.post('/meetings/meeting-1/minutes/compilation');
    const record = (await minutesOf(product.db, 'meeting-1'))?.record.items ?? [];
    const lines = record
      .slice(2, 5)
      .map((item) => [item.takenOutBy, item.motions.map(({ number, together, votes }) => [number, together, votes.length])]);
    expect(lines).toEqual([
      [undefined, [[1, [3, 4], 5]]],
      [undefined, [[1, [3, 4], 5]]],
      ['Cy', [[2, undefined, 5]]],
    ]);
    const shown = mainText((await chair.get('/meetings/meeting-1/minutes?lang=es')).text);
    expect(shown).toContain('Grupo de consentimiento: una sola moción decide juntos los puntos 3 y 4.');
    expect(shown).toContain('Se sacó del grupo de consentimiento a petición de Cy.');
  });

  it('decides every item of a motion that fails, and runs nothing that hangs on its carrying', async () => {
    const few = await countQueries(product.db, () => loadConsentGroup(product.db, 'meeting-1'));
    expect((await take('c', 'Bo')).status).toBe(303);
    expect(await countQueries(product.db, () => loadConsentGroup(product.db, 'meeting-1'))).toBe(few);
    expect((await chair.submit(group, {}, `${session}/items/c/putting-back`)).status).toBe(303);
    expect((await move()).status).toBe(303);
    expect((await vote({ Ana: 'no', Bo: 'no', Cy: 'yes' })).status).toBe(303);
    expect(await outcomes()).toEqual(['decided', 'decided', 'decided']);
    expect(await product.db('motions').pluck('status')).toEqual(['failed']);
    expect(await minutesBefore()).toMatchObject({ status: 'circulated' });
    expect(await product.db('events').whereLike('action', 'inSession.%').orderBy('place').pluck('action')).toEqual([
      'inSession.begun',
      'inSession.rollCalled',
      'inSession.takenOut',
      'inSession.putBack',
      'inSession.moved',
      'inSession.failed',
    ]);
    expect((await chair.post(`${session}/adjournment`)).status).toBe(303);
  });
});
