import { askForAccess } from '../../../src/features/access/access-request.actions';
import { addItem, beginAgendaOf, listItems, loadDesk, postAgenda, seenOf } from '../../../src/features/agendas';
import { adjournMeeting, beginMeeting, callRoll, keepNote, makeMotion, sessionRecord, setOutcome } from '../../../src/features/in-session';
import { addActionItem } from '../../../src/features/in-session/item.actions';
import { insertComment } from '../../../src/features/comments/comment.queries';
import { insertSpeaker } from '../../../src/features/comments/speaker.queries';
import { register } from '../../../src/features/guests';
import { guestToken } from '../../../src/features/guests/guest-link';
import { planMeeting } from '../../../src/features/meetings';
import { answerMeeting } from '../../../src/features/meetings/meeting.actions';
import { planSeries } from '../../../src/features/meetings/series.actions';
import { tryOutSeries } from '../../../src/features/meetings/series-plan.actions';
import { addPriority } from '../../../src/features/priorities';
import { listVotingMembers } from '../../../src/features/membership';
import { addDevice } from '../../../src/features/room/device.actions';
import { circulateMinutes, compileMinutes } from '../../../src/features/minutes';
import { insertException } from '../../../src/features/in-session/exception.queries';
import { proposeCorrection } from '../../../src/features/minutes/correction.actions';
import { plusElapsed, type Instant } from '../../../src/lib/time';
import { aMeeting } from '../builders/meeting';
import { businessItem } from '../agenda-scene';
import { canaries } from './canaries';
import type { Ground, People } from './district';
import { actorOf } from './people';

type Ids = Record<string, string>;

/** Meetings of Central: a draft, one scheduled, one posted, one in session now, one held with its minutes circulated, and a community session. */
export async function meetingsOf(ground: Ground, people: People): Promise<Ids> {
  const draft = await plan(ground, people, { on: '2026-12-12T02:00:00.000Z', asDraft: true });
  const scheduled = await plan(ground, people, { on: '2026-12-10T02:00:00.000Z' });
  const posted = await plan(ground, people, { on: '2026-12-04T02:00:00.000Z' });
  const live = await plan(ground, people, { on: '2026-11-21T20:00:00.000Z' });
  const held = await plan(ground, people, { on: '2026-11-12T02:00:00.000Z' });
  ground.product.clock.moveTo('2026-11-05T20:00:00.000Z');
  for (const id of [posted, live, held]) await post(ground, people, id);
  await minuted(ground, people, held);
  const answer = { meetingId: posted, answer: 'not_coming' as const, reason: canaries.rsvpReason };
  await answerMeeting(ground.deps, await actorOf(ground.deps, people.member), answer);
  const asked = {
    needs: ['more' as const],
    language: '',
    children: 0,
    words: canaries.accessRequest,
    name: '',
    email: null,
    phone: '213 555 0142',
  };
  const request = await askForAccess(ground.deps, await actorOf(ground.deps, people.member), { meetingId: posted, locale: 'en', asked });
  const running = await session(ground, people, { id: live, startsAt: '2026-11-21T20:00:00.000Z' });
  const [item] = (await listItems(ground.deps.db, scheduled)).filter(({ kind }) => kind === 'business');
  const correction = await ground.deps.db('minutes_corrections').first<{ id: string }>();
  const series = await aSeries(ground, people);
  const comment = await writtenOn(ground, posted);
  const speaker = await speakerAt(ground, live);
  return {
    series,
    comment,
    speaker,
    draftMeeting: draft,
    priority: await aPriority(ground, people),
    ...(await openEvening(ground, people)),
    scheduled,
    posted,
    live,
    held,
    item: item?.id ?? '',
    correction: correction.id,
    accessRequest: request.id,
    ...running,
    ...(await deviceAt(ground, people, live)),
  };
}

/** A community session for which somebody registered by phone, so without an address. */
async function openEvening(ground: Ground, people: People): Promise<Ids> {
  const { deps } = ground;
  const community = await plan(ground, people, { on: '2026-12-16T02:00:00.000Z', kind: 'community' });
  const guest = { name: 'Gil', email: null, party: 2, language: '', needs: canaries.guestNeeds, key: 'guest' };
  await register(deps, await actorOf(deps, people.staff), { meetingId: community, locale: 'en', registered: guest });
  const { id } = await deps.db('guests').where({ meeting_id: community }).first<{ id: string }>();
  return { community, guest: id, guestToken: guestToken(id, deps.config.secret) };
}

/** What Central holds most important. */
async function aPriority({ deps, central }: Ground, people: People): Promise<string> {
  const words = { title: { en: 'Attendance', es: 'Asistencia' }, text: { en: '', es: '' } };
  return addPriority(deps, await actorOf(deps, people.staff), { collaborativeId: central.id, key: 'priority', words });
}

/** A projector in the room of the meeting in session. */
async function deviceAt({ deps }: Ground, people: People, meetingId: string): Promise<Ids> {
  const deviceToken = await addDevice(deps, await actorOf(deps, people.officer), { meetingId, kind: 'projector' });
  const { id } = await deps.db('room_devices').where({ meeting_id: meetingId }).first<{ id: string }>();
  return { deviceToken, device: id };
}

async function plan(
  { deps, central }: Ground,
  people: People,
  { on, asDraft = false, kind = 'regular' }: { on: Instant; asDraft?: boolean; kind?: 'regular' | 'community' },
): Promise<string> {
  const rest = aMeeting({ startsAt: on, endsAt: plusElapsed(on, { hours: 2 }) });
  const title = asDraft ? { en: canaries.draftMeeting } : rest.title;
  const wanted = { collaborativeId: central.id, plan: { ...rest, kind, title, accessAskBy: on.slice(0, 10) }, asDraft };
  const meeting = await planMeeting(deps, await actorOf(deps, people.staff), wanted, [beginAgendaOf]);
  await addItem(deps, await actorOf(deps, people.officer), meeting.id, businessItem('Safe routes to school'));
  return meeting.id;
}

