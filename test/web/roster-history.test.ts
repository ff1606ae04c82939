import * as cheerio from 'cheerio';
import type { Person } from '../../src/features/accounts';
import { insertOffice, type Seat } from '../../src/features/membership';
import { insertLeave } from '../../src/features/membership/leave.queries';
import { testProduct, type TestProduct } from '../support/app';
import { aCollaborative, aMembership, aSeat, someone, staffOf } from '../support/builders/seat';
import { signedInAs, visitorBrowser, type Browser } from '../support/browser';
import { countQueries, emptyTables } from '../support/database';
import { textOfPdf as wordsOf } from '../support/pdf-text';

let product: TestProduct;
let central: string;
let seat: Seat;
let ana: Person;
let cy: Person;
let staff: Person;
let visitor: Browser;

const canary = {
  phone: '213 555 0987',
  email: 'canary.email@example.org',
  address: 'canary-home-address',
  zip: '90099',
  access_needs: JSON.stringify({ kinds: [], words: 'canary-access-words' }),
  pronouns: 'canary-pronouns',
} as const;
const leaveReason = 'canary-leave-reason';
const leavingWords = 'canary-leaving-words';
const planted = [...Object.values(canary).slice(0, 4), 'canary-access-words', canary.pronouns, leaveReason, leavingWords];

beforeAll(async () => {
  product = await testProduct();
});
afterAll(() => product.close());
beforeEach(async () => {
  await emptyTables(product.db);
  product.clock.moveTo('2026-11-21T20:00:00.000Z');
  const { deps } = product;
  central = (await aCollaborative(deps)).id;
  const east = (await aCollaborative(deps, 'east')).id;
  staff = await staffOf(deps, central);
  seat = await aSeat(deps, central);
  ana = await someone(deps, 'Ana Reyes');
  cy = await someone(deps, 'Cy Gone');
  const first = { termStartsOn: '2023-07-01', termEndsOn: '2025-06-30', startedOn: '2023-07-01' };
  await aMembership(deps, seat.id, cy.id, { ...first, status: 'ended', endedOn: '2025-02-28', endReason: 'removed' });
  const { id } = await aMembership(deps, seat.id, ana.id, { endedOn: '2026-12-31', endReason: 'resigned' });
  await insertOffice(deps, { collaborativeId: central, membershipId: id, office: 'chair', startsOn: '2025-09-01', endsOn: '2026-12-31' });
  await insertLeave(deps, { membershipId: id, startsOn: '2026-11-01', endsOn: '2026-12-15', reason: leaveReason }, staff.id);
  await product.db('memberships').where({ id }).update({ leaving_words: leavingWords });
  const there = await aSeat(deps, east, { code: 'COM-1', constituency: 'community' });
  const earlier = { termStartsOn: '2021-07-01', termEndsOn: '2022-06-30', startedOn: '2021-07-01', endedOn: '2022-06-30' };
  await aMembership(deps, there.id, ana.id, { ...earlier, status: 'ended', endReason: 'term_completed', isStub: true });
  await product.db('people').where({ id: ana.id }).update(canary);
  visitor = visitorBrowser(product);
});

const lines = (html: string): string[] => {
  const $ = cheerio.load(html);
  return $('.app-rows li')
    .map((_, element) => $(element).text().replace(/\s+/g, ' ').trim())
    .get();
};
const ofAna = () => `/people/${ana.id}/seats`;

