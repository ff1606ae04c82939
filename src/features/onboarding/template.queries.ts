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

const rank = (row: OnboardingTemplateRow): number => (row.collaborative_id === null ? 2 : 0) + (row.constituency === null ? 1 : 0);
