import './tables';
import type { Knex } from 'knex';
import type { Db } from '../../db/database';
import { engineUnder } from '../../db/dialect';
import { quoted, tsLexeme } from '../../db/search-index';
import { toLocalText, type LocalText } from '../../lib/local-text';
import type { CalendarDate } from '../../lib/time';
import { firstPlaceOf, placeAfter, type DocumentKind, type DocumentState, type PublicDocument, type Source } from './document';
import type { PublicDocumentRow } from './tables';

/** A document with the words that find it (`plain`). */
export interface Indexed {
  readonly document: PublicDocument;
  readonly words: readonly string[];
}

/** Puts a source's documents in the place of those it had before. */
export async function replaceDocuments(db: Db, source: Source, indexed: readonly Indexed[]): Promise<void> {
  await forgetSource(db, source);
  for (const { document, words } of indexed) await insertDocument(db, source, document, words);
}

/** Takes everything out of the index. */
export async function clearDocuments(db: Db): Promise<void> {
  if (engineUnder(db) === 'sqlite') await db.raw("insert into public_words (public_words) values ('delete-all')");
  await db('public_documents').delete();
  await db('public_changes').delete();
}

/** Rewrites the index without what was taken out of it: deleting alone leaves the words in old segments (sqlite.org/fts5.html). */
export async function compactDocuments(db: Db): Promise<void> {
  if (engineUnder(db) === 'sqlite') await db.raw("insert into public_words (public_words) values ('optimize')");
}

async function forgetSource(db: Db, { kind, id }: Source): Promise<void> {
  const of = { source_kind: kind, source_id: id };
  if (engineUnder(db) === 'sqlite')
    for (const { place } of await db('public_documents').where(of).select('place'))
      await db.raw('delete from public_words where rowid = ?', [place]);
  await db('public_documents').where(of).delete();
}

async function insertDocument(db: Db, source: Source, document: PublicDocument, words: readonly string[]): Promise<void> {
  const place = await freePlace(db, document.day);
  await db('public_documents').insert({
    place,
    kind: document.kind,
    subject_id: document.subjectId,
    source_kind: source.kind,
    source_id: source.id,
    collaborative_id: document.collaborativeId,
    day: document.day,
    last_on: document.lastOn,
    state: document.state,
    href: document.href,
    title: JSON.stringify(document.title),
    body: JSON.stringify(document.body),
  });
  const text = words.join(' ');
  if (engineUnder(db) === 'sqlite') await db.raw('insert into public_words (rowid, words) values (?, ?)', [place, text]);
  else await db.raw(`update public_documents set words = array_to_tsvector(string_to_array(?, ' ')) where place = ?`, [text, place]);
}

async function freePlace(db: Db, day: CalendarDate): Promise<number> {
  const row = (await db('public_documents')
    .where('place', '>=', firstPlaceOf(day))
    .where('place', '<', placeAfter(day))
    .max({ last: 'place' })
    .first()) as { last: number | string | null } | undefined;
  return row?.last === null || row?.last === undefined ? firstPlaceOf(day) : Number(row.last) + 1;
}

/** What is looked for: all of the words as beginnings, in all of the scopes. Each is `plain`, `titleWord` or `scopeWord`. */
export interface Wanted {
  readonly beginnings: readonly string[];
  readonly titleBeginnings: readonly string[];
  readonly scopes: readonly string[];
}

/** First come documents whose title holds all that is looked for, then the others; each newest first. */
export type Group = 'title' | 'text';

export interface FoundDocument {
  readonly place: number;
  readonly kind: DocumentKind;
  readonly collaborativeId: string;
  readonly day: CalendarDate;
  readonly state: DocumentState;
  readonly href: string;
  readonly title: LocalText;
  readonly body: LocalText;
}

interface Slice {
  readonly group: Group;
  /** Only places before this one; null: from the first. */
  readonly before: number | null;
  readonly most: number;
  readonly today: CalendarDate;
}

/** A slice of what is found in a group. What has changed since it was indexed is left out until it is indexed anew. One query. */
export async function findDocuments(db: Db, wanted: Wanted, { group, before, most, today }: Slice): Promise<FoundDocument[]> {
  const rows = await found(db, wanted, group, today)
    .modify((query) => void (before === null || query.where(placeColumn(db), '<', before)))
    .orderBy(placeColumn(db), 'desc')
    .limit(most)
    .select<PublicDocumentRow[]>(...columns);
  return rows.map(toFound);
}

/** How many are found in both groups, counted to `most` at most. One query. */
export async function countDocuments(db: Db, wanted: Wanted, { today, most }: Pick<Slice, 'today' | 'most'>): Promise<number> {
  const some = found(db, wanted, 'any', today).limit(most).select(db.raw('1'));
  const row = (await db.from(some.as('found')).count({ found: '*' }).first()) as { found: number | string } | undefined;
  return Number(row?.found ?? 0);
}

const columns = ['place', 'kind', 'collaborative_id', 'day', 'state', 'href', 'title', 'body'].map((name) => `public_documents.${name}`);

/** On SQLite the row number of the words, which stand in the order of places, so that nothing has to be sorted. */
const placeColumn = (db: Db): string => (engineUnder(db) === 'sqlite' ? 'public_words.rowid' : 'public_documents.place');

function found(db: Db, wanted: Wanted, group: Group | 'any', today: CalendarDate): Knex.QueryBuilder {
  const query: Knex.QueryBuilder =
    engineUnder(db) === 'sqlite'
      ? db
          .from(db.raw('public_words cross join public_documents on public_documents.place = public_words.rowid') as unknown as string)
          .whereRaw('public_words match ?', [matchText(wanted, group)])
      : db.from('public_documents').whereRaw('public_documents.words @@ ?::tsquery', [queryText(wanted, group)]);
  return query
    .where((stands) => void stands.whereNull('public_documents.last_on').orWhere('public_documents.last_on', '>=', today))
    .whereNotExists(
      db('public_changes')
        .whereRaw('public_changes.source_kind = public_documents.source_kind and public_changes.source_id = public_documents.source_id')
        .select(db.raw('1')),
    );
}

/** Always quoted: nothing that was typed is read as a command of FTS5. */
function matchText({ beginnings, titleBeginnings, scopes }: Wanted, group: Group | 'any'): string {
  const all = (words: readonly string[]) => words.map((word) => `${quoted(word)}*`).join(' AND ');
  const within = scopes.map((word) => ` AND ${quoted(word)}`).join('');
  if (group === 'title') return `${all(titleBeginnings)}${within}`;
  return `(${all(beginnings)}${within})${group === 'any' ? '' : ` NOT (${all(titleBeginnings)})`}`;
}

function queryText({ beginnings, titleBeginnings, scopes }: Wanted, group: Group | 'any'): string {
  const all = (words: readonly string[]) => words.map((word) => `${tsLexeme(word)}:*`).join(' & ');
  const within = scopes.map((word) => ` & ${tsLexeme(word)}`).join('');
  if (group === 'title') return `${all(titleBeginnings)}${within}`;
  return `${all(beginnings)}${within}${group === 'any' ? '' : ` & !(${all(titleBeginnings)})`}`;
}

const toFound = (row: PublicDocumentRow): FoundDocument => ({
  place: Number(row.place),
  kind: row.kind,
  collaborativeId: row.collaborative_id,
  day: row.day,
  state: row.state,
  href: row.href,
  title: toLocalText(row.title),
  body: toLocalText(row.body),
});
