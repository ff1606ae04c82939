import { inTransaction } from '../../src/db/database';
import { addItem } from '../../src/features/agendas';
import { visitor } from '../../src/lib/actor';
import { testProduct, type TestProduct } from '../support/app';
import { businessItem, mainText } from '../support/agenda-scene';
import { signedInAs } from '../support/browser';
import { aCollaborative, aStoredMeeting, someoneAs } from '../support/builders/meeting';

let product: TestProduct;

beforeAll(async () => {
  product = await testProduct();
  product.clock.moveTo('2026-11-21T20:00:00.000Z');
});
afterAll(() => product.close());

it('Spanish that is older than the English stands on the desk and in the queue, also on the agenda it is carried to, until somebody says it holds', async () => {
  const central = await aCollaborative(product.deps);
  const staff = await signedInAs(product, (await someoneAs(product.deps, 'staff', central, 'sam@example.org')).id);
  await aStoredMeeting(product.deps, central);
  const page = async (address = '/staff/central/translations') => mainText((await staff.get(address).expect(200)).text);
  const both = { title: { en: 'Shade', es: 'Sombra' }, text: { en: 'Why', es: 'Por qué' } };
  const item = await inTransaction(product.deps, (tx) => addItem(tx, visitor('en'), 'meeting-1', { ...businessItem('Shade'), ...both }));
  const form = `/meetings/meeting-1/agenda/items/${item.id}`;
  const desk = '/meetings/meeting-1/agenda/desk';
  await staff.submit(form, { titleEn: 'More shade' }, form);
  expect(await page()).toContain(
    'More shade On the agenda of Thursday, December 3, 2026, 6:00 PM Pacific Time. Spanish older than the English: title.',
  );
  expect(await page(desk)).toContain('Spanish is older than the English');
  expect(await page(`${form}?lang=es`)).toContain('El inglés se cambió después de escribirse el español');
  expect(await product.db('agenda_items').where({ id: item.id }).pluck('text')).toEqual([JSON.stringify(both.text)]);
  await product.db('agenda_items').where({ id: item.id }).update({ outcome: 'postponed' });
  await product.db('meetings').where({ id: 'meeting-1' }).update({ status: 'adjourned' });
  await aStoredMeeting(product.deps, central, {
    id: 'meeting-2',
    startsAt: '2027-01-08T02:00:00.000Z',
    endsAt: '2027-01-08T04:00:00.000Z',
  });
  const next = '/meetings/meeting-2/agenda/desk';
  await staff.submit(`${next}?lang=en`, { lines: [item.id] }, '/meetings/meeting-2/agenda/carry-over');
  expect(await page(next)).toContain('Spanish is older than the English');
  const { id } = (await product.db('agenda_items').where({ meeting_id: 'meeting-2', carried_item: item.id }).first('id'))!;
  const carried = `/meetings/meeting-2/agenda/items/${id}`;
  await staff.submit(carried, { holds: ['title'] }, carried);
  expect([await page(next), await page()].some((text) => text.includes('older than the English'))).toBe(false);
});
