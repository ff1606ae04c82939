import './tables';
import type { Db } from '../../db/database';
import type { Deps } from '../../deps';
import { toLocalText, type LocalText } from '../../lib/local-text';
import type { Instant } from '../../lib/time';
import type { FormEditVerb, Pages } from './form-edit';
import type { FormPage } from './question';

/** An edit that can be undone. */
export interface FormEdit {
  readonly id: string;
  readonly place: number;
  /** The pages as they were before it. */
  readonly pages: Pages;
  readonly verb: FormEditVerb;
  readonly subject: LocalText;
  readonly by: string;
  readonly at: Instant;
}

/** Edits kept of one form; older ones can no longer be undone. */
const editsKept = 50;

/** Keeps how a form was before an edit. */
export async function insertEdit(tx: Pick<Deps, 'db' | 'newId'>, formId: string, edit: Omit<FormEdit, 'id' | 'place'>): Promise<void> {
  const row = await tx.db('form_edits').where({ form_id: formId }).max({ last: 'place' }).first();
  const place = Number(row?.last ?? 0) + 1;
  await tx.db('form_edits').insert({
    id: tx.newId(),
    form_id: formId,
    place,
    questions: JSON.stringify(edit.pages),
    verb: edit.verb,
    subject: JSON.stringify(edit.subject),
    by: edit.by,
    at: edit.at,
  });
  await tx
    .db('form_edits')
    .where({ form_id: formId })
    .where('place', '<=', place - editsKept)
    .delete();
}

/** The latest edit of a form that can be undone. */
export async function findLastEdit(db: Db, formId: string): Promise<FormEdit | undefined> {
  const row = await db('form_edits').where({ form_id: formId }).orderBy('place', 'desc').first();
  if (row === undefined) return undefined;
  const pages = JSON.parse(row.questions) as FormPage[];
  return { id: row.id, place: row.place, pages, verb: row.verb, subject: toLocalText(row.subject), by: row.by, at: row.at };
}

export const deleteEdit = (db: Db, id: string): Promise<number> => db('form_edits').where({ id }).delete();
