import { insertApplication, saveApplication, type Application } from '../../src/features/applications';
import { submit } from '../../src/features/applications/application';
import { purgeDrafts } from '../../src/features/drafts';
import { remindersStillDue, scanReminders } from '../../src/features/messages';
import { deliverDue } from '../../src/mail/deliver';
import { mailboxTransport } from '../../src/mail/transport';
import { aSentApplication, aTown, someAnswers, theApplication, type Town } from '../support/builders/application';
import { testProduct, type TestProduct } from '../support/app';
import { emptyTables, onEachEngine } from '../support/database';
import { linkIn, mails } from '../support/mailbox';

onEachEngine((engine) => {
  let product: TestProduct;
  let town: Town;
  let draft: Application;

  beforeAll(async () => {
    product = await testProduct({ engine });
  });
  beforeEach(async () => {
    await emptyTables(product.db);
    town = await aTown(product.deps);
    draft = await insertApplication(product.deps, theApplication({ cycleId: town.cycle.id, answers: someAnswers([town.central.id]), locale: 'es' }));
  });
  afterAll(() => product.close());

  const scanAt = async (moment: string) => {
    product.clock.moveTo(moment);
    await scanReminders(product.deps);
  };
  const told = async () => (await mails(product.deps, 'application.unfinished')).map(({ subject }) => subject).sort();
  const send = () => deliverDue(product.deps, mailboxTransport, { limit: 10, stillDue: remindersStillDue });
  const states = () => product.db('outbox').orderBy('id').pluck('status');

  describe('an unfinished draft', () => {
    // The closing is Friday 4 December, 23:59; a reminder of 23:59 waits for eight in the morning.
    it('is spoken of 7, 3 and 1 days before the closing, once each, in its language', async () => {
      await scanAt('2026-11-28T15:59:59.999Z');
      expect(await told()).toEqual([]);
      await scanAt('2026-11-28T16:00:00.000Z');
      await scanAt('2026-11-28T16:01:00.000Z');
      expect(await told()).toEqual(['Todavía no ha enviado su solicitud: el plazo cierra el viernes, 4 de diciembre de 2026']);
      await scanAt('2026-12-02T16:00:00.000Z');
      await scanAt('2026-12-04T16:00:00.000Z');
      await scanAt('2026-12-04T18:00:00.000Z');
      expect((await told()).length).toBe(3);
      const [mail] = await mails(product.deps, 'application.unfinished');
      expect(linkIn(mail!.text, '/apply/resume/')).toMatch(/^\/apply\/resume\/[\w-]{43}$/);
      expect(await product.db('tokens').where({ purpose: 'application.resume' })).toHaveLength(3);
    });

    it('is not spoken of when the machine slept through the hour', async () => {
      await scanAt('2026-11-29T04:00:00.000Z');
      expect(await told()).toEqual([]);
    });

    it('is not spoken of to somebody who has only just begun', async () => {
      await product.db('applications').update({ begun_at: '2026-11-28T10:00:00.000Z' });
      await scanAt('2026-11-28T16:00:00.000Z');
      expect(await told()).toEqual([]);
    });

    it.each(['submitted', 'withdrawn', 'discarded'] as const)('is left alone once it is %s, also when the mail waits already', async (status) => {
      await scanAt('2026-11-28T16:00:00.000Z');
      await product.db('applications').update({ status });
      await send();
      expect(await states()).toEqual(['cancelled']);
      await scanAt('2026-12-02T16:00:00.000Z');
      expect((await told()).length).toBe(1);
    });

    it('is spoken of by its own closing time once there is one, and the old words are taken back', async () => {
      await scanAt('2026-12-04T16:00:00.000Z');
      await saveApplication(product.db, { ...draft, extendedUntil: '2026-12-11T02:00:00.000Z' });
      await send();
      expect(await states()).toEqual(['cancelled']);
      product.clock.moveTo('2026-12-08T01:59:59.999Z');
      await scanReminders(product.deps);
      expect((await told()).length).toBe(1);
      await scanAt('2026-12-08T02:00:00.000Z');
      expect((await told()).length).toBe(2);
    });

    it('gets no mail without an address', async () => {
      await product.db('applications').update({ email: null });
      await scanAt('2026-11-28T16:00:00.000Z');
      expect(await told()).toEqual([]);
    });

    it('is of no use to mail after the closing', async () => {
      await scanAt('2026-12-04T16:00:00.000Z');
      product.clock.moveTo('2026-12-05T08:00:00.000Z');
      await send();
      expect(await states()).not.toContain('sent');
    });
  });

  describe('an abandoned draft', () => {
    const purgeAt = async (moment: string) => {
      product.clock.moveTo(moment);
      await purgeDrafts(product.deps);
    };

    it('is deleted 90 days after the closing, with its files and answers kept apart, and the history says so', async () => {
      await product.db('application_demographics').insert({ application_id: draft.id, answers: '{}' });
      await product.db('application_sources').insert({ application_id: draft.id, source: 'share', collaborative_id: town.central.id });
      await purgeAt('2027-03-05T07:59:59.999Z');
      expect(await product.db('applications').pluck('id')).toEqual([draft.id]);
      await purgeAt('2027-03-06T08:00:00.000Z');
      expect([await product.db('applications'), await product.db('application_demographics')]).toEqual([[], []]);
      expect(await product.db('events').where({ subject_id: draft.id }).pluck('action')).toEqual(['drafts.purge']);
    });

    it('is kept while somebody had more time, and what was sent is never touched', async () => {
      await saveApplication(product.db, { ...draft, extendedUntil: '2027-01-10T02:00:00.000Z' });
      const sent = await aSentApplication(product.deps, town.cycle, someAnswers([town.central.id], { email: 'bo@example.org' }));
      await purgeAt('2027-03-06T08:00:00.000Z');
      expect((await product.db('applications').pluck('id')).sort()).toEqual([draft.id, sent.id].sort());
      await purgeAt('2027-04-12T08:00:00.000Z');
      expect(await product.db('applications').pluck('id')).toEqual([sent.id]);
      expect(() => submit(sent, town.cycle, product.clock.now())).toThrow();
    });
  });
});
