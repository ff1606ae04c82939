import './tables';
import type { Db } from '../../db/database';
import type { Deps } from '../../deps';
import type { TemplateTask } from './task';
import type { OnboardingTemplateRow } from './tables';

export interface Template {
  readonly id: string;
  readonly number: number;
  /** Shipped with the product, for every collaborative and constituency. */
  readonly isStandard: boolean;
  readonly tasks: readonly TemplateTask[];
}

interface For {
  readonly collaborativeId: string;
  readonly constituency: string;
}

/**
 * The newest template for a seat: the collaborative's own for this constituency, then its own for all, then the standard
 * one for the constituency, then the standard one. Undefined while there is none.
 */
export async function findTemplate(db: Db, { collaborativeId, constituency }: For): Promise<Template | undefined> {
  const rows = await db('onboarding_templates')
    .where((own) => void own.where('collaborative_id', collaborativeId).orWhereNull('collaborative_id'))
    .where((group) => void group.where('constituency', constituency).orWhereNull('constituency'))
    .orderBy('number', 'desc');
  const [best] = [...rows].sort((a, b) => rank(a) - rank(b));
  if (best === undefined) return undefined;
  const isStandard = best.collaborative_id === null && best.constituency === null;
  return { id: best.id, number: best.number, isStandard, tasks: JSON.parse(best.tasks) as TemplateTask[] };
}

/** Adds the standard template under its number. */
export async function insertStandardTemplate(
  tx: Pick<Deps, 'db' | 'newId' | 'clock'>,
  template: Omit<Template, 'id' | 'isStandard'>,
): Promise<Template> {
  const id = tx.newId();
  const tasks = JSON.stringify(template.tasks);
  const row = { id, collaborative_id: null, constituency: null, number: template.number, tasks, made_at: tx.clock.now() };
  await tx.db('onboarding_templates').insert(row);
  return { ...template, id, isStandard: true };
}

/** The newest own templates of a collaborative, for all (null) and for single constituencies. One query. */
export async function listOwnTemplates(
  db: Db,
  collaborativeId: string,
): Promise<(Template & { readonly constituency: string | null; readonly madeAt: string })[]> {
  const rows = await db('onboarding_templates').where({ collaborative_id: collaborativeId }).orderBy('number', 'desc');
  const newest = new Map<string, OnboardingTemplateRow>();
  for (const row of rows) if (!newest.has(row.constituency ?? '')) newest.set(row.constituency ?? '', row);
  return [...newest.values()].map((row) => ({
    id: row.id,
    number: row.number,
    isStandard: false,
    tasks: JSON.parse(row.tasks) as TemplateTask[],
    constituency: row.constituency,
    madeAt: row.made_at,
  }));
}

/** Adds a version of a collaborative's own template; earlier ones stay for the checklists that follow them. */
export async function insertOwnTemplate(
  tx: Pick<Deps, 'db' | 'newId' | 'clock'>,
  whose: { readonly collaborativeId: string; readonly constituency: string | null },
  template: Pick<Template, 'number' | 'tasks'>,
): Promise<string> {
  const id = tx.newId();
  await tx.db('onboarding_templates').insert({
    id,
    collaborative_id: whose.collaborativeId,
    constituency: whose.constituency,
    number: template.number,
    tasks: JSON.stringify(template.tasks),
    made_at: tx.clock.now(),
  });
  return id;
}

/** How many checklists under way follow an earlier version: they keep their words. One query. */
export async function countUnderWay(db: Db, collaborativeId: string): Promise<number> {
  const [row] = await db('onboarding_plans')
    .join('memberships', 'memberships.id', 'onboarding_plans.membership_id')
    .join('seats', 'seats.id', 'memberships.seat_id')
    .where('seats.collaborative_id', collaborativeId)
    .whereIn('onboarding_plans.status', ['not_started', 'in_progress'])
    .whereNot('memberships.status', 'ended')
    .count({ n: '*' });
  return Number(row?.n ?? 0);
}

const rank = (row: OnboardingTemplateRow): number => (row.collaborative_id === null ? 2 : 0) + (row.constituency === null ? 1 : 0);
