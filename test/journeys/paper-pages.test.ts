import AxeBuilder from '@axe-core/playwright';
import { aSeatOnOffer } from '../support/selection-scene';
import { aPersonAs } from '../support/builders/person';
import { aTown, type Town } from '../support/builders/application';
import { signedInAs } from '../support/browser';
import { describeInChromium } from '../support/chromium';
import { printLetters } from '../../src/features/outreach/letter.actions';
import { actorOf } from '../support/district/people';
import { aPaperLetter } from '../support/letter-scene';
import { chromiumHouse, type ChromiumHouse } from './story/chromium-person';
import { serveProduct, type Served } from './story/served';

jest.setTimeout(120_000);

/** How many pages a PDF has, by the marks of its page objects. */
const pagesOf = (pdf: Buffer): number => [...pdf.toString('latin1').matchAll(/\/Type\s*\/Page\b(?!s)/g)].length;

describeInChromium('what is made to be printed', (executablePath) => {
  let served: Served;
  let house: ChromiumHouse;
  let town: Town;
  let sid: string;
  let run: string;

  beforeAll(async () => {
    served = await serveProduct();
    const { deps } = served.product;
    town = await aTown(deps);
    for (const constituency of ['students', 'community', 'organizations', 'philanthropy', 'business', 'at_large'] as const)
      await aSeatOnOffer(deps, town.cycle, town.central, { code: `C-${constituency}`, constituency });
    const staff = await aPersonAs(deps, { role: 'staff', collaborativeId: town.central.id }, { name: 'Stella Staff' });
    const letters = [];
    for (const [name, locale] of [
      ['Ana Mail', 'en'],
      ['Rosa Sin Correo', 'es'],
    ] as const)
      letters.push(await aPaperLetter(deps, town.central, { name, locale }));
    run = (await printLetters(deps, await actorOf(deps, staff.id), town.central.id, letters)) ?? '';
    await aPaperLetter(deps, town.central, { name: 'Bo Waits' });
    await aPaperLetter(deps, town.central, { name: 'Cy Waits' });
    sid = (await signedInAs(served.product, staff.id)).cookie('sid') ?? '';
    house = await chromiumHouse({ executablePath, baseUrl: served.baseUrl });
  });
  afterAll(async () => {
    await house.close();
    await served.close();
  });

  async function printed(address: string): Promise<number> {
    const context = await house.browser.newContext();
    await context.addCookies([{ name: 'sid', value: sid, url: served.baseUrl }]);
    const page = await context.newPage();
    await page.goto(served.baseUrl + address);
    const pdf = await page.pdf({ format: 'Letter' });
    await context.close();
    return pagesOf(pdf);
  }

  it.each([
    ['/central/flyer?lang=en', 1],
    ['/central/flyer?lang=es', 1],
    ['/central/flyer/both', 2],
  ])('%s, with seats open in every constituency, fits its sheet: %i', async (address, sheets) => {
    expect(await printed(address)).toBe(sheets);
  });

  it('letters of one run stand each on a page of its own', async () => {
    expect(await printed(`/staff/central/letters/runs/${run}`)).toBe(2);
  });

  it.each([
    '/staff/central/letters',
    '/staff/cycles/2027-spring/central/calls',
    '/staff/cycles/2027-spring/central/callers',
    '/staff/cycles/2027-spring/central/applications/new',
    '/central/flyer',
    '/central/flyer/both',
    '/central/share',
    '/central/join',
    '/central/invitation',
  ])('%s reads well with any aid, in both languages, on a phone and at a desk', async (address) => {
    for (const lang of ['en', 'es'])
      for (const width of [320, 1200]) {
        const context = await house.browser.newContext({ viewport: { width, height: 800 } });
        if (address.startsWith('/staff')) await context.addCookies([{ name: 'sid', value: sid, url: served.baseUrl }]);
        const page = await context.newPage();
        await page.goto(`${served.baseUrl}${address}?lang=${lang}`);
        const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze();
        expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
        expect(await page.evaluate('document.scrollingElement.scrollWidth > window.innerWidth')).toBe(false);
        await context.close();
      }
  });
});
