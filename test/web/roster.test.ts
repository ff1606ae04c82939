import * as cheerio from 'cheerio';
import { z } from 'zod';
import type { Person } from '../../src/features/accounts';
import { insertOffice } from '../../src/features/membership';
import { insertLeave } from '../../src/features/membership/leave.queries';
import { testProduct, type TestProduct } from '../support/app';
import { aCollaborative, aMembership, aSeat, someone, staffOf } from '../support/builders/seat';
import { signedInAs, visitorBrowser, type Browser } from '../support/browser';
import { countQueries, emptyTables } from '../support/database';
import { textOfPdf } from '../support/pdf-text';

let product: TestProduct;
let central: string;
let ana: Person;
let staff: Person;
let visitor: Browser;

beforeAll(async () => {
  product = await testProduct();
});
afterAll(() => product.close());
beforeEach(async () => {
  await emptyTables(product.db);
  product.clock.moveTo('2026-11-21T20:00:00.000Z');
  central = (await aCollaborative(product.deps)).id;
  staff = await staffOf(product.deps, central);
  ana = await someone(product.deps, 'Ana Reyes', { phone: '213 555 7777' });
  const { id } = await aMembership(product.deps, (await aSeat(product.deps, central)).id, ana.id);
  await insertOffice(product.deps, { collaborativeId: central, membershipId: id, office: 'chair', startsOn: '2025-09-01', endsOn: null });
  await insertLeave(product.deps, { membershipId: id, startsOn: '2026-11-01', endsOn: '2026-12-15', reason: 'CANARY surgery' }, staff.id);
  const old = await someone(product.deps, 'Bo =Lee');
  const over = { termStartsOn: '2024-07-01', termEndsOn: '2026-06-30', startedOn: '2024-07-01' };
  await aMembership(product.deps, (await aSeat(product.deps, central, { code: 'FAM-2', isVoting: false })).id, old.id, over);
  const gone = await someone(product.deps, 'Cy Gone');
  const removed = { ...over, status: 'ended', endedOn: '2026-02-28', endReason: 'removed' } as const;
  await aMembership(product.deps, (await aSeat(product.deps, central, { code: 'COM-1', constituency: 'community' })).id, gone.id, removed);
  visitor = visitorBrowser(product);
});

const texts = (html: string, selector: string): string[] => {
  const $ = cheerio.load(html);
  return $(selector)
    .map((_, element) => $(element).text().replace(/\s+/g, ' ').trim())
    .get();
};

describe('the roster for everyone', () => {
  it('names officers first, then every seat, with what is special about it and no reason of a leave', async () => {
    const { text } = await visitor.get('/central/roster').expect(200);
    expect(texts(text, '.app-seats li')).toEqual([
      'Ana Reyes Chair FAM-1 · Families · to June 2027 on leave',
      'Bo =Lee FAM-2 · Families · to June 2026 term over, stays until the seat is filled; Advises, does not vote',
      'Vacant COM-1 · Community members',
    ]);
    expect(texts(text, '.app-timeline p')).toEqual([
      'Ana Reyes, seat FAM-1, went on leave',
      'The term of Bo =Lee in seat FAM-2 is over; Bo =Lee stays until the seat is filled',
      'Last day of Cy Gone in seat COM-1',
      'Ana Reyes took office: Chair',
      'Ana Reyes took seat FAM-1',
      'Cy Gone took seat COM-1',
      'Bo =Lee took seat FAM-2',
    ]);
  });

  it('is as it was on the day asked for, to the last day and not a day longer', async () => {
    const held = async (on: string) => texts((await visitor.get(`/central/roster?on=${on}`).expect(200)).text, '.app-seats strong').sort();
    expect(await held('2026-02-28')).toEqual(['Ana Reyes', 'Bo =Lee', 'Cy Gone']);
    expect(await held('2026-03-01')).toEqual(['Ana Reyes', 'Bo =Lee', 'Vacant']);
    expect(await held('2024-06-30')).toEqual(['Vacant', 'Vacant', 'Vacant']);
    expect(texts((await visitor.get('/central/roster?on=2010-01-01')).text, '.app-empty p')).toEqual(['There was no seat that day.']);
  });

  it('tells the changes between two days', async () => {
    const { text } = await visitor.get('/central/roster?from=2026-02-01&on=2026-06-30').expect(200);
    expect(texts(text, '#changes')).toEqual(['Changes from February 1, 2026 to June 30, 2026']);
    expect(texts(text, '.app-timeline p')).toEqual(['Last day of Cy Gone in seat COM-1']);
  });

  it.each([
    ['on=2099-01-01', 'The roster can be shown up to today. Choose today or an earlier day'],
    ['on=x', 'Write a date that exists'],
    ['from=2026-11-210000000', 'Write a date that exists'],
    ['on=2026-13-45', 'Write a date that exists'],
    ['from=2026-11-21&on=2026-11-20', 'Changes begin on the day of the roster or before it'],
  ])('refuses %s in plain words, on the page and in each file', async (query, words) => {
    const { text } = await visitor.get(`/central/roster?${query}`).expect(422);
    expect(texts(text, '.app-error-summary li, .usa-alert li, [role=alert] li')).toContain(words);
    expect(texts(text, '.app-seats li')).toEqual([]);
    for (const kind of ['csv', 'json', 'pdf']) {
      const file = await visitor.get(`/central/roster.${kind}?${query}`).expect(422);
      expect(file.text).toContain(words);
    }
  });

  it('is not there for a collaborative that is not', async () => {
    for (const end of ['', '.csv', '.json', '.pdf']) await visitor.get(`/nowhere/roster${end}`).expect(404);
  });

  it('speaks Spanish', async () => {
    const { text } = await visitor.get('/central/roster?lang=es').expect(200);
    expect(texts(text, 'h1')).toEqual(['Integrantes del Colaborativo del Distrito Local Central']);
    expect(texts(text, '.app-seats li')).toEqual([
      'Ana Reyes Presidencia FAM-1 · Familias · hasta junio de 2027 con licencia',
      'Bo =Lee FAM-2 · Familias · hasta junio de 2026 periodo terminado; permanece hasta que haya sucesor; Asesora, sin voto',
      'Libre COM-1 · Miembros de la comunidad',
    ]);
  });

  it('asks the database no more for many seats than for few', async () => {
    const few = await countQueries(product.db, () => visitor.get('/central/roster').expect(200));
    for (const number of [1, 2, 3]) {
      const seat = await aSeat(product.deps, central, { code: `STU-${number}` });
      await aMembership(product.deps, seat.id, (await someone(product.deps, `Stu ${number}`)).id);
    }
    expect(await countQueries(product.db, () => visitor.get('/central/roster').expect(200))).toBe(few);
  });
});

