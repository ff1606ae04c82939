import { inTransaction } from '../../src/db/database';
import { addItem, addItemToNextMeeting, listItems, saveItem, getItem } from '../../src/features/agendas';
import type { Collaborative } from '../../src/features/collaboratives';
import { Conflict, NotFound } from '../../src/lib/errors';
import { visitor } from '../../src/lib/actor';
import { plusElapsed } from '../../src/lib/time';
import { testProduct, type TestProduct } from '../support/app';
import { businessItem } from '../support/agenda-scene';
import { aCollaborative, aStoredMeeting } from '../support/builders/meeting';
import { countQueries, emptyTables, onEachEngine } from '../support/database';

onEachEngine((engine) => {
  let product: TestProduct;
  let central: Collaborative;

  beforeAll(async () => {
    product = await testProduct({ engine });
  });
  afterAll(() => product.close());
  beforeEach(async () => {
    await emptyTables(product.db);
    product.clock.moveTo('2026-11-21T20:00:00.000Z');
    central = await aCollaborative(product.deps);
  });

  const add = (meetingId: string, title: string) => inTransaction(product.deps, (tx) => addItem(tx, 'system', meetingId, businessItem(title)));
  const next = () => inTransaction(product.deps, (tx) => addItemToNextMeeting(tx, visitor('en'), central.id, { ...businessItem('Minutes'), kind: 'minutes' }));
  const places = async (meetingId: string) => (await listItems(product.db, meetingId)).map(({ place, kind, title }) => `${place} ${kind} ${title.en}`);

  describe('adding an item', () => {
    it('begins the agenda once and keeps its order', async () => {
      await aStoredMeeting(product.deps, central);
      await add('meeting-1', 'One');
      await add('meeting-1', 'Two');
      expect(await places('meeting-1')).toEqual([
        '1 opening Call to order',
        '2 opening Roll call',
        '3 public_comment Public comment',
        '4 business One',
        '5 business Two',
        '6 closing Adjournment',
      ]);
      expect(await product.db('events').pluck('action')).toEqual(['agendas.itemAdded', 'agendas.itemAdded']);
    });

    it('leaves it for information after the deadline', async () => {
      const meeting = await aStoredMeeting(product.deps, central);
      product.clock.moveTo(plusElapsed(meeting.startsAt, { hours: -72 }));
      const inTime = await add('meeting-1', 'One');
      product.clock.moveTo(plusElapsed(meeting.startsAt, { hours: -72, milliseconds: 1 }));
      const late = await add('meeting-1', 'Two');
      expect([inTime.isInformationOnly, late.isInformationOnly]).toEqual([false, true]);
    });

    it.each(['in_session', 'adjourned', 'cancelled', 'postponed'] as const)('is refused once the meeting is %s', async (status) => {
      await aStoredMeeting(product.deps, central, { status });
      await expect(add('meeting-1', 'One')).rejects.toThrow(Conflict);
      expect(await places('meeting-1')).toEqual([]);
    });
  });

  describe('adding to the next meeting', () => {
    it('takes the first regular one that can still be posted in time', async () => {
      const meetings = [
        ['tomorrow', 'regular', '2026-11-22'],
        ['special', 'special', '2026-11-27'],
        ['cancelled', 'regular', '2026-11-28'],
        ['draft', 'regular', '2026-11-29'],
        ['wanted', 'regular', '2026-12-04'],
        ['later', 'regular', '2026-12-11'],
      ] as const;
      for (const [id, kind, day] of meetings) {
        const status = id === 'cancelled' || id === 'draft' ? id : 'scheduled';
        await aStoredMeeting(product.deps, central, { id, kind, status, startsAt: `${day}T23:00:00.000Z`, endsAt: `${day}T23:30:00.000Z` });
      }
      expect((await next())?.meetingId).toBe('wanted');
    });

    it('answers null where none is planned', async () => {
      expect(await next()).toBeNull();
    });
  });

  it('saves an item over the version that was read, and not over another', async () => {
    await aStoredMeeting(product.deps, central);
    const item = await add('meeting-1', 'One');
    const saved = await saveItem(product.deps, { ...item, outcome: 'decided', outcomeWords: 'Carried' });
    expect([saved.version, await getItem(product.db, item.id)]).toEqual([2, saved]);
    await expect(saveItem(product.deps, item)).rejects.toThrow(Conflict);
    await expect(getItem(product.db, 'none')).rejects.toThrow(NotFound);
  });

  it('lists in one query, however many items', async () => {
    await aStoredMeeting(product.deps, central);
    for (const title of ['One', 'Two', 'Three']) await add('meeting-1', title);
    expect(await countQueries(product.db, () => listItems(product.db, 'meeting-1'))).toBe(1);
  });
});
