import * as cheerio from 'cheerio';
import { insertRole } from '../../src/features/accounts/role.queries';
import type { Person } from '../../src/features/accounts';
import { createPendingMembership, getMembership, insertOffice, type Membership } from '../../src/features/membership';
import { beginPlan, planOf } from '../../src/features/onboarding';
import { testProduct, type TestProduct } from '../support/app';
import { aCollaborative, aMembership, aSeat, someone, staffOf } from '../support/builders/seat';
import { signedInAs } from '../support/browser';
import { countQueries, emptyTables } from '../support/database';

let product: TestProduct;
let central: string;
let ana: Person;
let staff: Person;
let membership: Membership;

beforeAll(async () => {
  product = await testProduct();
});
afterAll(() => product.close());
beforeEach(async () => {
  await emptyTables(product.db);
  product.clock.moveTo('2026-11-21T20:00:00.000Z');
  central = (await aCollaborative(product.deps)).id;
  await aCollaborative(product.deps, 'east');
  ana = await someone(product.deps, 'Ana Reyes');
  staff = await staffOf(product.deps, central);
  membership = await aMembership(product.deps, (await aSeat(product.deps, central)).id, ana.id);
});

const texts = (html: string, selector: string): string[] => {
  const $ = cheerio.load(html);
  return $(selector)
    .map((_, element) => $(element).text().replace(/\s+/g, ' ').trim())
    .get();
};

describe('the seat plan', () => {
  it('names each seat with its holder, vacancies first', async () => {
    await aSeat(product.deps, central, { code: 'STU-1', constituency: 'students', isVoting: false });
    const browser = await signedInAs(product, staff.id);
    const { text } = await browser.get('/staff/central/seats').expect(200);
    expect(texts(text, 'tbody tr')).toEqual([
      'STU-1 Vacant Nobody Students Advises, does not vote',
      'FAM-1 Filled Ana Reyes Jul 1, 2025 to Jun 30, 2027 Families Votes',
    ]);
    expect(texts(text, '.app-stats__number')).toEqual(['1', '1', '0', '1']);
  });

  it('takes the same number of queries for one seat and for three', async () => {
    const browser = await signedInAs(product, staff.id);
    await browser.get('/staff/central/seats');
    const one = await countQueries(product.db, () => browser.get('/staff/central/seats').then());
    for (const code of ['FAM-2', 'FAM-3'])
      await aMembership(product.deps, (await aSeat(product.deps, central, { code })).id, (await someone(product.deps, `Bo ${code}`)).id);
    expect(await countQueries(product.db, () => browser.get('/staff/central/seats').then())).toBe(one);
  });

  it('is hidden from the staff next door and members, read by the approver, changed by administrators', async () => {
    const approver = await someone(product.deps, 'Abe Approver');
    await insertRole(product.deps, { personId: approver.id, role: 'approver', collaborativeId: central });
    const admin = await someone(product.deps, 'Ada Admin');
    await insertRole(product.deps, { personId: admin.id, role: 'administrator' });
    const eve = await someone(product.deps, 'Eve East');
    const [east] = await product.db('collaboratives').where({ slug: 'east' }).pluck<string[]>('id');
    await insertRole(product.deps, { personId: eve.id, role: 'staff', collaborativeId: east! });
    const answers: [string, number, number][] = [];
    for (const person of [ana, eve, approver, admin, staff]) {
      const browser = await signedInAs(product, person.id);
      const fields = {
        office: 'chair',
        member: membership.id,
        starts_on: '2026-01-01',
        ends_on: '2026-02-01',
        method: 'appointed',
        held_on: '2026-01-01',
      };
      const got = await browser.get('/staff/central/seats');
      const posted = await browser.post('/staff/central/office', fields, '/me');
      answers.push([person.name, got.status, posted.status]);
      await product.db('offices').delete();
    }
    expect(answers).toEqual([
      ['Ana Reyes', 404, 404],
      ['Eve East', 404, 404],
      ['Abe Approver', 200, 403],
      ['Ada Admin', 200, 303],
      ['Sam Staff', 200, 303],
    ]);
  });
});

