import { addItem, beginAgendaOf, carryOver, listItems, listUnfinished, loadDesk, postAgenda, seenOf, type AgendaItem } from '../../agendas';
import { adoptByMotion } from '../../advice';
import { keepTemplate } from '../../agenda-templates';
import {
  adjournMeeting,
  beginMeeting,
  callRoll,
  keepNote,
  loadConsentGroup,
  makeMotion,
  moveGroup,
  sessionRecord,
  setOutcome,
  voteOnMotion,
} from '../../in-session';
import { addRecording, planMeeting, type Meeting } from '../../meetings';
import { listVotingMembers, type Member } from '../../membership';
import { addWaitingApprovals, approveByMotion, circulateMinutes, compileMinutes, minutesOf } from '../../minutes';
import { dateOf, plusElapsed } from '../../../lib/time';
import { itemWords, routineLines, usualLines } from './meeting-words';
import { assignTexts } from '../../translations';
import { priorityOf } from './priorities';
import { takeUpOffAgenda } from './off-agenda';
import { as, dayOf, goTo, momentOn, type Body, type World } from './world';

interface When {
  readonly planned: number;
  readonly day: number;
  readonly kind?: Meeting['kind'];
  /** The other bodies of a joint meeting. */
  readonly jointlyWith?: readonly Body[];
}

const titleOf = ({ kind, jointlyWith = [] }: When): Meeting['title'] => {
  if (kind === 'orientation') return { en: 'Orientation for new members', es: 'Orientación para nuevos integrantes' };
  if (kind === 'community') return { en: 'Open evening: safe ways to school', es: 'Noche abierta: caminos seguros a la escuela' };
  if (jointlyWith.length > 0) return { en: 'Joint meeting on school transport', es: 'Reunión conjunta sobre el transporte escolar' };
  return { en: 'Regular meeting', es: 'Reunión ordinaria' };
};

/** Staff schedule a regular meeting `day` days from today, as of `planned` days; its agenda begins with what every agenda has. */
export async function schedule(world: World, body: Body, when: When): Promise<Meeting> {
  goTo(world, momentOn(world, when.planned, '10:00'));
  const startsAt = momentOn(world, when.day, '18:00');
  const plan = {
    kind: when.kind ?? ('regular' as const),
    kindReason: '',
    title: titleOf(when),
    startsAt,
    endsAt: plusElapsed(startsAt, { hours: 2 }),
    place: 'Local district office',
    address: body.officeAddress,
    room: 'Community room',
    remoteUrl: `https://meet.example.org/${body.slug}`,
    remotePhone: '213 555 0100',
    interpretation: 'Español, Հայերեն',
    accessContact: body.contactEmail,
    accessAskBy: dayOf(world, when.day - 3),
    papersAddress: body.officeAddress,
  };
  const staff = await as(world, 'staff', body);
  const withBodies = (when.jointlyWith ?? []).map(({ id }) => id);
  return planMeeting(world.deps, staff, { collaborativeId: body.id, withBodies, plan, asDraft: false }, [
    beginAgendaOf,
    addWaitingApprovals,
  ]);
}

/** The chair keeps the usual lines of an evening as a template. */
export async function keepUsualLines(world: World, body: Body): Promise<void> {
  goTo(world, momentOn(world, -52, '09:00'));
  const values = { name: { en: 'Usual evening', es: 'Reunión habitual' }, lines: usualLines, version: 0 };
  await keepTemplate(world.deps, await as(world, 'chair', body), { collaborativeId: body.id, id: null, values });
}

/** The chair adds two subjects, beginning with the `from`th. */
export async function addSubjects(world: World, body: Body, meeting: Meeting, from: number): Promise<void> {
  const chair = await as(world, 'chair', body);
  for (const offset of [0, 1]) {
    const words = itemWords[(from + offset) % itemWords.length];
    if (words === undefined) continue;
    const priority = await priorityOf(world, body, from + offset);
    await addItem(world.deps, chair, meeting.id, { ...words, kind: 'business', isAction: false, priority });
  }
}

/** The chair adds the routine items that one motion takes together. */
export async function addRoutine(world: World, body: Body, meeting: Meeting): Promise<void> {
  const chair = await as(world, 'chair', body);
  for (const line of routineLines) await addItem(world.deps, chair, meeting.id, { ...line, kind: 'business', isConsent: true });
}

