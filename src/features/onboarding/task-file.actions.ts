import type { Deps } from '../../deps';
import { checkFile } from '../../files/check-file';
import type { Refusal } from '../../files/file-kind';
import { shownName } from '../../files/file-name';
import { keepFile, type ReceivedFile } from '../../files/store';
import { fieldError } from '../../lib/form';
import type { Task, TaskFile } from './task';
import { parseCompletion, type Completion } from './task.form';

/**
 * Reads what a member, or staff for them, sent for a step, and keeps the file where the step asks for one (reliability.md
 * 4.11). A file whose step is then refused is named by no row: the sweep takes it away.
 */
export async function readCompletion(deps: Deps, task: Task, body: unknown, received: ReceivedFile | null): Promise<Completion> {
  const form = parseCompletion(task, body);
  if (!form.ok || task.kind !== 'upload') return form;
  const file = received === null ? 'missing' : await keep(deps, received);
  if (typeof file === 'string') return { ok: false, raw: {}, errors: { file: fieldError(`files.refused.${file}`) } };
  return { ok: true, values: { ...form.values, file } };
}

async function keep(deps: Deps, received: ReceivedFile): Promise<TaskFile | Refusal> {
  const checked = await checkFile(received);
  if (!checked.ok) return checked.refusal;
  await keepFile(deps, received);
  return { name: shownName(received.givenName), kind: checked.kind, bytes: received.bytes, sha256: received.sha256 };
}
