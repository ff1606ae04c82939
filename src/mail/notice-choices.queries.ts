import type { Db } from '../db/database';
import type { Instant } from '../lib/time';
import { chosenKey, type ChosenNotices, type NoticeChoice } from './notice-choices';
import type { Stream } from './email';
import './tables';

interface Addressed {
  readonly personId: string | null;
  readonly stream: Stream;
}

/** What the readers of these mails chose; no query where there is nothing to choose. */
export async function chosenAmong(db: Db, mails: readonly Addressed[]): Promise<ChosenNotices> {
  const ids = new Set(mails.flatMap(({ personId, stream }) => (stream === 'service' || personId === null ? [] : [personId])));
  if (ids.size === 0) return new Map();
  const rows = await db('notice_choices').whereIn('person_id', [...ids]);
  return new Map(rows.map((row) => [chosenKey(row.person_id, row.kind), row.choice]));
}

/** Keeps what a person chose for one kind; `at_once` is the rule and leaves no row. */
export async function saveChoice(db: Db, personId: string, chosen: { kind: string; choice: NoticeChoice; at: Instant }): Promise<void> {
  const { kind, choice, at } = chosen;
  if (choice === 'at_once') {
    await db('notice_choices').where({ person_id: personId, kind }).delete();
    return;
  }
  const row = { choice, chosen_at: at };
  await db('notice_choices')
    .insert({ person_id: personId, kind, ...row })
    .onConflict(['person_id', 'kind'])
    .merge(row);
}