describe('the history of a seat', () => {
  it('names everyone who held it, the latest first, without what is still to come or is for staff', async () => {
    expect(lines((await visitor.get('/central/seats/FAM-1').expect(200)).text)).toEqual([
      'Ana Reyes since July 1, 2025 Term: July 1, 2025 to June 30, 2027 Chair: since September 1, 2025',
      'Cy Gone July 1, 2023 to February 28, 2025 Term: July 1, 2023 to June 30, 2025',
    ]);
  });

  it('tells staff every reason of an ending, the days of leaves and what is to come, but not why somebody is on leave', async () => {
    const { text } = await (await signedInAs(product, staff.id)).get('/central/seats/FAM-1').expect(200);
    expect(lines(text)).toEqual([
      'Ana Reyes July 1, 2025 to December 31, 2026 Term: July 1, 2025 to June 30, 2027 How it ended: Resigned ' +
        'Chair: September 1, 2025 to December 31, 2026 On leave: November 1, 2026 to December 15, 2026 Open the membership',
      'Cy Gone July 1, 2023 to February 28, 2025 Term: July 1, 2023 to June 30, 2025 How it ended: Removed Open the membership',
    ]);
    expect(text).not.toContain(leaveReason);
  });

  it('says so when nobody holds it now, and is not there for a seat that is not', async () => {
    await aSeat(product.deps, central, { code: 'FAM-2' });
    expect((await visitor.get('/central/seats/FAM-2').expect(200)).text).toContain('Nobody holds this seat now.');
    await visitor.get('/central/seats/FAM-3').expect(404);
    await visitor.get('/east/seats/FAM-1').expect(404);
  });

  it('asks the database no more for many holders than for few', async () => {
    const few = await countQueries(product.db, () => visitor.get('/central/seats/FAM-1').expect(200));
    for (const year of ['2020', '2021']) {
      const [from, to] = [`${year}-07-01`, `${year}-12-31`];
      const held = {
        termStartsOn: from,
        termEndsOn: to,
        startedOn: from,
        endedOn: to,
        status: 'ended',
        endReason: 'term_completed',
      } as const;
      await aMembership(product.deps, seat.id, (await someone(product.deps, `Old ${year}`)).id, held);
    }
    expect(await countQueries(product.db, () => visitor.get('/central/seats/FAM-1').expect(200))).toBe(few);
  });
});

describe('the history of a person', () => {
  it('names the seats and offices in every collaborative', async () => {
    expect(lines((await visitor.get(ofAna()).expect(200)).text)).toEqual([
      'Seat FAM-1, Local District Central Collaborative since July 1, 2025 Term: July 1, 2025 to June 30, 2027 Chair: since September 1, 2025',
      'Seat COM-1, Local District East Collaborative July 1, 2021 to June 30, 2022 ' +
        'Rest of a term: July 1, 2021 to June 30, 2022 How it ended: The term was completed',
    ]);
  });

  it('tells staff more of their own collaborative alone', async () => {
    const { text } = await (await signedInAs(product, staff.id)).get(ofAna()).expect(200);
    expect(lines(text).map((line) => line.includes('Open the membership'))).toEqual([true, false]);
  });

  it('is not there for who never sat, so that nobody learns who is known', async () => {
    await visitor.get(`/people/${staff.id}/seats`).expect(404);
    const waits = await someone(product.deps, 'Wanda Waits');
    const seatToCome = await aSeat(product.deps, central, { code: 'FAM-9' });
    await aMembership(product.deps, seatToCome.id, waits.id, {
      status: 'pending',
      startedOn: null,
      termStartsOn: '2027-07-01',
      termEndsOn: '2028-06-30',
    });
    await visitor.get(`/people/${waits.id}/seats`).expect(404);
    expect((await visitor.get('/central/roster')).text).not.toContain('Wanda');
  });

  it('speaks Spanish', async () => {
    expect(lines((await visitor.get(`${ofAna()}?lang=es`).expect(200)).text)[0]).toBe(
      'Lugar FAM-1, Colaborativo del Distrito Local Central desde el 1 de julio de 2025 ' +
        'Periodo: del 1 de julio de 2025 al 30 de junio de 2027 Presidencia: desde el 1 de septiembre de 2025',
    );
  });
});

describe('what is private', () => {
  it('stands in no page and no file of the rosters, on no day', async () => {
    const addresses = ['2026-11-21', '2025-08-01', '2021-08-01'].flatMap((on) =>
      ['', '.csv', '.json', '.pdf'].flatMap((end) => [`/central/roster${end}?on=${on}`, `/east/roster${end}?on=${on}&lang=es`]),
    );
    for (const address of [...addresses, '/central/seats/FAM-1', '/east/seats/COM-1', ofAna(), '/central']) {
      const answer = await visitor.get(address).buffer(true).expect(200);
      const said = address.includes('.pdf') ? wordsOf(answer.body as Buffer) : answer.text;
      expect([address, planted.filter((word) => said.includes(word))]).toEqual([address, []]);
    }
  });
});
