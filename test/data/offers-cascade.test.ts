import fc from 'fast-check';
import type { Deps } from '../../src/deps';
import { loadActor } from '../../src/features/accounts';
import { expireAlternates } from '../../src/features/offers/next.actions';
import { endCandidaciesOf } from '../../src/features/offers';
import { acceptOffer, declineOffer, lapseOffers } from '../../src/features/offers/offer.actions';
import { releaseAll, releaseSlate, approvedBoards, versionsOf } from '../../src/features/offers/release.actions';
import { endMembership } from '../../src/features/membership/membership.actions';
import { insertSlate, saveEntries, type Entry } from '../../src/features/selection';
import { visitor, type Actor } from '../../src/lib/actor';
import { testProduct, type TestProduct } from '../support/app';
import { aMembership, aSeat } from '../support/builders/seat';
import { emptyTables, onEachEngine } from '../support/database';
import { replayOffers } from '../support/offer-replay';
import { aScene, aSeatOnOffer, anApplicant, type Scene } from '../support/selection-scene';

/** One try: what each person chooses (1: Central, 2: South, 12 and 21: both), who stands where, and what they answer. */
const tries = fc.record({
  people: fc.array(fc.constantFrom('1', '2', '12', '21'), { minLength: 4, maxLength: 8 }),
  order: fc.infiniteStream(fc.nat()),
  answers: fc.infiniteStream(fc.constantFrom('accept', 'decline', 'decline', 'lapse', 'lapse')),
  atOnce: fc.boolean(),
  placed: fc.integer({ min: 1, max: 8 }),
});

