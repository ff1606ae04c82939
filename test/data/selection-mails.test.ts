import type { Deps } from '../../src/deps';
import type { Application } from '../../src/features/applications';
import { beginApplication, beginChanges, mailLinks } from '../../src/features/applications/apply.actions';
import { getApplication } from '../../src/features/applications/application.queries';
import { discardApplication, sendApplication } from '../../src/features/applications/submit.actions';
import { saveConsent } from '../../src/features/guardians/consent.queries';
import { remindersStillDue, scanReminders } from '../../src/features/messages';
import { acceptOffer, declineOffer, lapseOffers } from '../../src/features/offers/offer.actions';
import { askQuestion, extendOffer } from '../../src/features/offers/question.actions';
import { releaseSlate } from '../../src/features/offers/release.actions';
import { assignAllEvenly } from '../../src/features/panels/assignment.actions';
import { addPanelist } from '../../src/features/panels/member.actions';
import { approveSlate, returnSlate } from '../../src/features/selection/approval.actions';
import { placeCandidate, sendSlate, takeSlateBack } from '../../src/features/selection/slate.actions';
import { visitor } from '../../src/lib/actor';
import { deliverDue } from '../../src/mail/deliver';
import { mailboxTransport } from '../../src/mail/transport';
import { testProduct, type TestProduct } from '../support/app';
import { emptyTables, onEachEngine } from '../support/database';
import { actorOf } from '../support/district/people';
import { mails } from '../support/mailbox';
import { aScene, anApplicant, candidacyOf, scored, type Scene } from '../support/selection-scene';

const little = {
  en: new Set(['the', 'of', 'your', 'you', 'to', 'and', 'for', 'is', 'we', 'this', 'from']),
  es: new Set(['el', 'la', 'los', 'de', 'del', 'su', 'que', 'para', 'en', 'por', 'usted', 'y']),
};

/** The language that the little words of a mail belong to; words of both in its subject or in its body make it mixed. */
function spokenIn({ subject, text }: { subject: string; text: string }): string {
  const countIn = (words: string, locale: 'en' | 'es'): number =>
    (words.replace(/https?:\S+/g, ' ').toLowerCase().match(/\p{L}+/gu) ?? []).filter((word) => little[locale].has(word)).length;
  const [en, es] = [countIn(text, 'en'), countIn(text, 'es')];
  const [spoken, other] = es > en ? (['es', 'en'] as const) : (['en', 'es'] as const);
  return Math.min(en, es) * 5 > Math.max(en, es) || countIn(subject, other) > 0 ? 'mixed' : spoken;
}

