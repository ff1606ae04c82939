import * as cheerio from 'cheerio';
import { meetingsSitemap, notesSitemap, wholeSitemap } from '../../src/features/open-data/sitemap.actions';
import { datasets, type DatasetName } from '../../src/features/open-data/dataset';
import { testProduct, type TestProduct } from '../support/app';
import { aDistrict, type District } from '../support/district/district';
import { visitorBrowser, type Browser } from '../support/browser';
import { countQueries } from '../support/database';
import { pathsOf } from '../support/field-paths';
import { canaries } from '../support/district/canaries';
import { eventsPage, membershipsPage, motionsPage, notesPage, organizationsPage } from '../../src/features/open-data/data.actions';
import { meetingsFrom, rosterFrom, take, takeAll, type Taken } from '../support/open-data-taker';
import { unknownFields } from '../support/popolo-fields';

let product: TestProduct;
let district: District;
let visitor: Browser;

beforeAll(async () => {
  product = await testProduct();
  district = await aDistrict(product);
  visitor = visitorBrowser(product);
});
afterAll(() => product.close());

function locations(text: string): string[] {
  const $ = cheerio.load(text, { xml: true });
  const found = $('url > loc, sitemap > loc').toArray();
  return found.map((loc) => $(loc).text().replace(product.deps.baseUrl, ''));
}

describe('the sitemap', () => {
  it('leads to public pages alone, each of which answers a visitor in either language', async () => {
    const answer = await visitor.get('/sitemap.xml').expect(200).expect('Content-Type', 'application/xml; charset=utf-8');
    const found = locations(answer.text);
    const { ids } = district;
    expect(new Set(found).size).toBe(found.length);
    expect(found).toEqual(expect.arrayContaining(['/', '/central', '/central/roster', `/meetings/${ids['posted'] ?? ''}/agenda`]));
    expect(found).toEqual(expect.arrayContaining([`/meetings/${ids['held'] ?? ''}/minutes`, `/advice/${ids['answeredNote'] ?? ''}`]));
    for (const hidden of ['draftMeeting', 'draftNote', 'openNote']) expect(answer.text).not.toContain(ids[hidden]);
    expect(found.filter((address) => /^\/(me|staff|admin|account)(\/|$)/.test(address))).toEqual([]);
    const refused: string[] = [];
    for (const address of found) if ((await visitor.get(`${address}?lang=es`)).status !== 200) refused.push(address);
    expect(refused).toEqual([]);
  });

  it('names the same pages in several files as in one, and asks the same number of questions for each', async () => {
    const [whole, index] = [locations(await wholeSitemap(product.deps)), locations(await wholeSitemap(product.deps, 6))];
    const parts: string[] = [];
    for (const address of index) {
      const after = new URL(address, product.deps.baseUrl).searchParams.get('after') ?? '';
      if (address.startsWith('/sitemap-meetings')) parts.push(...locations(await meetingsSitemap(product.deps, after, 6)));
      if (address.startsWith('/sitemap-notes')) parts.push(...locations(await notesSitemap(product.deps, after, 6)));
      if (address === '/sitemap-pages.xml') parts.push(...locations((await visitor.get(address)).text));
    }
    expect(index.length).toBeGreaterThan(5);
    expect(parts.sort()).toEqual(whole.sort());
    expect(await countQueries(product.db, () => meetingsSitemap(product.deps, '', 3))).toBe(1);
    expect(await countQueries(product.db, () => meetingsSitemap(product.deps, '', 5000))).toBe(1);
  });

  it('refuses a beginning that is none', () => visitor.get('/sitemap-notes.xml?after=a%20b').expect(422));
});

describe('robots.txt', () => {
  it('names the sitemap, and in the demo shuts everything', async () => {
    const answer = await visitor.get('/robots.txt').expect(200).expect('Content-Type', 'text/plain; charset=utf-8');
    expect(answer.text).toContain(`Sitemap: ${product.deps.baseUrl}/sitemap.xml`);
    const demo = await testProduct({ config: { mode: 'demo' } });
    expect((await visitorBrowser(demo).get('/robots.txt').expect(200)).text).toBe('User-agent: *\nDisallow: /\n');
    await demo.close();
  });
});

/** Fields of an answer that the page does not explain, and fields it explains that the answer lacks. */
function unsaid(name: DatasetName, answer: unknown): { readonly unexplained: string[]; readonly missing: string[] } {
  const known = datasets[name].fields.map(([path]) => path);
  const covers = (path: string) => (field: string) => path === field || path.startsWith(`${field}.`);
  const there = pathsOf(answer);
  return {
    unexplained: there.filter((path) => !known.some(covers(path))),
    missing: known.filter((field) => !there.some((path) => covers(path)(field))),
  };
}

