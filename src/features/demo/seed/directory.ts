import { showMyself, writeTo } from '../../directory';
import { as, goTo, momentOn, type Body, type World } from './world';
import { memberMessages } from './directory-words';

/** Three members of a body stand in its directory, and have written to one another; a few words, since the last meeting. */
export async function fillDirectory(world: World, body: Body): Promise<void> {
  const before = world.deps.clock.now();
  const { deps } = world;
  goTo(world, momentOn(world, -12, '18:40'));
  await showMyself(deps, await as(world, 'chair', body), body.id, { showsEmail: true, showsPhone: true });
  await showMyself(deps, await as(world, 'secretary', body), body.id, { showsEmail: true, showsPhone: false });
  await showMyself(deps, await as(world, 'member', body), body.id, { showsEmail: false, showsPhone: false });
  for (const { from, to, day, time, text } of memberMessages) {
    goTo(world, momentOn(world, day, time));
    const reader = await as(world, to, body);
    await writeTo(deps, await as(world, from, body), { collaborativeId: body.id, toId: reader.id, text });
  }
  goTo(world, before);
}
