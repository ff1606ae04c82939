import * as cheerio from 'cheerio';
import type { Response } from 'supertest';
import type { Logger } from '../../../src/lib/logger';
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
  rsvpReason: ['member', 'officer', 'staff', 'administrator'],
  correction: ['member', 'author', 'officer', 'staff', 'administrator'],
  draftMeeting: ['officer', 'staff', 'administrator'],
  onboardingConflict: ['newcomer', 'staff'],
  southComment: ['otherStaff', 'otherReviewer', 'administrator'],
  southEssay: ['otherApplicant', 'otherStaff', 'otherReviewer', 'administrator'],
  paperLetter: ['staff', 'administrator'],
  southHelp: ['otherStaff', 'administrator'],
  offerQuestion: ['invited', 'staff', 'administrator'],
  guardianName: ['staff', 'administrator'],
  guardianEmail: ['staff', 'administrator'],
  guardianSigned: ['staff', 'administrator'],
  lateCodeNote: ['staff', 'administrator'],
  lateCodeFor: ['staff', 'administrator'],
  extensionReason: ['administrator'],
  procedureReview: ['staff', 'approver', 'administrator'],
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

/** Every address of the table, and whatever the pages found there link to. */
const starts = (): string[] => {
  const gets = routes.filter(({ method, demoOnly }) => method === 'GET' && !demoOnly);
  return [
    ...new Set(
      gets.flatMap((promise) => [
        addressOf(district, promise),
        addressOf(district, { ...promise, at: { ...promise.at, c: 'south', slug: 'south' } }),
      ]),
    ),
  ];
};

const isOwn = (href: string): boolean => href.startsWith('/') && !href.startsWith('//') && !href.startsWith('/assets/');

/** Addresses of this site that a page links to; other languages of the same page aside. */
function linksIn(html: string): string[] {
  const $ = cheerio.load(html);
  const hrefs = $('a[href]')
    .toArray()
    .map((element) => $(element).attr('href')?.split('#')[0] ?? '');
  return hrefs.filter((href) => isOwn(href) && !/[?&]lang=/.test(href));
}

const typeOf = ({ headers }: Response): string => String(headers['content-type']);

/** What a person reads in an answer, on paper too. */
const wordsOf = (answer: Response): string =>
  typeOf(answer).startsWith('application/pdf') ? textOfPdf(answer.body as Buffer) : answer.text;

/** Papers, and pages that no other page leads to. */
const papersOf = ({ ids }: District): string[] => [
  ...['', '/guardian', '/scans', '/packet', '/packet.pdf'].map((page) => `/staff/applications/${ids['studentRef'] ?? ''}${page}`),
  `/staff/applications/${ids['ref'] ?? ''}/packet.pdf`,
  '/staff/cycles/2027-spring/central/slate/packet.pdf',
];

async function crawl(kind: Kind, visit: (address: string, body: string) => void): Promise<number> {
  const waiting = [...starts(), ...papersOf(district)];
  const seen = new Set(waiting);
  for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
    const answer = await district.browsers[kind].get(address);
    const { status, headers } = answer;
    expect([address, status < 500]).toEqual([address, true]);
    visit(address, `${wordsOf(answer)}\n${JSON.stringify(headers)}`);
    const found = typeOf(answer).startsWith('text/html') ? linksIn(answer.text) : [];
    const fresh = found.filter((href) => !seen.has(href)).slice(0, 400 - seen.size);
    for (const href of fresh) seen.add(href);
    waiting.push(...new Set(fresh));
  }
  return seen.size;
}

describe('what is private', () => {
  const met = new Map<Canary, Set<Kind>>();

  it.each(kinds)('shows itself to %s only where it may', async (kind) => {
    const leaks: string[] = [];
    const pages = await crawl(kind, (address, body) => {
      for (const [name, words] of Object.entries(canaries) as [Canary, string][]) {
        if (!body.includes(words)) continue;
        met.set(name, (met.get(name) ?? new Set()).add(kind));
        if (!readers[name].includes(kind)) leaks.push(`${name} on ${address}`);
      }
    });
    expect(leaks).toEqual([]);
    expect(pages).toBeGreaterThan(100);
  });

  it('was there to be met: somebody who may read it did, but for what nobody is shown', () => {
    const unmet = Object.keys(canaries).filter((name) => !met.has(name as Canary));
    expect(unmet).toEqual(['scoreDraft', 'recusal', 'demographics', 'extensionReason']);
  });

  it('stands in no letter but those written to a reader of it', async () => {
    const addresses = new Map<string, Kind>();
    for (const [kind, id] of Object.entries(district.people)) {
      const row = await product.db('people').where({ id }).first('email');
      if (row?.email != null) addresses.set(row.email, kind as Kind);
    }
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

  it('stands in no entry of the history, but for the reason of more time, which is kept there', async () => {
    const history = JSON.stringify(await product.db('events').select('*'));
    expect(Object.values(canaries).filter((words) => history.includes(words))).toEqual([canaries.extensionReason]);
  });

  it.each(['export', 'packets'])('stands in no %s of a list but for who may read it, and notes only when asked for', async (action) => {
    const list = '/staff/cycles/2027-spring/central/applications/bulk';
    const taken: Kind[] = [];
    for (const kind of kinds) {
      const browser = district.browsers[kind];
      const looked = await browser.get(`${list}?action=${action}&every=1`);
      if (looked.status !== 200) continue;
      taken.push(kind);
      for (const notes of [{}, { notes: 'yes' }]) {
        const words = wordsOf(await browser.post(`${list}/run`, { ...hiddenIn(looked.text), ...notes }));
        expect(words).toContain(canaries.essay);
        const withheld = (Object.keys(canaries) as Canary[]).filter((name) => !readers[name].includes(kind));
        expect([kind, withheld.filter((name) => words.includes(canaries[name]))]).toEqual([kind, []]);
        const hasNote = kind === 'staff' && action === 'export' && 'notes' in notes;
        expect([kind, words.includes(canaries.staffNote)]).toEqual([kind, hasNote]);
        for (const score of [canaries.reviewComment, canaries.panelComment, canaries.placingReason]) expect(words).not.toContain(score);
      }
    }
    expect(taken).toEqual(['staff', 'administrator']);
  });
});

/** The hidden fields of the form in the middle of a page. */
function hiddenIn(html: string): Record<string, string> {
  const $ = cheerio.load(html);
  const inputs = $('main form input[type="hidden"]').toArray();
  return Object.fromEntries(inputs.map((input) => [$(input).attr('name') ?? '', $(input).attr('value') ?? '']));
}
