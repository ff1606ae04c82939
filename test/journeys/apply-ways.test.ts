import type { BrowserContext, Page } from 'playwright-core';
import { generateDistrict } from '../../src/features/demo';
import { describeInChromium } from '../support/chromium';
import { answers, applicant, fillIn } from './story/applying';
import { chromiumHouse, type ChromiumHouse } from './story/chromium-person';
import { serveProduct, type Served } from './story/served';

jest.setTimeout(240_000);

const start = '/apply/email?cycle=2026-vacancies';
const publicPages = [
  '/',
  '/find?q=90012',
  '/collaboratives',
  '/central',
  '/central/roster',
  '/central/meetings',
  '/central/advice',
  '/central/agenda/current',
  '/rubric/2026-vacancies',
  '/help',
  '/privacy',
  '/accessibility',
  '/sign-in',
  '/apply',
  '/apply/eligibility',
  '/apply/late',
];

describeInChromium('the way to apply', (executablePath) => {
  let served: Served;
  let house: ChromiumHouse;
  const sent = () => served.product.db('applications').where({ email: applicant.email, status: 'submitted' }).count({ count: '*' });
  const isWider = (page: Page) => page.evaluate<boolean>('document.scrollingElement.scrollWidth > window.innerWidth');

  beforeAll(async () => {
    served = await serveProduct({ pseudoLocales: true });
    const { deps, clock } = served.product;
    await generateDistrict(deps, clock, clock.now(), () => undefined);
    house = await chromiumHouse({ executablePath, baseUrl: served.baseUrl });
  });
  afterAll(async () => {
    await house.close();
    await served.close();
  });
  beforeEach(async () => {
    const drafts = served.product.db('applications').where({ email: applicant.email }).select('id');
    for (const table of ['candidacies', 'application_submissions', 'application_demographics'])
      await served.product.db(table).whereIn('application_id', drafts.clone()).delete();
    await served.product.db('applications').where({ email: applicant.email }).delete();
  });

  /** A page on a narrow phone in a language, kept by its cookie as after pressing the language link. */
  async function phone(locale: string, width = 360): Promise<{ page: Page; context: BrowserContext }> {
    const context = await house.browser.newContext({ viewport: { width, height: 740 } });
    await context.addCookies([{ name: 'lang', value: locale, url: served.baseUrl }]);
    return { page: await context.newPage(), context };
  }

  it('works from the first page to the reference with scripts off', async () => {
    const quiet = await chromiumHouse({ executablePath, baseUrl: served.baseUrl, javaScriptEnabled: false });
    const person = await quiet.newcomer('phone', 'es-US');
    await person.open(start);
    await fillIn(person, 'es');
    await person.send('/apply/submission');
    expect(person.address).toMatch(/^\/applications\/[\w-]+\/confirmation$/);
    await quiet.close();
    expect(await sent()).toEqual([{ count: 1 }]);
  });

  it('works by the keyboard alone, and shows where the reader is', async () => {
    const { page, context } = await phone('en');
    await page.goto(`${served.baseUrl}/apply`);
    await tabTo(page, 'a[href="/apply/eligibility?cycle=2026-vacancies"]');
    await pressOn(page, 'Enter');
    await answerByKeys(page, 'ties', ['child']);
    await answerByKeys(page, 'age', ['adult']);
    await answerByKeys(page, 'term', ['yes']);
    await tabTo(page, 'form[action="/apply/eligibility"] button');
    await pressOn(page, 'Enter');
    await tabTo(page, 'form[action="/apply/eligibility/form"] button');
    await pressOn(page, 'Enter');
    for (const [key, fields] of answers('en')) {
      expect(new URL(page.url()).pathname).toBe(`/apply/${key}`);
      for (const [name, value] of Object.entries(fields)) await answerByKeys(page, name, typeof value === 'string' ? [value] : value);
      await tabTo(page, `form[action="/apply/${key}"] button`);
      await pressOn(page, 'Enter');
    }
    expect(new URL(page.url()).pathname).toBe('/apply/check');
    await tabTo(page, 'form[action="/apply/submission"] button');
    await pressOn(page, 'Enter');
    expect(new URL(page.url()).pathname).toMatch(/\/confirmation$/);
    await context.close();
    expect(await sent()).toEqual([{ count: 1 }]);
  });

  it.each([
    ['en-XA', 'ltr', 'app.'],
    ['ar-XB', 'rtl', 'app.rtl.'],
  ])('fits a phone in the test language %s, on the public pages and on its own', async (locale, direction, sheet) => {
    const { page, context } = await phone(locale);
    const faults: string[] = [];
    const look = async () => {
      const shown = await page.evaluate<string>(
        `[document.documentElement.lang, document.documentElement.dir, document.querySelector('link[rel=stylesheet]').getAttribute('href').split('/').pop().replace(/[0-9a-zA-Z_-]+\\.css$/, '')].join(' ')`,
      );
      const found = [
        ...(shown === `${locale} ${direction} ${sheet}` ? [] : [shown]),
        ...((await isWider(page)) ? ['scrolls sideways'] : []),
      ];
      if (found.length > 0) faults.push(`${page.url()}: ${found.join(', ')}`);
    };
    for (const address of publicPages) {
      const answer = await page.goto(served.baseUrl + address);
      if (answer?.status() !== 200) faults.push(`${address} answered ${answer?.status() ?? 0}`);
      await look();
    }
    await eachApplyPage(page, look);
    await context.close();
    expect(faults).toEqual([]);
  });

  it('fits 320 px with the text twice as large', async () => {
    const { page, context } = await phone('es', 320);
    const faults: string[] = [];
    await eachApplyPage(page, async () => {
      await page.evaluate(`document.documentElement.style.fontSize = '200%'`);
      if (await isWider(page)) faults.push(page.url());
    });
    await context.close();
    expect(faults).toEqual([]);
  });

  /** Goes through the form, looking at each of its pages and at the page that shows all answers. */
  async function eachApplyPage(page: Page, look: () => Promise<void>): Promise<void> {
    await page.goto(served.baseUrl + start);
    for (const [key, fields] of answers('es')) {
      await look();
      for (const [name, value] of Object.entries(fields))
        for (const one of typeof value === 'string' ? [value] : value) await answer(page, name, one);
      await Promise.all([page.waitForEvent('load'), page.locator(`form[action="/apply/${key}"] button`).first().click()]);
    }
    expect(new URL(page.url()).pathname).toBe('/apply/check');
    await look();
  }
});