/** The chair takes up again what earlier meetings put off. */
export async function takeUpAgain(world: World, body: Body, meeting: Meeting): Promise<void> {
  const itemIds = (await listUnfinished(world.deps.db, meeting)).map(({ item }) => item.id);
  await carryOver(world.deps, await as(world, 'chair', body), { meetingId: meeting.id, itemIds });
}

/** The secretary posts the agenda at a moment. Throws when it is refused. */
export async function post(world: World, body: Body, meeting: Meeting, at: { day: number; time: string }): Promise<void> {
  goTo(world, momentOn(world, at.day, at.time));
  const secretary = await as(world, 'secretary', body);
  const desk = await loadDesk(world.deps.db, meeting.id, world.clock.now());
  const putUpAt = [body.officeAddress, 'Main door, from the street'];
  const result = await postAgenda(world.deps, secretary, { meetingId: meeting.id, putUpAt, lateReason: '', seen: seenOf(desk) });
  if (result.kind !== 'posted') throw new Error(`agenda of ${body.slug} not posted: ${result.kind}`);
}

/** Holds a posted meeting: roll call, notes, a carried motion on each item that asks for action, adjournment. */
export async function hold(world: World, body: Body, meeting: Meeting, { offAgenda = false } = {}): Promise<void> {
  const secretary = await as(world, 'secretary', body);
  const { deps } = world;
  const at = (minutes: number) => {
    goTo(world, plusElapsed(meeting.startsAt, { minutes }));
  };
  at(2);
  await beginMeeting(deps, secretary, meeting.id);
  at(4);
  const members = await listVotingMembers(deps.db, body.id, dateOf(meeting.startsAt), body.settings.holdoverVotes);
  await callRoll(deps, secretary, {
    meetingId: meeting.id,
    version: 0,
    answers: members.map((member, index) => rollAnswer(member, index)),
  });
  if (offAgenda) await takeUpOffAgenda(world, body, meeting, inRoomOf(members));
  await takeTogether(world, { body, meeting, members });
  const items = (await listItems(deps.db, meeting.id)).filter(({ outcome }) => outcome === null);
  const last = items.filter(({ kind, isAction }) => kind === 'business' && !isAction).at(-1);
  for (const [index, item] of items.entries()) {
    at(8 + index * 12);
    await treat(world, { body, meeting, item, members, isLast: item.id === last?.id });
  }
  at(112);
  await adjournMeeting(deps, secretary, meeting.id);
}

const rollAnswer = (member: Member, index: number) => ({
  membershipId: member.membershipId,
  status:
    index === 6 ? ('remote' as const) : index === 10 ? ('excused' as const) : index === 11 ? ('absent' as const) : ('present' as const),
  reason: index === 6 ? 'Caring for a child' : '',
});

/** The members who are there, in the room or from afar. */
const inRoomOf = (members: readonly Member[]): Member[] => members.filter((_, index) => ![10, 11].includes(index));

interface Treated {
  readonly body: Body;
  readonly meeting: Meeting;
  readonly item: AgendaItem;
  readonly members: readonly Member[];
}

async function treat(world: World, { body, meeting, item, members, isLast }: Treated & { readonly isLast: boolean }): Promise<void> {
  const secretary = await as(world, 'secretary', body);
  const about = { meetingId: meeting.id, itemId: item.id };
  if (item.isAction) await decide(world, { body, meeting, item, members });
  else if (item.kind === 'business' && isLast) {
    await setOutcome(world.deps, secretary, { ...about, outcome: 'postponed', words: 'Time was over.', version: item.version });
  } else if (item.kind === 'business') {
    await keepNote(world.deps, secretary, { ...about, text: 'Members asked questions and thanked the presenters.', version: 0 });
    await setOutcome(world.deps, secretary, { ...about, outcome: 'no_action', words: '', version: item.version });
  }
}

async function decide(world: World, { body, meeting, item, members }: Treated): Promise<void> {
  const { deps } = world;
  const secretary = await as(world, 'secretary', body);
  const two = moversOf(members);
  if (two === null) return;
  await makeMotion(deps, secretary, { meetingId: meeting.id, itemId: item.id, text: item.title.en, ...two });
  await castVotes(world, { body, meeting, members, hasRecusal: item.kind === 'business' });
}