describe('an office', () => {
  it('is given with its dates, and refused when it ends before it begins', async () => {
    const browser = await signedInAs(product, staff.id);
    const election = { method: 'vote', held_on: '2026-08-20', votes: 'Ana Reyes: 7\nBo Lee: 4' };
    const fields = { office: 'secretary', member: membership.id, starts_on: '2026-09-01', ends_on: '2026-08-31', ...election };
    const refused = await browser.submit('/staff/central/offices', fields, '/staff/central/office');
    expect([refused.status, texts(refused.text, '.app-error-summary li')]).toEqual([422, ['The end cannot be before the start']]);
    expect(cheerio.load(refused.text)('#starts_on').attr('value')).toBe('2026-09-01');
    const given = await browser.submit('/staff/central/offices', { ...fields, ends_on: '' }, '/staff/central/office');
    const page = await browser.follow(given);
    expect(texts(page.text, '.app-flash')).toEqual(['Saved. Ana Reyes has the office from September 1, 2026.']);
    expect(texts(page.text, 'tbody tr')[0]).toBe(
      'Secretary Ana Reyes September 1, 2026 The end of the membership Last day as Secretary End the office Elected by vote on Aug 20, 2026 Ana Reyes: 7Bo Lee: 4',
    );
    expect(await product.db('outbox').where({ kind: 'membership.office_given' }).pluck('to_address')).toContain('ana.reyes@example.org');
    const uncounted = await browser.submit('/staff/central/offices', { ...fields, ends_on: '', votes: '' }, '/staff/central/office');
    expect(texts(uncounted.text, '.app-error-summary li')).toEqual(['Write each candidate with their votes']);
    const [id] = await product.db('offices').pluck<string[]>('id');
    const ended = await browser.submit('/staff/central/offices', { [`last_day_${id}`]: '2026-12-31' }, `/staff/offices/${id}/ending`);
    expect(ended.status).toBe(303);
    expect(await product.db('offices').pluck('ends_on')).toEqual(['2026-12-31']);
    expect((await browser.post(`/staff/offices/${id}/ending`, { [`last_day_${id}`]: '2027-01-01' }, '/staff/central/offices')).status).toBe(
      409,
    );
  });
});

describe('the end of a membership', () => {
  const address = () => `/staff/memberships/${membership.id}`;

  it('takes a reason and a last day, and sends the letter', async () => {
    await insertOffice(product.deps, {
      collaborativeId: central,
      membershipId: membership.id,
      office: 'chair',
      startsOn: '2026-01-01',
      endsOn: null,
    });
    const browser = await signedInAs(product, staff.id);
    const early = await browser.submit(address(), { reason: 'resigned', last_day: '2025-06-30' }, `${address()}/ending`);
    expect([early.status, texts(early.text, '.app-error-summary li')]).toEqual([
      422,
      ['The last day cannot be before July 1, 2025, when the seat began'],
    ]);
    const done = await browser.submit(address(), { reason: 'resigned', last_day: '2026-11-20' }, `${address()}/ending`);
    expect(done.status).toBe(303);
    expect(await getMembership(product.db, membership.id)).toMatchObject({ status: 'ended', endedOn: '2026-11-20', endReason: 'resigned' });
    expect(await product.db('offices').pluck('ends_on')).toEqual(['2026-11-20']);
    const page = await browser.follow(done);
    expect(cheerio.load(page.text)('main form').length).toBe(0);
    expect(await product.db('outbox').orderBy('to_address').select('to_address', 'subject')).toEqual([
      { to_address: 'ana.reyes@example.org', subject: 'Your seat on the Local District Central Collaborative: last day November 20, 2026' },
      {
        to_address: 'sam.staff@example.org',
        subject: 'Ana Reyes leaves the Local District Central Collaborative: last day November 20, 2026',
      },
    ]);
  });

  it('answers 409 to a form that is out of date', async () => {
    const browser = await signedInAs(product, staff.id);
    const fields = { reason: 'resigned', last_day: '2026-12-01', version: '7' };
    expect((await browser.post(`${address()}/ending`, fields, address())).status).toBe(409);
  });

  it('before it began closes the checklist', async () => {
    const seat = await aSeat(product.deps, central, { code: 'FAM-2' });
    const wanted = { seatId: seat.id, personId: ana.id, candidacyId: null, termStartsOn: '2027-01-01', termEndsOn: '2028-06-30' };
    const pending = await createPendingMembership(product.deps, 'system', wanted);
    await beginPlan(product.deps, 'system', pending);
    const browser = await signedInAs(product, staff.id);
    const there = `/staff/memberships/${pending.id}`;
    expect((await browser.submit(there, { reason: 'abandoned', last_day: '2026-11-21' }, `${there}/ending`)).status).toBe(303);
    expect((await planOf(product.db, pending.id))?.status).toBe('abandoned');
  });
});
