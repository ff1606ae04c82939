import './tables';
import type { Db } from '../../db/database';
import type { Deps } from '../../deps';
import { Conflict, NotFound } from '../../lib/errors';
import type { Form, FormPage, FormVersion } from './question';
import type { FormRow } from './tables';

export async function getForm(db: Db, id: string): Promise<FormVersion> {
  const row = await db('forms').where({ id }).first();
  if (row === undefined) throw new NotFound();
  return toForm(row);
}

export type NewForm = Omit<Form, 'id'> & Partial<Pick<FormVersion, 'line' | 'note' | 'writtenBy' | 'writtenAt'>>;

/** Keeps a form, the first of its line unless a line is named, and answers its id. */
export async function insertForm(tx: Pick<Deps, 'db' | 'newId'>, form: NewForm): Promise<string> {
  const id = tx.newId();
  const { line = id, note = null, writtenBy = '', writtenAt = null } = form;
  await tx.db('forms').insert({
    id,
    number: form.number,
    questions: JSON.stringify(form.pages),
    frozen_at: form.frozenAt,
    frozen_by: null,
    line,
    note,
    written_by: writtenBy,
    written_at: writtenAt,
    version: 1,
  });
  return id;
}

/** Saves what changed of a form that is not frozen; fails when somebody else saved it first or it was frozen meanwhile. */
export async function saveForm(db: Db, form: FormVersion): Promise<FormVersion> {
  const { id, version } = form;
  const saved = await db('forms')
    .where({ id, version })
    .whereNull('frozen_at')
    .update({
      questions: JSON.stringify(form.pages),
      note: form.note,
      written_by: form.writtenBy,
      written_at: form.writtenAt,
      version: version + 1,
    });
  if (saved === 0) throw new Conflict();
  return { ...form, version: version + 1 };
}

/** Freezes a form at the opening; frozen once, it stays. */
export const freezeForm = (db: Db, id: string, at: string, by: string | null): Promise<number> =>
  db('forms').where({ id }).whereNull('frozen_at').update({ frozen_at: at, frozen_by: by });

/** All versions of a form, the latest first. */
export async function listFormVersions(db: Db, line: string): Promise<FormVersion[]> {
  const rows = await db('forms').where({ line }).orderBy('number', 'desc');
  return rows.map(toForm);
}

/** Throws a version away that was never in force. */
export const deleteFormDraft = (db: Db, { id, version }: Pick<FormVersion, 'id' | 'version'>): Promise<number> =>
  db('forms').where({ id, version }).whereNull('frozen_at').delete();

const toForm = (row: FormRow): FormVersion => ({
  id: row.id,
  number: row.number,
  pages: JSON.parse(row.questions) as FormPage[],
  frozenAt: row.frozen_at,
  line: row.line,
  note: row.note,
  writtenBy: row.written_by,
  writtenAt: row.written_at,
  version: row.version,
});
