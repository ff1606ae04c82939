import type { Db } from '../../db/database';
import type { Instant } from '../../lib/time';
import { getCycleByCode, type Cycle } from '../cycles';
import { getRubric, listRubricVersions, type RubricVersion } from '../forms';
import { rubricStage, type FormStage } from './form-stage';

/** A cycle's rubric as its desk works with it. */
export interface RubricDesk {
  readonly cycle: Cycle;
  /** The version reviewers score by. */
  readonly inForce: RubricVersion;
  /** The version being written, else the one in force. */
  readonly rubric: RubricVersion;
  readonly versions: readonly RubricVersion[];
  readonly stage: FormStage;
  /** Reviews that are complete, and so keep the version they were scored by. */
  readonly scored: number;
}

export async function loadRubricDesk(db: Db, code: string, now: Instant): Promise<RubricDesk> {
  const cycle = await getCycleByCode(db, code);
  const inForce = await getRubric(db, cycle.rubricId);
  const versions = await listRubricVersions(db, inForce.line);
  const draft = versions.find((version) => version.frozenAt === null && version.number > inForce.number);
  const stage = rubricStage(cycle, { isFrozen: inForce.frozenAt !== null, hasDraft: draft !== undefined }, now);
  const rubric = stage === 'version' && draft !== undefined ? draft : inForce;
  return { cycle, inForce, rubric, versions, stage, scored: await countScored(db, cycle.id) };
}

async function countScored(db: Db, cycleId: string): Promise<number> {
  const row = await db('reviews')
    .join('candidacies', 'candidacies.id', 'reviews.candidacy_id')
    .where('candidacies.cycle_id', cycleId)
    .where('reviews.status', 'complete')
    .count({ number: '*' })
    .first();
  return Number(row?.number ?? 0);
}
