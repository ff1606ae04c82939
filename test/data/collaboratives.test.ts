import type { Knex } from 'knex';
import { carriedFact, findSchool, importFile, listCollaboratives, listSchools, lookUpZip, searchSchools } from '../../src/features/collaboratives';
import { getCollaborative, getCollaborativeBySlug, saveCollaborative } from '../../src/features/collaboratives/collaborative.queries';
import type { ImportKind } from '../../src/features/collaboratives/import';
import { choiceOf } from '../../src/features/collaboratives/zip';
import { visitor, type Actor } from '../../src/lib/actor';
import { testProduct, type TestProduct } from '../support/app';
import { countQueries, emptyTables, onEachEngine } from '../support/database';
import { aStoredNote, theSix } from '../support/public-scene';

onEachEngine((engine) => {
  let product: TestProduct;
  let db: Knex;

  beforeAll(async () => {
    product = await testProduct({ engine });
    ({ db } = product);
  });
  beforeEach(async () => {
    await emptyTables(db);
    await theSix(product.deps);
  });
  afterAll(() => product.close());

  const take = (kind: ImportKind, text: string, dryRun = false) => importFile(product.deps, 'system', { kind, text, dryRun });
  const withoutRow = (text: string, row: number) =>
    text
      .split('\n')
      .filter((_, index) => index !== row - 1)
      .join('\n');

  describe('collaboratives', () => {
    it('are listed by name, and only those of the day when a day is given', async () => {
      const central = await getCollaborativeBySlug(db, 'central');
      await saveCollaborative(db, { ...central, endsOn: '2026-12-31' });
      expect((await listCollaboratives(db)).map(({ slug }) => slug)).toEqual(['central', 'east', 'northeast', 'northwest', 'south', 'west']);
      expect((await listCollaboratives(db, '2026-12-31')).length).toBe(6);
      expect((await listCollaboratives(db, '2027-01-01')).map(({ slug }) => slug)).toEqual(['east', 'northeast', 'northwest', 'south', 'west']);
      expect(await listCollaboratives(db, '2026-06-30')).toEqual([]);
    });

    it('are saved once by two who opened them at the same time', async () => {
      const central = await getCollaborativeBySlug(db, 'central');
      await saveCollaborative(db, { ...central, contactPhone: '1' });
      await expect(saveCollaborative(db, { ...central, contactPhone: '2' })).rejects.toMatchObject({ status: 409 });
      expect((await getCollaborative(db, central.id)).contactPhone).toBe('1');
    });

    it('are not found by a slug that is none', async () => {
      await expect(getCollaborativeBySlug(db, 'atlantis')).rejects.toMatchObject({ status: 404 });
      await expect(getCollaborative(db, 'nobody')).rejects.toMatchObject({ status: 404 });
    });
  });

  describe('a ZIP code', () => {
    it('that is split gives both local districts, Central first, with their shares', async () => {
      const place = await lookUpZip(db, '90012');
      expect(place?.isSplit).toBe(true);
      expect(place?.shares.map(({ collaborative, share, isPrimary }) => [collaborative.slug, share, isPrimary])).toEqual([
        ['central', 0.663, true],
        ['east', 0.337, false],
      ]);
    });

    it('that we do not know gives nothing', async () => {
      expect(await lookUpZip(db, '12345')).toBeUndefined();
    });

    it('of the file always leaves at least one choice', async () => {
      const zips = await db('zips').pluck<string[]>('zip');
      expect(zips.length).toBe(145);
      const choices = await Promise.all(zips.map(async (zip) => choiceOf((await lookUpZip(db, zip))!).likely.length));
      expect(choices.filter((count) => count === 0)).toEqual([]);
    });

    it('takes two queries', async () => {
      expect(await countQueries(db, () => lookUpZip(db, '90012'))).toBe(2);
    });
  });

  describe('schools', () => {
    const named = async (text: string) => (await searchSchools(db, text)).map(({ name }) => name);

    it('are found by any words of their name, without accents and capitals', async () => {
      expect(await named('GÁRDENA')).toEqual(['Gardena Elementary']);
      expect(await named('elementary  glassell')).toEqual([]);
      expect(await named('glassell magnet')).toEqual(['Glassell Park ES Science, Technology, Engineering, Arts and Math Magnet']);
    });

    it.each(['%', '_', '\\', "'", '"', ''])('are not found by %j alone', async (text) => {
      expect(await named(text)).toEqual([]);
    });

    it('are at most one more than a page shows', async () => {
      expect((await searchSchools(db, 'e')).length).toBe(21);
    });

    it('belong to a collaborative', async () => {
      const central = await getCollaborativeBySlug(db, 'central');
      const own = await listSchools(db, central.id);
      expect(own.length).toBe(12);
      expect(new Set(own.map(({ collaborativeId }) => collaborativeId))).toEqual(new Set([central.id]));
      expect(await findSchool(db, own[0]!.id)).toEqual(own[0]);
      expect(await findSchool(db, 'none')).toBeUndefined();
    });
  });

  describe('taking a file in', () => {
    it.each(['collaboratives', 'schools', 'zips'] as const)('a second time changes nothing: %s', async (kind) => {
      const report = await take(kind, carriedFact(kind));
      expect([report.isDone, report.added, report.changed, report.removed, report.errors]).toEqual([true, [], [], [], []]);
    });

    it('tells what would change in a dry run, and changes nothing', async () => {
      const before = await listSchools(db);
      const text = withoutRow(carriedFact('schools'), 2).replace('Gardena Elementary', 'Gardena School');
      const report = await take('schools', text, true);
      expect([report.isDone, report.changed, report.removed, report.unchanged]).toEqual([
        false,
        [{ name: 'Gardena School', fields: ['name'] }],
        ['Horace Mann UCLA Community'],
        63,
      ]);
      expect(await listSchools(db)).toEqual(before);
    });

    it('changes, adds and removes, and writes one line of history', async () => {
      await db('events').delete();
      await db('event_chains').delete();
      await take('zips', `${withoutRow(carriedFact('zips'), 2).replace('90002,S,no,0.0,', '90002,S,no,0.5,').trimEnd()}\n99999,W,no,0,0,0,0,0,0,1`);
      expect((await lookUpZip(db, '90001')) ?? null).toBeNull();
      expect((await lookUpZip(db, '90002'))?.shareOutside).toBe(0.5);
      expect((await lookUpZip(db, '99999'))?.shares.length).toBe(1);
      const events = await db('events').select('action', 'subject_kind', 'subject_id', 'details');
      expect(events.map(({ details, ...event }) => ({ ...event, after: (JSON.parse(details ?? '') as { after: unknown }).after }))).toEqual([
        {
          action: 'collaboratives.imported',
          subject_kind: 'import',
          subject_id: 'zips',
          after: { added: 1, changed: 1, removed: 1, unchanged: 143 },
        },
      ]);
    });

    it('takes nothing in when one row is wrong', async () => {
      const report = await take('schools', carriedFact('schools').replace('19647330135681', 'x').replace('Gardena Elementary', 'Gardena School'));
      expect([report.isDone, report.errors]).toEqual([
        false,
        [{ row: 2, key: 'collaboratives.import.errors.schoolCode', values: { value: 'x' } }],
      ]);
      expect((await searchSchools(db, 'gardena')).map(({ name }) => name)).toEqual(['Gardena Elementary']);
    });

    it('keeps a school that advice names', async () => {
      const central = await getCollaborativeBySlug(db, 'central');
      const note = await aStoredNote(product.deps, central, 1);
      await db('note_schools').insert({ note_id: note, school_id: '19647330135681' });
      const report = await take('schools', withoutRow(carriedFact('schools'), 2));
      expect([report.removed, report.kept]).toEqual([[], ['Horace Mann UCLA Community']]);
      expect((await findSchool(db, '19647330135681'))?.name).toBe('Horace Mann UCLA Community');
    });

    it('changes a collaborative and removes none', async () => {
      const list = JSON.parse(carriedFact('collaboratives')) as Record<string, unknown>[];
      const report = await take('collaboratives', JSON.stringify([{ ...list[0], contactPhone: '213-555-0199' }]));
      expect([report.changed, report.removed, report.kept.length]).toEqual([[{ name: 'central', fields: ['contactPhone'] }], [], 5]);
      expect((await getCollaborativeBySlug(db, 'central')).contactPhone).toBe('213-555-0199');
    });

    it('is for administrators', async () => {
      const central = await getCollaborativeBySlug(db, 'central');
      const staff: Actor = { ...visitor('en'), id: 'sam', grants: [{ role: 'staff', collaborativeId: central.id, cycleId: null }] };
      await expect(importFile(product.deps, staff, { kind: 'zips', text: '', dryRun: true })).rejects.toMatchObject({ status: 403 });
    });
  });
});