onEachEngine((engine) => {
  let product: TestProduct;
  let deps: Deps;
  let scene: Scene;

  beforeAll(async () => {
    product = await testProduct({ engine });
    // Ids that count on: lines of the history then stand in the order in which they were written, also across bodies.
    let made = 0;
    deps = { ...product.deps, newId: () => String((made += 1)).padStart(26, '0') };
  });
  afterAll(() => product.close());
  const start = '2026-11-21T20:00:00.000Z';
  const administrator = async (): Promise<Actor> => (await loadActor(deps.db, scene.administrator.id, '2026-11-21'))!;

  async function aSlate(where: 'central' | 'south', picks: Iterator<number>, placed: number): Promise<void> {
    const collaborativeId = scene[where].id;
    await aSeatOnOffer(deps, scene.cycle, scene[where], { code: `${where}-2` });
    const seats: string[] = await deps.db('seats_on_offer').join('seats', 'seats.id', 'seat_id').where({ collaborative_id: collaborativeId }).orderBy('code').pluck<string[]>('seats.id');
    const ids: string[] = await deps.db('candidacies').where({ collaborative_id: collaborativeId }).orderBy('id').pluck('id');
    const line = ids.map((id) => ({ id, by: Number(picks.next().value) })).sort((a, b) => a.by - b.by || a.id.localeCompare(b.id)).slice(0, placed);
    const slate = await insertSlate(deps, { cycleId: scene.cycle.id, collaborativeId });
    const entries = line.map(({ id }, at): Entry => ({
      candidacyId: id, seatId: seats[at] ?? null, alternatePlace: at < seats.length ? null : at - seats.length + 1, reason: null, reasonWords: null,
    }));
    await saveEntries(deps.db, slate.id, entries);
    await deps.db('slates').where({ id: slate.id }).update({ status: 'approved', sent_by: scene.staff.id, decided_by: scene.approver.id });
  }

  async function release(atOnce: boolean): Promise<void> {
    if (atOnce) return releaseAll(deps, await administrator(), scene.cycle.code, versionsOf(await approvedBoards(deps, scene.cycle)));
    for (const { slug, id } of [scene.south, scene.central]) {
      const { version } = (await deps.db('slates').where({ collaborative_id: id }).first())!;
      await releaseSlate(deps, await administrator(), { code: scene.cycle.code, slug }, version);
    }
  }

  /** What must be true at every moment after the release. */
  async function check(): Promise<void> {
    const binding = await deps.db('offers').whereIn('status', ['open', 'accepted']);
    expect([new Set(binding.map((one) => one.seat_id)).size, new Set(binding.map((one) => one.application_id)).size]).toEqual([binding.length, binding.length]);
    const held = new Set(await deps.db('offers').whereIn('status', ['open', 'accepted']).pluck('application_id'));
    const taken = new Set(await deps.db('offers').whereIn('status', ['open', 'accepted']).pluck('seat_id'));
    for (const { id } of [scene.central, scene.south]) {
      const given: string[] = await deps.db('slate_entries').join('slates', 'slates.id', 'slate_id').join('candidacies', 'candidacies.id', 'candidacy_id')
        .where('slates.collaborative_id', id).whereNotNull('seat_id').whereNot('candidacies.status', 'in_review').pluck<string[]>('seat_id');
      const waiting = await deps.db('candidacies').where({ collaborative_id: id, status: 'alternate' });
      const able = waiting.filter((one) => !held.has(one.application_id));
      if (given.some((seat) => !taken.has(seat))) expect(able).toEqual([]);
    }
  }

  /** Who was asked when, against who could have been; and how many alternates were asked. */
  async function checkOrder(): Promise<number> {
    const rows = await deps.db('candidacies').leftJoin('slate_entries', 'slate_entries.candidacy_id', 'candidacies.id')
      .select<{ id: string; application_id: string; collaborative_id: string; alternate_place: number | null }[]>('candidacies.id', 'application_id', 'collaborative_id', 'alternate_place');
    const people = rows.map((row) => ({ id: row.id, applicationId: row.application_id, collaborativeId: row.collaborative_id, place: row.alternate_place ?? 0 }));
    const events = await deps.db('events').where({ subject_kind: 'candidacy' }).orderBy('id').select('action', 'subject_id', 'details');
    const seatOf = (details: string | null) => (JSON.parse(details ?? '{}') as { after?: { seat?: string | null } | null }).after?.seat ?? null;
    const { wrongs, asked } = replayOffers(people, events.map((event) => ({ action: event.action, candidacyId: event.subject_id, seatId: seatOf(event.details) })));
    expect(wrongs).toEqual([]);
    return asked;
  }

  async function answerAll(answers: Iterator<string>): Promise<void> {
    for (let turn = 0; turn < 40; turn += 1) {
      const [offer] = await deps.db('offers').join('applications', 'applications.id', 'application_id').where('offers.status', 'open').orderBy('offers.id')
        .select<{ application_id: string; reference: string }[]>('application_id', 'reference');
      if (offer === undefined) return;
      product.clock.moveBy(1000);
      const actor = visitor('en', [offer.application_id]);
      const answer = String(answers.next().value);
      if (answer === 'accept') await acceptOffer(deps, actor, { reference: offer.reference }, () => Promise.resolve());
      else if (answer === 'decline') await declineOffer(deps, actor, { reference: offer.reference });
      else {
        product.clock.moveBy(12 * 24 * 3_600_000);
        await lapseOffers(deps);
      }
      await check();
    }
    throw new Error('the cascade never ends');
  }

  it('fills every seat while an alternate is left, in their order, offers nobody two seats, and forgets nobody', async () => {
    let asked = 0;
    await fc.assert(
      fc.asyncProperty(tries, async ({ people, order, answers, atOnce, placed }) => {
        product.clock.moveTo(start);
        await emptyTables(product.db);
        scene = await aScene(deps);
        for (const [at, choice] of people.entries())
          await anApplicant(deps, scene.cycle, { name: `Person ${at}`, to: choice.split('').map((one) => (one === '1' ? scene.central : scene.south)) });
        await deps.db('candidacies').update({ is_reviewed: true });
        await aSlate('central', order[Symbol.iterator](), placed);
        await aSlate('south', order[Symbol.iterator](), placed);
        await release(atOnce);
        await check();
        await answerAll(answers[Symbol.iterator]());
        asked += await checkOrder();
        await deps.db('cycles').update({ status: 'complete' });
        await expireAlternates(deps);
        const candidacies = await deps.db('candidacies').select('id', 'status');
        expect(candidacies.filter(({ status }) => ['in_review', 'offered', 'alternate'].includes(status))).toEqual([]);
        const letters = await deps.db('decision_letters').whereNotIn('code', ['next', 'expired']).pluck('candidacy_id');
        expect([...letters].sort()).toEqual(candidacies.map(({ id }) => id).sort());
      }),
      { numRuns: 16, seed: 7 },
    );
    expect(asked).toBeGreaterThan(30);
  }, 240_000);

  it('a death ends what the person applied for and was offered, writes to them no more, and gives the seat to who is next', async () => {
    product.clock.moveTo(start);
    await emptyTables(product.db);
    scene = await aScene(deps);
    for (const [at, name] of ['Dora Dead', 'Bo Second', 'Cy Third'].entries())
      await anApplicant(deps, scene.cycle, { name, to: at === 0 ? [scene.central, scene.south] : [scene.central] });
    await deps.db('candidacies').update({ is_reviewed: true });
    await aSlate('central', [0, 1, 2][Symbol.iterator](), 3);
    await aSlate('south', [0][Symbol.iterator](), 0);
    const { version } = (await deps.db('slates').where({ collaborative_id: scene.central.id }).first())!;
    await releaseSlate(deps, await administrator(), { code: scene.cycle.code, slug: scene.central.slug }, version);
    const dora = (await deps.db('applications').where({ name: 'Dora Dead' }).first())!;
    expect(await deps.db('offers').where({ status: 'open' }).pluck('application_id')).toContain(dora.id);
    const sits = await aMembership(deps, (await aSeat(deps, scene.south.id, { code: 'S-9' })).id, dora.person_id!);
    const actor = (await loadActor(deps.db, scene.southStaff.id, '2026-11-21'))!;
    await endMembership(deps, actor, sits.id, { reason: 'died', lastDay: '2026-11-20', version: 1, whenEnded: () => Promise.resolve(), whenDied: endCandidaciesOf });
    expect(await deps.db('candidacies').where({ application_id: dora.id }).pluck('status')).toEqual(['withdrawn', 'withdrawn']);
    expect([await deps.db('offers').where({ application_id: dora.id }).pluck('status'), await deps.db('applications').where({ id: dora.id }).pluck('status')]).toEqual([['lapsed'], ['withdrawn']]);
    const open = await deps.db('offers').join('applications', 'applications.id', 'application_id').where('offers.status', 'open').orderBy('applications.name').pluck('applications.name');
    expect(open).toEqual(['Bo Second', 'Cy Third']);
    expect(await deps.db('outbox').where({ person_id: dora.person_id, status: 'queued' }).pluck('id')).toEqual([]);
    await check();
  });
});
