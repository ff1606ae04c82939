import { getMeeting, listMeetings, listNextMeetings, nextMeeting, saveMeeting } from '../../src/features/meetings';
import { listForCalendar } from '../../src/features/meetings/meeting.queries';
import type { Recording } from '../../src/features/meetings/recording';
import { deleteRecording, findRecording, insertRecording, listRecordings, saveRecording } from '../../src/features/meetings/recording.queries';
import { findRsvp, listRsvps, saveRsvp } from '../../src/features/meetings/rsvp.queries';
import type { Collaborative } from '../../src/features/collaboratives';
import { Conflict, NotFound } from '../../src/lib/errors';
import { testProduct, type TestProduct } from '../support/app';
import { aCollaborative, aMember, aMeeting, aStoredMeeting } from '../support/builders/meeting';
import { emptyTables, onEachEngine } from '../support/database';

const now = '2026-11-21T20:00:00.000Z';

onEachEngine((engine) => {
  let product: TestProduct;
  let central: Collaborative;

  beforeAll(async () => {
    product = await testProduct({ engine });
  });
  afterAll(() => product.close());
  beforeEach(async () => {
    await emptyTables(product.db);
    central = await aCollaborative(product.deps);
    const south = await aCollaborative(product.deps, 'south');
    const days = [
      ['past', '2026-10-02', 'adjourned', central],
      ['draft', '2026-11-25', 'draft', central],
      ['off', '2026-11-26', 'cancelled', central],
      ['first', '2026-12-04', 'scheduled', central],
      ['second', '2026-12-11', 'posted', central],
      ['elsewhere', '2026-12-01', 'posted', south],
    ] as const;
    for (const [id, day, status, body] of days)
      await aStoredMeeting(product.deps, body, { id, status, startsAt: `${day}T02:00:00.000Z`, endsAt: `${day}T04:00:00.000Z` });
  });

  const ids = async (options: Parameters<typeof listMeetings>[3]) => (await listMeetings(product.db, central.id, now, options)).rows.map(({ id }) => id);

  it('lists what is to come soonest first, the rest newest first, drafts only when asked', async () => {
    expect(await ids({ when: 'upcoming' })).toEqual(['off', 'first', 'second']);
    expect(await ids({ when: 'past' })).toEqual(['past']);
    expect(await ids({})).toEqual(['second', 'first', 'off', 'past']);
    expect(await ids({ withDrafts: true })).toEqual(['second', 'first', 'off', 'draft', 'past']);
  });

  it('pages without leaving one out or naming one twice', async () => {
    const seen: string[] = [];
    for (let cursor: string | undefined; ;) {
      const page = await listMeetings(product.db, central.id, now, { withDrafts: true, size: 2, cursor });
      seen.push(...page.rows.map(({ id }) => id));
      if (page.next === null) break;
      cursor = page.next;
    }
    expect(seen).toEqual(['second', 'first', 'off', 'draft', 'past']);
  });

  it('finds the next meeting, and the next with an agenda', async () => {
    expect((await nextMeeting(product.db, central.id, now))?.id).toBe('first');
    expect((await nextMeeting(product.db, central.id, now, { posted: true }))?.id).toBe('second');
    expect(await nextMeeting(product.db, central.id, '2027-01-01T00:00:00.000Z')).toBeUndefined();
    expect((await listNextMeetings(product.db, now)).map(({ id }) => id)).toEqual(['elsewhere', 'first', 'second']);
  });

  it('keeps called-off meetings in the calendar and leaves drafts out', async () => {
    expect((await listForCalendar(product.db, central.id, '2026-11-01T00:00:00.000Z')).map(({ id }) => id)).toEqual(['off', 'first', 'second']);
  });

  it('keeps a meeting as it was given, and saves over the version that was read only', async () => {
    const meeting = await getMeeting(product.db, 'first');
    expect(meeting).toEqual(
      aMeeting({ id: 'first', collaborativeId: central.id, startsAt: '2026-12-04T02:00:00.000Z', endsAt: '2026-12-04T04:00:00.000Z' }),
    );
    const saved = await saveMeeting(product.deps, { ...meeting, place: 'Elsewhere' });
    expect([saved.version, await getMeeting(product.db, 'first')]).toEqual([2, saved]);
    await expect(saveMeeting(product.deps, meeting)).rejects.toThrow(Conflict);
    await expect(getMeeting(product.db, 'none')).rejects.toThrow(NotFound);
  });

  it('keeps one answer a member', async () => {
    const ana = await aMember(product.deps, central, { seat: 'C-1' });
    const answer = { meetingId: 'first', personId: ana.id, reason: '', answeredAt: now };
    await saveRsvp(product.db, { ...answer, answer: 'coming' });
    await saveRsvp(product.db, { ...answer, answer: 'remote' });
    expect((await findRsvp(product.db, 'first', ana.id))?.answer).toBe('remote');
    expect((await listRsvps(product.db, 'first')).map(({ name, answer: said }) => [name, said])).toEqual([['Ana Reyes', 'remote']]);
    expect(await findRsvp(product.db, 'second', ana.id)).toBeUndefined();
  });

  it('keeps recordings in the order they came, each form once, and saves over the version that was read only', async () => {
    const ana = await aMember(product.deps, central, { seat: 'C-1' });
    const one: Recording = {
      ...{ id: 'one', meetingId: 'past', url: 'https://video.example.org/1', language: 'es', captionsUrl: null, transcriptUrl: null },
      ...{ addedAt: now, addedBy: ana.id, version: 1 },
    };
    const list = async () => (await listRecordings(product.db, 'past')).map(({ id, adderName, captionsUrl }) => [id, adderName, captionsUrl]);
    const added = [await insertRecording(product.db, one, 'form-1'), await insertRecording(product.db, { ...one, id: 'again' }, 'form-1')];
    expect(added).toEqual([true, false]);
    await insertRecording(product.db, { ...one, id: 'earlier', addedAt: '2026-11-20T20:00:00.000Z' }, 'form-2');
    await saveRecording(product.db, { ...one, captionsUrl: 'https://video.example.org/c' });
    await expect(saveRecording(product.db, one)).rejects.toThrow(Conflict);
    expect(await list()).toEqual([
      ['earlier', 'Ana Reyes', null],
      ['one', 'Ana Reyes', 'https://video.example.org/c'],
    ]);
    expect([await findRecording(product.db, 'first', 'one'), await deleteRecording(product.db, 'one'), await deleteRecording(product.db, 'one')]).toEqual([
      undefined,
      1,
      0,
    ]);
  });
});
