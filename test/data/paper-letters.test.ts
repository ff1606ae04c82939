import { queueEmails, queueEmail } from '../../src/mail/queue-email';
import { inTransaction } from '../../src/db/database';
import { paperBodyOf } from '../../src/mail/paper-letters';
import { applicantRecipients } from '../../src/features/applications';
import type { Email } from '../../src/mail/email';
import { testProduct, type TestProduct } from '../support/app';
import { aTown, aSentApplication, someAnswers, type Town } from '../support/builders/application';
import { aLetter, anEmail } from '../support/builders/email';
import { emptyTables, onEachEngine } from '../support/database';

onEachEngine((engine) => {
  let product: TestProduct;
  let town: Town;
  beforeAll(async () => {
    product = await testProduct({ engine });
  });
  beforeEach(async () => {
    await emptyTables(product.db);
    town = await aTown(product.deps);
  });
  afterAll(() => product.close());

  const rosa = { personId: 'rosa', name: 'Rosa Sin Correo', address: '', locale: 'es' };
  const aboutCentral = (key: string, given: Partial<Email> = {}): Email =>
    anEmail(key, { to: rosa, about: { kind: 'candidacy', id: key, collaborativeId: town.central.id }, ...given });
  const letters = () => product.db('paper_letters').orderBy('dedupe_key');

  describe('A letter to a person without an e-mail address', () => {
    it('is kept on paper for the collaborative it is about, without its link, and not in the outbox', async () => {
      expect(await queueEmail(product.deps, aboutCentral('1'))).toBe(true);
      const [row] = await letters();
      expect(row).toMatchObject({ collaborative_id: town.central.id, person_id: 'rosa', to_name: 'Rosa Sin Correo', locale: 'es', status: 'waiting' });
      const body = paperBodyOf({ body: row?.body ?? '' }, product.deps.config.secret);
      expect(body).toEqual({
        greeting: 'Dear Ana,',
        paragraphs: ['Please answer by Friday, December 4.'],
        facts: [{ label: 'Reference', value: '7KQ4-XM2P' }],
        ask: 'Answer',
        after: ['Thank you for your interest.'],
      });
      expect(JSON.stringify(row)).not.toContain('http');
      expect(await product.db('outbox')).toEqual([]);
    });

    it('is kept once however often it is queued', async () => {
      await queueEmails(product.deps, [aboutCentral('1'), aboutCentral('1'), aboutCentral('2')]);
      expect(await queueEmail(product.deps, aboutCentral('1'))).toBe(false);
      expect((await letters()).map((row) => row.dedupe_key)).toEqual(['test.letter:1', 'test.letter:2']);
    });

    it('is not kept when the change it belongs to fails', async () => {
      const failing = inTransaction(product.deps, async (tx) => {
        await queueEmail(tx, aboutCentral('1'));
        throw new Error('no');
      });
      await expect(failing).rejects.toThrow('no');
      expect(await letters()).toEqual([]);
    });

    it('says on paper what the mail says for paper', async () => {
      await queueEmail(product.deps, aboutCentral('1', { onPaper: { paragraphs: ['Please call us.'], after: [] } }));
      const [row] = await letters();
      expect(paperBodyOf({ body: row?.body ?? '' }, product.deps.config.secret)).toMatchObject({ paragraphs: ['Please call us.'], after: [] });
    });

    it('is not kept for a visitor, for news that one subscribes to, or when no collaborative can print it', async () => {
      await queueEmails(product.deps, [
        aboutCentral('1', { to: { ...rosa, personId: null } }),
        aboutCentral('2', { stream: 'subscription', leaveUrl: 'http://127.0.0.1/leave' }),
        aboutCentral('3', { about: { kind: 'account', id: '3', collaborativeId: null } }),
      ]);
      expect(await letters()).toEqual([]);
    });

    it('is kept when the post can still be in time: three days, and no less', async () => {
      await queueEmails(product.deps, [
        aboutCentral('1', { expiresAt: '2026-11-24T20:00:00.000Z' }),
        aboutCentral('2', { expiresAt: '2026-11-24T19:59:59.000Z' }),
      ]);
      expect((await letters()).map((row) => row.dedupe_key)).toEqual(['test.letter:1']);
    });

    it('is sent as a mail when there is an address', async () => {
      await queueEmail(product.deps, aboutCentral('1', { to: { ...rosa, address: 'rosa@example.org' }, letter: aLetter() }));
      expect(await letters()).toEqual([]);
      expect(await product.db('outbox').pluck('to_address')).toEqual(['rosa@example.org']);
    });
  });

  it('Everybody who applied is a recipient; who has no address is written to by the staff of their first choice', async () => {
    const { central, south, cycle } = town;
    const paper = await aSentApplication(product.deps, cycle, someAnswers([south.id, central.id], { email: '' }), { email: null });
    await product.db('people').where({ id: paper.personId ?? '' }).update({ email: null });
    const found = await applicantRecipients(product.deps.db, [paper.id]);
    expect(found.get(paper.id)).toEqual({ personId: paper.personId, name: 'Ana Reyes', address: '', locale: 'en', printedBy: south.id });
  });
});
