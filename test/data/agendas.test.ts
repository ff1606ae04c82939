import { inTransaction } from '../../src/db/database';
import { addItem, addItemToNextMeeting, carryOver, getItem, listItems, listUnfinished, saveItem, type ItemOutcome } from '../../src/features/agendas';
import type { Collaborative } from '../../src/features/collaboratives';
import { Conflict, NotFound } from '../../src/lib/errors';
import { visitor, type Actor } from '../../src/lib/actor';
import { plusElapsed } from '../../src/lib/time';
import { testProduct, type TestProduct } from '../support/app';
import { businessItem } from '../support/agenda-scene';
import { aCollaborative, aMeeting, aStoredMeeting, someoneAs } from '../support/builders/meeting';
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

  describe('what earlier meetings left over', () => {
    let sam: string;
    beforeEach(async () => {
      sam = (await someoneAs(product.deps, 'staff', central, 'sam@example.org')).id;
    });
    const held = async (id: string, day: string, outcomes: readonly (ItemOutcome | null)[]) => {
      const at = { startsAt: `${day}T02:00:00.000Z`, endsAt: `${day}T04:00:00.000Z` };
      await aStoredMeeting(product.deps, central, { id, ...at });
      const made = [];
      for (const [index, outcome] of outcomes.entries()) {
        const { id: itemId } = await add(id, `${id} ${index}`);
        await product.db('agenda_items').where({ id: itemId }).update({ outcome, is_action: false, presenter: 'Bo', note_id: 'note-1' });
        made.push(itemId);
      }
      await product.db('meetings').where({ id }).update({ status: 'adjourned' });
      return made;
    };
    const paper = (id: string, itemId: string, given: object = {}) =>
      product.db('attachments').insert({
        ...{ id, meeting_id: 'old', item_id: itemId, title: '{"en":"Plan"}', name: `${id}.pdf`, kind: 'pdf', bytes: 10, sha256: 'a'.repeat(64) },
        ...{ readable: 'yes', added_at: '2026-10-01T00:00:00.000Z', added_by: sam, published_at: '2026-10-01T00:00:00.000Z', removed_at: null },
        ...given,
      });
    const offered = async () => (await listUnfinished(product.db, aMeeting({ collaborativeId: central.id }))).map(({ item, papers }) => `${item.title.en} ${papers}`);
    const staff = (): Actor => ({ ...visitor('en'), id: sam, grants: [{ role: 'staff', collaborativeId: central.id, cycleId: null }] });

    it('is what they put off in half a year, and what the last of them did not reach', async () => {
      await held('ancient', '2026-06-03', ['postponed']);
      await held('edge', '2026-06-05', ['postponed']);
      await held('old', '2026-10-02', ['postponed', null, 'no_action', 'decided']);
      const [untouched, noted] = await held('last', '2026-11-06', [null, null, 'postponed']);
      await product.db('meeting_notes').insert({ item_id: noted!, text: 'Heard.', saved_at: '2026-11-06T03:00:00.000Z', version: 1 });
      await aStoredMeeting(product.deps, central);
      await paper('p-1', untouched!);
      await paper('p-2', untouched!, { removed_at: '2026-10-02T00:00:00.000Z' });
      expect(await offered()).toEqual(['edge 0 0', 'old 0 0', 'last 0 1', 'last 2 0']);
      expect(await countQueries(product.db, offered)).toBe(1);
    });

    it('comes with words, note and papers, says where it came from, and comes once', async () => {
      const [first, second] = await held('old', '2026-10-02', ['postponed', 'postponed']);
      await aStoredMeeting(product.deps, central);
      await paper('p-1', first!);
      await paper('p-2', first!, { removed_at: '2026-10-02T00:00:00.000Z' });
      const order = { meetingId: 'meeting-1', itemIds: [first!, 'none'] };
      expect([await carryOver(product.deps, staff(), order), await carryOver(product.deps, staff(), order)]).toEqual([1, 0]);
      const taken = (await listItems(product.db, 'meeting-1')).filter(({ kind }) => kind === 'business');
      expect(taken).toMatchObject([
        { presenter: 'Bo', noteId: 'note-1', outcome: null, carriedFrom: { itemId: first, meetingId: 'old', startsAt: '2026-10-02T02:00:00.000Z' } },
      ]);
      const papers = await product.db('attachments').where({ meeting_id: 'meeting-1' }).select('item_id', 'sha256', 'published_at', 'removed_at');
      expect(papers).toEqual([{ item_id: taken[0]!.id, sha256: 'a'.repeat(64), published_at: null, removed_at: null }]);
      expect(await offered()).toEqual(['old 1 0']);
      await product.db('meetings').where({ id: 'meeting-1' }).update({ status: 'cancelled' });
      expect(await offered()).toEqual(['old 0 1', 'old 1 0']);
      await expect(carryOver(product.deps, staff(), { meetingId: 'meeting-1', itemIds: [second!] })).rejects.toThrow(Conflict);
    });

    it('is refused whole where the papers would weigh too much, and to who does not run the meeting', async () => {
      const [first] = await held('old', '2026-10-02', ['postponed']);
      await aStoredMeeting(product.deps, central);
      await paper('p-1', first!, { bytes: 60_000_000 });
      await paper('p-2', first!, { bytes: 40_000_001 });
      const order = { meetingId: 'meeting-1', itemIds: [first!] };
      await expect(carryOver(product.deps, staff(), order)).rejects.toMatchObject({ key: 'agendas.papers.noRoom' });
      await expect(carryOver(product.deps, visitor('en'), order)).rejects.toThrow(NotFound);
      expect(await listItems(product.db, 'meeting-1')).toEqual([]);
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
