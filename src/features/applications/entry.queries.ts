import './tables';
import type { Db } from '../../db/database';
import type { RawForm } from '../../lib/form';
import type { Instant } from '../../lib/time';
import type { EntryNote } from './entry';

/** Where a staff member types. */
export interface EntryDesk {
  readonly cycleId: string;
  readonly collaborativeId: string;
  readonly personId: string;
}

const keyOf = ({ cycleId, collaborativeId, personId }: EntryDesk) => ({
  cycle_id: cycleId,
  collaborative_id: collaborativeId,
  person_id: personId,
});

/** What this person has typed there and not yet entered. */
export async function findEntryDraft(db: Db, desk: EntryDesk): Promise<{ fields: RawForm; savedAt: Instant } | undefined> {
  const row = await db('entry_drafts').where(keyOf(desk)).first();
  return row === undefined ? undefined : { fields: JSON.parse(row.fields) as RawForm, savedAt: row.saved_at };
}

export async function saveEntryDraft(db: Db, desk: EntryDesk, draft: { readonly fields: RawForm; readonly at: Instant }): Promise<void> {
  const row = { ...keyOf(desk), fields: JSON.stringify(draft.fields), saved_at: draft.at };
  await db('entry_drafts').insert(row).onConflict(['cycle_id', 'collaborative_id', 'person_id']).merge(['fields', 'saved_at']);
}

export const deleteEntryDraft = (db: Db, desk: EntryDesk): Promise<number> => db('entry_drafts').where(keyOf(desk)).delete();

export async function insertEntryNote(db: Db, applicationId: string, { way, receivedOn, bestTime }: EntryNote, at: Instant): Promise<void> {
  await db('application_entries').insert({
    application_id: applicationId,
    way,
    received_on: receivedOn,
    best_time: bestTime,
    entered_at: at,
  });
}

/** Puts right how it came; when it was entered stays. */
export const saveEntryNote = (db: Db, applicationId: string, { way, receivedOn, bestTime }: EntryNote): Promise<number> =>
  db('application_entries').where({ application_id: applicationId }).update({ way, received_on: receivedOn, best_time: bestTime });

/** How an application came that staff typed in; undefined for all others. */
export async function findEntryNote(db: Db, applicationId: string): Promise<EntryNote | undefined> {
  const row = await db('application_entries').where({ application_id: applicationId }).first();
  return row === undefined ? undefined : { way: row.way, receivedOn: row.received_on, bestTime: row.best_time };
}
