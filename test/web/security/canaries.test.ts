import { createHash } from 'node:crypto';
import * as cheerio from 'cheerio';
import type { Response } from 'supertest';
import type { Logger } from '../../../src/lib/logger';
import { scanReminders } from '../../../src/features/messages';
import { createApp } from '../../../src/app';
import { testProduct, type TestProduct } from '../../support/app';
import { addressOf } from '../../support/district/ask';
import { canaries, type Canary } from '../../support/district/canaries';
import { aDistrict, type District } from '../../support/district/district';
import { kinds, type Kind } from '../../support/district/people';
import { mails } from '../../support/mailbox';
import { textOfPdf } from '../../support/pdf-text';
import { routes } from '../../architecture/routes';

/** Who may read what is private; everybody else must never meet it (pages.md, domain.md). */
const readers: Readonly<Record<Canary, readonly Kind[]>> = {
  reviewComment: ['staff', 'reviewer', 'administrator'],
  scoreDraft: [],
  recusal: ['staff', 'administrator'],
  standingConflict: ['reviewer'],
  panelComment: ['staff', 'reviewer', 'administrator'],
  essay: ['applicant', 'staff', 'reviewer', 'administrator'],
  demographics: ['applicant'],
  accessWords: ['applicant', 'staff', 'administrator'],
  conflictWords: ['applicant', 'staff', 'reviewer', 'administrator'],
  phone: ['applicant', 'newcomer', 'staff', 'administrator'],
  address: ['applicant', 'staff', 'administrator'],
  placingReason: ['staff', 'approver', 'administrator'],
  returnWords: ['staff', 'approver', 'administrator'],
  answerReturn: ['staff', 'approver', 'administrator'],
  draftNote: ['author'],
  openNote: ['author', 'member', 'officer'],
  draftAnswer: ['staff', 'approver', 'administrator'],
  helpRequest: ['staff', 'administrator'],
  staffNote: ['staff'],
  sessionNote: ['officer', 'staff', 'administrator'],
  accessRequest: ['member', 'staff'],
  guestNeeds: ['staff'],
  rsvpReason: ['member', 'officer', 'staff', 'administrator'],
  correction: ['member', 'author', 'officer', 'staff', 'administrator'],
  draftMeeting: ['officer', 'staff', 'administrator'],
  onboardingConflict: ['newcomer', 'staff'],
  onboardingFile: ['newcomer', 'staff'],
  southComment: ['otherStaff', 'otherReviewer', 'administrator'],
  southEssay: ['otherApplicant', 'otherStaff', 'otherReviewer', 'administrator'],
  paperLetter: ['staff', 'administrator'],
  southHelp: ['otherStaff', 'administrator'],
  offerQuestion: ['invited', 'staff', 'administrator'],
  procedureReview: ['staff', 'approver', 'administrator'],
  guardianName: ['staff', 'administrator'],
  guardianEmail: ['staff', 'administrator'],
  guardianSigned: ['staff', 'administrator'],
  total: ['staff', 'reviewer', 'administrator'],
  lateNote: ['staff', 'administrator'],
  lateNoteSouth: ['otherStaff', 'administrator'],
  commentName: ['staff', 'administrator'],
  commentEmail: ['staff', 'administrator'],
  commentText: ['staff', 'administrator'],
  speakerEmail: [],
  extensionReason: ['staff', 'administrator'],
};

/** Who wrote the words and gets them back in a receipt, where they are none of the kinds of people. */
const authors: Readonly<Partial<Record<Canary, string>>> = { procedureReview: 'rufo.refused@example.org' };

let product: TestProduct;
let district: District;
const logged: string[] = [];
const loud: Logger = {
  info: (...words) => logged.push(JSON.stringify(words)),
  warn: (...words) => logged.push(JSON.stringify(words)),
  error: (message, fields, error) => logged.push(JSON.stringify([message, fields, String(error)])),
};

beforeAll(async () => {
  const quiet = await testProduct();
  const deps = { ...quiet.deps, logger: loud };
  product = { ...quiet, deps, app: createApp(deps) };
  district = await aDistrict(product);
});
afterAll(() => product.close());

/** The cycles of the district that have applications: in review, whose letters went out, open. */
const codes = ['2027-spring', '2026-summer', '2027-fall'];

