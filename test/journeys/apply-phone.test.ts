import AxeBuilder from '@axe-core/playwright';
import { chromium, type Browser, type Page } from 'playwright-core';
import { aTown } from '../support/builders/application';
import { describeInChromium } from '../support/chromium';
import { aPdf } from '../support/files';
import { linkIn, mails } from '../support/mailbox';
import { answers, applicant } from './story/applying';
import { serveProduct, type Served } from './story/served';

jest.setTimeout(120_000);

const paper = { name: 'carta.pdf', mimeType: 'application/pdf', buffer: aPdf('Carta') };

describeInChromium('applying on a phone in Spanish', (executablePath) => {
  let served: Served;
  let chrome: Browser;
  let faults: string[];

  beforeAll(async () => {
    served = await serveProduct();
    await aTown(served.product.deps);
    chrome = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-sync'] });
  });
  beforeEach(() => {
    faults = [];
  });
  afterAll(async () => {
    await chrome.close();
    await served.close();
  });

  const aPhone = async (javaScriptEnabled = true): Promise<Page> => {
    const context = await chrome.newContext({ viewport: { width: 360, height: 740 }, locale: 'es-US', javaScriptEnabled });
    context.setDefaultTimeout(10_000);
    const page = await context.newPage();
    page.on('pageerror', (error) => faults.push(`script: ${error.message}`));
    return page;
  };
  const addressOf = (page: Page): string => new URL(page.url()).pathname;
  const look = async (page: Page): Promise<void> => {
    const [language, width] = await page.evaluate<[string, number]>(
      '[document.documentElement.lang, document.scrollingElement.scrollWidth]',
    );
    if (language !== 'es' || width > 360) faults.push(`${addressOf(page)}: ${language}, ${width} px wide`);
    const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze();
    for (const { id, nodes } of violations)
      faults.push(`${addressOf(page)}: ${id} ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
  };
  const press = async (page: Page, selector: string): Promise<void> => {
    await Promise.all([page.waitForEvent('load'), page.locator(selector).first().click()]);
  };
  const answerPage = async (page: Page, fields: Readonly<Record<string, string | readonly string[]>>): Promise<void> => {
    for (const [name, given] of Object.entries(fields))
      for (const value of typeof given === 'string' ? [given] : given) await answer(page, name, value);
  };
  const eligible = async (page: Page): Promise<void> => {
    await page.goto(`${served.baseUrl}/apply/eligibility?cycle=2027-spring`);
    await look(page);
    await answerPage(page, { ties: 'child', age: 'adult', term: 'yes' });
    await press(page, 'form[action="/apply/eligibility"] button');
    await look(page);
    await press(page, 'form[action="/apply/eligibility/form"] button');
  };
  /** Opens the link of the mail of a kind to an address. */
  const openMail = async (page: Page, kind: string, address: string, begins: string): Promise<void> => {
    const letter = (await mails(served.product.deps, kind)).find((mail) => mail.to_address === address);
    await page.goto(served.baseUrl + linkIn(letter!.text, begins));
  };
  const followMail = async (page: Page, kind: string, begins: string): Promise<void> => {
    await openMail(page, kind, applicant.email, begins);
    await look(page);
    await press(page, 'main form button');
  };
  const addPaper = async (page: Page): Promise<void> => {
    await page.locator('input[type=file]').setInputFiles(paper);
    await press(page, 'button[name=do][value=add]');
    expect(await page.locator('.app-form .app-rows a').allTextContents()).toEqual(['carta.pdf']);
  };

  it('goes from eligibility to the receipt with a file, and on to its status, each page fit to read', async () => {
    const page = await aPhone();
    await eligible(page);
    for (const [key, fields] of answers('es')) {
      expect(addressOf(page)).toBe(`/apply/${key}`);
      await look(page);
      if (key === 'references') {
        await addPaper(page);
        await look(page);
      }
      const given =
        key === 'collaboratives'
          ? { choice_1: await firstChoice(page) }
          : { ...fields, ...(key === 'school' ? { school: 'Castelar Street' } : {}) };
      await answerPage(page, given);
      await press(page, `form[action="/apply/${key}"] .app-actions button`);
      if (key === 'email') {
        await followMail(page, 'application.continue', '/apply/resume/');
        await page.goto(`${served.baseUrl}/apply/age`);
      }
    }
    expect(addressOf(page)).toBe('/apply/check');
    await look(page);
    await press(page, 'form[action="/apply/submission"] button');
    expect(addressOf(page)).toMatch(/\/confirmation$/);
    await look(page);
    const reference = addressOf(page).split('/')[2] ?? '';
    await followMail(page, 'application.received', `/applications/${reference}/open/`);
    expect(addressOf(page)).toBe(`/applications/${reference}`);
    await look(page);
    expect([await page.locator('.app-next h2').textContent(), await page.locator('main').textContent()]).toEqual([
      'Recibida',
      expect.stringContaining('carta.pdf'),
    ]);
    await page.context().close();
    expect(faults).toEqual([]);
  });

  it('adds a file and takes it out where scripts are off', async () => {
    const page = await aPhone(false);
    await page.goto(`${served.baseUrl}/apply/email?cycle=2027-spring`);
    const email = `otra.${applicant.email}`;
    await answerPage(page, { email });
    await press(page, 'form[action="/apply/email"] button');
    await openMail(page, 'application.continue', email, '/apply/resume/');
    await press(page, 'main form button');
    await page.goto(`${served.baseUrl}/apply/references`);
    await addPaper(page);
    await press(page, 'button[name=do][value^="remove:"]');
    expect([addressOf(page), await page.locator('.app-form .app-rows a').count()]).toEqual(['/apply/references', 0]);
    await page.context().close();
  });
});

const firstChoice = async (page: Page): Promise<string> => (await page.locator('#choice_1 option').nth(1).getAttribute('value')) ?? '';

async function answer(page: Page, name: string, value: string): Promise<void> {
  const box = page.locator(`[type=radio][name="${name}"][value="${value}"], [type=checkbox][name="${name}"][value="${value}"]`);
  const select = page.locator(`select[name="${name}"]`);
  if ((await select.count()) > 0) await select.selectOption(value);
  else if ((await box.count()) === 0) await page.locator(`[name="${name}"]`).fill(value);
  else if (!(await box.isChecked())) await page.locator(`label[for="${(await box.getAttribute('id')) ?? ''}"]`).click();
}
