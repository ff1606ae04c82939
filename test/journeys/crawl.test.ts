import { HtmlValidate, StaticConfigLoader, type ResolvedConfig } from 'html-validate';
import { generateDistrict } from '../../src/features/demo';
import { demoKeys, demoPersonId, slugs } from '../../src/features/demo/demo-people';
import { listMembers, listSeats, type SeatStatus } from '../../src/features/membership';
import { seatStatuses, termByRule } from '../../src/features/membership/seat';
import { dateOf } from '../../src/lib/time';
import { testProduct, type TestProduct } from '../support/app';
import { signedInAs, visitorBrowser, type Browser } from '../support/browser';
import * as cheerio from 'cheerio';

jest.setTimeout(240_000);

/** The one configuration there is, worked out once and not again for each page. */
class SteadyConfig extends StaticConfigLoader {
  private config: ReturnType<StaticConfigLoader['getConfigFor']> | undefined;

  override getConfigFor(handle: string): Promise<ResolvedConfig> | ResolvedConfig {
    return (this.config ??= super.getConfigFor(handle));
  }
}

const validator = new HtmlValidate(
  new SteadyConfig({
    extends: ['html-validate:recommended'],
    rules: {
      // Templates print attributes as they come; these say nothing about what a reader gets.
      'attr-quotes': 'off',
      'attribute-boolean-style': 'off',
      'no-trailing-whitespace': 'off',
      'void-style': 'off',
      'long-title': 'off',
      'no-inline-style': 'error',
      // The screens in the room read themselves anew where no script does it.
      'meta-refresh': 'off',
      // A region that scrolls by itself is named and can be reached by the keyboard.
      'prefer-native-element': 'off',
      // Telephone numbers come as their office writes them.
      'tel-non-breaking': 'off',
      'require-sri': 'off',
      // It does not see buttons that stand elsewhere and name their form; `unsendable` does.
      'wcag/h32': 'off',
      // A button sends its form; boxes of one question share its name.
      'no-implicit-button-type': 'off',
      'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'button', 'submit'] }],
    },
  }),
);

/** What stands in the middle of the pages that were validated already, whoever read them; the frame around it is read with each person's others. */
const validated = new Set<string>();

/** Addresses of pages.md that are built, beside those that are linked. */
const addresses = [
  '/',
  '/find',
  '/collaboratives',
  '/central',
  '/central/agenda/current',
  '/central/meetings',
  '/central/advice',
  '/central/advice/report',
  '/advice/report',
  '/central/roster',
  '/central/calendar.ics',
  '/apply',
  '/apply/resume',
  '/rubric/2026-vacancies',
  '/sign-in',
  '/account',
  '/me',
  '/me/advice',
  '/me/onboarding',
  '/reviews',
  '/approvals',
  '/staff',
  '/staff/cycles',
  '/staff/central/seats',
  '/staff/central/seat-plan',
  '/me/resignation',
  '/staff/central/meetings',
  '/staff/central/advice',
  '/staff/central/onboarding',
  '/staff/help',
  '/admin',
  '/help',
  '/privacy',
  '/accessibility',
  '/open-data',
  '/healthz',
  '/readyz',
];

const people = [
  'nobody',
  ...demoKeys.filter((key) => /^(administrator|applicant)$|central/.test(key) && !/reviewer-central-[23]/.test(key)),
];

let product: TestProduct;
beforeAll(async () => {
  product = await testProduct({ config: { mode: 'demo', pseudoLocales: false } });
  await generateDistrict(product.deps, product.clock, product.clock.now(), () => undefined);
});
afterAll(() => product.close());

