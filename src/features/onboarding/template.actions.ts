import { inTransaction } from '../../db/database';
import type { Deps } from '../../deps';
import { recordEvent } from '../../history/events';
import { localeCodes } from '../../i18n/locales';
import type { Actor } from '../../lib/actor';
import { Conflict } from '../../lib/errors';
import { conceal } from '../../lib/policy';
import { onboardingPolicy } from './onboarding.policy';
import { standardNumber, standardTasks } from './standard-tasks';
import type { TemplateTask } from './task';
import { findTemplate, insertOwnTemplate, listOwnTemplates, type Template } from './template.queries';

/** Whose list it is: a collaborative's, for all of its seats (null) or those of one constituency. */
export interface Target {
  readonly collaborativeId: string;
  readonly constituency: string | null;
}

/** The steps that a new member of that kind goes through today, and the number of the version (0: the shipped list). */
export async function stepsFor(
  deps: Pick<Deps, 'db' | 'translate'>,
  { collaborativeId, constituency }: Target,
): Promise<Pick<Template, 'number' | 'tasks'>> {
  const own = (await listOwnTemplates(deps.db, collaborativeId)).find((template) => template.constituency === constituency);
  if (own !== undefined) return own;
  const usual = await findTemplate(deps.db, { collaborativeId, constituency: constituency ?? '' });
  if (usual !== undefined && (!usual.isStandard || usual.number >= standardNumber)) return { tasks: usual.tasks, number: 0 };
  return { tasks: standardTasks(deps.translate, localeCodes), number: 0 };
}

/** Saves a list as its next version. Throws Conflict when somebody saved one since `number` was read. Answers the new number. */
export function saveSteps(
  deps: Deps,
  actor: Actor,
  target: Target,
  { number, change }: { number: number; change: (tasks: readonly TemplateTask[]) => readonly TemplateTask[] },
): Promise<number> {
  return inTransaction(deps, async (tx) => {
    conceal(onboardingPolicy.board(actor, target.collaborativeId));
    const now = await stepsFor(tx, target);
    if (now.number !== number) throw new Conflict();
    const id = await insertOwnTemplate(tx, target, { number: number + 1, tasks: [...change(now.tasks)] });
    const after = { number: number + 1, constituency: target.constituency };
    const subject = { kind: 'onboarding_template', id };
    await recordEvent(tx, { action: 'onboarding.templateChanged', actor, subject, collaborativeId: target.collaborativeId, after });
    return number + 1;
  });
}
