import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate, openDatabase, type Database } from '../../src/db/database';
import { saveSearchDocuments, scopeWord } from '../../src/db/search-index';
import { createApp } from '../../src/app';
import { wordsIn } from '../../src/lib/text';
import { aTown, type Town } from '../support/builders/application';
import { testProduct } from '../support/app';
import { signedInAs, type Browser } from '../support/browser';
import { aPersonAs } from '../support/builders/person';

interface Line {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly goal: string;
  readonly holds: boolean;
}

const rounds = 40;
const batch = 400;
const given = ['Ana', 'Luis', 'María', 'José', 'Chen', 'Aram', 'Grace', 'Omar', 'Rosa', 'Minh'];
const family = ['Reyes', 'Peña', 'Nguyen', 'Sarkisian', 'Johnson', 'Kim', 'Lopez', 'Ibáñez', 'Cruz', 'Park', 'Diaz', 'Moreno', 'Vega'];
const constituencies = ['families', 'community', 'organizations', 'philanthropy', 'business'];

/** A list of so many applications to one collaborative, in a file of its own. */
async function aList(folder: string, rows: number): Promise<{ database: Database; staff: Browser }> {
  const database = openDatabase(join(folder, `${rows}.sqlite`));
  await migrate(database.db);
  const product = await testProduct();
  const deps = { ...product.deps, db: database.db, reads: database.reads };
  const town = await aTown(deps);
  await database.db.transaction(async (trx) => {
    for (let from = 0; from < rows; from += batch) {
      const numbers = Array.from({ length: Math.min(batch, rows - from) }, (_, index) => from + index);
      await trx('applications').insert(numbers.map((number) => applicationRow(town, number)));
      await trx('candidacies').insert(numbers.map((number) => candidacyRow(town, number)));
      await saveSearchDocuments(
        trx,
        numbers.map((number) => ({
          subjectId: idOf('a', number),
          words: [...wordsIn(`${nameOf(number)} person${number} libraries schools`), scopeWord(town.cycle.id, town.central.id)],
        })),
      );
    }
  });
  const role = {
    role: 'staff',
    collaborativeId: town.central.id,
    cycleId: null,
    startsOn: '2026-01-01',
    endsOn: null,
    grantedBy: null,
  } as const;
  const person = await aPersonAs(deps, role, { name: 'Cora', email: 'cora@example.org' });
  return { database, staff: await signedInAs({ ...product, deps, db: database.db, app: createApp(deps) }, person.id) };
}

const idOf = (kind: string, number: number): string => `${kind}${String(number).padStart(8, '0')}`;
const nameOf = (number: number): string => `${given[number % 10] ?? ''} ${family[number % 13] ?? ''}`;
const sentAt = (number: number): string => new Date(Date.UTC(2026, 10, 1) + number * 7_000).toISOString();

const applicationRow = ({ cycle }: Town, number: number) => ({
  id: idOf('a', number),
  reference: `R${String(number).padStart(7, '0')}`,
  cycle_id: cycle.id,
  status: 'submitted' as const,
  locale: number % 2 === 0 ? 'es' : 'en',
  name: nameOf(number),
  begun_at: sentAt(number),
  saved_at: sentAt(number),
  submitted_at: sentAt(number),
});

const candidacyRow = ({ cycle, central }: Town, number: number) => ({
  id: idOf('c', number),
  application_id: idOf('a', number),
  cycle_id: cycle.id,
  collaborative_id: central.id,
  preference: 1,
  status: 'in_review' as const,
  is_reviewed: true,
  constituency: constituencies[number % 5] as 'families',
  submitted_at: sentAt(number),
  folded_name: nameOf(number).toLowerCase(),
  zip: `9${String(number % 300).padStart(4, '0')}`,
  school_id: number % 3 === 0 ? '19647330000001' : '',
});

interface Page {
  readonly staff: Browser;
  readonly query: string;
}

/** How many times as long one page takes its reader as another: the middle of many, both in turn, so that they meet the same machine. */
async function timesAsLong(one: Page, other: Page): Promise<number> {
  const [ours, theirs]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds + 5; round += 1) {
    const [first, second] = [await millisecondsOf(one), await millisecondsOf(other)];
    if (round < 5) continue;
    ours.push(first);
    theirs.push(second);
  }
  return middle(ours) / middle(theirs);
}

async function millisecondsOf({ staff, query }: Page): Promise<number> {
  const begun = performance.now();
  const { status } = await staff.get(`/staff/cycles/2027-spring/central/applications?${query}`);
  if (status !== 200) throw new Error(`${query} answered ${status}`);
  return performance.now() - begun;
}

const middle = (times: readonly number[]): number => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;

const ratio = (name: string, value: number, most: number): Line => ({
  name,
  value: Math.round(value * 100) / 100,
  unit: 'times',
  goal: `at most ${most}`,
  holds: value <= most,
});

/** The list of staff at 100,000 against 1,000 applications: a page, its last page, sorted, filtered, searched. */
export async function measureLists(): Promise<Line[]> {
  const folder = mkdtempSync(join(tmpdir(), 'lists-'));
  const [small, large] = [await aList(folder, 1000), await aList(folder, 100_000)];
  const against = (query: string) => timesAsLong({ staff: large.staff, query }, { staff: small.staff, query });
  const last = Buffer.from(JSON.stringify([sentAt(50), idOf('c', 50)])).toString('base64url');
  const lines = [
    ratio('staff list, 100,000 against 1,000', await against(''), 1.5),
    ratio('the same by name', await against('sort=name'), 1.5),
    ratio('the same by coverage, one constituency', await against('sort=coverage&constituency=business'), 1.5),
    ratio(
      'its last page against its first',
      await timesAsLong({ staff: large.staff, query: `after=${last}` }, { staff: large.staff, query: '' }),
      1.2,
    ),
    ratio('search for a name, 100,000 against 1,000', await against('q=pena+maria'), 3),
    ratio('search for one person', await against('q=person777'), 3),
    ratio('search for a word in all of them', await against('q=libraries'), 3),
  ];
  for (const { database } of [small, large]) await database.close();
  rmSync(folder, { recursive: true, force: true });
  return lines;
}
