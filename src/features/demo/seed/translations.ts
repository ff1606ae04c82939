import { editMinutes, minutesOf } from '../../minutes';
import type { Meeting } from '../../meetings';
import { readSource, saveWords, seenOf } from '../../translations';
import { as, goTo, momentOn, type Body, type World } from './world';

const words = {
  first: 'The chair welcomed two families who came for the first time.',
  then: 'The chair welcomed three families who came for the first time.',
  spanish: 'La presidencia dio la bienvenida a dos familias que vinieron por primera vez.',
};

/** Staff translate the opening words of circulated minutes; the secretary corrects them afterwards, so that the Spanish is older. */
export async function translateMinutes(world: World, body: Body, meeting: Meeting): Promise<void> {
  goTo(world, momentOn(world, -3, '09:00'));
  await open(world, body, meeting, words.first);
  const staff = await as(world, 'staff', body);
  const which = { collaborativeId: body.id, kind: 'minutes' as const, id: meeting.id };
  const seen = seenOf(await readSource(world.deps, staff, which));
  await saveWords(world.deps, staff, which, { seen, passages: [{ part: 'opening', words: words.spanish, holds: false }] });
  goTo(world, momentOn(world, -3, '09:40'));
  await open(world, body, meeting, words.then);
}

async function open(world: World, body: Body, { id }: Meeting, opening: string): Promise<void> {
  const minutes = await minutesOf(world.deps.db, id);
  if (minutes === undefined) throw new Error(`no minutes of ${body.slug}`);
  const text = { ...minutes.text, opening };
  await editMinutes(world.deps, await as(world, 'secretary', body), { meetingId: id, version: minutes.version, text });
}
