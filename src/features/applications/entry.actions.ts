import { inTransaction } from '../../db/database';
import type { Deps } from '../../deps';
import type { Actor } from '../../lib/actor';
import { readableCode } from '../../lib/ids';
import { authorize } from '../../lib/policy';
import { getCycle, type Answers } from '../cycles';
import { blankApplication, submit, withAnswers, type Application } from './application';
import { applicationPolicy } from './application.policy';
import { insertApplication, saveDemographics } from './application.queries';
import { fileApplication } from './submit.actions';

export interface EntryWanted {
  readonly cycleId: string;
  readonly collaborativeId: string;
  readonly answers: Answers;
  readonly apart: Answers;
}

/** Enters and sends an application that came by telephone or on paper; the history names who typed it. */
export async function enterApplication(deps: Deps, actor: Actor, wanted: EntryWanted): Promise<Application> {
  return inTransaction(deps, async (tx) => {
    authorize(applicationPolicy.enter(actor, wanted.collaborativeId));
    const cycle = await getCycle(tx.db, wanted.cycleId);
    const now = tx.clock.now();
    const draft = await insertApplication(tx, {
      ...withAnswers({ ...blankApplication, begunAt: now, savedAt: now }, wanted.answers),
      reference: readableCode(tx.random),
      cycleId: cycle.id,
      enteredBy: actor.id,
    });
    if (Object.keys(wanted.apart).length > 0) await saveDemographics(tx.db, draft.id, wanted.apart);
    return fileApplication(tx, actor, submit(draft, cycle, now), cycle);
  });
}
