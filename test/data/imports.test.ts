import { insertRole } from '../../src/features/accounts/role.queries';
import { loadSessionActor, type Person } from '../../src/features/accounts';
import type { Collaborative } from '../../src/features/collaboratives';
import { listMembers } from '../../src/features/membership';
import { bringFile, takeIn, takeRoster, tryFile } from '../../src/features/imports/imports.actions';
import type { TryKind } from '../../src/features/imports/import-try';
import { dropOldTries } from '../../src/features/imports';
import type { Actor } from '../../src/lib/actor';
import { translations } from '../../src/i18n/locales';
import { testProduct, type TestProduct } from '../support/app';
import { brokenRosters, unusualRosters } from '../support/broken-tables';
import { aCollaborative, aMembership, aSeat, someone } from '../support/builders/seat';
import { emptyTables, onEachEngine, tableNames } from '../support/database';

const header = 'collaborative,seat,constituency,votes,name,term_starts,term_ends,email,phone,language,joined,left,reason,office,office_from,office_until';
const csv = (...lines: string[]): Buffer => Buffer.from([header, ...lines].join('\n'));

onEachEngine((engine) => {
  let product: TestProduct;
  let central: Collaborative;
  let admin: Actor;
  let ada: Person;

  beforeAll(async () => {
    product = await testProduct({ engine });
  });
  afterAll(() => product.close());
  beforeEach(begin);

  async function begin(): Promise<void> {
    await emptyTables(product.db);
    product.clock.moveTo('2026-11-21T20:00:00.000Z');
    central = await aCollaborative(product.deps);
    ada = await someone(product.deps, 'Ada Admin');
    await insertRole(product.deps, { personId: ada.id, role: 'administrator' });
    const actor = await loadSessionActor(product.deps, ada.id, product.clock.now(), []);
    if (actor === null) throw new Error('no actor');
    admin = actor;
  }

  const idOf = async (name: string): Promise<string> => (await product.db('people').where({ name }).pluck('id'))[0] ?? '';

  /** How many rows every table has. */
  async function counts(): Promise<Record<string, number>> {
    const all: Record<string, number> = {};
    for (const table of await tableNames(product.db)) {
      const [row]: { n?: number | string }[] = await product.db(table).count({ n: '*' });
      all[table] = Number(row?.n);
    }
    return all;
  }

  const take = async (content: Buffer, answers: Record<string, string> = {}, kind: TryKind = 'roster') => {
    const id = await bringFile(product.deps, admin, { kind, fileName: 'roster.csv', content });
    const { fingerprint } = await tryFile(product.deps, content, kind, answers);
    return { id, fingerprint, take: () => takeIn(product.deps, admin, id, { answers, fingerprint }) };
  };

  describe('a roster that is broken', () => {
    const broken = brokenRosters();
    const some = engine === 'SQLite' ? broken : broken.filter((_, at) => at % 6 === 0);

    it('comes in more than sixty kinds', () => {
      expect(broken.length).toBeGreaterThan(60);
    });

    it.each(some.map((file) => [file.what, file] as const))('%s: the row is named with what is wrong, and nothing is taken in', async (_, file) => {
      const taken = await aSeat(product.deps, central.id, { code: 'TAKEN' });
      await aMembership(product.deps, taken.id, (await someone(product.deps, 'Known One')).id);
      const { id, take: takeNow } = await take(file.content);
      const before = await counts();
      const trial = await tryFile(product.deps, file.content, 'roster', {});
      const told = trial.errors.map(({ row, key }) => [row, key.split('.').at(-1)]);
      expect(told).toContainEqual([file.row, file.says]);
      for (const locale of ['en', 'es']) {
        const words = trial.errors.map(({ key, values }) => translations({ pseudo: false })(locale).loosely(key, values));
        for (const word of words) expect(word).not.toMatch(/\{|undefined|imports\.|files\./);
      }
      await expect(takeNow()).rejects.toMatchObject({ status: 409 });
      expect(await counts()).toEqual(before);
      expect(await product.db('import_tries').where({ id }).pluck('taken_at')).toEqual([null]);
    });

    it.each(some.slice(0, 34).map((file) => [file.what, file] as const))('%s: is no file of schools or ZIP codes either', async (_, file) => {
      for (const kind of ['schools', 'zips'] as const) {
        const before = await counts();
        const { errors } = await tryFile(product.deps, file.content, kind, {});
        expect(errors.length).toBeGreaterThan(0);
        expect(await counts()).toEqual(before);
      }
    });
  });

  it.each(unusualRosters())('a table in %s is read letter by letter', async (_, content) => {
    await (await take(content)).take();
    expect((await listMembers(product.db, central.id, '2026-11-21')).map(({ name, seatCode }) => [name, seatCode])).toEqual([['Íñigo Peña', 'F-1']]);
  });

  describe('a roster', () => {
    const roster = csv(
      'central,F-1,families,yes,Bo Before,2023-07-01,2025-06-30,bo@example.org,,en,,2025-03-10,resigned,,,',
      'central,F-1,families,yes,Ana Reyes,2025-07-01,2027-06-30,ana@example.org,213 555 0100,es,2025-07-15,,,chair,2025-09-01,',
      'central,F-2,families,yes,Ho Holdover,2024-07-01,2026-06-30,,,,,,,,,',
      'central,C-1,community,no,,,,,,,,,,,,',
    );

    it('adds people, seats, terms and offices as they were, and writes to nobody', async () => {
      const trial = await (await take(roster)).take();
      expect(trial.counts).toEqual({ seats: 3, people: 3, terms: 3, changes: 0, unchanged: 0 });
      const names = async (date: string) =>
        (await listMembers(product.db, central.id, date)).map(({ name, seatCode, status, office }) => [seatCode, name, status, office]);
      expect(await names('2025-03-10')).toEqual([
        ['F-1', 'Bo Before', 'active', null],
        ['F-2', 'Ho Holdover', 'active', null],
      ]);
      expect(await names('2026-11-21')).toEqual([
        ['F-1', 'Ana Reyes', 'active', 'chair'],
        ['F-2', 'Ho Holdover', 'holdover', null],
      ]);
      expect(await product.db('people').where({ name: 'Ana Reyes' }).select('email', 'locale', 'phone')).toEqual([
        { email: 'ana@example.org', locale: 'es', phone: '213 555 0100' },
      ]);
      expect([await product.db('outbox').pluck('kind'), await product.db('paper_letters').pluck('kind')]).toEqual([[], []]);
      expect(await product.db('events').where({ action: 'imports.termAdded' }).pluck('collaborative_id')).toEqual([central.id, central.id, central.id]);
    });

    it('taken in twice adds nothing the second time, and its words are not kept', async () => {
      const first = await take(roster);
      await first.take();
      await expect(first.take()).rejects.toMatchObject({ key: 'imports.errors.taken' });
      expect(await product.db('import_tries').pluck('content')).toEqual([null]);
      const asked = await tryFile(product.deps, roster, 'roster', {});
      const [ho] = asked.roster?.questions ?? [];
      const again = await tryFile(product.deps, roster, 'roster', { '4': ho?.candidates[0]?.id ?? '' });
      expect(again.counts).toEqual({ seats: 0, people: 0, terms: 0, changes: 0, unchanged: 3 });
    });

    it('asks who is meant where only the name, or only the address, is known, and never guesses', async () => {
      const namesake = await someone(product.deps, 'Ana Reyes', { email: 'other@example.org' });
      const line = csv('central,F-1,families,yes,Ana Réyes,2025-07-01,2027-06-30,ana@example.org,,es,,,,,,');
      const open = await take(line);
      await expect(open.take()).rejects.toMatchObject({ key: 'imports.errors.notReady' });
      await (await take(line, { '2': namesake.id })).take();
      expect(await product.db('memberships').pluck('person_id')).toEqual([namesake.id]);
      expect((await product.db('people').pluck('name')).length).toBe(2);
    });

    it('is refused when something moved since it was shown', async () => {
      const shown = await take(roster);
      await aSeat(product.deps, central.id, { code: 'F-2' });
      await expect(shown.take()).rejects.toMatchObject({ key: 'imports.errors.moved' });
      expect(await product.db('memberships').pluck('id')).toEqual([]);
    });

    it('changes the end of a term and gives an office where a row means somebody who sits there, and takes nothing away', async () => {
      await (await take(roster)).take();
      const before = await counts();
      const later = await take(
        csv(
          'central,F-1,families,yes,Ana Reyes,2025-07-01,2028-06-30,ana@example.org,,,2025-07-15,,,chair,2025-09-01,2027-09-01',
          'central,F-3,families,yes,Cy New,2026-07-01,2028-06-30,cy@example.org,,,,,,vice_chair,,',
        ),
      );
      const trial = await later.take();
      expect(trial.counts).toEqual({ seats: 1, people: 1, terms: 1, changes: 1, unchanged: 0 });
      expect(trial.roster?.changes.map(({ row, name, seat, differences }) => [row, name, seat, differences])).toEqual([
        [
          2,
          'Ana Reyes',
          'F-1',
          [
            { what: 'termEnds', from: '2027-06-30', to: '2028-06-30' },
            { what: 'officeUntil', from: null, to: '2027-09-01' },
          ],
        ],
      ]);
      const ana = await product.db('people').where({ name: 'Ana Reyes' }).select('id', 'phone', 'locale');
      expect(ana.map(({ phone, locale }) => [phone, locale])).toEqual([['213 555 0100', 'es']]);
      const terms = product.db('memberships').where({ person_id: ana[0]?.id ?? '' });
      expect(await terms.select('term_ends_on', 'status', 'ended_on')).toEqual([{ term_ends_on: '2028-06-30', status: 'active', ended_on: null }]);
      expect(await product.db('offices').orderBy('starts_on').select('office', 'starts_on', 'ends_on')).toEqual([
        { office: 'chair', starts_on: '2025-09-01', ends_on: '2027-09-01' },
        { office: 'vice_chair', starts_on: '2026-07-01', ends_on: null },
      ]);
      const after = await counts();
      for (const [table, rows] of Object.entries(before)) expect([table, (after[table] ?? 0) >= rows]).toEqual([table, true]);
      const [event] = await product.db('events').where({ action: 'imports.termChanged' }).pluck('details');
      expect(JSON.parse(event ?? '')).toMatchObject({
        before: { termEnds: '2027-06-30', officeUntil: null },
        after: { termEnds: '2028-06-30', officeUntil: '2027-09-01' },
      });
      expect([await product.db('outbox').pluck('kind'), await product.db('paper_letters').pluck('kind')]).toEqual([[], []]);
    });

    it('makes room by a shorter term for who comes next in the same file, and a term past its end is held over', async () => {
      await (await take(roster)).take();
      const next = await take(
        csv(
          'central,F-1,families,yes,Ana Reyes,2025-07-01,2026-10-31,ana@example.org,,,2025-07-15,,,,,',
          'central,F-2,families,yes,Ho Holdover,2024-07-01,2027-06-30,,,,,,,,,',
        ),
        { '3': await idOf('Ho Holdover') },
      );
      expect((await next.take()).counts).toMatchObject({ changes: 2, terms: 0, unchanged: 0 });
      expect((await listMembers(product.db, central.id, '2026-11-21')).map(({ name, status, office }) => [name, status, office])).toEqual([
        ['Ana Reyes', 'holdover', 'chair'],
        ['Ho Holdover', 'active', null],
      ]);
    });

    it.each([
      ['another first day', 'Ana Reyes,2025-07-01,2027-06-30,ana@example.org,,,2025-08-01,,,,,', 'otherDays'],
      ['a last day', 'Ana Reyes,2025-07-01,2027-06-30,ana@example.org,,,2025-07-15,2026-10-01,resigned,,,', 'otherDays'],
      ['an office somebody else has', 'Ana Reyes,2025-07-01,2027-06-30,ana@example.org,,,2025-07-15,,,secretary,2026-01-01,', 'officeKnown'],
      ['the same office from another day', 'Ana Reyes,2025-07-01,2027-06-30,ana@example.org,,,2025-07-15,,,chair,2026-01-01,', 'officeKnown'],
    ])('refuses %s for a term that is there, and then changes nothing at all', async (_, cells, says) => {
      await (await take(roster)).take();
      const other = await aSeat(product.deps, central.id, { code: 'F-9' });
      const held = await aMembership(product.deps, other.id, (await someone(product.deps, 'Se Cretary')).id);
      await product.deps.db('offices').insert({
        id: product.deps.newId(),
        collaborative_id: central.id,
        membership_id: held.id,
        office: 'secretary',
        starts_on: '2025-07-01',
        ends_on: null,
      });
      const good = 'central,F-5,families,yes,Good Row,2025-07-01,2027-06-30,good@example.org,,,,,,,,';
      const file = await take(csv(good, `central,F-1,families,yes,${cells}`));
      const before = await counts();
      const trial = await tryFile(product.deps, csv(good, `central,F-1,families,yes,${cells}`), 'roster', {});
      expect(trial.errors.map(({ row, key }) => [row, key])).toEqual([[3, `imports.errors.${says}`]]);
      await expect(file.take()).rejects.toMatchObject({ key: 'imports.errors.notReady' });
      expect(await counts()).toEqual(before);
    });

    it('is an administrator’s to take in, and a file nobody took in is forgotten after a week', async () => {
      const bo = await loadSessionActor(product.deps, (await someone(product.deps, 'Bo Lee')).id, product.clock.now(), []);
      await expect(bringFile(product.deps, bo!, { kind: 'roster', fileName: 'x.csv', content: roster })).rejects.toMatchObject({ status: 403 });
      await take(roster);
      product.clock.moveTo('2026-11-28T19:00:00.000Z');
      await dropOldTries(product.deps);
      expect((await product.db('import_tries').pluck('content'))[0]).not.toBeNull();
      product.clock.moveTo('2026-11-28T21:00:00.000Z');
      await dropOldTries(product.deps);
      expect(await product.db('import_tries').pluck('content')).toEqual([null]);
    });

    it('comes in from the console too, and a dry run changes nothing', async () => {
      const before = await counts();
      expect((await takeRoster(product.deps, roster, { dryRun: true })).counts['terms']).toBe(3);
      expect(await counts()).toEqual(before);
      await takeRoster(product.deps, roster, { dryRun: false });
      expect((await product.db('memberships').pluck('id')).length).toBe(3);
    });
  });
});
