import type { Knex } from 'knex';
import type { Db } from './database';
import { engineUnder } from './dialect';

/** A record by the words that find it: folded, letters and digits alone (`wordsIn`); scopes by `scopeWord`. */
export interface SearchDocument {
  readonly subjectId: string;
  readonly words: readonly string[];
}

/** What is looked for: all of `prefixes` as beginnings of words, within all of `scopes`. */
export interface Sought {
  readonly prefixes: readonly string[];
  readonly scopes: readonly string[];
}

/** A word that nobody can type: it keeps a search within what its reader may see. */
export const scopeWord = (name: string, id: string): string => `${name}_${id}`;

const batch = 100;

/** Puts records into the index, or anew, in the caller's transaction. */
export async function saveSearchDocuments(db: Db, documents: readonly SearchDocument[]): Promise<void> {
  for (let from = 0; from < documents.length; from += batch) await saveBatch(db, documents.slice(from, from + batch));
}

async function saveBatch(db: Db, documents: readonly SearchDocument[]): Promise<void> {
  const ids = documents.map(({ subjectId }) => subjectId);
  await db('search_documents')
    .insert(ids.map((subject_id) => ({ subject_id })))
    .onConflict('subject_id')
    .ignore();
  const rows = await db<{ number: number; subject_id: string }>('search_documents')
    .whereIn('subject_id', ids)
    .select('number', 'subject_id');
  const numbers = new Map(rows.map((row) => [row.subject_id, row.number]));
  for (const { subjectId, words } of documents) {
    const text = [...new Set(words)].join(' ');
    const bound = [text, numbers.get(subjectId) ?? 0];
    if (engineUnder(db) === 'sqlite') await db.raw('insert or replace into search_words (words, rowid) values (?, ?)', bound);
    else await db.raw(`update search_documents set words = array_to_tsvector(string_to_array(?, ' ')) where number = ?`, bound);
  }
}

/** How many records are found, counted to `most` at most. One query. */
export async function countFound(db: Db, sought: Sought, most: number): Promise<number> {
  const found = db
    .from(hitsIn(db))
    .whereRaw(...matches(db, sought))
    .limit(most)
    .select(db.raw('1'));
  const row = (await db.from(found.as('found')).count({ found: '*' }).first()) as { found: number | string } | undefined;
  return Number(row?.found ?? 0);
}

/**
 * `table` joined to the newest that are found by its `column`, at most so many: a search is read by what it finds, and one
 * that finds more is too wide to read.
 */
export const foundFirst = (db: Db, sought: Sought, table: string, column: string, most: number): Knex.Raw =>
  engineUnder(db) === 'sqlite'
    ? db.raw(
        '(select rowid as number from search_words where search_words match ? order by rowid desc limit ?) as hits cross join search_documents on search_documents.number = hits.number cross join ?? on ?? = search_documents.subject_id',
        [matchText(sought), most, table, column],
      )
    : db.raw(
        '(select subject_id from search_documents where words @@ ?::tsquery order by number desc limit ?) as hits join ?? on ?? = hits.subject_id',
        [queryText(sought), most, table, column],
      );

/** Rewrites the index without what was taken out of it: deleting alone leaves the words in old segments (sqlite.org/fts5.html). */
export async function compactSearch(db: Db): Promise<void> {
  if (engineUnder(db) === 'sqlite') await db.raw("insert into search_words (search_words) values ('optimize')");
}

/** Takes records out of every search. */
export async function forgetSearchDocuments(db: Db, subjectIds: readonly string[]): Promise<void> {
  const numbers: number[] = await db('search_documents').whereIn('subject_id', subjectIds).pluck('number');
  if (engineUnder(db) === 'sqlite') for (const number of numbers) await db.raw('delete from search_words where rowid = ?', [number]);
  await db('search_documents').whereIn('subject_id', subjectIds).delete();
}

const matches = (db: Db, sought: Sought): [sql: string, bindings: string[]] =>
  engineUnder(db) === 'sqlite'
    ? ['search_words match ?', [matchText(sought)]]
    : ['search_documents.words @@ ?::tsquery', [queryText(sought)]];

const hitsIn = (db: Db): string => (engineUnder(db) === 'sqlite' ? 'search_words' : 'search_documents');

/** Always quoted: nothing that was typed is read as a command of FTS5. */
const matchText = ({ prefixes, scopes }: Sought): string =>
  [...scopes.map(quoted), ...prefixes.map((prefix) => `${quoted(prefix)}*`)].join(' AND ');

/** A word of an FTS5 query. */
export const quoted = (word: string): string => `"${word.replace(/"/g, '""')}"`;

const queryText = ({ prefixes, scopes }: Sought): string =>
  [...scopes.map(tsLexeme), ...prefixes.map((prefix) => `${tsLexeme(prefix)}:*`)].join(' & ');

/** A word of a tsquery. */
export const tsLexeme = (word: string): string => `'${word.replace(/\\/g, '\\\\').replace(/'/g, "''")}'`;
