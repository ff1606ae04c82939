import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import type { Person } from '../../src/features/accounts';
import { beginMemberships, endMemberships, listMembers, listSeats, moveLeaves } from '../../src/features/membership';
import { signedInAs } from '../support/browser';
import { aCollaborative, aMembership, aSeat, someone, staffOf } from '../support/builders/seat';
import { describeInChromium } from '../support/chromium';
import { chromiumHouse, type ChromiumHouse } from './story/chromium-person';
import { serveProduct, type Served } from './story/served';

jest.setTimeout(180_000);

describeInChromium('the life of a membership in Chromium', (executablePath) => {
  let served: Served;
  let house: ChromiumHouse;
  let central: string;
  let staff: Person;
  let ana: Person;
  let held: { readonly id: string; readonly seatId: string };

  beforeAll(async () => {
    served = await serveProduct();
    const { deps, clock } = served.product;
    clock.moveTo('2026-11-21T20:00:00.000Z');
    central = (await aCollaborative(deps)).id;
    staff = await staffOf(deps, central);
    ana = await someone(deps, 'Ana Alejandra Fernández-Montemayor', { email: 'ana@example.org' });
    held = await aMembership(deps, (await aSeat(deps, central)).id, ana.id);
    const over = { termStartsOn: '2024-11-01', termEndsOn: '2026-10-31', startedOn: '2024-11-01', status: 'holdover' } as const;
    const bo = await someone(deps, 'Bo Holdover');
    await aMembership(deps, (await aSeat(deps, central, { code: 'FAM-2' })).id, bo.id, over);
    await aSeat(deps, central, { code: 'COM-1', constituency: 'community', requirements: { en: 'Lives nearby', es: 'Vive cerca' } });
    house = await chromiumHouse({ executablePath, baseUrl: served.baseUrl });
  });
  afterAll(async () => {
    await house.close();
    await served.close();
  });

  async function pageAs(person: Person, width: number): Promise<Page> {
    const context = await house.browser.newContext({ viewport: { width, height: width > 1000 ? 1600 : 780 } });
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

  const flash = (page: Page) => page.locator('.app-flash').innerText();
  const send = (page: Page, action: string) => page.locator(`main form[action$="${action}"] button`).last().click();
  const seatsOn = async (date: string) =>
    (await listSeats(served.product.db, central, date)).map(({ code, status }) => `${code} ${status}`).sort();
  const rosterOn = async (date: string) =>
    (await listMembers(served.product.db, central, date)).map(({ seatCode, status }) => `${seatCode} ${status}`);

  /** The worker on a day. */
  async function dawn(date: string): Promise<void> {
    const { clock, deps } = served.product;
    clock.moveTo(`${date}T20:00:00.000Z`);
    await moveLeaves(deps);
    await endMemberships(deps);
    await beginMemberships(deps, () => Promise.resolve([]));
  }

  it('goes from leave to a move, a second thought and a resignation, and the roster follows on each day', async () => {
    let staffPage = await pageAs(staff, 1200);
    const there = `${served.baseUrl}/staff/memberships/${held.id}`;
    await staffPage.goto(`${there}/leave`);
    await staffPage.locator('#starts_on').fill('2026-12-01');
    await staffPage.locator('#ends_on').fill('2026-12-05');
    await staffPage.locator('#reason').fill('A private matter');
    await send(staffPage, '/leave');
    expect(await flash(staffPage)).not.toBe('');
    await dawn('2026-12-01');
    expect(await rosterOn('2026-12-01')).toEqual(['FAM-1 on_leave', 'FAM-2 holdover']);
    await dawn('2026-12-06');
    expect(await rosterOn('2026-12-06')).toEqual(['FAM-1 active', 'FAM-2 holdover']);

    // Days lie between: staff sign in again.
    await staffPage.context().close();
    staffPage = await pageAs(staff, 1200);
    await staffPage.goto(`${there}/move`);
    await staffPage.locator('#seat').selectOption({ label: 'COM-1 · Community members' });
    await staffPage.locator('#on').fill('2026-12-10');
    await send(staffPage, '/move');
    await staffPage.waitForURL(/\/staff\/memberships\/(?!.*move)/);
    expect(await seatsOn('2026-12-06')).toEqual(['COM-1 held', 'FAM-1 filled', 'FAM-2 holdover']);
    await staffPage.goto(there);
    await send(staffPage, '/ending/taken-back');
    await staffPage.waitForLoadState();
    await dawn('2026-12-10');
    expect(await rosterOn('2026-12-10')).toEqual(['FAM-1 active', 'FAM-2 holdover']);

    const phone = await pageAs(ana, 360);
    await phone.goto(`${served.baseUrl}/me/resignation`);
    await phone.locator('main li a').click();
    await phone.locator('#last_day').fill('2026-12-20');
    await phone.locator('#words').fill('We are moving');
    await phone.locator('label[for^="sure"]').click();
    await send(phone, '/resignation');
    await phone.waitForURL(/\/me$/);
    expect(await flash(phone)).toContain('Your last day is December 20, 2026.');
    await dawn('2026-12-20');
    expect(await rosterOn('2026-12-20')).toEqual(['FAM-1 active', 'FAM-2 holdover']);
    await dawn('2026-12-21');
    expect([await rosterOn('2026-12-21'), await seatsOn('2026-12-21')]).toEqual([
      ['FAM-2 holdover'],
      ['COM-1 vacant', 'FAM-1 vacant', 'FAM-2 holdover'],
    ]);
    expect(await rosterOn('2026-12-03')).toEqual(['FAM-1 on_leave', 'FAM-2 holdover']);
    await staffPage.context().close();
    await phone.context().close();
  });

  it.each([
    ['en', 1200],
    ['en', 360],
    ['es', 1200],
    ['es', 360],
  ] as const)('has no fault of access in %s at %i px', async (lang, width) => {
    const now = await aMembership(
      served.product.deps,
      (await aSeat(served.product.deps, central, { code: `X-${lang}-${width}` })).id,
      ana.id,
    );
    const page = await pageAs(staff, width);
    const one = `staff/memberships/${now.id}`;
    const plan = ['staff/central/seats', 'staff/central/seat-plan', 'staff/central/seat-plan/new', `staff/seats/${held.seatId}`];
    for (const address of [...plan, one, `${one}/leave`, `${one}/next-term`, `${one}/move`, `staff/memberships/${held.id}`]) {
      await page.goto(`${served.baseUrl}/${address}?lang=${lang}`);
      expect([address, await faultsOf(page)]).toEqual([address, []]);
    }
    await page.context().close();
    const member = await pageAs(ana, width);
    for (const address of ['me/resignation', `me/seats/${now.id}/resignation`]) {
      await member.goto(`${served.baseUrl}/${address}?lang=${lang}`);
      expect([address, await faultsOf(member)]).toEqual([address, []]);
    }
    await member.context().close();
  });
});