onEachEngine((engine) => {
  let product: TestProduct;
  let deps: Deps;
  let scene: Scene;

  beforeAll(async () => {
    product = await testProduct({ engine });
    deps = product.deps;
  });
  afterAll(() => product.close());
  beforeEach(async () => {
    product.clock.moveTo('2026-11-21T20:00:00.000Z');
    await emptyTables(product.db);
    scene = await aScene(deps);
    // Everyone who works at Central reads Spanish; South stays with English.
    const ids = [scene.staff, scene.approver, ...scene.reviewers].map(({ id }) => id);
    await product.db('people').whereIn('id', ids).update({ locale: 'es' });
  });

  const address = () => ({ code: scene.cycle.code, slug: 'central' });
  const panel = () => ({ cycleId: scene.cycle.id, collaborativeId: scene.central.id });
  const slate = async () => (await product.db('slates').first())!;
  const staff = () => actorOf(deps, scene.staff.id);
  const approver = () => actorOf(deps, scene.approver.id);
  const holderOf = (application: Pick<Application, 'id'>) => visitor('es', [application.id]);
  const spanish = (name: string) => anApplicant(deps, scene.cycle, { name, to: [scene.central], locale: 'es' });
  /** Mails, of one kind where given, each of which is written in the language it says. */
  const read = async (kind?: string) => {
    const found = await mails(deps, kind);
    expect(found.map((mail) => `${mail.kind} ${spokenIn(mail)}`)).toEqual(found.map((mail) => `${mail.kind} ${mail.locale}`));
    return found;
  };
  /** Every mail of these kinds: kind, language, to whom and how its subject begins. */
  const told = async (...kinds: string[]): Promise<string[]> =>
    (await read()).filter(({ kind }) => kinds.includes(kind)).map((mail) => `${mail.kind} ${mail.locale} ${mail.to_address}: ${mail.subject.slice(0, 24)}`).sort();
  const deliver = () => deliverDue(deps, mailboxTransport, { limit: 50, stillDue: remindersStillDue });
  const states = async (kind: string): Promise<string[]> => product.db('outbox').where({ kind }).orderBy(['created_at', 'id']).pluck<string[]>('status');
  const scanTwiceAt = async (moment: string): Promise<void> => {
    product.clock.moveTo(moment);
    await scanReminders(deps);
    await scanReminders(deps);
  };

  async function place(application: Application, seat: 'seat' | 'alternate'): Promise<void> {
    const version = (await product.db('slates').first('version'))?.version ?? 0;
    const { id } = await candidacyOf(deps, application, scene.central);
    await placeCandidate(deps, await staff(), address(), { version, candidacyId: id, seat, reason: 'new_voice', reasonWords: '' });
  }
  const send = async () => sendSlate(deps, await staff(), address(), (await slate()).version);

  async function released(): Promise<{ ana: Application; bo: Application }> {
    const [ana, bo] = [await spanish('Ana'), await spanish('Bo')];
    await place(ana, 'seat');
    await place(bo, 'alternate');
    await send();
    await approveSlate(deps, await approver(), (await slate()).id, (await slate()).version);
    await releaseSlate(deps, await staff(), address(), (await slate()).version);
    return { ana, bo };
  }

  describe('of an application', () => {
    beforeEach(() => product.db('cycles').update({ status: 'open', closes_at: '2026-12-05T07:59:00.000Z' }));

    const begun = () => beginApplication(deps, visitor('es'), scene.cycle.id, { email: 'rosa@example.org' });

    it('"continue" is sent once, in the language of the draft', async () => {
      await begun();
      await deliver();
      await deliver();
      expect([await told('application.continue'), await states('application.continue')]).toEqual([
        ['application.continue es rosa@example.org: Continúe su solicitud'], ['sent'],
      ]);
    });

    it.each(['submitted', 'withdrawn'] as const)('"continue" is not sent any more when the draft is %s before it goes out', async (status) => {
      const { id } = await begun();
      await product.db('applications').where({ id }).update({ status });
      await deliver();
      expect(await states('application.continue')).toEqual(['cancelled']);
    });

    it('"continue" is not sent for what was discarded, and a new link that is asked for goes out in its language', async () => {
      const one = await begun();
      await discardApplication(deps, holderOf(one), one.id);
      await begun();
      await mailLinks(deps, 'rosa@example.org');
      await deliver();
      expect((await states('application.continue')).sort()).toEqual(['cancelled', 'sent', 'sent']);
      expect((await read('application.continue')).map(({ locale }) => locale)).toEqual(['es', 'es', 'es']);
    });

    it('the receipt of a change is sent once for each change, in its language; and the link of what was sent, too', async () => {
      const ana = await spanish('Ana');
      for (const time of [1, 2]) {
        await beginChanges(deps, holderOf(ana), ana.id);
        const { version } = await getApplication(product.db, ana.id);
        const both = await Promise.all([time, time].map(() => sendApplication(deps, holderOf(ana), ana.id, version)));
        expect(both.map(({ outcome }) => outcome).sort()).toEqual(['sent', 'sentBefore']);
      }
      const change = `application.changed es ${ana.email ?? ''}: Tenemos los cambios de s`;
      expect(await told('application.changed', 'application.received')).toEqual([change, change]);
      await mailLinks(deps, ana.email ?? '');
      expect((await read('application.link')).map(({ locale, to_address: to }) => [locale, to])).toEqual([['es', ana.email]]);
    });

    it('the guardian is not asked any more once they have answered, whichever way', async () => {
      const answers = { age: '14_to_17', guardian_name: 'Gil', guardian_email: 'gil@example.org' };
      const student = await anApplicant(deps, scene.cycle, { name: 'Stu', to: [scene.central], constituency: 'students', locale: 'es', answers });
      const sentNow = { submitted_at: product.clock.now(), saved_at: product.clock.now() };
      await product.db('applications').where({ id: student.id }).update(sentNow);
      await scanTwiceAt('2026-11-21T20:30:00.000Z');
      expect((await read('guardian.ask')).map(({ locale, to_address: to }) => [locale, to])).toEqual([['es', 'gil@example.org']]);
      const consent = { applicationId: student.id, answer: 'refused' as const, method: 'paper' as const, name: 'Gil', answeredAt: product.clock.now(), recordedBy: scene.staff.id };
      await saveConsent(product.db, consent);
      await deliver();
      expect(await states('guardian.ask')).toEqual(['cancelled']);
    });
  });

  describe('of the reviews', () => {
    it('a reader is told of several files in one mail, in their language', async () => {
      for (const name of ['Ana', 'Bo', 'Cy']) await spanish(name);
      expect(await assignAllEvenly(deps, await staff(), panel())).toBe(9);
      await assignAllEvenly(deps, await staff(), panel());
      expect((await read('review.assigned')).map(({ locale, to_address: to }) => `${locale} ${to}`).sort()).toEqual(scene.reviewers.map(({ email }) => `es ${email ?? ''}`).sort());
    });

    it('who joins a panel is told once, in the language they read', async () => {
      await product.db('people').where({ id: scene.stranger.id }).update({ locale: 'es' });
      const join = async () => addPanelist(deps, await staff(), panel(), { name: 'Sol Stranger', email: 'sol@example.org', kind: 'public' });
      await join();
      await expect(join()).rejects.toMatchObject({ status: 409 });
      expect((await read('review.invited')).map(({ locale, to_address: to }) => [locale, to])).toEqual([['es', 'sol@example.org']]);
    });

    it('staff are told once in their language that reviews are missing, and not at all when the last came in before it went out', async () => {
      const ana = await spanish('Ana');
      const { id } = await candidacyOf(deps, ana, scene.central);
      await scored(deps, scene.cycle, { candidacyId: id, reviewers: scene.reviewers.slice(0, 2), score: 3 });
      await scanTwiceAt('2026-12-16T17:00:00.000Z');
      expect((await read('review.coverage')).map(({ locale, to_address: to }) => [locale, to])).toEqual([['es', scene.staff.email]]);
      await scored(deps, scene.cycle, { candidacyId: id, reviewers: scene.reviewers.slice(2), score: 3 });
      await deliver();
      expect(await states('review.coverage')).toEqual(['cancelled']);
    });
  });

  describe('of a slate', () => {
    it('the approver is asked once for each sending, and staff hear each decision once, in their languages', async () => {
      await place(await spanish('Ana'), 'seat');
      await send();
      await expect(send()).rejects.toMatchObject({ status: 409 });
      await returnSlate(deps, await approver(), (await slate()).id, { version: (await slate()).version, words: 'Falta una familia.' });
      await send();
      await approveSlate(deps, await approver(), (await slate()).id, (await slate()).version);
      const kinds = (await read()).filter(({ kind }) => kind.startsWith('slate.')).map(({ kind, locale, to_address: to }) => `${kind} ${locale} ${to}`);
      const [asked, heard] = [`slate.sent es ${scene.approver.email ?? ''}`, scene.staff.email ?? ''];
      expect(kinds.sort()).toEqual([`slate.approved es ${heard}`, `slate.returned es ${heard}`, asked, asked].sort());
      expect((await read('slate.returned'))[0]?.text).toContain('Falta una familia.');
    });

    it.each([
      ['approved', async () => approveSlate(deps, await approver(), (await slate()).id, (await slate()).version)],
      ['returned', async () => returnSlate(deps, await approver(), (await slate()).id, { version: (await slate()).version, words: 'No' })],
      ['taken back', async () => takeSlateBack(deps, await staff(), address(), (await slate()).version)],
    ] as const)('the approver is not asked any more once it is %s, first mail and reminder alike', async (_, decide) => {
      await place(await spanish('Ana'), 'seat');
      await send();
      await scanTwiceAt('2026-11-24T20:00:00.000Z');
      expect((await read('slate.waits')).map(({ locale }) => locale)).toEqual(['es']);
      await decide();
      await deliver();
      expect([await states('slate.sent'), await states('slate.waits')]).toEqual([['cancelled'], ['cancelled']]);
      await scanTwiceAt('2026-11-27T20:00:00.000Z');
      expect(await states('slate.waits')).toHaveLength(1);
    });

    it('that is sent anew is asked for in its new version alone', async () => {
      await place(await spanish('Ana'), 'seat');
      await send();
      await takeSlateBack(deps, await staff(), address(), (await slate()).version);
      product.clock.moveBy(1000);
      await send();
      await deliver();
      expect(await states('slate.sent')).toEqual(['cancelled', 'sent']);
    });
  });

  describe('of an offer', () => {
    it('the end of it, the seat that goes on, and who is next: each told once, in the language of each', async () => {
      const { ana, bo } = await released();
      product.clock.moveTo('2026-12-02T18:00:00.000Z');
      for (let round = 0; round < 3; round += 1) await lapseOffers(deps);
      const lines = (await read()).filter(({ kind }) => kind.startsWith('offer.')).map(({ kind, locale, to_address: to }) => `${kind} ${locale} ${to}`);
      expect(lines.sort()).toEqual([`offer.lapsed es ${ana.email ?? ''}`, `offer.next es ${bo.email ?? ''}`, `offer.seat_goes_on es ${scene.staff.email ?? ''}`]);
      await declineOffer(deps, holderOf(bo), { reference: bo.reference });
      await lapseOffers(deps);
      expect((await read()).filter(({ kind }) => kind.startsWith('offer.'))).toHaveLength(3);
    });

    it('the next in line is reminded in their language by their own date, until they answer', async () => {
      const { ana, bo } = await released();
      product.clock.moveTo('2026-11-23T20:00:00.000Z');
      await declineOffer(deps, holderOf(ana), { reference: ana.reference });
      await scanTwiceAt('2026-11-29T20:00:00.000Z');
      const reminded = (await read('offer.reminder')).map(({ locale, to_address: to }) => [locale, to]);
      expect(reminded).toEqual([['es', bo.email]]);
      await acceptOffer(deps, holderOf(bo), { reference: bo.reference }, () => Promise.resolve());
      await deliver();
      expect(await states('offer.reminder')).toEqual(['cancelled']);
      await scanTwiceAt('2026-12-02T20:00:00.000Z');
      expect(await states('offer.reminder')).toHaveLength(1);
    });

    it('a question reaches staff and more time its applicant, once and in the language of each; old reminders are taken back', async () => {
      const { ana } = await released();
      await askQuestion(deps, holderOf(ana), { reference: ana.reference, words: 'Is there child care?' });
      await scanTwiceAt('2026-11-28T18:00:00.000Z');
      const { id, version } = (await product.db('offers').first())!;
      await extendOffer(deps, await staff(), { id, version, reason: 'In hospital', until: '2026-12-08' });
      await deliver();
      const lines = (await read()).filter(({ kind }) => /^offer\.(question_received|extended)/.test(kind)).map(({ kind, locale, to_address: to }) => `${kind} ${locale} ${to}`);
      expect(lines.sort()).toEqual([`offer.extended es ${ana.email ?? ''}`, `offer.question_received es ${scene.staff.email ?? ''}`]);
      expect(await states('offer.reminder')).toEqual(['cancelled']);
    });
  });
});
