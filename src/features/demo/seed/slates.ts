import { anyOne, saveTargets, type Target } from '../../composition';
import type { Cycle } from '../../cycles';
import { adoptWhatIf, makeWhatIf, sendSlate } from '../../selection';
import { demoKey, demoPersonId } from '../demo-people';
import { tellDecisions } from './decisions';
import { as, goTo, momentOn, type Body, type World } from './world';

/** The body whose slate waits for its approver. */
const waiting = 'east';

/** The body whose staff have tried something out. */
const trying = 'central';

/** The body whose decisions are out already. */
const told = 'west';

/** Targets for every body; in one a what-if slate, in one a slate that waits for its approver, in one the decisions are out. */
export async function insertSlates(world: World, cycle: Cycle): Promise<void> {
  for (const body of world.bodies) await insertTargets(world, cycle, body);
  for (const body of world.bodies.filter(({ slug }) => [trying, waiting, told].includes(slug))) {
    const at = body.slug === told ? -4 : -1;
    goTo(world, momentOn(world, at, '14:00'));
    const staff = await as(world, 'staff', body);
    const address = { code: cycle.code, slug: body.slug };
    const name = body.slug === trying ? 'Two more new voices' : 'Within the targets';
    const whatIf = await makeWhatIf(world.deps, staff, address, { name, beginning: 'within_targets', alternates: 3 });
    if (body.slug === trying) continue;
    await adoptWhatIf(world.deps, staff, { ...address, whatIf }, { version: 1, slateVersion: 0 });
    goTo(world, momentOn(world, at, '15:30'));
    await sendSlate(world.deps, staff, address, 1);
    if (body.slug === told) await tellDecisions(world, cycle, body);
  }
}

async function insertTargets(world: World, cycle: Cycle, body: Body): Promise<void> {
  const target = (given: Pick<Target, 'dimension' | 'group'> & Partial<Target>): Target => ({ atLeast: null, atMost: null, ...given });
  await saveTargets(world.deps, {
    id: '',
    cycleId: cycle.id,
    collaborativeId: body.id,
    targets: [
      target({ dimension: 'school', group: anyOne, atMost: 2 }),
      target({ dimension: 'area', group: body.id, atLeast: 3 }),
      target({ dimension: 'language', group: 'es', atLeast: 2 }),
      target({ dimension: 'served', group: 'first_time', atLeast: 2 }),
    ],
    savedBy: demoPersonId(demoKey('staff', body.slug)),
    savedAt: momentOn(world, -6, '09:00'),
    version: 0,
  });
}
