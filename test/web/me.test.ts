import * as cheerio from 'cheerio';
import { insertRole } from '../../src/features/accounts/role.queries';
import type { Person } from '../../src/features/accounts';
import { createPendingMembership, insertOffice, type Seat } from '../../src/features/membership';
import type { CycleStatus } from '../../src/features/cycles';
import type { CandidacyStatus } from '../../src/features/me/me';
import type { MeetingStatus } from '../../src/features/meetings';
import { beginPlan } from '../../src/features/onboarding';
import { testProduct, type TestProduct } from '../support/app';
import { aCollaborative, aMembership, aSeat, someone } from '../support/builders/seat';
import { signedInAs, visitorBrowser } from '../support/browser';
import { countQueries, emptyTables } from '../support/database';

let product: TestProduct;
let central: string;
let seat: Seat;
let ana: Person;

beforeAll(async () => {
  product = await testProduct();
});
afterAll(() => product.close());
beforeEach(async () => {
  await emptyTables(product.db);
  product.clock.moveTo('2026-11-21T20:00:00.000Z');
  central = (await aCollaborative(product.deps)).id;
  seat = await aSeat(product.deps, central);
  ana = await someone(product.deps, 'Ana Reyes');
});

const texts = (html: string, selector: string): string[] => {
  const $ = cheerio.load(html);
  return $(selector)
    .map((_, element) => $(element).text().replace(/\s+/g, ' ').trim())
    .get();
};

const json = (en: string) => JSON.stringify({ en, es: `${en} (es)` });

async function aCycle(status: CycleStatus = 'in_review'): Promise<void> {
  await product.db('forms').insert({ id: 'form', number: 1, questions: '[]' });
  await product.db('rubrics').insert({ id: 'rubric', number: 1, criteria: '[]', written_by: 'Office' });
  await product.db('cycles').insert({
    id: 'cycle',
    code: '2026-1',
    name: json('Fall 2026'),
    status,
    opens_at: '2026-09-01T07:00:00.000Z',
    closes_at: '2026-11-01T07:00:00.000Z',
    review_by: '2026-12-01',
    decisions_on: '2026-12-15',
    term_starts_on: '2027-01-01',
    term_ends_on: '2028-12-31',
    form_id: 'form',
    rubric_id: 'rubric',
  });
}

async function anApplication(personId: string, candidacy: CandidacyStatus, n = 1): Promise<void> {
  const at = `2026-10-0${n}T07:00:00.000Z`;
  const application = { id: `a${n}`, reference: `LDC-000${n}`, cycle_id: 'cycle', person_id: personId, locale: 'en' };
  await product.db('applications').insert({ ...application, status: 'submitted', begun_at: at, saved_at: at, submitted_at: at });
  await product.db('candidacies').insert({
    id: `k${n}`,
    application_id: `a${n}`,
    cycle_id: 'cycle',
    collaborative_id: central,
    preference: 1,
    status: candidacy,
    is_reviewed: true,
    constituency: 'families',
    submitted_at: at,
  });
}

const anOffer = () =>
  product.db('offers').insert({
    id: 'offer',
    application_id: 'a1',
    candidacy_id: 'k1',
    seat_id: seat.id,
    status: 'open',
    offered_at: '2026-11-20T20:00:00.000Z',
    answer_by: '2026-11-30T20:00:00.000Z',
  });

const aMeeting = (id: string, status: MeetingStatus, startsAt: string) =>
  product.db('meetings').insert({
    id,
    collaborative_id: central,
    kind: 'regular',
    status,
    title: json(`Meeting ${id}`),
    starts_at: startsAt,
    ends_at: startsAt.replace('T0', 'T1'),
    place: 'Room 12',
    address: '1 Main Street',
    changed_at: '2026-11-01T00:00:00.000Z',
  });

