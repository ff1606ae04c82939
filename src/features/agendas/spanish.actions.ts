import type { Db } from '../../db/database';
import type { Deps } from '../../deps';
import type { Actor } from '../../lib/actor';
import {
  deleteTranslations,
  keyOf,
  listTranslations,
  listTranslationsOf,
  notesAfter,
  olderParts,
  saveTranslations,
  type OwnText,
  type Subject,
} from '../translated-texts';
import type { AgendaItem } from './agenda-item';

const parts = ['title', 'text'] as const;
const subjectOf = ({ id }: Pick<AgendaItem, 'id'>): Subject => ({ kind: 'agenda_item', id });
const textsOf = (item: AgendaItem): OwnText[] => parts.map((part) => ({ part, text: item[part] }));

/** Parts (`title`, `text`) of items whose Spanish is older than the English, by the item's id. One query. */
export async function listOlderSpanish(db: Db, items: readonly AgendaItem[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const ids = items.map(({ id }) => id);
  const noted = await listTranslations(db, ids);
  const older = items.map((item): [string, string[]] => [item.id, olderParts(textsOf(item), noted.get(keyOf(subjectOf(item))) ?? [])]);
  return new Map(older.filter(([, behind]) => behind.length > 0));
}

interface Reworded {
  readonly before: AgendaItem;
  readonly after: AgendaItem;
  /** The parts whose Spanish still holds. */
  readonly holds: readonly string[];
}

/** Keeps from which English the Spanish was made, so that the desk and the queue know what is older. */
export async function noteSpanish(tx: Deps, actor: Actor, { before, after, holds }: Reworded): Promise<void> {
  const saved = parts.map((part) => ({ part, before: before[part], after: after[part], holds: holds.includes(part) }));
  const notes = notesAfter(saved, await listTranslationsOf(tx.db, subjectOf(after)));
  await saveTranslations(tx.db, subjectOf(after), notes, { savedBy: actor.id, savedAt: tx.clock.now() });
}

/** A line taken up again has the words of the earlier one, and Spanish that is as old; `taken` has the new lines by the ids of the old ones. */
export async function copySpanish(tx: Deps, taken: ReadonlyMap<string, AgendaItem>): Promise<void> {
  const noted = await listTranslations(tx.db, [...taken.keys()]);
  for (const [id, item] of taken)
    await saveTranslations(tx.db, subjectOf(item), noted.get(keyOf(subjectOf({ id }))) ?? [], { savedBy: null, savedAt: tx.clock.now() });
}

/** Takes the notes on a line away with it. */
export const forgetSpanish = (tx: Pick<Deps, 'db'>, item: AgendaItem): Promise<void> =>
  deleteTranslations(tx.db, subjectOf(item), parts, 'es');
