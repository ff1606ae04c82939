import type { Knex } from 'knex';
import { engineUnder } from '../../src/db/dialect';
import { others, pieces } from '../../src/features/rights/pieces';
import type { Database } from '../../src/db/database';
import { tableNames, testDatabase } from '../support/database';

/** Columns that say nothing of anybody by themselves: ids, states, times, kinds, numbers. */
const plain =
  /^(id|.+_id|id_hash|status|kind|key|.+_key|code|number|.+_at|.+_on|.+_by|locale|version|reference|constituency|way|answered_via|verdict|recommendation|recusal_ground|outcome|method|answer_by|channel|placement|reason|choice|office|role|stream|about_kind|problem|token|sha256|bytes|place|point|end_reason|came_in|choices|languages|title|text|counts|acknowledged_guide|source|data|criterion|when_unknown|.+_until|merged_into|at)$/;

/** Words of the product's own in rows about a person: the steps of a checklist, why a slate chose (a code), a language they read. */
const ownWords: Readonly<Record<string, readonly string[]>> = {
  onboarding_tasks: ['title', 'text'],
  slate_entries: ['reason'],
  what_if_entries: ['reason'],
  panel_members: ['languages'],
};

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const textColumns = async (db: Knex, table: string): Promise<string[]> => {
  const rows: { name: string; type: string }[] = await db.raw(`pragma table_info("${table}")`);
  return rows.filter(({ name, type }) => /char|text/i.test(type) && !plain.test(name)).map(({ name }) => name);
};

/** The texts of a table that the map speaks of; null where its rows are deleted or kept whole. */
function saidOf(table: string): Set<string> | null {
  const own = pieces.filter((piece) => piece.table === table);
  const erasures = own.map(({ erase }) => erase);
  const blanks = erasures.flatMap((erase) => (erase.does === 'blank' ? Object.keys(erase.to) : []));
  const isWhole =
    own.some(({ erase, only }) => erase.does === 'delete' && only === undefined) || erasures.every(({ does }) => does === 'keep');
  return isWhole ? null : new Set([...blanks, ...(ownWords[table] ?? [])]);
}

describe('the map of personal data', () => {
  it('names every table there is: a new one is added to src/features/rights/pieces, or to `others` with why', async () => {
    const known = new Set([...pieces.map(({ table }) => table), ...Object.keys(others)]);
    const missing = (await tableNames(database.db)).filter((table) => !known.has(table));
    expect(missing).toEqual([]);
    const gone = [...known].filter((table) => !/^(search|public)_words_(idx|config|data|docsize)$/.test(table));
    const there = new Set(await tableNames(database.db));
    expect(gone.filter((table) => !there.has(table))).toEqual([]);
    expect(engineUnder(database.db)).toBe('sqlite');
  });

  it('says what happens to every text of a row that stays: a new column is blanked, or is plain', async () => {
    const unsaid: string[] = [];
    for (const table of new Set(pieces.map((piece) => piece.table))) {
      const said = saidOf(table);
      if (said !== null)
        unsaid.push(...(await textColumns(database.db, table)).filter((column) => !said.has(column)).map((column) => `${table}.${column}`));
    }
    expect(unsaid).toEqual([]);
  });

  it('names columns that are there, in exports as in erasures', async () => {
    for (const { table, column, gives, erase, only } of pieces) {
      const rows: { name: string }[] = await database.db.raw(`pragma table_info("${table}")`);
      const there = new Set(rows.map(({ name }) => name));
      const named = [
        column,
        ...(only === undefined ? [] : [only.column]),
        ...gives,
        ...(erase.does === 'blank' ? Object.keys(erase.to) : []),
      ];
      expect([table, named.filter((name) => !there.has(name))]).toEqual([table, []]);
    }
  });
});