/** Three meetings by a rule, in a year of their own. */
async function aSeries({ deps, central }: Ground, people: People): Promise<string> {
  const { kind, title, place, address, room, remoteUrl, remotePhone, interpretation, accessContact, papersAddress } = aMeeting();
  const template = { kind, title, place, address, room, remoteUrl, remotePhone, interpretation, accessContact, papersAddress };
  const span = { starts: '18:00', ends: '20:00', from: '2027-02-01', until: '2027-04-30' };
  const rule = { ...span, weeks: ['third'], weekday: 4, onHoliday: 'next' } as const;
  const dryRun = await tryOutSeries(deps.db, deps.clock.now(), { rule, template, collaborative: central, series: null });
  const keep = new Set(dryRun.lines.map(({ step }) => step.on?.nominal ?? ''));
  const order = { rule, template, collaborativeId: central.id, said: { seen: dryRun.seen, keep, version: 0 } };
  const made = await planSeries(deps, await actorOf(deps, people.staff), order, [beginAgendaOf]);
  if (made.kind !== 'made') throw new Error('the series was not made');
  return made.series.id;
}

async function post({ deps }: Ground, people: People, id: string): Promise<void> {
  const desk = await loadDesk(deps.db, id, deps.clock.now());
  const order = { meetingId: id, putUpAt: ['Main door'], lateReason: '', seen: seenOf(desk) };
  const { kind } = await postAgenda(deps, await actorOf(deps, people.officer), order);
  if (kind !== 'posted') throw new Error(`not posted: ${kind}`);
}

/** Begins a meeting, calls the roll, notes, moves and gives somebody something to do. */
async function session({ product, deps, central }: Ground, people: People, meeting: { id: string; startsAt: Instant }): Promise<Ids> {
  product.clock.moveTo(plusElapsed(meeting.startsAt, { minutes: 5 }));
  const officer = await actorOf(deps, people.officer);
  const about = { meetingId: meeting.id };
  await beginMeeting(deps, officer, meeting.id);
  const voters = await listVotingMembers(deps.db, central.id, meeting.startsAt.slice(0, 10), true);
  const answers = voters.map(({ membershipId }) => ({ membershipId, status: 'present' as const, reason: '' }));
  await callRoll(deps, officer, { ...about, version: 0, answers });
  const [item] = (await listItems(deps.db, meeting.id)).filter(({ kind }) => kind === 'business');
  const itemId = item?.id ?? '';
  await keepNote(deps, officer, { ...about, itemId, text: canaries.sessionNote, version: 0 });
  const [mover, seconder] = voters.map(({ membershipId }) => membershipId);
  await makeMotion(deps, officer, { ...about, itemId, text: 'To write', moverId: mover ?? '', seconderId: seconder ?? '' });
  await addActionItem(deps, officer, { ...about, itemId, key: '', text: 'Write it', ownerId: people.member, dueOn: '2026-12-18' });
  const left = { id: deps.newId(), meeting_id: meeting.id, membership_id: mover ?? '', kind: 'left' as const, at: deps.clock.now() };
  await deps.db('movements').insert(left);
  const record = await sessionRecord(deps.db, meeting.id);
  const task = await deps.db('action_items').where({ meeting_id: meeting.id }).first<{ id: string }>();
  const exception = await offAgenda(deps, meeting.id);
  return { exception, liveItem: itemId, motion: record.motions[0]?.id ?? '', movement: left.id, actionItem: task.id };
}

/** A matter off the agenda that waits for its vote. */
async function offAgenda({ db, newId, clock }: Ground['deps'], meetingId: string): Promise<string> {
  const made = { id: newId(), meetingId, title: { en: 'A broken gate' }, why: 'It broke today', proposedAt: clock.now() };
  const rest = { status: 'proposed' as const, regimes: ['brown' as const], itemId: null, decidedAt: null, version: 1 };
  await insertException(db, { ...made, ...rest });
  return made.id;
}

/** A comment that staff have not looked at yet. */
async function writtenOn({ deps }: Ground, meetingId: string): Promise<string> {
  const wanted = {
    meetingId,
    itemId: null,
    name: canaries.commentName,
    email: canaries.commentEmail,
    locale: 'en',
    text: canaries.commentText,
  };
  return (await insertComment(deps, wanted)).id;
}

/** Somebody who waits to speak. */
async function speakerAt({ deps }: Ground, meetingId: string): Promise<string> {
  const rest = { itemId: null, name: 'Vera', email: canaries.speakerEmail, way: 'remote', interpreter: '', locale: 'en' } as const;
  return (await insertSpeaker(deps, { ...rest, key: '', meetingId })).id;
}

async function minuted(ground: Ground, people: People, id: string): Promise<void> {
  const { product, deps } = ground;
  product.clock.moveTo('2026-11-12T02:05:00.000Z');
  const officer = await actorOf(deps, people.officer);
  await beginMeeting(deps, officer, id);
  for (const item of (await listItems(deps.db, id)).filter(({ isAction }) => isAction)) {
    const version = { itemId: item.id, version: item.version };
    await setOutcome(deps, officer, { meetingId: id, ...version, outcome: 'no_action', words: '' });
  }
  await adjournMeeting(deps, officer, id);
  product.clock.moveTo('2026-11-14T20:00:00.000Z');
  await compileMinutes(deps, officer, id);
  await circulateMinutes(deps, officer, { meetingId: id, version: 1 });
  await proposeCorrection(deps, await actorOf(deps, people.member), { meetingId: id, text: canaries.correction });
}
