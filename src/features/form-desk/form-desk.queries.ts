import type { Db } from '../../db/database';
import type { Instant } from '../../lib/time';
import { getCycleByCode, type Cycle } from '../cycles';
import { findLastEdit, getForm, listFormVersions, type FormEdit, type FormVersion } from '../forms';
import { formStage, type FormStage } from './form-stage';

/** A cycle's form as its desk works with it. */
export interface FormDesk {
  readonly cycle: Cycle;
  /** The version applicants answer now, or will. */
  readonly inForce: FormVersion;
  /** The one the desk shows: the version being written, else the one in force. */
  readonly form: FormVersion;
  readonly stage: FormStage;
  /** What undo would take back. */
  readonly lastEdit: FormEdit | null;
}

export async function loadFormDesk(db: Db, code: string, now: Instant): Promise<FormDesk> {
  const cycle = await getCycleByCode(db, code);
  const inForce = await getForm(db, cycle.formId);
  const versions = await listFormVersions(db, inForce.line);
  const draft = versions.find((version) => version.frozenAt === null && version.number > inForce.number);
  const stage = formStage(cycle, { isFrozen: inForce.frozenAt !== null, hasDraft: draft !== undefined }, now);
  const form = stage === 'version' && draft !== undefined ? draft : inForce;
  return { cycle, inForce, form, stage, lastEdit: (await findLastEdit(db, form.id)) ?? null };
}
