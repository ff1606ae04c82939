import { recordEvents, type EventToRecord } from '../../../history/events';
import { plusElapsed, plusWallDays, startOfDay, type Instant } from '../../../lib/time';
import { cycleMachine, dueAt, type Cycle, type CycleEvent, type CycleStatus } from '../../cycles';
import { momentOn, type World } from './world';

const path: readonly CycleEvent[] = ['schedule', 'open', 'close', 'startReview', 'startDeciding', 'release', 'complete'];

/** Writes the history of cycles that were brought in as they stand: each step on its date. */
export async function tellCycles(world: World, cycles: readonly Cycle[]): Promise<void> {
  await recordEvents(
    world.deps,
    cycles.flatMap((cycle) => [lineOf(cycle, 'create', setUpAt(world, cycle), { code: cycle.code }), ...stepsOf(world, cycle)]),
  );
}

function stepsOf(world: World, cycle: Cycle): EventToRecord[] {
  const lines: EventToRecord[] = [];
  let status: CycleStatus = 'draft';
  for (const step of path) {
    if (status === cycle.status) break;
    const before = { status };
    status = cycleMachine.next(status, step);
    lines.push({ ...lineOf(cycle, step, takenAt(world, cycle, step), { status }), before });
  }
  return lines;
}

function takenAt(world: World, cycle: Cycle, step: CycleEvent): Instant {
  if (step === 'schedule') return plusWallDays(setUpAt(world, cycle), 7);
  if (step === 'release') return plusElapsed(startOfDay(cycle.decisionsOn), { hours: 10 });
  if (step === 'complete') return plusElapsed(startOfDay(cycle.termStartsOn), { hours: 9 });
  return dueAt(cycle, step) ?? cycle.opensAt;
}

/** Five weeks before the opening, or three weeks ago where that is still to come. */
function setUpAt(world: World, { opensAt }: Cycle): Instant {
  const [early, recent] = [plusWallDays(opensAt, -35), momentOn(world, -21, '10:00')];
  return early < recent ? early : recent;
}

const lineOf = (cycle: Cycle, verb: CycleEvent | 'create', at: Instant, after: Readonly<Record<string, string>>): EventToRecord => ({
  action: `cycles.${verb}`,
  actor: 'system',
  subject: { kind: 'cycle', id: cycle.id },
  collaborativeId: null,
  after,
  at,
});
