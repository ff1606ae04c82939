import * as cheerio from 'cheerio';
import type { Logger } from '../../../src/lib/logger';
import { createApp } from '../../../src/app';
import { testProduct, type TestProduct } from '../../support/app';
import { addressOf } from '../../support/district/ask';
import { canaries, type Canary } from '../../support/district/canaries';
import { aDistrict, type District } from '../../support/district/district';
import { kinds, type Kind } from '../../support/district/people';
import { mails } from '../../support/mailbox';
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

async function crawl(kind: Kind, visit: (address: string, body: string) => void): Promise<number> {
  const waiting = starts();
  const seen = new Set(waiting);
  for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
    const { status, text, headers } = await district.browsers[kind].get(address);
    expect([address, status < 500]).toEqual([address, true]);
    visit(address, `${text}\n${JSON.stringify(headers)}`);
    const found = String(headers['content-type']).startsWith('text/html') ? linksIn(text) : [];
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
    expect(unmet).toEqual(['scoreDraft', 'recusal', 'demographics']);
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

  it('stands in no entry of the history', async () => {
    const history = JSON.stringify(await product.db('events').select('*'));
    expect(Object.values(canaries).filter((words) => history.includes(words))).toEqual([]);
  });
});
