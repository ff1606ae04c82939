import { scanReminders } from '../../src/features/messages';
import type { Collaborative } from '../../src/features/collaboratives';
import { testProduct, type TestProduct } from '../support/app';
import { aCollaborative, aMember, aStoredMeeting, someoneAs } from '../support/builders/meeting';
import { emptyTables } from '../support/database';
import { mails } from '../support/mailbox';

let product: TestProduct;
let central: Collaborative;
let bo: string;

beforeAll(async () => {
  product = await testProduct();
});
afterAll(() => product.close());

/** A regular meeting on Thursday, December 10, 2026 at 18:00: its agenda is in time until Monday at 18:00. */
beforeEach(async () => {
  await emptyTables(product.db);
  product.clock.moveTo('2026-11-21T20:00:00.000Z');
  central = await aCollaborative(product.deps);
  await aMember(product.deps, central, { name: 'Ana', email: 'ana@example.org', seat: 'C-1', office: 'chair' });
  bo = (await aMember(product.deps, central, { name: 'Bo', email: 'bo@example.org', seat: 'C-2' })).id;
  await someoneAs(product.deps, 'staff', central, 'sam@example.org');
  const times = { startsAt: '2026-12-11T02:00:00.000Z', endsAt: '2026-12-11T04:00:00.000Z', changedAt: '2026-11-20T20:00:00.000Z' };
  await aStoredMeeting(product.deps, central, times);
});

const told = async (kind: string) => (await mails(product.deps, kind)).map(({ to_address: to }) => to.split('@')[0]).sort();
const scanAt = async (at: string, kind: string) => {
  product.clock.moveTo(at);
  await scanReminders(product.deps);
  await scanReminders(product.deps);
  return (await told(kind)).length;
};

describe('whoever runs meetings', () => {
  const kind = 'agenda.toPost';
  const at = (moment: string) => scanAt(moment, kind);

  it('is reminded to post 7, 5 and 4 days before and four hours before it is too late, officers and staff each once', async () => {
    expect([await at('2026-12-04T01:59:00.000Z'), await at('2026-12-04T02:00:00.000Z')]).toEqual([0, 2]);
    expect(await told(kind)).toEqual(['ana', 'sam']);
    expect([await at('2026-12-06T02:00:00.000Z'), await at('2026-12-07T02:00:00.000Z')]).toEqual([4, 6]);
    expect([await at('2026-12-07T21:59:00.000Z'), await at('2026-12-07T22:00:00.000Z'), await at('2026-12-08T02:01:00.000Z')]).toEqual([
      6, 8, 8,
    ]);
    const subjects = new Set((await mails(product.deps, kind)).map(({ subject }) => subject));
    expect([...subjects].sort()).toEqual(['4 hours left: the agenda of December 10, 2026', 'Please post the agenda of December 10, 2026']);
  });

  it('is not reminded once the agenda is up, the meeting is called off, or where no clock runs', async () => {
    for (const change of [{ status: 'posted' }, { status: 'cancelled' }, { status: 'draft' }, { kind: 'community' }] as const) {
      await product.db('meetings').update({ status: 'scheduled', kind: 'regular', ...change });
      expect(await at('2026-12-06T02:00:00.000Z')).toBe(0);
    }
  });

  it('is not reminded of a day that was over when the meeting was planned or moved', async () => {
    await product.db('meetings').update({ changed_at: '2026-12-05T20:00:00.000Z' });
    expect([await at('2026-12-05T20:10:00.000Z'), await at('2026-12-06T02:00:00.000Z')]).toEqual([0, 2]);
  });
});

describe('whoever took something on', () => {
  const kind = 'actionItem.due';
  const at = (day: string) => scanAt(`${day}T18:00:00.000Z`, kind);

  it('is reminded 7 and 1 days before, the day after and each week, until it is done', async () => {
    const task = { id: 'task-1', meeting_id: 'meeting-1', item_id: null, text: 'Write to the board', owner_id: bo, due_on: '2026-12-28' };
    await product.db('action_items').insert({ ...task, status: 'open', made_at: '2026-12-11T03:00:00.000Z', version: 1 });
    expect([await at('2026-12-20'), await at('2026-12-21'), await at('2026-12-26'), await at('2026-12-27')]).toEqual([0, 1, 1, 2]);
    expect([await at('2026-12-28'), await at('2026-12-29'), await at('2027-01-04'), await at('2027-01-05')]).toEqual([2, 3, 3, 4]);
    const sent = await mails(product.deps, kind);
    expect(new Set(sent.map(({ to_address: to }) => to))).toEqual(new Set(['bo@example.org']));
    expect(sent.map(({ subject }) => subject)).toContain('It was to be done by December 28, 2026');
    expect(sent[0]?.text).toContain('Write to the board');
    await product.db('action_items').update({ status: 'done' });
    expect(await at('2027-01-12')).toBe(4);
  });
});