async function answer(page: Page, name: string, value: string): Promise<void> {
  const box = page.locator(`[type=radio][name="${name}"][value="${value}"], [type=checkbox][name="${name}"][value="${value}"]`);
  if ((await box.count()) === 0) await page.locator(`[name="${name}"]`).fill(value);
  else if (!(await box.isChecked())) await page.locator(`label[for="${(await box.getAttribute('id')) ?? ''}"]`).click();
}

const focused = (page: Page, selector: string): Promise<boolean> =>
  page.evaluate<boolean>(`document.activeElement?.matches(${JSON.stringify(selector)}) ?? false`);

/** Presses Tab until the focus is there; whatever it passes must show the focus. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    if (await focused(page, selector)) return;
    await page.keyboard.press('Tab');
    const shown = await page.evaluate<string>(
      `((one) => { const style = (each) => { const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(each); return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none'; };
        const label = one.id === '' ? null : document.querySelector('label[for="' + CSS.escape(one.id) + '"]');
        return one === document.body || style(one) || (label !== null && (style(label) || getComputedStyle(label, '::before').outlineStyle !== 'none')) ? '' : one.outerHTML.slice(0, 120); })(document.activeElement)`,
    );
    if (shown !== '') throw new Error(`the focus cannot be seen on ${shown}`);
  }
  throw new Error(`Tab never reaches ${selector} on ${page.url()}`);
}

/** What was said before the form is ticked already. */
async function tick(page: Page, box: string): Promise<void> {
  if (!(await page.locator(box).isChecked())) await page.keyboard.press('Space');
}

/** Types a text; chooses with arrows and Space. */
async function answerByKeys(page: Page, name: string, values: readonly string[]): Promise<void> {
  const field = `[name="${name}"]`;
  const type = await page.locator(field).first().getAttribute('type');
  if (type === 'radio') {
    await tabTo(page, `[type=radio]${field}`);
    for (let presses = 0; !(await focused(page, `${field}[value="${values[0] ?? ''}"]`)); presses += 1) {
      if (presses > 20) throw new Error(`no arrow leads to ${name} ${values[0] ?? ''}`);
      await page.keyboard.press('ArrowDown');
    }
    await page.keyboard.press('Space');
  } else if (type === 'checkbox')
    for (const value of values) {
      await tabTo(page, `${field}[value="${value}"]`);
      await tick(page, `${field}[value="${value}"]`);
    }
  else {
    await tabTo(page, field);
    await page.keyboard.type(values.join(' '));
  }
}

async function pressOn(page: Page, key: string): Promise<void> {
  await Promise.all([page.waitForEvent('load'), page.keyboard.press(key)]);
}
