import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import type { Person } from '../../src/features/accounts';
import { signedInAs } from '../support/browser';
import { aCollaborative, aMember, aStoredMeeting } from '../support/builders/meeting';
import { describeInChromium } from '../support/chromium';
import { chromiumHouse, type ChromiumHouse } from './story/chromium-person';
import { serveProduct, type Served } from './story/served';

jest.setTimeout(180_000);

describeInChromium('topics in Chromium', (executablePath) => {
  let served: Served;
  let house: ChromiumHouse;
  let chair: Person;

  beforeAll(async () => {
    served = await serveProduct();
    const { deps, clock } = served.product;
    clock.moveTo('2026-11-21T20:00:00.000Z');
    const central = await aCollaborative(deps);
    chair = await aMember(deps, central, { seat: 'C-1', name: 'Ana Alejandra Fernández-Montemayor', office: 'chair' });
    await aStoredMeeting(deps, central);
    house = await chromiumHouse({ executablePath, baseUrl: served.baseUrl });
  });
  afterAll(async () => {
    await house.close();
    await served.close();
  });

  async function phone(): Promise<Page> {
    const context = await house.browser.newContext({ viewport: { width: 360, height: 780 } });
    const sid = (await signedInAs(served.product, chair.id)).cookie('sid') ?? '';
    await context.addCookies([{ name: 'sid', value: sid, url: served.baseUrl }]);
    return context.newPage();
  }

  /** Faults that axe finds, and whether the page scrolls sideways. */
  async function faultsOf(page: Page): Promise<unknown[]> {
    const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze();
    const isWide = await page.evaluate('document.scrollingElement.scrollWidth > window.innerWidth');
    return [...violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]), ...(isWide === true ? ['sideways'] : [])];
  }

  it('are proposed, decided and told of on a phone in both languages', async () => {
    const page = await phone();
    await page.goto(`${served.baseUrl}/me/topics/central`);
    await page.locator('#title').fill('Sombra en los patios de las escuelas primarias del distrito local');
    await page.locator('#why').fill('Hace mucho calor.');
    await page.locator('#main .app-form button').click();
    await page.goto(`${served.baseUrl}/staff/central/topics`);
    await page.locator('.app-rows a').click();
    const one = page.url();
    for (const lang of ['en', 'es'])
      for (const address of [`${served.baseUrl}/me/topics/central`, `${served.baseUrl}/staff/central/topics`, one]) {
        await page.goto(`${address}?lang=${lang}`);
        expect([address, lang, await faultsOf(page)]).toEqual([address, lang, []]);
      }
    await page.locator('input[value=accept] + label').click();
    await page.locator('#titleEn').fill('Shade in school yards');
    await page.locator('#main .app-form button').click();
    await page.goto(`${served.baseUrl}/me/topics/central?lang=es`);
    expect(await page.locator('.app-rows a').getAttribute('href')).toBe('/meetings/meeting-1');
  });
});