/** Every address of the table, for both bodies and each cycle, and whatever the pages found there link to. */
const starts = (): string[] => {
  const gets = routes.filter(({ method, demoOnly }) => method === 'GET' && !demoOnly);
  const south = { c: 'south', slug: 'south' };
  return [
    ...new Set(
      gets.flatMap((promise) => [
        addressOf(district, promise),
        ...codes.flatMap((code) =>
          [{ code }, { code, ...south }].map((at) => addressOf(district, { ...promise, at: { ...promise.at, ...at } })),
        ),
      ]),
    ),
  ];
};

const bodies = ['central', 'south'] as const;
type Body = (typeof bodies)[number];

const listOf = (slug: Body): string => `/staff/cycles/2027-spring/${slug}/applications`;

/** Who takes files of applications away by a button, for each body, and which. */
const takers: Readonly<Record<Body, readonly Kind[]>> = { central: ['staff', 'administrator'], south: ['otherStaff', 'administrator'] };
const downloads = [{ action: 'export' }, { action: 'export', notes: 'yes' }, { action: 'packets' }] as const;

const isPdf = ({ headers }: Response): boolean => String(headers['content-type']).startsWith('application/pdf');

const readPdfs = new Map<string, string>();

/** Many are given the very same file: its words are taken out once. */
function textOnce(pdf: Buffer): string {
  const key = createHash('sha256').update(pdf).digest('hex');
  const words = readPdfs.get(key) ?? textOfPdf(pdf);
  readPdfs.set(key, words);
  return words;
}

/** What a reader is given: the words of a page, or of a PDF; and the headers. */
function wordsOf(response: Response): string {
  const words = isPdf(response) ? textOnce(response.body as Buffer) : response.text;
  return `${words}\n${JSON.stringify(response.headers)}`;
}

const isOwn = (href: string): boolean => href.startsWith('/') && !href.startsWith('//') && !href.startsWith('/assets/');

/** Addresses of this site that a page links to; other languages of the same page aside. */
function linksIn(html: string): string[] {
  const $ = cheerio.load(html, { xml: { xmlMode: false, decodeEntities: true } });
  const hrefs = $('a[href]')
    .toArray()
    .map((element) => $(element).attr('href')?.split('#')[0] ?? '');
  return hrefs.filter((href) => isOwn(href) && !/[?&]lang=/.test(href));
}

const mostPages = 1400;

async function crawl(kind: Kind, visit: (address: string, body: string) => void): Promise<number> {
  const waiting = starts();
  const seen = new Set(waiting);
  for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
    const response = await district.browsers[kind].get(address);
    const { status, text, headers } = response;
    expect([address, status < 500]).toEqual([address, true]);
    visit(address, wordsOf(response));
    const found = String(headers['content-type']).startsWith('text/html') ? linksIn(text) : [];
    const fresh = found.filter((href) => !seen.has(href)).slice(0, Math.max(0, mostPages - seen.size));
    for (const href of fresh) seen.add(href);
    waiting.push(...new Set(fresh));
  }
  return seen.size;
}