/** One motion takes the routine items together. */
async function takeTogether(world: World, { body, meeting, members }: Omit<Treated, 'item'>): Promise<void> {
  const { deps } = world;
  const seen = (await loadConsentGroup(deps.db, meeting.id)).together.map(({ id }) => id);
  const two = moversOf(members);
  if (seen.length === 0 || two === null) return;
  await moveGroup(deps, await as(world, 'secretary', body), { meetingId: meeting.id, seen, text: 'Approve the routine items.', ...two });
  await castVotes(world, { body, meeting, members, hasRecusal: false });
}

function moversOf(members: readonly Member[]): { readonly moverId: string; readonly seconderId: string } | null {
  const [mover, seconder] = members.filter((_, index) => ![6, 10, 11].includes(index)).slice(2, 4);
  return mover === undefined || seconder === undefined ? null : { moverId: mover.membershipId, seconderId: seconder.membershipId };
}

/** The roll-call vote on the motion on the floor. */
async function castVotes(
  world: World,
  { body, meeting, members, hasRecusal }: Omit<Treated, 'item'> & { readonly hasRecusal: boolean },
): Promise<void> {
  const { deps } = world;
  const secretary = await as(world, 'secretary', body);
  const motion = (await sessionRecord(deps.db, meeting.id)).motions.find(({ status }) => status === 'moved');
  if (motion === undefined) return;
  const inRoom = inRoomOf(members);
  const aside = hasRecusal ? 5 : inRoom.length;
  const choices = new Map(
    inRoom.map((member, index) => [
      member.membershipId,
      index === 3 ? ('abstain' as const) : index === 7 ? ('no' as const) : index === aside ? ('recused' as const) : ('yes' as const),
    ]),
  );
  const reasons = new Map(
    inRoom.slice(aside, aside + 1).map(({ membershipId }) => [membershipId, 'Works for a school that this concerns']),
  );
  const vote = { meetingId: meeting.id, motionId: motion.id, version: motion.version, choices, reasons };
  await voteOnMotion(deps, secretary, vote, [approveByMotion, adoptByMotion]);
}

/** Compiles the minutes and sends them to the members. */
export async function circulate(world: World, body: Body, meeting: Meeting, days: { compiled: number; circulated: number }): Promise<void> {
  goTo(world, momentOn(world, days.compiled, '15:00'));
  const secretary = await as(world, 'secretary', body);
  await compileMinutes(world.deps, secretary, meeting.id);
  goTo(world, momentOn(world, days.circulated, '16:00'));
  const minutes = await minutesOf(world.deps.db, meeting.id);
  const done = await circulateMinutes(world.deps, secretary, { meetingId: meeting.id, version: minutes?.version ?? 1 });
  if (done !== 'saved') throw new Error(`minutes of ${body.slug} not circulated: ${done}`);
}

/** Links the recording of a meeting that was held: the first in Spanish with captions, the other not captioned yet. */
export async function linkRecording(world: World, body: Body, meeting: Meeting, isCaptioned: boolean): Promise<void> {
  goTo(world, plusElapsed(meeting.endsAt, { hours: 11 }));
  const url = `https://video.example.org/${body.slug}/${dateOf(meeting.startsAt)}`;
  const links = {
    ...{ url, language: isCaptioned ? ('es' as const) : ('room' as const) },
    ...{ captionsUrl: isCaptioned ? url : null, transcriptUrl: isCaptioned ? `${url}/words.html` : null },
  };
  await addRecording(world.deps, await as(world, 'secretary', body), { meetingId: meeting.id, key: world.deps.newId(), links });
}

/** The chair adds a subject in English alone, and asks the staff for its Spanish by a day. */
export async function askForSpanish(world: World, body: Body, meeting: Meeting): Promise<void> {
  const chair = await as(world, 'chair', body);
  const words = { title: { en: 'Reading help after school' }, text: { en: 'Which schools have it, and who could offer more.' } };
  const draft = { ...words, kind: 'business', purpose: 'inform', presenter: '', minutes: 10, isAction: false } as const;
  const item = await addItem(world.deps, chair, meeting.id, draft);
  const texts = [{ kind: 'agenda' as const, subjectId: meeting.id, part: item.id, version: 0 }];
  const { id: ownerId } = await as(world, 'staff', body);
  await assignTexts(world.deps, chair, body.id, { texts, ownerId, dueOn: dayOf(world, 10) });
}
