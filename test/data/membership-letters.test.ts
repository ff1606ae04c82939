import { endMembership } from '../../src/features/membership/membership.actions';
import { endLeave, moveToSeat, reappoint, takeBackEnding, takeLeave } from '../../src/features/membership/life.actions';
import { getMembership } from '../../src/features/membership';
import { loadSessionActor } from '../../src/features/accounts';
import { testProduct, type TestProduct } from '../support/app';
import { aCollaborative, aMembership, aSeat, someone, staffOf } from '../support/builders/seat';

const whenEnded = (): Promise<void> => Promise.resolve();
let product: TestProduct;

beforeAll(async () => {
  product = await testProduct();
});
afterAll(() => product.close());

it('who has no address gets every letter on paper in their language, the staff theirs by mail; a death takes back the paper that waits', async () => {
  const { deps, db, clock } = product;
  clock.moveTo('2026-11-21T20:00:00.000Z');
  const central = await aCollaborative(deps);
  const ana = await someone(deps, 'Ana Reyes', { email: null, locale: 'es' });
  const staff = (await loadSessionActor(deps, (await staffOf(deps, central.id)).id, clock.now(), []))!;
  const { id } = await aMembership(deps, (await aSeat(deps, central.id)).id, ana.id);
  const other = await aSeat(deps, central.id, { code: 'COM-1', constituency: 'community' });
  const version = async () => (await getMembership(db, id)).version;

  const leave = await takeLeave(deps, staff, id, { startsOn: '2026-11-21', endsOn: '2026-12-31', reason: 'Una operación' });
  await endLeave(deps, staff, leave.id, '2026-11-25');
  await endMembership(deps, staff, id, { reason: 'removed', lastDay: '2026-11-30', version: await version(), whenEnded });
  await takeBackEnding(deps, staff, id, await version());
  await reappoint(deps, staff, id, { startsOn: '2027-07-01', endsOn: '2029-06-30' });
  await moveToSeat(deps, staff, id, { seatId: other.id, on: '2026-12-01', endsOn: '2027-06-30', version: await version() });

  const paper = await db('paper_letters').where('person_id', ana.id).select('subject', 'status', 'locale');
  const mails = await db('outbox').select('subject', 'to_address');
  expect(paper.map(({ subject }) => subject).sort()).toEqual([
    'Su licencia del Colaborativo del Distrito Local Central empieza el 21 de noviembre de 2026',
    'Su licencia del Colaborativo del Distrito Local Central: un cambio',
    'Su lugar en el Colaborativo del Distrito Local Central: último día, 30 de noviembre de 2026',
    'Su nuevo lugar en el Colaborativo del Distrito Local Central',
    'Un periodo más en el Colaborativo del Distrito Local Central',
    'Usted sigue en el Colaborativo del Distrito Local Central',
  ]);
  expect(mails.map(({ subject }) => subject).sort()).toEqual([
    'Ana Reyes has a further term on the Local District Central Collaborative',
    'Ana Reyes is on leave from November 21, 2026',
    'Ana Reyes leaves the Local District Central Collaborative: last day November 30, 2026',
    'Ana Reyes moves to seat COM-1',
    'Ana Reyes stays on the Local District Central Collaborative',
    'The leave of Ana Reyes: a change',
  ]);
  expect(new Set(paper.map(({ status, locale }) => `${status} ${locale}`))).toEqual(new Set(['waiting es']));
  expect(new Set(mails.map(({ to_address: to }) => to))).toEqual(new Set(['sam.staff@example.org']));

  await endMembership(deps, staff, id, { reason: 'died', lastDay: '2026-11-21', version: await version(), whenEnded });
  expect(new Set(await db('paper_letters').where('person_id', ana.id).pluck('status'))).toEqual(new Set(['dropped']));
});