/** An address without what only tells one record or one page of a list from another. */
const kindOf = (address: string): string =>
  address
    .replace(/\/([0-9a-z]{26}|[0-9A-Z]{4}-[0-9A-Z]{4})(?=[/.?#]|$)/g, '/:id')
    .replace(/^\/(east|northeast|northwest|south|west)(?=[/?#]|$)/, '/:c')
    .replace(/(?<==)[^&]*/g, '');

/** Addresses to open: those given first, then two of each kind of link. */
class Way {
  private readonly counts = new Map<string, number>();
  private readonly known = new Set(addresses);
  readonly waiting: { readonly address: string; readonly from: string | null }[] = addresses.map((address) => ({ address, from: null }));

  add(href: string, from: string): void {
    const kind = kindOf(href);
    const count = this.counts.get(kind) ?? 0;
    if (this.known.has(href) || count >= 2) return;
    this.known.add(href);
    this.counts.set(kind, count + 1);
    this.waiting.push({ address: href, from });
  }
}

/** Opens every address and follows every link; answers what is wrong and how many pages were opened. */
async function crawl(browser: Browser): Promise<{ readonly faults: string[]; readonly pages: number }> {
  const faults: string[] = [];
  const way = new Way();
  let pages = 0;
  for (let next = way.waiting.shift(); next !== undefined; next = way.waiting.shift()) {
    const { address, from } = next;
    const answer = await browser.get(address);
    pages += 1;
    if (!isExpected(answer.status, from)) faults.push(`${address} answered ${answer.status}, linked from ${from ?? 'nowhere'}`);
    if (answer.status >= 300 || !(answer.headers['content-type'] ?? '').startsWith('text/html')) continue;
    const $ = cheerio.load(answer.text, { xml: { xmlMode: false, decodeEntities: true } });
    faults.push(...(await invalid(address, answer.text)), ...unsendable($, address));
    for (const href of linksOf($, address)) way.add(href, address);
  }
  return { faults, pages };
}

/** A link leads somewhere; an address typed by hand may be refused. */
const isExpected = (status: number, from: string | null): boolean => status < 400 || (from === null && [403, 404].includes(status));

async function invalid(address: string, html: string): Promise<string[]> {
  const lasting = html.slice(html.indexOf('<main'), html.indexOf('</main>')).replace(/(?<=name="_csrf" value=")[^"]*/g, '');
  if (validated.has(lasting)) return [];
  validated.add(lasting);
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) => messages.map(({ ruleId, message, line }) => `${address}:${line} ${ruleId}: ${message}`));
}

/** Forms that nothing sends. */
function unsendable($: cheerio.CheerioAPI, address: string): string[] {
  return $('form')
    .toArray()
    .map((form) => $(form))
    .filter(
      (form) => form.find('button:not([type=button]):not([form])').length + $(`button[form="${form.attr('id') ?? ' '}"]`).length === 0,
    )
    .map((form) => `${address}: nothing sends the form of ${form.attr('action') ?? ''}`);
}

function linksOf($: cheerio.CheerioAPI, address: string): string[] {
  return $('a[href], link[href]')
    .toArray()
    .map((link) => new URL($(link).attr('href') ?? '', `http://127.0.0.1${address}`))
    .filter(({ host }) => host === '127.0.0.1')
    .map(({ pathname, search }) => pathname + search)
    .filter((href) => !/^\/assets\//.test(href) && !/[?&]lang=/.test(href));
}

it('the demo shows each way a seat and a member can stand, in every collaborative, with terms by the seats’ rules', async () => {
  const { db, clock } = product;
  const today = dateOf(clock.now());
  for (const slug of slugs) {
    const { id } = (await db('collaboratives').where({ slug }).first('id'))!;
    const seats = await listSeats(db, id, today);
    const count = (status: SeatStatus) => seats.filter((seat) => seat.status === status).length;
    expect([slug, seats.length, ...seatStatuses.map(count)]).toEqual([slug, 15, 2, 1, 1, 4, 7]);
    const standings = (await listMembers(db, id, today)).map(({ status }) => status).sort();
    expect([slug, ...new Set(standings)]).toEqual([slug, 'active', 'holdover', 'on_leave']);
    for (const { holder, ...seat } of seats)
      if (holder !== null) expect([seat.code, termByRule(seat, holder.termStartsOn).endsOn]).toEqual([seat.code, holder.termEndsOn]);
  }
});

it.each(people)('%s meets no dead link, no failure and no invalid page', async (key) => {
  const browser = key === 'nobody' ? visitorBrowser(product) : await signedInAs(product, demoPersonId(key));
  browser.language = 'en';
  const { faults, pages } = await crawl(browser);
  expect(pages).toBeGreaterThan(30);
  expect(faults).toEqual([]);
});
