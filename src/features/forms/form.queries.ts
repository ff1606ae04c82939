import './tables';
import type { Db } from '../../db/database';
import type { Deps } from '../../deps';
import { NotFound } from '../../lib/errors';
import type { Form, FormPage } from './question';

export async function getForm(db: Db, id: string): Promise<Form> {
  const row = await db('forms').where({ id }).first();
  if (row === undefined) throw new NotFound();
  return { id: row.id, number: row.number, pages: JSON.parse(row.questions) as FormPage[], frozenAt: row.frozen_at };
}

/** Keeps a new version of the form and answers its id. */
export async function insertForm(tx: Pick<Deps, 'db' | 'newId'>, form: Omit<Form, 'id'>): Promise<string> {
  const id = tx.newId();
  await tx
    .db('forms')
    .insert({ id, number: form.number, questions: JSON.stringify(form.pages), frozen_at: form.frozenAt, frozen_by: null });
  return id;
}

/** Freezes a form at the opening; frozen once, it stays. */
export const freezeForm = (db: Db, id: string, at: string, by: string | null): Promise<number> =>
  db('forms').where({ id }).whereNull('frozen_at').update({ frozen_at: at, frozen_by: by });

export async function nextFormNumber(db: Db): Promise<number> {
  const row = await db('forms').max({ newest: 'number' }).first();
  return Number(row?.newest ?? 0) + 1;
}
