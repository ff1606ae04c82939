import './tables';
import { toBoolean, type Db } from '../../db/database';
import { Conflict, NotFound } from '../../lib/errors';
import { toLocalText } from '../../lib/local-text';
import type { CalendarDate } from '../../lib/time';
import type { Task, TaskFile } from './task';
import type { OnboardingTaskRow } from './tables';

export async function getTask(db: Db, id: string): Promise<Task> {
  const row = await db('onboarding_tasks').where({ id }).first();
  if (row === undefined) throw new NotFound();
  return toTask(row);
}

/** The steps of these plans, in order. One query. */
export async function listTasks(db: Db, planIds: readonly string[]): Promise<Task[]> {
  if (planIds.length === 0) return [];
  const rows = await db('onboarding_tasks')
    .whereIn('plan_id', [...planIds])
    .orderBy(['plan_id', 'place']);
  return rows.map(toTask);
}

/** The yearly steps of members who sit, every round of them, in order. One query. */
export async function listYearly(db: Db): Promise<Task[]> {
  const rows = await db('onboarding_tasks')
    .join('onboarding_plans', 'onboarding_plans.id', 'onboarding_tasks.plan_id')
    .join('memberships', 'memberships.id', 'onboarding_plans.membership_id')
    .whereIn('memberships.status', ['active', 'on_leave', 'holdover'])
    .where('onboarding_tasks.is_yearly', true)
    .orderBy(['onboarding_tasks.plan_id', 'onboarding_tasks.place'])
    .select<OnboardingTaskRow[]>('onboarding_tasks.*');
  return rows.map(toTask);
}

/** Required steps that members have not done, due between two days, with their plan. One query. */
export async function listDueTasks(db: Db, from: CalendarDate, until: CalendarDate): Promise<Task[]> {
  const rows = await db('onboarding_tasks')
    .join('onboarding_plans', 'onboarding_plans.id', 'onboarding_tasks.plan_id')
    .join('memberships', 'memberships.id', 'onboarding_plans.membership_id')
    .whereNot('memberships.status', 'ended')
    .whereNot('onboarding_plans.status', 'abandoned')
    .where('onboarding_tasks.is_required', true)
    .where('onboarding_tasks.status', 'open')
    .whereBetween('onboarding_tasks.due_on', [from, until])
    .orderBy(['onboarding_tasks.plan_id', 'onboarding_tasks.place'])
    .select<OnboardingTaskRow[]>('onboarding_tasks.*');
  return rows.map(toTask);
}

export const insertTasks = async (db: Db, tasks: readonly Task[]): Promise<void> => {
  await db('onboarding_tasks').insert(tasks.map(toRow));
};

/** Saves what was done and answers the step with its new version; fails when somebody else saved it first. */
export async function saveTask(db: Db, task: Task): Promise<Task> {
  const { id, version } = task;
  const { status, answers, typed_name, done_at, done_by, entered_by, waiver_reason } = toRow(task);
  const given = { answers, typed_name, ...fileColumns(task) };
  const change = { status, ...given, done_at, done_by, entered_by, waiver_reason, version: version + 1 };
  const saved = await db('onboarding_tasks').where({ id, version }).update(change);
  if (saved === 0) throw new Conflict();
  return { ...task, version: version + 1 };
}

const toRow = (task: Task): OnboardingTaskRow => ({
  id: task.id,
  plan_id: task.planId,
  key: task.key,
  place: task.place,
  kind: task.kind,
  title: JSON.stringify(task.title),
  text: JSON.stringify(task.text),
  text_version: task.textVersion,
  is_required: task.isRequired,
  opens_on: task.opensOn,
  due_on: task.dueOn,
  status: task.status,
  answers: JSON.stringify(task.answers),
  typed_name: task.typedName,
  done_at: task.doneAt,
  done_by: task.doneBy,
  waiver_reason: task.waiverReason,
  is_yearly: task.isYearly,
  entered_by: task.enteredBy,
  ...fileColumns(task),
  version: task.version,
});

const noFile = { file_name: null, file_kind: null, file_bytes: null, file_sha256: null } as const;

const fileColumns = ({ file }: Task): Pick<OnboardingTaskRow, keyof typeof noFile> =>
  file === null ? noFile : { file_name: file.name, file_kind: file.kind, file_bytes: file.bytes, file_sha256: file.sha256 };

const fileOf = (row: OnboardingTaskRow): TaskFile | null => {
  const { file_name: name, file_kind: kind, file_bytes: bytes, file_sha256: sha256 } = row;
  if (name === null || kind === null || bytes === null || sha256 === null) return null;
  return { name, kind, bytes, sha256 };
};

const toTask = (row: OnboardingTaskRow): Task => ({
  id: row.id,
  planId: row.plan_id,
  key: row.key,
  place: row.place,
  kind: row.kind,
  title: toLocalText(row.title),
  text: toLocalText(row.text),
  textVersion: row.text_version,
  isRequired: toBoolean(row.is_required),
  opensOn: row.opens_on,
  dueOn: row.due_on,
  status: row.status,
  answers: JSON.parse(row.answers) as Task['answers'],
  typedName: row.typed_name,
  doneAt: row.done_at,
  doneBy: row.done_by,
  waiverReason: row.waiver_reason,
  isYearly: toBoolean(row.is_yearly),
  enteredBy: row.entered_by,
  file: fileOf(row),
  version: row.version,
});
