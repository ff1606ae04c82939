import './tables';
import type { Db } from '../../db/database';
import type { Instant } from '../../lib/time';
import type { Subject, TranslatedText } from './translated-text';

/** The translations of one record. */
export const listTranslationsOf = async (db: Db, subject: Subject): Promise<readonly TranslatedText[]> =>
  (await listTranslations(db, [subject.id])).get(keyOf(subject)) ?? [];

/** The translations of many records by `keyOf`, in one query. */
export async function listTranslations(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, readonly TranslatedText[]>> {
  const rows = await db('translated_texts').whereIn('subject_id', ids).orderBy(['kind', 'subject_id', 'part', 'language']);
  const bySubject = new Map<string, TranslatedText[]>();
  for (const { kind, subject_id: id, part, language, words, base } of rows) {
    const key = keyOf({ kind, id });
    bySubject.set(key, [...(bySubject.get(key) ?? []), { part, language, words, base }]);
  }
  return bySubject;
}

export const keyOf = ({ kind, id }: Subject): string => `${kind}:${id}`;

interface Saving {
  readonly savedBy: string | null;
  readonly savedAt: Instant;
}

/** Keeps translations over those of the same parts. */
export async function saveTranslations(db: Db, { kind, id }: Subject, texts: readonly TranslatedText[], saving: Saving): Promise<void> {
  if (texts.length === 0) return;
  const rows = texts.map((text) => ({ kind, subject_id: id, ...text, saved_at: saving.savedAt, saved_by: saving.savedBy }));
  await db('translated_texts').insert(rows).onConflict(['kind', 'subject_id', 'part', 'language']).merge();
}

/** Takes translations of parts away. */
export async function deleteTranslations(db: Db, { kind, id }: Subject, parts: readonly string[], language: string): Promise<void> {
  if (parts.length === 0) return;
  await db('translated_texts').where({ kind, subject_id: id, language }).whereIn('part', parts).delete();
}
