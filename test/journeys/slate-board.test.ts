import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { insertRole, loadActor, type Person } from '../../src/features/accounts';
import { findTargets, saveTargets } from '../../src/features/composition';
import { makeWhatIf } from '../../src/features/selection';
import { describeInChromium } from '../support/chromium';
import { signedInAs } from '../support/browser';
import { aScene, aSeatOnOffer, anApplicant, candidacyOf, scored, type Scene } from '../support/selection-scene';
import { chromiumHouse, type ChromiumHouse } from './story/chromium-person';
import { serveProduct, type Served } from './story/served';

jest.setTimeout(180_000);

const base = '/staff/cycles/2027-spring/central';
const names = [
  'Ana Alejandra Fernández-Montemayor',
  'Bo Second',
  'Cy Third',
  'Di Fourth',
  'Ed Fifth',
  'María de los Ángeles Villavicencio Etxeberria',
];

describeInChromium('the slate board and the approval in Chromium', (executablePath) => {
  let served: Served;
  let house: ChromiumHouse;
  let scene: Scene;
  const ids: string[] = [];

  beforeAll(async () => {
    served = await serveProduct();
    const { deps, clock } = served.product;
    clock.moveTo('2026-11-21T20:00:00.000Z');
    scene = await aScene(deps);
    await aSeatOnOffer(deps, scene.cycle, scene.central, { code: 'C-F2' });
    for (const [at, name] of names.entries()) {
      const application = await anApplicant(deps, scene.cycle, { name, to: [scene.central], locale: at % 2 === 0 ? 'es' : 'en' });
      const { id } = await candidacyOf(deps, application, scene.central);
      await scored(deps, scene.cycle, { candidacyId: id, reviewers: scene.reviewers, score: Math.max(0, 4 - Math.floor(at / 2)) });
      ids.push(id);
    }
    const set = await findTargets(deps.db, { cycleId: scene.cycle.id, collaborativeId: scene.central.id });
    await saveTargets(deps, { ...set, targets: [{ dimension: 'language', group: 'es', atLeast: 1, atMost: null }] });
    const staff = (await loadActor(deps.db, scene.staff.id, '2026-11-21'))!;
    for (const name of ['Trial', 'A second trial with a long name'])
      await makeWhatIf(deps, staff, { code: '2027-spring', slug: 'central' }, { name, beginning: 'within_targets', alternates: 3 });
    await insertRole(deps, { personId: scene.approver.id, role: 'approver', collaborativeId: scene.south.id });
    house = await chromiumHouse({ executablePath, baseUrl: served.baseUrl });
  });
  afterAll(async () => {
    await house.close();
    await served.close();
  });

  async function pageAs(browser: Browser, person: Person, { width, lang }: { width: number; lang: string }): Promise<Page> {
    const context = await browser.newContext({ viewport: { width, height: width > 1000 ? 1600 : 780 }, locale: lang });
    const sid = (await signedInAs(served.product, person.id)).cookie('sid') ?? '';
    await context.addCookies([{ name: 'sid', value: sid, url: served.baseUrl }]);
    return context.newPage();
  }

  /** Faults that axe finds, and whether the page scrolls sideways. */
  async function faultsOf(page: Page): Promise<unknown[]> {
    const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze();
    const isWide = await page.evaluate('document.scrollingElement.scrollWidth > window.innerWidth');
    return [...violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]), ...(isWide === true ? ['sideways'] : [])];
  }

  const order = () => served.product.db('slate_entries').whereNotNull('alternate_place').orderBy('alternate_place').pluck('candidacy_id');
  const focused = (page: Page) => page.evaluate<string>('document.activeElement.id');

  it('places by dragging and by buttons alike, says the new place and gives the focus back', async () => {
    const page = await pageAs(house.browser, scene.staff, { width: 1200, lang: 'en' });
    await page.goto(`${served.baseUrl}${base}/slate`);
    const row = (at: number) => page.locator(`.app-ranking [data-drag="${ids[at]}"]`);
    await row(0).dragTo(page.locator('.app-places > li').first());
    await page.waitForURL(/#on-/);
    expect(await page.locator('[role="status"]').first().innerText()).toContain(`${names[0]} is now in seat`);
    expect(await focused(page)).toBe(`on-${ids[0]}`);
    for (const at of [1, 2, 3, 4]) {
      await page.locator(`button[name="place"][value="${ids[at]}:alternate"]`).click();
      await page.waitForURL(new RegExp(`#on-${ids[at]}`));
    }
    const grip = { sourcePosition: { x: 420, y: 24 }, targetPosition: { x: 420, y: 24 } };
    await page.locator(`#up-${ids[4]}`).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(new RegExp(`#up-${ids[4]}`));
    expect([await order(), await focused(page)]).toEqual([[ids[1], ids[2], ids[4], ids[3]], `up-${ids[4]}`]);
    const second = await pageAs(house.browser, scene.staff, { width: 1200, lang: 'en' });
    await second.goto(`${served.baseUrl}${base}/slate`);
    await second.locator(`ol [data-drag="${ids[3]}"]`).dragTo(second.locator(`ol [data-drag="${ids[1]}"]`), grip);
    await second.waitForURL(new RegExp(`#on-${ids[3]}`), { timeout: 10_000 });
    await second.context().close();
    await page.goto(`${served.baseUrl}${base}/slate`);
    await page.locator(`#to-${ids[1]}`).selectOption('4');
    await page.locator(`button[value="${ids[1]}:to"]`).click();
    await page.waitForURL(new RegExp(`#on-${ids[1]}`));
    expect(await order()).toEqual([ids[3], ids[2], ids[4], ids[1]]);
    await page.context().close();
  });

  it.each([
    ['en', 1200],
    ['en', 360],
    ['es', 1200],
    ['es', 360],
  ] as const)('has no fault of access in %s at %i px, on the board and the pages around it', async (lang, width) => {
    const page = await pageAs(house.browser, scene.staff, { width, lang });
    const whatIfs: string[] = await served.product.db('what_ifs').pluck('id');
    const around = ['slate', 'slate/choices', `slate/candidacies/${ids[4]}`, 'what-ifs', `what-ifs/${whatIfs[0]}`, 'targets', 'lots'];
    const compared = `what-ifs/comparison?with=slate&with=${whatIfs.join('&with=')}`;
    for (const address of [...around, compared]) {
      await page.goto(`${served.baseUrl}${base}/${address}${address.includes('?') ? '&' : '?'}lang=${lang}`);
      expect([address, await faultsOf(page)]).toEqual([address, []]);
    }
    await page.context().close();
  });

  it('is decided by the approver on a phone in under a minute, in either language', async () => {
    const staff = await pageAs(house.browser, scene.staff, { width: 1200, lang: 'en' });
    await staff.goto(`${served.baseUrl}${base}/slate/candidacies/${ids[5]}`);
    await staff.locator('label', { hasText: 'C-F2' }).click();
    await staff.locator('label', { hasText: 'A voice not yet at the table' }).click();
    await staff.locator('main form button[type="submit"]').first().click();
    await staff.waitForURL(/\/slate#on-/);
    for (const at of [1, 2, 3, 4]) {
      await staff.locator(`button[form="remove"][value="${ids[at]}"]`).click();
      await staff.waitForURL(new RegExp(`#rank-${ids[at]}`));
    }
    await staff.locator(`form[action$="/sending"] button`).click();
    await staff.waitForLoadState();
    const [slate] = await served.product.db('slates').pluck('id');
    for (const lang of ['en', 'es']) {
      const page = await pageAs(house.browser, scene.approver, { width: 360, lang });
      await page.goto(`${served.baseUrl}/approvals/${slate}?lang=${lang}`);
      expect([lang, await faultsOf(page)]).toEqual([lang, []]);
      await page.context().close();
    }
    await served.product.db('people').where({ id: scene.approver.id }).update({ locale: 'es' });
    const phone = await pageAs(house.browser, scene.approver, { width: 360, lang: 'es' });
    const begun = performance.now();
    await phone.goto(`${served.baseUrl}/approvals`);
    await phone.locator(`a[href^="/approvals/${slate}"]`).click();
    const text = await phone.locator('main').innerText();
    for (const said of ['Lugares ocupados', names[0]!, names[5]!, 'Una voz que aún no está en la mesa', 'Fuera de orden'])
      expect(text).toContain(said);
    await phone.locator('a[href="#decide"]').click();
    await phone.locator('#decide button').click();
    await phone.waitForLoadState();
    expect(performance.now() - begun).toBeLessThan(60_000);
    expect([await served.product.db('slates').pluck('status'), await faultsOf(phone)]).toEqual([['approved'], []]);
    await phone.context().close();
    await staff.context().close();
  });
});
