import './tables';
import type { Db } from '../../db/database';
import type { Actor } from '../../lib/actor';
import type { Application } from './application';
import { findLiveApplication } from './application.queries';

/** Whether there is another application in the cycle since: of the person, or begun in this browser with the same address. */
export async function hasBegunAnother(db: Db, actor: Actor, application: Application): Promise<boolean> {
  const { cycleId, personId, email, withdrawnAt } = application;
  if (personId !== null && (await findLiveApplication(db, cycleId, personId)) !== undefined) return true;
  if (withdrawnAt === null || email === null) return false;
  const held = await db('applications')
    .whereIn('id', actor.openedApplicationIds)
    .where({ cycle_id: cycleId, email })
    .whereIn('status', ['draft', 'submitted'])
    .where('begun_at', '>=', withdrawnAt)
    .first('id');
  return held !== undefined;
}
