import type { Db } from '../../db/database';
import type { Instant } from '../../lib/time';
import { inLocale } from '../../lib/local-text';
import { getCollaborative } from '../collaboratives';
import type { Checklist } from './checklist.views';
import { findOrientation, listPlansOf } from './plan.queries';
import { listTasks } from './task.queries';

/** Everything the member's own list shows: two queries, and two for each of their plans (as a rule one). */
export async function listChecklists(
  db: Db,
  personId: string,
  at: { readonly now: Instant; readonly locale: string },
): Promise<Checklist[]> {
  const plans = await listPlansOf(db, personId);
  const tasks = await listTasks(
    db,
    plans.map(({ id }) => id),
  );
  const lists: Checklist[] = [];
  for (const plan of plans) {
    const { name, slug } = await getCollaborative(db, plan.collaborativeId);
    const orientation = await findOrientation(db, plan.collaborativeId, at.now);
    const own = tasks.filter(({ planId }) => planId === plan.id);
    lists.push({ plan, tasks: own, collaborative: inLocale(name, at.locale), slug, orientation });
  }
  return lists;
}
