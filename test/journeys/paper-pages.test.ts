import AxeBuilder from '@axe-core/playwright';
import { aSeatOnOffer } from '../support/selection-scene';
import { aTown, type Town } from '../support/builders/application';
import { describeInChromium } from '../support/chromium';
import { chromiumHouse, type ChromiumHouse } from './story/chromium-person';
import { serveProduct, type Served } from './story/served';

jest.setTimeout(120_000);

/** How many pages a PDF has, by the marks of its page objects. */
const pagesOf = (pdf: Buffer): number => [...pdf.toString('latin1').matchAll(/\/Type\s*\/Page\b(?!s)/g)].length;

describeInChromium('what is made to be printed', (executablePath) => {
  let served: Served;
  let house: ChromiumHouse;
  let town: Town;

  beforeAll(async () => {
    served = await serveProduct();
    const { deps } = served.product;
    town = await aTown(deps);
    for (const constituency of ['students', 'community', 'organizations', 'philanthropy', 'business', 'at_large'] as const)
      await aSeatOnOffer(deps, town.cycle, town.central, { code: `C-${constituency}`, constituency });
    house = await chromiumHouse({ executablePath, baseUrl: served.baseUrl });
  });
  afterAll(async () => {
    await house.close();
    await served.close();
  });

  async function printed(address: string): Promise<number> {
    const page = await house.browser.newPage();
    await page.goto(served.baseUrl + address);
    const pdf = await page.pdf({ format: 'Letter' });
    await page.close();
    return pagesOf(pdf);
  }

  it.each([
    ['/central/flyer?lang=en', 1],
    ['/central/flyer?lang=es', 1],
    ['/central/flyer/both', 2],
  ])('%s, with seats open in every constituency, fits its sheet: %i', async (address, sheets) => {
    expect(await printed(address)).toBe(sheets);
  });

  it.each(['/central/flyer', '/central/flyer/both', '/central/share', '/central/join', '/central/invitation'])(
    '%s reads well with any aid, in both languages, on a phone and at a desk',
    async (address) => {
      for (const lang of ['en', 'es'])
        for (const width of [320, 1200]) {
          const context = await house.browser.newContext({ viewport: { width, height: 800 } });
          const page = await context.newPage();
          await page.goto(`${served.baseUrl}${address}?lang=${lang}`);
          const { violations } = await new AxeBuilder({ page })
            .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
            .analyze();
          expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
          expect(await page.evaluate('document.scrollingElement.scrollWidth > window.innerWidth')).toBe(false);
          await context.close();
        }
    },
  );
});
