import { inTransaction } from '../../db/database';
import type { Deps } from '../../deps';
import { recordEvent } from '../../history/events';
import type { Actor } from '../../lib/actor';
import { Conflict } from '../../lib/errors';
import { authorize } from '../../lib/policy';
import { cyclePolicy, getCycleByCode, moveCycle, type Cycle } from '../cycles';
import { aboutOf, openingChecks, openItems, type TickItem } from './opening';
import { getOpeningFacts, saveTick } from './opening.queries';

/** Keeps that this person has read the rubric, or the letters in a language. */
export function tickOpening(deps: Deps, actor: Actor, code: string, item: TickItem): Promise<void> {
  return inTransaction(deps, async (tx) => {
    const cycle = await getCycleByCode(tx.db, code);
    authorize(cyclePolicy.manage(actor));
    const about = aboutOf(item, await getOpeningFacts(tx.db, cycle));
    await saveTick(tx.db, { cycleId: cycle.id, item, about, personId: actor.id ?? '', at: tx.clock.now() });
    await recordEvent(tx, {
      action: 'cycleDesk.tick',
      actor,
      subject: { kind: 'cycle', id: cycle.id },
      collaborativeId: null,
      after: { item },
    });
  });
}

/** Schedules a draft. With points open on its checklist a reason is needed; the history keeps it with those points. */
export function scheduleCycle(deps: Deps, actor: Actor, code: string, reason: string): Promise<Cycle> {
  return inTransaction(deps, async (tx) => {
    const cycle = await getCycleByCode(tx.db, code);
    authorize(cyclePolicy.manage(actor));
    const open = openItems(openingChecks(await getOpeningFacts(tx.db, cycle), tx.clock.now()));
    if (open.length > 0 && reason === '') throw new Conflict();
    return moveCycle(tx, actor, code, { step: 'schedule', reason, ...(open.length === 0 ? {} : { open }) });
  });
}
