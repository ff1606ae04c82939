import { Conflict, NotFound } from '../../src/lib/errors';
import { insertCheckIn, listCheckIns } from '../../src/features/in-session/check-in.queries';
import { findCurrentItem, saveCurrentItem } from '../../src/features/in-session/current-item.queries';
import { getDeviceByToken, insertDevice, listDevices, saveRevocation } from '../../src/features/room/device.queries';
import { loadRemoteUses } from '../../src/features/meetings';
import { insertItem, listItems, saveItem } from '../../src/features/agendas/agenda-item.queries';
import { listMovements, replaceAttendance, insertMovement, listNamedAttendance } from '../../src/features/in-session/attendance.queries';
import { deleteTakenOut, insertTakenOut, listTakenOut } from '../../src/features/in-session/consent.queries';
import {
  getException,
  insertException,
  insertExceptionVotes,
  isByException,
  listExceptions,
  saveException,
} from '../../src/features/in-session/exception.queries';
import { findNote, saveNote } from '../../src/features/in-session/item.queries';
import { insertMotion, insertVotes, listMotions, saveMotion } from '../../src/features/in-session/motion.queries';
import { sessionRecord } from '../../src/features/in-session';
import type { AttendanceStatus } from '../../src/features/in-session/attendance';
import {
  findApprovalItem,
  insertApproval,
  listApprovals,
  listLeftUnapproved,
  listWaitingForApproval,
} from '../../src/features/minutes/approval.queries';
import { insertMinutes, minutesOf, saveMinutes } from '../../src/features/minutes/minutes.queries';
import { addVersion } from '../../src/features/minutes/version.queries';
import { testProduct, type TestProduct } from '../support/app';
import { anItem } from '../support/builders/agenda';
import { aCollaborative, aStoredMeeting } from '../support/builders/meeting';
import { aTable, type Table } from '../support/builders/session';
import { countQueries, emptyTables, onEachEngine } from '../support/database';

