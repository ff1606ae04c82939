import { askAgainForApprovals, minutesOf, minutesStillDue, remindOfMinutes } from '../../src/features/minutes';
import { addVersion } from '../../src/features/minutes/version.queries';
import { testProduct, type TestProduct } from '../support/app';
import { signedInAs } from '../support/browser';
import { aStoredMeeting, someoneAs } from '../support/builders/meeting';
import { aTable, holdMeeting, type Table } from '../support/builders/session';
import { mails } from '../support/mailbox';

const page = '/meetings/meeting-1/minutes';
let product: TestProduct;
let table: Table;

beforeAll(async () => {
  product = await testProduct();
  table = await aTable(product);
  product.clock.moveTo('2026-12-04T01:50:00.000Z');
  await holdMeeting(product, await signedInAs(product, table.people['Ana'] ?? ''), table);
});
afterAll(() => product.close());

describe('minutes that are due', () => {
  it('are asked for on day 7 and 10, of the secretary and the staff, until circulated', async () => {
    await someoneAs(product.deps, 'staff', table.collaborative, 'sam@example.org');
    const remindOn = async (day: string) => {
      product.clock.moveTo(`2026-12-${day}T18:00:00.000Z`);
      await remindOfMinutes(product.deps);
      await remindOfMinutes(product.deps);
      return (await mails(product.deps, 'minutes.due')).map(({ to_address: address }) => address).sort();
    };
    expect(await remindOn('09')).toEqual([]);
    expect(await remindOn('10')).toEqual(['eli@example.org', 'sam@example.org']);
    expect(await remindOn('13')).toHaveLength(4);
    const [mail] = await mails(product.deps, 'minutes.due');
    const isDue = minutesStillDue['minutes.due']!;
    expect(await isDue(product.deps, mail as never)).toBe(true);
    const chair = await signedInAs(product, table.people['Ana'] ?? '');
    await chair.post(`${page}/compilation`);
    await chair.post(`${page}/circulation`, { version: '1' });
    expect(await isDue(product.deps, mail as never)).toBe(false);
    expect(await remindOn('20')).toHaveLength(4);
  });
});

describe('a correction of approved minutes', () => {
  const asked = () => product.db('agenda_items').where({ approves_minutes_of: 'meeting-1' }).orderBy('meeting_id').pluck('meeting_id');
  const meets = (number: number, day: string) =>
    aStoredMeeting(product.deps, table.collaborative, {
      id: `meeting-${number}`,
      startsAt: `${day}T02:00:00.000Z`,
      endsAt: `${day}T04:00:00.000Z`,
    });

  it('is asked for again when its meeting falls out, once, and not after a meeting has refused it', async () => {
    const { id, text } = (await minutesOf(product.db, 'meeting-1'))!;
    const savedAt = product.clock.now();
    await product.db('agenda_items').where({ approves_minutes_of: 'meeting-1' }).delete();
    await product.db('minutes').where({ id }).update({ status: 'approved', approved_at: savedAt });
    const open = { stage: 'proposed' as const, approvedAt: null, approvedByMotion: null };
    await addVersion(product.db, { ...open, minutesId: id, text, reason: 'A name', savedAt, savedBy: table.people['Eli'] ?? '' });
    await meets(2, '2027-01-08');
    await meets(3, '2027-02-05');
    await askAgainForApprovals(product.deps);
    expect(await asked()).toEqual(['meeting-2']);
    await product.db('meetings').where({ id: 'meeting-2' }).update({ status: 'cancelled' });
    await askAgainForApprovals(product.deps);
    await askAgainForApprovals(product.deps);
    expect(await asked()).toEqual(['meeting-2', 'meeting-3']);
    await product.db('agenda_items').where({ meeting_id: 'meeting-3', approves_minutes_of: 'meeting-1' }).update({ outcome: 'decided' });
    await meets(4, '2027-03-05');
    await askAgainForApprovals(product.deps);
    expect(await asked()).toEqual(['meeting-2', 'meeting-3']);
  });
});
