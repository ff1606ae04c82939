import type { Knex } from 'knex';
import { insertPerson, insertRole } from '../../src/features/accounts';
import { checkChains, listHistory, listImportEvents } from '../../src/features/admin/history.queries';
import type { Collaborative } from '../../src/features/collaboratives';
import { insertHelpRequest, listHelpers, listHelpRequestsFor } from '../../src/features/help/help-request.queries';
import { countMyReviews, countProgramQuestions, listDesksFor } from '../../src/features/staff/desk.queries';
import { recordEvent } from '../../src/history/events';
import { visitor, type Actor, type RoleName } from '../../src/lib/actor';
import { testNow, testProduct, type TestProduct } from '../support/app';
import { aStoredMeeting } from '../support/builders/meeting';
import { aMembership, aSeat } from '../support/builders/seat';
import { countQueries, emptyTables, onEachEngine } from '../support/database';
import { anOpenCycle, aStoredNote, theSix } from '../support/public-scene';
import { getCollaborativeBySlug } from '../../src/features/collaboratives';

onEachEngine((engine) => {
  let product: TestProduct;
  let db: Knex;
  let central: Collaborative;
  let east: Collaborative;

  beforeAll(async () => {
    product = await testProduct({ engine });
    ({ db } = product);
  });
  beforeEach(async () => {
    await emptyTables(db);
    central = await theSix(product.deps);
    east = await getCollaborativeBySlug(db, 'east');
  });
  afterAll(() => product.close());

  const actorAs = (role: RoleName, collaborative: Collaborative | null): Actor => ({
    ...visitor('en'),
    id: 'sam',
    grants: [{ role, collaborativeId: collaborative?.id ?? null, cycleId: null }],
  });

  async function candidacies(cycle: string, collaborative: Collaborative, reviewers: readonly number[]): Promise<void> {
    const { newId } = product.deps;
    for (const [index, count] of reviewers.entries()) {
      const [application, candidacy] = [newId(), newId()];
      await db('applications').insert({
        id: application,
        reference: `A-${collaborative.code}-${index}`,
        cycle_id: cycle,
        status: 'submitted',
        locale: 'en',
        begun_at: testNow,
        saved_at: testNow,
        submitted_at: testNow,
      });
      await db('candidacies').insert({
        id: candidacy,
        application_id: application,
        cycle_id: cycle,
        collaborative_id: collaborative.id,
        preference: 1,
        status: 'in_review',
        is_reviewed: true,
        constituency: 'families',
        submitted_at: testNow,
      });
      for (let number = 0; number < count; number += 1) {
        const person = await insertPerson(product.deps, { name: `Rae ${number}` });
        const status = number === 3 ? 'recused' : 'assigned';
        await db('reviews').insert({ id: newId(), candidacy_id: candidacy, reviewer_id: person.id, status, assigned_at: testNow });
      }
    }
  }

  describe('the desk', () => {
    it('counts what waits in the collaboratives of that person, and in no other', async () => {
      const cycle = await anOpenCycle(product.deps, [central, east], { status: 'in_review' });
      await candidacies(cycle, central, [0, 2, 3, 4, 0, 0, 0]);
      const [lower = '', withdrawn = '', merged = ''] = await db('candidacies').join('applications', 'applications.id', 'application_id').whereIn('reference', ['A-C-4', 'A-C-5', 'A-C-6']).orderBy('reference').pluck<string[]>('candidacies.id');
      await db('candidacies').where('id', lower).update({ is_reviewed: false, preference: 2 });
      await db('candidacies').where('id', withdrawn).update({ status: 'withdrawn' });
      await db('candidacies').where('id', merged).update({ is_listed: false });
      await candidacies(cycle, east, [0, 0]);
      await db('slates').insert({ id: product.deps.newId(), cycle_id: cycle, collaborative_id: central.id, status: 'sent' });
      await aStoredMeeting(product.deps, central, { id: 'm-1' });
      await aStoredMeeting(product.deps, central, { id: 'm-2', status: 'posted' });
      await aStoredMeeting(product.deps, east, { id: 'm-3' });
      await aStoredNote(product.deps, central, 1, 'delivered');
      await aStoredNote(product.deps, central, 2, 'answered');
      const seat = await aSeat(product.deps, central.id);
      const person = await insertPerson(product.deps, { name: 'Ana' });
      const membership = await aMembership(product.deps, seat.id, person.id);
      const template = product.deps.newId();
      await db('onboarding_templates').insert({ id: template, number: 1, tasks: '[]', made_at: testNow });
      await db('onboarding_plans').insert({
        id: product.deps.newId(),
        membership_id: membership.id,
        template_id: template,
        status: 'in_progress',
        begun_at: testNow,
      });
      await insertHelpRequest(product.deps, { name: 'A', email: 'a@example.org', collaborativeId: central.id, text: 'x', locale: 'en' });
      await insertHelpRequest(product.deps, { name: 'B', email: 'b@example.org', collaborativeId: null, text: 'x', locale: 'en' });

      const [desk, ...others] = await listDesksFor(db, actorAs('staff', central), testNow);
      expect(others).toEqual([]);
      expect({ ...desk, collaborative: desk?.collaborative.slug }).toEqual({
        collaborative: 'central',
        cycles: [{ code: '2026-fall', name: { en: 'Fall 2026', es: 'Otoño de 2026' }, status: 'in_review', applications: 6, toAssign: 2, slate: 'sent' }],
        onboarding: 1,
        toPost: [{ postBy: '2026-12-01T02:00:00.000Z' }],
        toAnswer: [{ dueOn: '2026-10-08' }],
        toSign: 0,
        questions: 1,
        letters: 0,
        topics: 0,
        reported: 0,
      });
      expect((await listDesksFor(db, actorAs('administrator', null), testNow)).map(({ collaborative }) => collaborative.slug)).toEqual([
        'central',
        'east',
        'northeast',
        'northwest',
        'south',
        'west',
      ]);
      expect(await listDesksFor(db, actorAs('reviewer', central), testNow)).toEqual([]);
      expect(await countProgramQuestions(db)).toBe(1);
    });

    it('takes the same queries for one application as for three', async () => {
      const cycle = await anOpenCycle(product.deps, [central]);
      await candidacies(cycle, central, [1]);
      const one = await countQueries(db, () => listDesksFor(db, actorAs('staff', central), testNow));
      await candidacies(cycle, east, [1, 1, 1]);
      const more = await countQueries(db, () => listDesksFor(db, actorAs('administrator', null), testNow));
      expect([one, more]).toEqual([12, 12]);
    });

    it('counts the reviews of one person that are not done', async () => {
      expect(await countMyReviews(db, 'nobody')).toBe(0);
    });
  });

  describe('the history', () => {
    it('comes newest first, a page at a time', async () => {
      await db('events').delete();
      await db('event_chains').delete();
      for (let minute = 0; minute < 52; minute += 1) {
        product.clock.moveBy(60_000);
        const subject = { kind: 'help_request', id: String(minute) };
        await recordEvent(product.deps, { action: 'help.asked', actor: 'system', subject, collaborativeId: minute === 51 ? central.id : null });
      }
      const first = await listHistory(db);
      expect(first.rows.slice(0, 2).map(({ subjectId, area }) => [subjectId, area?.en])).toEqual([
        ['51', 'Central'],
        ['50', undefined],
      ]);
      const second = await listHistory(db, first.next ?? '');
      expect([first.rows.length, second.rows.map(({ subjectId }) => subjectId), second.next]).toEqual([50, ['1', '0'], null]);
    });

    it('remembers the last import of each kind', async () => {
      expect((await listImportEvents(db)).map(({ subjectId }) => subjectId).sort()).toEqual(['collaboratives', 'schools', 'zips']);
    });

    it('is whole until somebody changes a line, or takes the last one away', async () => {
      const subject = { kind: 'help_request', id: 'h' };
      for (let line = 0; line < 3; line += 1)
        await recordEvent(product.deps, { action: 'help.asked', actor: 'system', subject, collaborativeId: central.id });
      const states = async () => (await checkChains(db)).map(({ area, lines, breaksAt, isCutOff }) => [area?.en ?? null, lines, breaksAt, isCutOff]);
      const byName = (a: unknown[], b: unknown[]) => String(a[0]).localeCompare(String(b[0]));
      expect((await states()).sort(byName)).toEqual([
        ['Central', 3, null, false],
        [null, 3, null, false],
      ]);
      await db('events').where({ chain: central.id, place: 3 }).delete();
      expect((await states()).find(([area]) => area === 'Central')).toEqual(['Central', 2, null, true]);
      await db('events').where({ chain: central.id, place: 2 }).update({ subject_id: 'other' });
      expect((await states()).find(([area]) => area === 'Central')).toEqual(['Central', 2, 2, true]);
    });
  });

  describe('questions', () => {
    it('go to the staff of the collaborative, and to administrators where there are none', async () => {
      const person = async (name: string, role: RoleName, collaborative: Collaborative | null, endsOn: string | null = null) => {
        const { id } = await insertPerson(product.deps, { name, email: `${name}@example.org` });
        await insertRole(product.deps, { personId: id, role, collaborativeId: collaborative?.id ?? null, startsOn: '2026-01-01', endsOn });
      };
      await person('ada', 'administrator', null);
      await person('sam', 'staff', central);
      await person('old', 'staff', east, '2026-11-20');
      await person('abe', 'approver', east);
      const told = async (id: string | null) => (await listHelpers(db, id, '2026-11-21')).map(({ name }) => name);
      expect([await told(central.id), await told(east.id), await told(null)]).toEqual([['sam'], ['ada'], ['ada']]);
    });

    it('are listed for those who answer them, the oldest first', async () => {
      const ask = async (name: string, collaborativeId: string | null) => {
        product.clock.moveBy(1000);
        await insertHelpRequest(product.deps, { name, email: 'a@example.org', collaborativeId, text: 'x', locale: 'en' });
      };
      await ask('first', central.id);
      await ask('second', east.id);
      await ask('third', null);
      await ask('fourth', central.id);
      const names = async (actor: Actor) => (await listHelpRequestsFor(db, actor, 'waiting')).rows.map(({ name }) => name);
      expect([await names(actorAs('staff', central)), await names(actorAs('administrator', null)), await names(actorAs('approver', central))]).toEqual([
        ['first', 'fourth'],
        ['first', 'second', 'third', 'fourth'],
        [],
      ]);
      expect((await listHelpRequestsFor(db, actorAs('administrator', null), 'answered')).rows).toEqual([]);
    });
  });
});
