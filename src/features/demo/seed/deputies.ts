import { nameDeputy } from '../../deputies';
import { demoKey, demoPersonId } from '../demo-people';
import { as, dayOf, goTo, momentOn, type World } from './world';

/** The approver of South is away: the approver of West stands in for a fortnight. */
export async function nameStandIn(world: World): Promise<void> {
  const south = world.bodies.find(({ slug }) => slug === 'south');
  if (south === undefined) return;
  const before = world.deps.clock.now();
  goTo(world, momentOn(world, -2, '08:20'));
  const approver = await as(world, 'approver', south);
  const days = { startsOn: dayOf(world, -2), endsOn: dayOf(world, 12) };
  const deputyId = demoPersonId(demoKey('approver', 'west'));
  await nameDeputy(world.deps, approver, { collaborativeId: south.id, approverId: approver.id, deputyId, ...days });
  goTo(world, before);
}
