import { insertApplication, type Application } from '../../src/features/applications';
import { answersFilledIn } from '../../src/features/applications/prefill';
import { keepAsked } from '../../src/features/applications/reapply.actions';
import { standardForm, type Cycle } from '../../src/features/cycles';
import { remindersStillDue, scanReminders } from '../../src/features/messages';
import { deliverDue } from '../../src/mail/deliver';
import { mailboxTransport } from '../../src/mail/transport';
import { aCycle, aSentApplication, aTown, someAnswers, theApplication, type Town } from '../support/builders/application';
import { testProduct, type TestProduct } from '../support/app';
import { signedInAs, visitorBrowser } from '../support/browser';
import { emptyTables, onEachEngine } from '../support/database';
import { linkIn, mails } from '../support/mailbox';

onEachEngine((engine) => {
  let product: TestProduct;
  let town: Town;
  let ana: Application;
  let next: Cycle;

  const opening = '2027-06-01T16:00:00.000Z';

  beforeAll(async () => {
    product = await testProduct({ engine });
  });
  afterAll(() => product.close());
  beforeEach(async () => {
    await emptyTables(product.db);
    product.clock.moveTo('2026-11-21T20:00:00.000Z');
    town = await aTown(product.deps, { status: 'released' });
    const answers = someAnswers([town.central.id, town.south.id], { language: 'es', reasons: 'Quiero ayudar.' });
    ana = await aSentApplication(product.deps, town.cycle, answers);
    await keepAsked(product.deps, ana);
    next = await aCycle(product.deps, [town.central, town.south], {
      code: '2027-fall',
      status: 'scheduled',
      opensAt: opening,
      closesAt: '2027-07-01T06:59:00.000Z',
      reviewBy: '2027-08-01',
      decisionsOn: '2027-08-15',
      termStartsOn: '2027-09-01',
      termEndsOn: '2029-08-31',
    });
  });

  const scanAt = async (moment: string) => {
    product.clock.moveTo(moment);
    await scanReminders(product.deps);
  };
  const told = () => mails(product.deps, 'interest.cycleOpens');
  const status = () => `/applications/${ana.reference}`;
  const holder = () => signedInAs(product, null, { applicationIds: [ana.id] });

  it('follows from the consent of the form, for each collaborative that was named, and ends when it is taken back', async () => {
    expect((await product.db('standing_interests').pluck('collaborative_id')).sort()).toEqual([town.central.id, town.south.id].sort());
    await keepAsked(product.deps, { ...ana, answers: { ...ana.answers, consent_mail: '' } });
    expect(await product.db('standing_interests').whereNull('ended_at')).toEqual([]);
  });

  it('is written to when the next cycle opens: once, one mail for all that was named, in its language', async () => {
    await scanAt('2027-06-01T15:59:59.999Z');
    expect(await told()).toEqual([]);
    await scanAt(opening);
    await scanAt('2027-06-01T17:00:00.000Z');
    const [mail, ...others] = await told();
    expect([mail!.locale, mail!.to_address, others]).toEqual(['es', 'ana@example.org', []]);
    expect(mail!.subject).toMatch(/^Otra vez se reciben solicitudes/);
    expect(mail!.leaveUrl).toContain('/interest/leave/');
    expect(await product.db('tokens').where({ purpose: 'interest.again' })).toHaveLength(1);
  });

  it('is not written to in the night, nor days late', async () => {
    await scanAt('2027-06-02T07:30:00.000Z');
    expect(await told()).toEqual([]);
    await scanAt('2027-06-05T16:00:00.000Z');
    expect(await told()).toEqual([]);
  });

  it.each([
    ['has applied already', () => insertApplication(product.deps, theApplication({ cycleId: next.id, personId: ana.personId, reference: 'NEXT-0001' }))],
    ['asked to be left alone', () => product.db('standing_interests').update({ ended_at: opening })],
    ['waits in no collaborative of the cycle', () => product.db('cycle_collaboratives').where({ cycle_id: next.id }).delete()],
  ])('is not written to who %s, also when the mail waits already', async (_, change) => {
    await scanAt(opening);
    await change();
    await deliverDue(product.deps, mailboxTransport, { limit: 10, stillDue: remindersStillDue });
    expect(await product.db('outbox').pluck('status')).toEqual(['cancelled']);
    await product.db('outbox_bodies').delete();
    await product.db('outbox').delete();
    await scanAt('2027-06-01T18:00:00.000Z');
    expect(await told()).toEqual([]);
  });

  it('leads to an application that is filled in with the last answers and checked anew', async () => {
    await scanAt(opening);
    const link = linkIn((await told())[0]!.text, '/apply/again/');
    const browser = visitorBrowser(product);
    await browser.get(link).expect(200);
    expect(await product.db('applications').where({ cycle_id: next.id })).toEqual([]);
    expect((await browser.submit(link)).headers['location']).toBe('/apply/check');
    const draft = await product.db('applications').where({ cycle_id: next.id }).first();
    const answers = JSON.parse(draft!.answers) as Record<string, unknown>;
    expect([answers['reasons'], answers['name'], answers['collaboratives']]).toEqual(['Quiero ayudar.', 'Ana Reyes', [town.central.id, town.south.id]]);
    expect([answers['consent_record'], answers['full_term'], answers['age']]).toEqual([undefined, undefined, undefined]);
    expect([draft!.person_id, draft!.address_proved_at]).toEqual([ana.personId, opening]);
    const again = visitorBrowser(product);
    expect((await again.submit(link)).headers['location']).toBe('/apply/check');
    expect(await product.db('applications').where({ cycle_id: next.id })).toHaveLength(1);
  });

  it('is left with one press of a mail program, which needs no page before', async () => {
    await scanAt(opening);
    const address = (await told())[0]!.leaveUrl!.replace(/^https?:\/\/[^/]+/, '');
    await visitorBrowser(product).get(address).expect(200);
    expect(await product.db('standing_interests').whereNull('ended_at')).toHaveLength(2);
    expect((await visitorBrowser(product).postBare(address, { 'List-Unsubscribe': 'One-Click' })).status).toBe(200);
    expect(await product.db('standing_interests').whereNull('ended_at')).toEqual([]);
    await visitorBrowser(product).get('/interest/leave/nonsense').expect(404);
  });

  it('is asked on the status page once the cycle is decided, and can be taken back there', async () => {
    await product.db('standing_interests').delete();
    await product.db('candidacies').update({ status: 'not_selected' });
    const browser = await holder();
    await browser.submit(status(), { wants: 'yes' }, `${status()}/interest`);
    expect(await product.db('standing_interests').whereNull('ended_at')).toHaveLength(2);
    await browser.submit(status(), { wants: 'no' }, `${status()}/interest`);
    expect(await product.db('standing_interests').whereNull('ended_at')).toEqual([]);
    expect((await product.db('events').orderBy('place').pluck('action')).sort()).toEqual(['interest.join', 'interest.leave']);
  });

  it('fills in no consent, no file, nothing kept apart and no word of a guardian', () => {
    const filled = answersFilledIn({ ...ana.answers, documents: ['f'], gender: 'woman', guardian_name: 'G' }, { pages: standardForm });
    const kept = Object.keys(filled);
    for (const key of ['consent_record', 'consent_mail', 'documents', 'gender', 'guardian_name']) expect(kept).not.toContain(key);
    for (const key of ['name', 'zip', 'school', 'school_id', 'reasons', 'constituency']) expect(kept).toContain(key);
  });
});