describe('the page of open data', () => {
  it('says in both languages what there is, and leads only to addresses that answer', async () => {
    const [english, spanish] = [await visitor.get('/open-data?lang=en').expect(200), await visitor.get('/open-data?lang=es').expect(200)];
    const titles = [english, spanish].map(({ text }) => cheerio.load(text)('h1').text());
    expect(titles).toEqual(['Open data', 'Datos abiertos']);
    expect(english.text).toContain('public record');
    expect(english.headers['access-control-allow-origin']).toBeUndefined();
    const $ = cheerio.load(english.text);
    const links = $('main a[href^="/"]')
      .toArray()
      .map((link) => $(link).attr('href') ?? '');
    expect(links.length).toBeGreaterThan(5);
    for (const link of links) await visitor.get(link).expect(200);
    expect($('footer a[href="/open-data"]').length).toBe(1);
  });

  it.each([
    ['roster', (): string => '/central/roster.json', ['organizations.dissolution_date']],
    // Empty lists have no fields inside; they are there all the same.
    ['meeting', (): string => `/meetings/${district.ids['posted'] ?? ''}.json`, ['media']],
    ['minutes', (): string => `/meetings/${district.ids['held'] ?? ''}/minutes.json`, ['approvedBy', 'corrections']],
  ] as const)('explains every field of the %s, and none that is not there', async (name, address, empty) => {
    const answer = await visitor.get(address()).expect(200);
    const { unexplained, missing } = unsaid(name, JSON.parse(answer.text));
    expect([unexplained, missing.filter((field) => !(empty as readonly string[]).includes(field))]).toEqual([[], []]);
    const again = await visitor.get(address()).set('If-None-Match', String(answer.headers['etag']));
    expect([again.status, again.text]).toEqual([304, '']);
  });
});

const data = ['organizations', 'memberships', 'events', 'motions', 'notes'] as const;
const read = (address: string) => visitor.get(address);
const addressOf = (name: string): string => `/open-data/${name}.json`;

/** The minutes of the meeting that was held, as if the next had approved them; a vote by roll call is in them. */
async function approveMinutes(): Promise<void> {
  const meetingId = district.ids['held'] ?? '';
  const row = (await product.db('minutes').where({ meeting_id: meetingId }).first())!;
  const record = JSON.parse(row.record) as { items: { motions: unknown[] }[] };
  const votes = [
    { name: 'Carla Chair', choice: 'yes' },
    { name: 'Mia Member', choice: 'recused', reason: 'canary-recused-reason' },
  ];
  const motion = {
    id: 'motion-1',
    number: 1,
    text: 'canary-motion',
    mover: 'Carla Chair',
    seconder: 'Mia Member',
    status: 'carried',
    decidedAt: row.compiled_at,
    votes,
  };
  record.items[0]?.motions.push(motion);
  await product
    .db('minutes')
    .where({ meeting_id: meetingId })
    .update({ record: JSON.stringify(record) });
  const before = (await read(addressOf('motions'))).text;
  expect(before).not.toContain('canary-motion');
  await product.db('minutes').where({ meeting_id: meetingId }).update({ status: 'approved', approved_at: product.clock.now() });
}

