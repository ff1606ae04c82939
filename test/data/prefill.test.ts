import { admitLate, deleteDraft, insertApplication, type Application } from '../../src/features/applications';
import { beginApplication } from '../../src/features/applications/apply.actions';
import { findPrefill } from '../../src/features/applications/prefill.queries';
import { startBlank } from '../../src/features/applications/reapply.actions';
import type { Cycle } from '../../src/features/cycles';
import { visitor, type Actor } from '../../src/lib/actor';
import { aCycle, aSentApplication, aTown, someAnswers, theApplication, type Town } from '../support/builders/application';
import { testProduct, type TestProduct } from '../support/app';
import { emptyTables, onEachEngine } from '../support/database';

onEachEngine((engine) => {
  let product: TestProduct;
  let town: Town;
  let ana: Application;
  let next: Cycle;

  beforeAll(async () => {
    product = await testProduct({ engine });
  });
  afterAll(() => product.close());
  beforeEach(async () => {
    await emptyTables(product.db);
    product.clock.moveTo('2027-06-10T20:00:00.000Z');
    town = await aTown(product.deps, { status: 'released' });
    const answers = someAnswers([town.central.id, town.south.id], { language: 'es', reasons: 'Quiero ayudar.' });
    ana = await aSentApplication(product.deps, town.cycle, answers);
    next = await aCycle(product.deps, [town.south], {
      code: '2027-fall',
      opensAt: '2027-06-01T16:00:00.000Z',
      closesAt: '2027-07-01T06:59:00.000Z',
      reviewBy: '2027-08-01',
      decisionsOn: '2027-08-15',
      termStartsOn: '2027-09-01',
      termEndsOn: '2029-08-31',
    });
  });

  const signedIn = (): Actor => ({ ...visitor('en'), id: ana.personId });
  const begin = (actor = signedIn(), given: Partial<Parameters<typeof beginApplication>[3]> = {}) =>
    beginApplication(product.deps, actor, next.id, { email: 'ana@example.org', ...given });

  it('fills in what the person sent last: in its language, with the choices this cycle offers, and nothing asked anew', async () => {
    const draft = await begin();
    expect([draft.name, draft.locale, draft.zip, draft.answers['reasons']]).toEqual(['Ana Reyes', 'es', '90012', 'Quiero ayudar.']);
    expect(draft.answers['collaboratives']).toEqual([town.south.id]);
    for (const key of ['age', 'times', 'full_term', 'source', 'consent_record', 'consent_mail']) expect([key, draft.answers[key]]).toEqual([key, undefined]);
    expect([draft.status, draft.submittedAt, draft.addressProvedAt]).toEqual(['draft', null, null]);
    expect(await findPrefill(product.db, draft.id)).toBe(ana.submittedAt);
    expect((await product.db('outbox').pluck('locale'))).toEqual(['es']);
  });

  it('never fills in by an address alone', async () => {
    const draft = await begin(visitor('en'));
    expect([draft.answers, await findPrefill(product.db, draft.id)]).toEqual([{ email: 'ana@example.org' }, undefined]);
    const other = await aSentApplication(product.deps, town.cycle, someAnswers([town.central.id], { name: 'Luz Reyes', reasons: 'Otra' }));
    const hers = await begin({ ...visitor('en'), id: other.personId });
    expect(hers.answers['reasons']).toBe('Otra');
  });

  it('goes on with what the person has in the cycle already, as it stands', async () => {
    const own = await insertApplication(product.deps, theApplication({ cycleId: next.id, personId: ana.personId, reference: 'OWN1-0001' }));
    expect(await begin()).toEqual(own);
    expect(await product.db('application_prefills')).toEqual([]);
  });

  it('lets a flyer choose the collaborative, and keeps that choice in a blank form', async () => {
    await product.db('cycle_collaboratives').insert({ cycle_id: next.id, collaborative_id: town.central.id });
    const draft = await begin(signedIn(), { hint: { slug: town.central.slug, source: 'flyer' } });
    expect(draft.answers['collaboratives']).toEqual([town.central.id]);
    await startBlank(product.deps, signedIn(), draft.id);
    const row = await product.db('applications').where({ id: draft.id }).first();
    expect(JSON.parse(row!.answers)).toEqual({ email: 'ana@example.org', collaboratives: [town.central.id] });
    expect([row!.name, row!.zip, row!.constituency]).toEqual(['', null, null]);
  });

  it('leaves the choice open where this cycle offers none of the last ones', async () => {
    await product.db('cycle_collaboratives').where({ cycle_id: next.id }).delete();
    expect('collaboratives' in (await begin()).answers).toBe(false);
  });

  it.each([
    ['withdrawn', 'Quiero ayudar.', () => product.db('applications').where({ id: ana.id }).update({ status: 'withdrawn' })],
    ['merged into another', undefined, () => product.db('applications').where({ id: ana.id }).update({ status: 'withdrawn', merged_into: 'other' })],
    ['never sent', undefined, () => product.db('applications').where({ id: ana.id }).update({ status: 'draft', submitted_at: null })],
    ['thrown away', undefined, () => product.db('applications').where({ id: ana.id }).update({ status: 'discarded' })],
  ])('takes the answers of one that was %s: %s', async (_, reasons, change) => {
    await change();
    expect((await begin()).answers['reasons']).toBe(reasons);
  });

  it('takes the latest of several, and leaves out an option the form no longer offers', async () => {
    const later = someAnswers([town.south.id], { reasons: 'Later.', connection: ['lives', 'once_offered'] });
    const given = { personId: ana.personId, submittedAt: '2027-01-02T20:00:00.000Z' };
    const before = await aCycle(product.deps, [town.south], { code: '2026-extra', status: 'released' });
    await aSentApplication(product.deps, before, later, given);
    const draft = await begin();
    expect([draft.answers['reasons'], draft.answers['connection']]).toEqual(['Later.', ['lives']]);
    expect(await findPrefill(product.db, draft.id)).toBe('2027-01-02T20:00:00.000Z');
  });

  it('fills in for who comes late by a code too', async () => {
    await product.db('cycles').where({ id: next.id }).update({ status: 'closed' });
    const closed = { ...next, status: 'closed' as const };
    const draft = await product.db.transaction((db) =>
      admitLate({ ...product.deps, db }, signedIn(), closed, { found: undefined, email: 'new@example.org', lateCodeId: 'code' }),
    );
    expect([draft.answers['reasons'], draft.answers['email'], draft.lateCodeId]).toEqual(['Quiero ayudar.', 'new@example.org', 'code']);
  });

  it('starts blank once: what is written after that stays', async () => {
    const draft = await begin();
    await startBlank(product.deps, signedIn(), draft.id);
    await product.db('applications').where({ id: draft.id }).update({ answers: JSON.stringify({ reasons: 'New.' }) });
    await startBlank(product.deps, signedIn(), draft.id);
    expect(JSON.parse((await product.db('applications').where({ id: draft.id }).first())!.answers)).toEqual({ reasons: 'New.' });
    expect(await product.db('events').orderBy('place').pluck('action')).toEqual(['applications.begin', 'applications.blank']);
    await expect(startBlank(product.deps, visitor('en'), draft.id)).rejects.toMatchObject({ status: 404 });
    await expect(startBlank(product.deps, signedIn(), ana.id)).rejects.toMatchObject({ status: 409 });
  });

  it('forgets it with the draft', async () => {
    const draft = await begin();
    expect(await deleteDraft(product.db, draft.id)).toBe(true);
    expect(await product.db('application_prefills')).toEqual([]);
  });
});