onEachEngine((engine) => {
  let product: TestProduct;
  let table: Table;

  beforeAll(async () => {
    product = await testProduct({ engine });
  });
  afterAll(() => product.close());
  beforeEach(async () => {
    await emptyTables(product.db);
    table = await aTable(product);
  });

  const seat = (name: string) => table.seats[name] ?? '';
  const line = (name: string, status: AttendanceStatus, version = 1) => ({
    id: `roll-${name}-${version}`,
    meetingId: 'meeting-1',
    membershipId: seat(name),
    status,
    reason: '',
    recordedAt: '2026-12-04T02:04:00.000Z',
    version,
  });
  const motion = {
    id: 'motion-1',
    meetingId: 'meeting-1',
    itemId: 'a',
    number: 1,
    text: 'Go',
    status: 'moved' as const,
    movedAt: '2026-12-04T02:05:00.000Z',
    decidedAt: null,
    version: 1,
  };
  const made = () => ({ ...motion, moverId: seat('Ana'), seconderId: seat('Bo') });
  const draft = {
    id: 'minutes-1',
    meetingId: 'meeting-1',
    status: 'circulated' as const,
    record: { format: 1 } as never,
    text: { opening: '', items: {}, closing: '' },
    compiledAt: '2026-12-05T02:00:00.000Z',
    circulatedAt: '2026-12-05T02:00:00.000Z',
    approvedAt: null,
    approvedByMotion: null,
    version: 1,
  };

  it('replaces a roll call whole and counts who took part from afar that year', async () => {
    await replaceAttendance(product.db, 'meeting-1', [line('Ana', 'remote'), line('Bo', 'present')]);
    await replaceAttendance(product.db, 'meeting-1', [line('Bo', 'remote', 2), line('Cy', 'remote', 2)]);
    expect((await listNamedAttendance(product.db, 'meeting-1')).map(({ name, status, version }) => [name, status, version])).toEqual([
      ['Bo', 'remote', 2],
      ['Cy', 'remote', 2],
    ]);
    const beside = (id: string, startsAt: string) => loadRemoteUses(product.db, { ...table.meeting, id, startsAt }, 'brown');
    const bo = table.people['Bo'] ?? '';
    expect((await beside('another', '2026-12-30T02:00:00.000Z'))?.used.get(bo)).toEqual({ held: 1, planned: 0 });
    expect((await beside('another', '2027-01-30T02:00:00.000Z'))?.used.size).toBe(0);
    expect((await beside('meeting-1', table.meeting.startsAt))?.used.size).toBe(0);
    expect(await loadRemoteUses(product.db, table.meeting, 'greene')).toBeNull();
  });

  it('keeps one check-in a member, the current item by its version, and a device by the hash of its token until it is revoked', async () => {
    const at = '2026-12-04T01:50:00.000Z';
    const come = (later: string) => insertCheckIn(product.db, 'meeting-1', { membershipId: seat('Bo'), at: later });
    expect([await come(at), await come('2026-12-04T01:55:00.000Z')]).toEqual([true, false]);
    expect([...(await listCheckIns(product.db, 'meeting-1'))]).toEqual([[seat('Bo'), { membershipId: seat('Bo'), at }]]);
    const now = { meetingId: 'meeting-1', itemId: 'a', since: at };
    await saveCurrentItem(product.db, { ...now, version: 0 });
    await expect(saveCurrentItem(product.db, { ...now, itemId: 'b', version: 2 })).rejects.toThrow(Conflict);
    expect(await findCurrentItem(product.db, 'meeting-1')).toEqual({ ...now, version: 1 });
    const device = { id: 'device-1', meetingId: 'meeting-1', kind: 'desk' as const, madeAt: at, revokedAt: null };
    await insertDevice(product.db, device, 'the token');
    expect(await getDeviceByToken(product.db, 'the token')).toEqual(device);
    await expect(getDeviceByToken(product.db, 'another')).rejects.toThrow(NotFound);
    await expect(saveRevocation(product.db, { ...device, meetingId: 'another' }, at)).rejects.toThrow(NotFound);
    expect([await saveRevocation(product.db, device, at), await saveRevocation(product.db, device, at)]).toEqual([true, false]);
    expect(await listDevices(product.db, 'meeting-1')).toEqual([]);
  });

  it('keeps a motion that waits for its second, and one that died without', async () => {
    await insertMotion(product.db, { ...made(), seconderId: null, status: 'waiting' });
    const [waiting] = await listMotions(product.db, 'meeting-1');
    expect(waiting).toEqual({ ...made(), seconderId: null, status: 'waiting', votes: [] });
    await saveMotion(product.db, { ...made(), seconderId: null, status: 'died', decidedAt: motion.movedAt });
    expect((await listMotions(product.db, 'meeting-1')).map(({ status, seconderId }) => [status, seconderId])).toEqual([['died', null]]);
  });

  it('gives the record of a meeting with votes and movements in order, in as many queries as without', async () => {
    const before = await countQueries(product.db, () => sessionRecord(product.db, 'meeting-1'));
    await replaceAttendance(product.db, 'meeting-1', [line('Ana', 'present'), line('Bo', 'present'), line('Cy', 'present')]);
    const move = { meetingId: 'meeting-1', membershipId: seat('Cy'), kind: 'left' as const };
    await insertMovement(product.db, { ...move, id: 'move-2', kind: 'left', at: '2026-12-04T02:20:00.000Z' });
    await insertMovement(product.db, { ...move, id: 'move-1', kind: 'arrived', at: '2026-12-04T02:30:00.000Z' });
    await insertMotion(product.db, made());
    await insertVotes(product.db, 'motion-1', [
      { membershipId: seat('Ana'), choice: 'yes', reason: '' },
      { membershipId: seat('Bo'), choice: 'recused', reason: 'a sister works there' },
    ]);
    expect((await listMovements(product.db, 'meeting-1')).map(({ id }) => id)).toEqual(['move-2', 'move-1']);
    const reasons = (await listMotions(product.db, 'meeting-1')).flatMap(({ votes }) => votes.map(({ reason }) => reason));
    expect(reasons.sort()).toEqual(['', 'a sister works there']);
    const record = await sessionRecord(product.db, 'meeting-1');
    expect([record.quorum.present, record.quorum.seats, record.quorum.spans.length]).toEqual([3, 5, 2]);
    expect(await countQueries(product.db, () => sessionRecord(product.db, 'meeting-1'))).toBe(before);
  });

  it('keeps a matter off the agenda with its votes, and knows the line that was added by it', async () => {
    const put = {
      id: 'exception-1',
      meetingId: 'meeting-1',
      title: { en: 'A gate', es: 'Una puerta' },
      why: 'It broke',
      status: 'proposed' as const,
      regimes: ['brown' as const, 'greene' as const],
      itemId: null,
      proposedAt: '2026-12-04T02:05:00.000Z',
      decidedAt: null,
      version: 1,
    };
    await insertException(product.db, put);
    expect([await getException(product.db, 'meeting-1', put.id), await isByException(product.db, 'b')]).toEqual([put, false]);
    await expect(getException(product.db, 'another', put.id)).rejects.toThrow(NotFound);
    const carried = { ...put, status: 'carried' as const, itemId: 'b', decidedAt: '2026-12-04T02:06:00.000Z' };
    await saveException(product.db, carried);
    await expect(saveException(product.db, carried)).rejects.toThrow(Conflict);
    const votes = [{ membershipId: seat('Ana'), choice: 'recused' as const, reason: 'a sister works there' }];
    await insertExceptionVotes(product.db, put.id, votes);
    expect(await listExceptions(product.db, 'meeting-1')).toEqual([{ ...carried, version: 2, votes }]);
    expect([await isByException(product.db, 'b'), await listExceptions(product.db, 'another')]).toEqual([true, []]);
  });

  it('keeps what else a motion decides, and who took what out of the consent group', async () => {
    await insertMotion(product.db, { ...made(), alsoItemIds: ['b'] });
    expect((await listMotions(product.db, 'meeting-1')).map(({ itemId, alsoItemIds }) => [itemId, alsoItemIds])).toEqual([['a', ['b']]]);
    const taken = { itemId: 'b', membershipId: seat('Cy'), at: '2026-12-04T02:05:00.000Z' };
    await insertTakenOut(product.db, 'meeting-1', taken);
    await expect(insertTakenOut(product.db, 'meeting-1', taken)).rejects.toThrow();
    expect([await listTakenOut(product.db, 'meeting-1'), await listTakenOut(product.db, 'meeting-2')]).toEqual([[taken], []]);
    await deleteTakenOut(product.db, 'b');
    expect(await listTakenOut(product.db, 'meeting-1')).toEqual([]);
    await saveItem(product, anItem('a', { isConsent: true }));
    expect((await listItems(product.db, 'meeting-1')).filter(({ isConsent }) => isConsent).map(({ id }) => id)).toEqual(['a']);
  });

  it('refuses whoever saves second', async () => {
    const note = { itemId: 'a', text: 'One', savedAt: '2026-12-04T02:06:00.000Z', version: 0 };
    expect((await saveNote(product.db, note)).version).toBe(1);
    await expect(saveNote(product.db, { ...note, version: 3 })).rejects.toMatchObject({ status: 409 });
    await insertMotion(product.db, made());
    await saveMotion(product.db, { ...made(), text: 'Go on' });
    await expect(saveMotion(product.db, made())).rejects.toMatchObject({ status: 409 });
    await insertMinutes(product.db, draft);
    await saveMinutes(product.db, draft);
    await expect(saveMinutes(product.db, draft)).rejects.toMatchObject({ status: 409 });
    expect([(await findNote(product.db, 'a'))?.text, (await minutesOf(product.db, 'meeting-1'))?.version]).toEqual(['One', 2]);
  });

  const circulated = { minutesId: draft.id, stage: 'circulated', text: draft.text, reason: '', savedBy: null } as const;
  const wording = { ...circulated, savedAt: '2026-12-05T02:00:00.000Z', approvedAt: null, approvedByMotion: null };

  it('knows which minutes wait for a meeting to approve them', async () => {
    const central = table.collaborative.id;
    const waiting = () => listWaitingForApproval(product.db, central);
    const item = () => findApprovalItem(product.db, 'meeting-1', central);
    expect(await waiting()).toEqual([]);
    await insertMinutes(product.db, draft);
    await addVersion(product.db, wording);
    expect([await waiting(), await item()]).toEqual([['meeting-1'], undefined]);
    const next = await aStoredMeeting(product.deps, table.collaborative, { id: 'meeting-2', startsAt: '2027-01-08T02:00:00.000Z' });
    await insertItem(product.db, anItem('approve', { meetingId: next.id, approvesMinutesOf: 'meeting-1' }));
    expect(await waiting()).toEqual([]);
    expect(await item()).toEqual({ meetingId: 'meeting-2', meetingStartsAt: next.startsAt, isInformationOnly: false });
    await product.db('agenda_items').where({ id: 'approve' }).update({ outcome: 'postponed' });
    expect(await waiting()).toEqual(['meeting-1']);
  });

  it('knows for which body of a joint meeting they wait, and which has refused or approved the words as they stand', async () => {
    const central = table.collaborative.id;
    const south = await aCollaborative(product.deps, 'south');
    await product
      .db('meetings')
      .where({ id: 'meeting-1' })
      .update({ with_bodies: JSON.stringify([south.id]) });
    await insertMinutes(product.db, draft);
    await addVersion(product.db, wording);
    const left = async () => (await listLeftUnapproved(product.db)).map((one) => one.collaborativeId).sort();
    expect(await left()).toEqual([central, south.id].sort());
    const next = await aStoredMeeting(product.deps, south, { id: 'meeting-2', startsAt: '2027-01-08T02:00:00.000Z' });
    await insertItem(product.db, anItem('approve', { meetingId: next.id, approvesMinutesOf: 'meeting-1' }));
    expect([await left(), await listWaitingForApproval(product.db, south.id)]).toEqual([[central], []]);
    await product.db('agenda_items').where({ id: 'approve' }).update({ outcome: 'decided' });
    expect([await left(), await listWaitingForApproval(product.db, south.id)]).toEqual([[central], ['meeting-1']]);
    await insertMotion(product.db, { ...made(), meetingId: 'meeting-2', itemId: 'approve' });
    const given = { minutesId: draft.id, wording: 1, motionId: 'motion-1', approvedAt: '2027-01-08T02:00:00.000Z' };
    await insertApproval(product.db, { ...given, collaborativeId: south.id });
    expect([await left(), await listWaitingForApproval(product.db, south.id)]).toEqual([[central], []]);
    expect(await listApprovals(product.db, draft.id)).toMatchObject([
      { wording: 1, collaborativeId: south.id, approval: { motion: 1, meetingId: 'meeting-2' } },
    ]);
    await addVersion(product.db, wording);
    expect([await left(), await listWaitingForApproval(product.db, south.id)]).toEqual([[central, south.id].sort(), ['meeting-1']]);
  });
});