describe('my page', () => {
  it('sends visitors to sign in', async () => {
    const answer = await visitorBrowser(product).get('/me');
    expect([answer.status, answer.headers['location']]).toEqual([303, '/sign-in?next=%2Fme']);
  });

  it('tells a newcomer what to do next', async () => {
    const { text } = await (await signedInAs(product, ana.id)).get('/me').expect(200);
    expect(texts(text, '.app-empty p')).toEqual([
      'You have no application and no seat yet. Find the collaborative of your community, or apply for a seat.',
      'See open seats and apply',
    ]);
  });

  it('asks an applicant to answer an offer, by its date', async () => {
    await aCycle('released');
    await anApplication(ana.id, 'offered');
    await anOffer();
    const { text } = await (await signedInAs(product, ana.id)).get('/me').expect(200);
    expect(texts(text, '.app-task-list li')).toEqual([
      'Answer your offer: a seat on the Local District Central Collaborative By Nov 30, 2026, 12:00 PM Pacific Time To do',
    ]);
    expect(cheerio.load(text)('.app-task-list a').attr('href')).toBe('/applications/LDC-0001/offer');
    expect(texts(text, '.app-rows .app-meta dd')).toEqual(['A seat is offered to you']);
  });

  it('shows nothing of a decision that is not released', async () => {
    await aCycle('deciding');
    await anApplication(ana.id, 'in_review');
    const slate = { id: 'slate', cycle_id: 'cycle', collaborative_id: central, status: 'approved' } as const;
    await product.db('slates').insert(slate);
    await product.db('slate_entries').insert({ slate_id: 'slate', candidacy_id: 'k1', placement: 'seat', seat_id: seat.id });
    const { text } = await (await signedInAs(product, ana.id)).get('/me').expect(200);
    expect(texts(text, '.app-rows .app-meta dd')).toEqual(['In review']);
    expect(texts(text, '.app-task-list li')).toEqual([]);
    expect(texts(text, '.app-empty p')).toEqual(['Nothing is asked of you now.']);
  });

  it('leads a member to be to the checklist', async () => {
    const wanted = { seatId: seat.id, personId: ana.id, candidacyId: null, termStartsOn: '2027-01-01', termEndsOn: '2028-12-31' };
    await beginPlan(product.deps, 'system', await createPendingMembership(product.deps, 'system', wanted));
    const browser = await signedInAs(product, ana.id);
    const { text } = await browser.get('/me').expect(200);
    expect(texts(text, '.app-task-list li')).toEqual(['6 steps left, next: Accept your seat and its term By November 21, 2026 To do']);
    expect(texts((await browser.get('/me?lang=es')).text, '.app-task-list a')).toEqual([
      'Faltan 6 pasos; el siguiente: Aceptar su lugar y su periodo',
    ]);
  });

  it('gives an officer the desks, a member the meeting alone', async () => {
    const bo = await someone(product.deps, 'Bo Lee');
    const chair = await aMembership(product.deps, seat.id, ana.id);
    await aMembership(product.deps, (await aSeat(product.deps, central, { code: 'FAM-2' })).id, bo.id);
    await insertOffice(product.deps, {
      collaborativeId: central,
      membershipId: chair.id,
      office: 'chair',
      startsOn: '2025-07-01',
      endsOn: null,
    });
    await aMeeting('next', 'posted', '2026-12-10T02:00:00.000Z');
    await aMeeting('past', 'adjourned', '2026-11-05T02:00:00.000Z');
    await product.db('rsvps').insert({ meeting_id: 'next', person_id: bo.id, answer: 'coming', answered_at: '2026-11-20T00:00:00.000Z' });
    const officer = (await (await signedInAs(product, ana.id)).get('/me').expect(200)).text;
    const member = (await (await signedInAs(product, bo.id)).get('/me').expect(200)).text;
    expect(texts(officer, '.app-day .app-cluster a')).toEqual(['Agenda', 'Agenda desk', 'Run the meeting', 'Minutes desk']);
    expect(texts(officer, '.app-task-list a')).toEqual(['Say whether you are coming: Meeting next']);
    expect(texts(member, '.app-day .app-cluster a')).toEqual(['Agenda']);
    expect(texts(member, '.app-day .app-small')).toContain('Your answer: coming');
    expect(texts(member, '.app-task-list a')).toEqual([]);
  });

  it('asks nine queries at most, for one thing or for three of each', async () => {
    await aCycle();
    await anApplication(ana.id, 'in_review');
    await aMembership(product.deps, seat.id, ana.id);
    for (const role of ['staff', 'approver', 'reviewer'] as const)
      await insertRole(product.deps, { personId: ana.id, role, collaborativeId: central, cycleId: role === 'reviewer' ? 'cycle' : null });
    const browser = await signedInAs(product, ana.id);
    await browser.get('/me').expect(200);
    const around = await countQueries(product.db, () => browser.get('/nothing-here/at-all').then());
    const one = await countQueries(product.db, () => browser.get('/me').then());
    for (const id of ['m1', 'm2', 'm3']) await aMeeting(id, 'scheduled', '2026-12-10T02:00:00.000Z');
    await product.db('cycles').update({ code: '2026-2' });
    expect(await countQueries(product.db, () => browser.get('/me').then())).toBe(one);
    expect(one - around).toBeLessThanOrEqual(9);
    expect(one - around).toBeGreaterThan(6);
  });
});
