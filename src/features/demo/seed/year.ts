import { moveNote } from '../../advice';
import { visitor } from '../../../lib/actor';
import { register, setPlaces } from '../../guests';
import { addHandout } from './handout';
import { bringToMeeting, follow, writeAndOpen, type Fate } from './advice';
import {
  addRoutine,
  addSubjects,
  askForSpanish,
  circulate,
  hold,
  keepUsualLines,
  linkRecording,
  post,
  schedule,
  takeUpAgain,
} from './meetings';
import { setPriorities } from './priorities';
import { translateMinutes } from './translations';
import { as, goTo, momentOn, type Body, type World } from './world';

/** How far each body's note has come, in the order of the bodies: together every state is there. */
const fates: readonly Fate[] = ['answered', 'acknowledged', 'delivered', 'adopted', 'closed', 'acknowledged'];

/** The past months of one body: two meetings held, one tomorrow, one next month, and its advice. */
export async function liveThrough(world: World, body: Body, index: number): Promise<void> {
  await setPriorities(world, body, index);
  await keepUsualLines(world, body);
  const first = await schedule(world, body, { planned: -52, day: -35 });
  await addSubjects(world, body, first, index);
  const note = await writeAndOpen(world, body, index, { written: -48, opened: -46 });
  await bringToMeeting(world, body, note, -42);
  await post(world, body, first, { day: -39, time: '09:10' });
  await hold(world, body, first);
  await linkRecording(world, body, first, true);
  await follow(world, body, note, fates[index] ?? 'delivered');
  const second = await schedule(world, body, { planned: -30, day: -7 });
  await addSubjects(world, body, second, index + 1);
  await takeUpAgain(world, body, second);
  await addRoutine(world, body, second);
  await circulate(world, body, first, { compiled: -30, circulated: -28 });
  await post(world, body, second, { day: -11, time: '11:25' });
  await hold(world, body, second, { offAgenda: index === 0 });
  await linkRecording(world, body, second, false);
  const tomorrow = await schedule(world, body, { planned: -6, day: 1 });
  await addSubjects(world, body, tomorrow, index + 2);
  await addRoutine(world, body, tomorrow);
  await addHandout(world, body, tomorrow);
  await circulate(world, body, second, { compiled: -5, circulated: -4 });
  await translateMinutes(world, body, second);
  await post(world, body, tomorrow, { day: -3, time: '10:05' });
  const next = await schedule(world, body, { planned: -2, day: 29 });
  await addSubjects(world, body, next, index + 3);
  await askForSpanish(world, body, next);
  await newAdvice(world, body, index);
}

/** What members are writing now: one open note, one draft, one withdrawn. */
async function newAdvice(world: World, body: Body, index: number): Promise<void> {
  if (index % 3 === 0) await writeAndOpen(world, body, index + 1, { written: -5, opened: -4 });
  if (index % 3 === 1) await writeAndOpen(world, body, index + 1, { written: -3, opened: null });
  if (index % 3 !== 2) return;
  const note = await writeAndOpen(world, body, index + 1, { written: -20, opened: -19 });
  goTo(world, momentOn(world, -16, '07:45'));
  await moveNote(world.deps, await as(world, 'member', body), note.id, 'withdraw');
}

/** The first body invites the second to a joint meeting in six weeks. */
export async function meetTogether(world: World): Promise<void> {
  const [host, ...others] = world.bodies;
  if (host === undefined) return;
  await schedule(world, host, { planned: -1, day: 43, jointlyWith: others.slice(0, 1) });
  await openEvening(world, host);
}

/** A community session for which three families have registered; the last waits for a place. */
async function openEvening(world: World, body: Body): Promise<void> {
  const { id: meetingId } = await schedule(world, body, { planned: -1, day: 22, kind: 'community' });
  await setPlaces(world.deps, await as(world, 'staff', body), { meetingId, places: 6, version: 0 });
  const parties = [
    { name: 'Rosa', party: 3, language: 'Español', needs: 'Cuidado de niños', email: 'rosa@example.org' },
    { name: 'Անի', party: 2, language: 'Հայերեն', needs: '', email: null },
    { name: 'Min-jun', party: 4, language: '', needs: '', email: 'minjun@example.org' },
  ];
  for (const party of parties)
    await register(world.deps, visitor('es'), { meetingId, locale: 'es', registered: { ...party, key: world.deps.newId() } });
}