describe('what is private', () => {
  const met = new Map<Canary, Set<Kind>>();

  const canariesIn = (body: string): Canary[] => (Object.keys(canaries) as Canary[]).filter((name) => body.includes(canaries[name]));

  it.each(kinds)('shows itself to %s only where it may', async (kind) => {
    const leaks: string[] = [];
    const pages = await crawl(kind, (address, body) => {
      for (const name of canariesIn(body)) {
        met.set(name, (met.get(name) ?? new Set()).add(kind));
        if (!readers[name].includes(kind)) leaks.push(`${name} on ${address}`);
      }
    });
    expect(leaks).toEqual([]);
    expect(pages).toBeGreaterThan(100);
  });

  /** What the button gives this person, with the dry run that staff of that body read. */
  async function taken(kind: Kind, slug: Body, fields: Readonly<Record<string, string>>): Promise<Response> {
    const staff = district.browsers[slug === 'central' ? 'staff' : 'otherStaff'];
    const looked = cheerio.load((await staff.get(`${listOf(slug)}/bulk?action=${fields['action'] ?? ''}&every=1`)).text);
    const hidden = (name: string): string => looked(`main form input[name="${name}"]`).attr('value') ?? '';
    return district.browsers[kind].post(`${listOf(slug)}/bulk/run`, { every: '1', run: hidden('run'), seal: hidden('seal'), ...fields });
  }

  it.each(kinds)('is taken away in no file by %s who may not read it', async (kind) => {
    const leaks: string[] = [];
    for (const slug of bodies)
      for (const fields of downloads) {
        const response = await taken(kind, slug, fields);
        expect([slug, fields, response.status === 200]).toEqual([slug, fields, takers[slug].includes(kind)]);
        const found = canariesIn(wordsOf(response));
        leaks.push(...found.filter((name) => !readers[name].includes(kind)).map((name) => `${name} in ${slug} ${fields.action}`));
      }
    expect(leaks).toEqual([]);
  });

  it('is in the files of those who may read it, and notes only where they are asked for', async () => {
    const inFile = async (fields: (typeof downloads)[number]): Promise<boolean[]> => {
      const found = canariesIn(wordsOf(await taken('staff', 'central', fields)));
      return [found.includes('essay'), found.includes('staffNote')];
    };
    expect([await inFile(downloads[0]), await inFile(downloads[1])]).toEqual([
      [true, false],
      [true, true],
    ]);
    expect(await inFile(downloads[2])).toEqual([true, false]);
  });

  it('left with its notes only where the history says so', async () => {
    const details = await product.db('events').where({ action: 'desk.bulk' }).pluck('details');
    const exports = details.map((text) => (JSON.parse(text ?? '{}') as { after: { action: string; notes: boolean } }).after);
    const withNotes = exports.filter(({ action }) => action === 'export').map(({ notes }) => notes);
    expect(withNotes.filter((notes) => notes)).toHaveLength(3);
    expect(withNotes).toHaveLength(10);
  });

  it('was there to be met: somebody who may read it did, but for what nobody is shown', () => {
    const unmet = Object.keys(canaries).filter((name) => !met.has(name as Canary));
    expect(unmet).toEqual(['scoreDraft', 'recusal', 'speakerEmail', 'extensionReason']);
  });

  it('is found by no search of those who may not read it, nor by staff who search applications', async () => {
    const kept: Canary[] = [
      'staffNote',
      'demographics',
      'reviewComment',
      'panelComment',
      'recusal',
      'placingReason',
      'guardianSigned',
      'lateNote',
    ];
    const found: string[] = [];
    for (const kind of kinds)
      for (const name of kept)
        for (const page of [...bodies.map(listOf), '/search']) {
          const { text } = await district.browsers[kind].get(`${page}?q=${encodeURIComponent(canaries[name])}`);
          if (
            /Ana First|Bo Second|Cy Third|Stu Student|Lena Late/.test(
              cheerio
                .load(text, { xml: { xmlMode: false, decodeEntities: true } })('main')
                .text(),
            )
          )
            found.push(`${name} for ${kind} by ${page}`);
        }
    expect(found).toEqual([]);
    expect((await district.browsers.staff.get(`${listOf('central')}?q=Ana`)).text).toContain('Ana First');
  });

  it('stands in no letter but those written to a reader of it', async () => {
    const addresses = new Map<string, Kind>();
    for (const [kind, id] of Object.entries(district.people)) {
      const row = await product.db('people').where({ id }).first('email');
      if (row?.email != null) addresses.set(row.email, kind as Kind);
    }
    await scanReminders(product.deps);
    const leaks = (await mails(product.deps)).flatMap((mail) => {
      const body = [mail.subject, mail.html, mail.text, mail.calendar?.content ?? ''].join('\n');
      const reader = addresses.get(mail.to_address);
      return (Object.entries(canaries) as [Canary, string][])
        .filter(
          ([name, words]) =>
            body.includes(words) && authors[name] !== mail.to_address && (reader === undefined || !readers[name].includes(reader)),
        )
        .map(([name]) => `${name} in ${mail.kind} to ${mail.to_address}`);
    });
    expect(leaks).toEqual([]);
  });

  it('stands in no line of the log, nor do names and addresses', () => {
    const text = logged.join('\n');
    const personal = [...Object.values(canaries), 'Ana First', 'ana.first@example.org', 'mia.member@example.org', 'Mia Member'];
    expect(logged.length).toBeGreaterThan(1000);
    expect(personal.filter((words) => text.includes(words))).toEqual([]);
    expect(text).not.toMatch(/[\w-]{43,}/);
  });

  it('stands in no entry of the history but the reason that is kept there', async () => {
    const history = JSON.stringify(await product.db('events').select('*'));
    expect(canariesIn(history)).toEqual(['extensionReason']);
  });
});