describe('the roster for staff', () => {
  it('says why each member left, but not why somebody is on leave, and nobody else learns of it', async () => {
    const { text } = await (await signedInAs(product, staff.id)).get('/staff/central/roster').expect(200);
    expect(texts(text, '.app-timeline p')).toContain('Last day of Cy Gone in seat COM-1: Removed');
    expect(text).not.toContain('CANARY');
    await (await signedInAs(product, ana.id)).get('/staff/central/roster').expect(404);
  });
});

describe('the files of a roster', () => {
  it('have a row in the CSV for each seat, harmless in a spreadsheet', async () => {
    await product.db('people').where({ name: 'Bo =Lee' }).update({ name: '=HYPERLINK("x") Lee' });
    const { text, headers } = await visitor.get('/central/roster.csv').expect(200);
    expect(text.replace(/^\ufeff/, '').split('\r\n')).toEqual([
      '"Seat","Constituency","Votes","Member","Office","Since","Term ends","Note"',
      '"COM-1","Community members","Yes","","","","","Vacant"',
      '"FAM-1","Families","Yes","Ana Reyes","Chair","2025-07-01","2027-06-30","on leave"',
      `"FAM-2","Families","No","'=HYPERLINK(""x"") Lee","","2024-07-01","2026-06-30","term over, stays until the seat is filled; Advises, does not vote"`,
      '',
    ]);
    expect(headers['content-disposition']).toContain('roster-central-2026-11-21.csv');
  });

  it('are Popolo by its schema: posts without holders too, and a membership for each office', async () => {
    const { text } = await visitor.get('/central/roster.json').expect(200);
    const read = popolo.parse(JSON.parse(text));
    expect(read.posts.map(({ label }) => label)).toEqual(['COM-1', 'FAM-1', 'FAM-2']);
    expect(read.memberships.map(({ label, role, standing }) => [label, role, standing])).toEqual([
      ['FAM-1', 'member', 'on_leave'],
      ['FAM-1', 'chair', 'on_leave'],
      ['FAM-2', 'member', 'holdover'],
    ]);
    const ids = (list: readonly { readonly id: string }[]) => new Set(list.map(({ id }) => id));
    const [people, posts, bodies] = [ids(read.persons), ids(read.posts), ids(read.organizations)];
    expect(ids(read.memberships).size).toBe(3);
    for (const one of read.memberships)
      expect([people.has(one.person_id), posts.has(one.post_id), bodies.has(one.organization_id)]).toEqual([true, true, true]);
  });

  it('are a tagged PDF with the same words, and the same bytes each time', async () => {
    const file = async () => (await visitor.get('/central/roster.pdf?lang=es').buffer(true).expect(200)).body as Buffer;
    const pdf = await file();
    const words = textOfPdf(pdf);
    for (const word of ['Integrantes del Colaborativo', 'Ana Reyes', 'COM-1', 'Libre', 'con licencia']) expect(words).toContain(word);
    expect(pdf.toString('latin1')).toContain('/StructTreeRoot');
    expect((await file()).equals(pdf)).toBe(true);
  });

  it('may be read by other sites and kept a while by visitors, and are the same until something changes', async () => {
    for (const kind of ['csv', 'json', 'pdf']) {
      const { headers } = await visitor.get(`/central/roster.${kind}`).expect(200);
      expect([headers['cache-control'], headers['access-control-allow-origin']]).toEqual(['private, max-age=900', '*']);
      const etag = headers['etag'] ?? '';
      await visitor.get(`/central/roster.${kind}`).set('If-None-Match', etag).expect(304);
    }
    const inside = await (await signedInAs(product, staff.id)).get('/central/roster.csv').expect(200);
    expect(inside.headers['cache-control']).toBe('no-store');
  });
});

const id = z.string().min(1);
const day = z.iso.date();

/** After the JSON schemas of popoloproject.com; strict, so that nothing else can slip in. */
const popolo = z.strictObject({
  as_of: day,
  organizations: z.array(
    z.strictObject({
      id,
      name: z.string().min(1),
      other_names: z.array(z.strictObject({ name: z.string().min(1), note: z.string() })),
      classification: z.string(),
      founding_date: day,
      dissolution_date: day.optional(),
    }),
  ),
  posts: z.array(z.strictObject({ id, label: z.string().min(1), role: z.string(), organization_id: id })),
  persons: z.array(z.strictObject({ id, name: z.string().min(1) })),
  memberships: z.array(
    z.strictObject({
      id,
      label: z.string(),
      role: z.enum(['member', 'chair', 'vice_chair', 'secretary']),
      person_id: id,
      organization_id: id,
      post_id: id,
      start_date: day,
      standing: z.enum(['active', 'on_leave', 'holdover']),
      term_end_date: day,
    }),
  ),
});
