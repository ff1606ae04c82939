import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import type { Person } from '../../src/features/accounts';
import { insertLeave } from '../../src/features/membership/leave.queries';
import { signedInAs } from '../support/browser';
import { aCollaborative, aMembership, aSeat, someone, staffOf } from '../support/builders/seat';
import { describeInChromium } from '../support/chromium';
import { aPng } from '../support/files';
import { chromiumHouse, type ChromiumHouse } from './story/chromium-person';
import { serveProduct, type Served } from './story/served';

jest.setTimeout(180_000);

describeInChromium('rosters in Chromium', (executablePath) => {
  let served: Served;
  let house: ChromiumHouse;
  let staff: Person;
  let ana: Person;

  beforeAll(async () => {
    served = await serveProduct();
    const { deps, clock } = served.product;
    clock.moveTo('2026-11-21T20:00:00.000Z');
    const central = (await aCollaborative(deps)).id;
    staff = await staffOf(deps, central);
    ana = await someone(deps, 'Ana Alejandra Fernández-Montemayor');
    const { id } = await aMembership(deps, (await aSeat(deps, central)).id, ana.id);
    await insertLeave(deps, { membershipId: id, startsOn: '2026-11-01', endsOn: null, reason: 'private' }, staff.id);
    await aSeat(deps, central, { code: 'COM-1', constituency: 'community' });
    house = await chromiumHouse({ executablePath, baseUrl: served.baseUrl });
  });
  afterAll(async () => {
    await house.close();
    await served.close();
  });

  async function pageAs(person: Person | null, width: number): Promise<Page> {
    const context = await house.browser.newContext({ viewport: { width, height: width > 1000 ? 1600 : 780 } });
    if (person !== null) {
      const sid = (await signedInAs(served.product, person.id)).cookie('sid') ?? '';
      await context.addCookies([{ name: 'sid', value: sid, url: served.baseUrl }]);
    }
    return context.newPage();
  }

  /** Faults that axe finds, and whether the page scrolls sideways. */
  async function faultsOf(page: Page): Promise<unknown[]> {
    const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze();
    const isWide = await page.evaluate('document.scrollingElement.scrollWidth > window.innerWidth');
    return [...violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]), ...(isWide === true ? ['sideways'] : [])];
  }

  it('let a member show a photo and words, and take them down', async () => {
    const page = await pageAs(ana, 360);
    await page.goto(`${served.baseUrl}/me/public-profile`);
    await page.locator('#biography_es').fill('Madre de dos hijos.');
    await page.locator('#file').setInputFiles({ name: 'yo.png', mimeType: 'image/png', buffer: aPng(8, 8) });
    await page.locator('label[for=consent]').click();
    await page.locator('form[enctype] button').last().click();
    expect(await page.locator('.app-flash').innerText()).not.toBe('');
    const visitor = await pageAs(null, 360);
    await visitor.goto(`${served.baseUrl}/central/roster`);
    await visitor.locator('.app-portrait').scrollIntoViewIfNeeded();
    await visitor.waitForFunction(
      "document.querySelector('.app-portrait').naturalWidth > 0 || document.querySelector('.app-portrait').complete",
    );
    expect(await visitor.locator('.app-portrait').count()).toBe(1);
    await visitor.context().close();
    await page.context().close();
  });

  it('are free of faults in both languages, narrow and wide, for everyone, a member and staff', async () => {
    const faults: unknown[] = [];
    for (const width of [360, 1200]) {
      for (const [person, addresses] of [
        [null, ['/central/roster', '/central/roster?on=x', '/central/seats/FAM-1', `/people/${ana.id}/seats`]],
        [ana, ['/me/public-profile']],
        [staff, ['/staff/central/roster', '/central/seats/FAM-1', `/people/${ana.id}/seats`]],
      ] as const) {
        const page = await pageAs(person, width);
        for (const address of addresses) {
          for (const lang of ['en', 'es']) {
            await page.goto(`${served.baseUrl}${address}${address.includes('?') ? '&' : '?'}lang=${lang}`);
            const found = await faultsOf(page);
            if (found.length > 0) faults.push([address, width, lang, found]);
          }
        }
        await page.context().close();
      }
    }
    expect(faults).toEqual([]);
  });

  it('go when the member takes them down', async () => {
    const page = await pageAs(ana, 360);
    await page.goto(`${served.baseUrl}/me/public-profile`);
    await page.locator('form[action$="/removal"] button').click();
    const visitor = await pageAs(null, 360);
    await visitor.goto(`${served.baseUrl}/central/roster`);
    expect(await visitor.locator('.app-portrait').count()).toBe(0);
    await visitor.context().close();
    await page.context().close();
  });
});