describe('the record as data', () => {
  let taken: Record<(typeof data)[number], Taken>;
  beforeAll(async () => {
    await approveMinutes();
    const one = await Promise.all(data.map(async (name) => [name, await takeAll(read, addressOf(name), product.deps.baseUrl)] as const));
    taken = Object.fromEntries(one) as typeof taken;
  });

  it.each(data)('%s may be read by any site, is kept by its ETag, and carries no language', async (name) => {
    const { headers, text } = await read(addressOf(name)).expect(200);
    expect([headers['access-control-allow-origin'], headers['cross-origin-resource-policy'], headers['content-language']]).toEqual([
      '*',
      'cross-origin',
      undefined,
    ]);
    const again = await read(addressOf(name)).set('If-None-Match', String(headers['etag']));
    expect([again.status, again.text]).toEqual([304, '']);
    expect((await read(`${addressOf(name)}?lang=es`)).text).toBe(text);
    expect((await district.browsers.administrator.get(addressOf(name))).text).toBe(text);
    await read(`${addressOf(name)}?after=a%20b`).expect(422);
  });

  // Nobody's body has ended, nobody promised anything in this district.
  it.each([
    ['organizations', ['organizations.dissolution_date']],
    ['memberships', ['organizations.dissolution_date']],
    ['events', []],
    ['motions', []],
    ['notes', []],
  ] as const)('explains every field of %s, and none that is not there', (name, absent) => {
    const { unexplained, missing } = unsaid(name, taken[name].pages);
    expect([unexplained, missing.filter((field) => !(absent as readonly string[]).includes(field))]).toEqual([[], []]);
  });

  it('keeps to the fields of Popolo, and to those that are ours', () => {
    const voteEvents = take(taken.motions, 'motions').flatMap((motion) => motion['vote_events'] as object[]);
    const rows: [string, readonly object[]][] = [
      ['organization', take(taken.organizations, 'organizations')],
      ['organization', take(taken.memberships, 'organizations')],
      ['post', take(taken.memberships, 'posts')],
      ['membership', take(taken.memberships, 'memberships')],
      ['motion', take(taken.motions, 'motions')],
      ['vote_event', voteEvents],
    ];
    for (const [kind, all] of rows)
      expect([kind, all.length > 0, all.flatMap((row) => unknownFields(kind, row))]).toEqual([kind, true, []]);
  });

  it('lets another program come to the roster and the meetings that the pages show', async () => {
    for (const organization of take(taken.organizations, 'organizations')) {
      const { url } = (organization['links'] as [{ url: string }])[0];
      const page = url.replace(product.deps.baseUrl, '');
      const id = String(organization['id']);
      const roster = cheerio.load((await read(`${page}/roster?lang=en`).expect(200)).text);
      const seats = roster('.app-seats li').toArray();
      const shown = seats.map((seat) => roster(seat).text().replace(/\s+/g, ' ').trim().split(' · ')[0] ?? '');
      expect([page, rosterFrom(taken.memberships, id)]).toEqual([page, shown.sort()]);
      const list = cheerio.load((await read(`${page}/meetings?lang=en`).expect(200)).text);
      const rows = list('.app-rows > li').toArray();
      const listed = rows.map((row) => {
        const link = list(row).find('.app-rows__name a');
        return `${list(row).find('time').attr('datetime') ?? ''} ${link.text()} ${link.attr('href') ?? ''}`;
      });
      expect([page, meetingsFrom(taken.events, id, product.clock.now())]).toEqual([page, listed]);
    }
  });

  it('asks the same number of questions for a page however much is in it', async () => {
    const asked = (work: () => Promise<unknown>) => countQueries(product.db, work);
    for (const page of [organizationsPage, eventsPage, motionsPage, notesPage])
      expect(await asked(() => page(product.deps, '', 1))).toBe(await asked(() => page(product.deps, '', 100)));
    expect(await asked(() => membershipsPage(product.deps, ''))).toBe(3);
  });

  it('goes through the same rows by small pages as by one', async () => {
    const whole = (await eventsPage(product.deps, '')).rows.map(({ id }) => id);
    const found: string[] = [];
    for (let after: string | null = ''; after !== null;) {
      const page: Awaited<ReturnType<typeof eventsPage>> = await eventsPage(product.deps, after, 2);
      found.push(...page.rows.map(({ id }) => id));
      after = page.after;
    }
    expect(found).toEqual(whole);
    expect(whole.length).toBeGreaterThan(4);
  });

  it('tells votes by name from approved minutes alone, and never why somebody stepped aside', () => {
    const motions = take(taken.motions, 'motions');
    expect(motions.map(({ id, result }) => [id, result])).toEqual([['motion-1', 'pass']]);
    expect(JSON.stringify(motions)).toContain('{"voter":{"name":"Mia Member"},"option":"not voting"}');
    expect(JSON.stringify(motions)).not.toContain('canary-recused-reason');
  });

  it('tells nothing that is not public: no draft, no unsigned answer, no address, nobody who only applied', async () => {
    const tables = await Promise.all(['events', 'notes'].map(async (name) => (await read(`/open-data/${name}.csv`).expect(200)).text));
    const everything = [JSON.stringify(taken), ...tables].join('\n');
    const told = Object.entries(canaries).filter(([, words]) => everything.includes(words));
    expect(told).toEqual([]);
    for (const hidden of ['draftMeeting', 'draftNote', 'openNote']) expect(everything).not.toContain(district.ids[hidden]);
    for (const name of ['Paco Newcomer', 'Rufo Refused', 'Olga Offer', 'Ana First', 'Aldo Author@', '213 555 0777', '.chair@'])
      expect([name, everything.includes(name)]).toEqual([name, false]);
    const answered = take(taken.notes, 'notes').filter(({ status }) => status === 'answered');
    expect(answered.map(({ id }) => id)).toEqual([district.ids['answeredNote']]);
    expect(JSON.stringify(answered)).toContain('There is no money.');
    const waiting = take(taken.notes, 'notes').filter(({ id }) => id === district.ids['waitingNote']);
    expect([waiting.length, JSON.stringify(waiting).includes('There is no money.')]).toEqual([1, false]);
  });
});
