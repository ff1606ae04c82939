import { signAnswer } from '../../src/features/advice';
import { returnAnswer } from '../../src/features/advice/answer.actions';
import { nameDeputy } from '../../src/features/deputies/deputy.actions';
import { listEvents } from '../../src/history/events.queries';
import { Forbidden } from '../../src/lib/errors';
import { testProduct, type TestProduct } from '../support/app';
import { aDistrict, type District } from '../support/district/district';
import { actorOf } from '../support/district/people';

let product: TestProduct;
let district: District;

beforeAll(async () => {
  product = await testProduct();
  district = await aDistrict(product);
  const { approver, staff, otherStaff } = district.people;
  const role = await product.db('roles').where({ person_id: approver }).first();
  const days = { startsOn: '2026-11-21', endsOn: '2026-11-30' };
  const naming = { approverId: approver, collaborativeId: role?.collaborative_id ?? '', ...days };
  product.clock.moveTo('2026-11-21T20:00:00.000Z');
  await nameDeputy(product.deps, await actorOf(product.deps, approver), { ...naming, deputyId: otherStaff });
  await product.db('deputies').insert({
    id: 'd2',
    collaborative_id: naming.collaborativeId,
    approver_id: approver,
    deputy_id: staff,
    starts_on: '2026-11-21',
    ends_on: '2026-11-30',
    named_at: product.clock.now(),
  });
});
afterAll(() => product.close());

const version = async (noteId: string): Promise<number> =>
  (await product.db('note_answers').where({ note_id: noteId }).first('version'))?.version ?? 0;

describe('an answer to a note', () => {
  it('is not signed by the staff who wrote it, though they stand in for the approver', async () => {
    const id = district.ids['waitingNote'] ?? '';
    const writer = await actorOf(product.deps, district.people.staff);
    await expect(signAnswer(product.deps, writer, id, await version(id))).rejects.toThrow(Forbidden);
  });

  it('is given back and signed by a deputy, and the record names both', async () => {
    const id = district.ids['waitingNote'] ?? '';
    const deputy = await actorOf(product.deps, district.people.otherStaff);
    await signAnswer(product.deps, deputy, id, await version(id));
    expect(await product.db('note_answers').where({ note_id: id }).first('signed_by', 'signed_for')).toEqual({
      signed_by: district.people.otherStaff,
      signed_for: district.people.approver,
    });
    const line = (await listEvents(product.db, { kind: 'note', id })).at(-1);
    const approver = await product.db('people').where({ id: district.people.approver }).first('name');
    expect([line?.action, line?.capacity, line?.forName]).toEqual(['advice.sign', 'deputy', approver?.name]);
    const returned = district.ids['answeredNote'] ?? '';
    await expect(returnAnswer(product.deps, deputy, returned, { version: await version(returned), words: 'Once more.' })).rejects.toThrow();
  });
});
