import AxeBuilder from '@axe-core/playwright';
import type { BrowserContext, Page } from 'playwright-core';
import { insertRole } from '../../src/features/accounts/role.queries';
import type { Person } from '../../src/features/accounts';
import { beginPlan, planOf } from '../../src/features/onboarding';
import { createPendingMembership } from '../../src/features/membership';
import { signedInAs } from '../support/browser';
import { aCollaborative, aMembership, aSeat, someone, staffOf } from '../support/builders/seat';
import { describeInChromium } from '../support/chromium';
import { chromiumHouse, type ChromiumHouse } from './story/chromium-person';
import { serveProduct, type Served } from './story/served';

jest.setTimeout(180_000);

const header = 'collaborative,seat,constituency,votes,name,term_starts,term_ends,email,office';
const row = (seat: string, cells: string): string => `central,${seat},families,yes,${cells}`;

describeInChromium('members, files, data and people in Chromium', (executablePath) => {
  let served: Served;
  let house: ChromiumHouse;
  let who: Readonly<Record<'admin' | 'staff' | 'ana' | 'bo', Person>>;
  let plan: string;

  beforeAll(async () => {
    served = await serveProduct();
    const { deps, clock, db } = served.product;
    clock.moveTo('2026-11-21T20:00:00.000Z');
    const central = (await aCollaborative(deps)).id;
    const ana = await someone(deps, 'Ana Alejandra Fernández-Montemayor', { email: 'ana@example.org', phone: '213 555 0100' });
    const bo = await someone(deps, 'Bo Lee', { email: 'bo@example.org' });
    const admin = await someone(deps, 'Ada Admin');
    await insertRole(deps, { personId: admin.id, role: 'administrator' });
    who = { admin, ana, bo, staff: await staffOf(deps, central) };
    await aMembership(deps, (await aSeat(deps, central)).id, ana.id);
    await aMembership(deps, (await aSeat(deps, central, { code: 'FAM-2' })).id, bo.id);
    const waits = await aSeat(deps, central, { code: 'FAM-3' });
    const newcomer = await someone(deps, 'Noemí Newcomer', { locale: 'es' });
    const term = { termStartsOn: '2027-01-01', termEndsOn: '2028-12-31' };
    const pending = await createPendingMembership(deps, 'system', { seatId: waits.id, personId: newcomer.id, candidacyId: null, ...term });
    await beginPlan(deps, 'system', pending);
    plan = (await planOf(db, pending.id))?.id ?? '';
    house = await chromiumHouse({ executablePath, baseUrl: served.baseUrl });
  });
  afterAll(async () => {
    await house.close();
    await served.close();
  });

  async function contextOf(person: Person, width: number, javaScriptEnabled = true): Promise<BrowserContext> {
    const context = await house.browser.newContext({ viewport: { width, height: width > 1000 ? 1600 : 780 }, javaScriptEnabled });
    const sid = (await signedInAs(served.product, person.id)).cookie('sid') ?? '';
    await context.addCookies([{ name: 'sid', value: sid, url: served.baseUrl }]);
    return context;
  }

  const open = (page: Page, address: string) => page.goto(served.baseUrl + address);
  const press = (page: Page, action: string) => page.locator(`main form[action$="${action}"] button`).last().click();
  const flash = (page: Page) => page.locator('.app-flash').innerText();

  /** Faults that axe finds, and whether the page scrolls sideways. */
  async function faultsOf(page: Page): Promise<unknown[]> {
    const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze();
    const isWide = await page.evaluate('document.scrollingElement.scrollWidth > window.innerWidth');
    return [...violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]), ...(isWide === true ? ['sideways'] : [])];
  }

  it('lets two members find and write to each other without JavaScript', async () => {
    for (const person of [who.ana, who.bo]) {
      const context = await contextOf(person, 360, false);
      const page = await context.newPage();
      await open(page, '/me/directory/central');
      await page.locator('label[for^="listed"]').first().click();
      await page.locator('main form button').last().click();
      expect(await flash(page)).not.toBe('');
      await context.close();
    }
    const context = await contextOf(who.ana, 360, false);
    const page = await context.newPage();
    await open(page, '/me/directory/central');
    await page.locator('main li', { hasText: 'Bo Lee' }).locator('a[href*="/messages/"]').click();
    await page.locator('textarea').fill('¿Llevas las fotos del cruce?');
    await page.locator('label[for^="understood"]').first().click();
    await page.locator('main form button').last().click();
    expect(await flash(page)).not.toBe('');
    const [message] = await served.product.db('member_messages').pluck('text');
    expect(message).toBe('¿Llevas las fotos del cruce?');
    await context.close();
  });

  it('takes a roster in after a dry run with its row errors and its changes, without JavaScript', async () => {
    const context = await contextOf(who.admin, 360, false);
    const page = await context.newPage();
    const bring = async (...lines: string[]) => {
      await open(page, '/admin/imports/files');
      await page.locator('label[for="kind"]').click();
      await page
        .locator('#file')
        .setInputFiles({ name: 'roster.csv', mimeType: 'text/csv', buffer: Buffer.from([header, ...lines].join('\n')) });
      await page.locator('main form button').last().click();
    };
    const anaSits = `${who.ana.name},2025-07-01`;
    await bring(row('FAM-1', `${anaSits},2027-06-30,ana@example.org,queen`));
    expect(await page.locator('tbody tr').allInnerTexts()).toEqual([expect.stringContaining('“queen” is no office')]);
    await bring(row('FAM-1', `${anaSits},2028-06-30,ana@example.org,chair`));
    expect(await page.locator('tbody tr').count()).toBe(2);
    expect(await faultsOf(await pageWithScript(page.url()))).toEqual([]);
    await page.locator('button[value=take]').click();
    expect(await flash(page)).not.toBe('');
    expect(await served.product.db('memberships').where({ person_id: who.ana.id }).pluck('term_ends_on')).toEqual(['2028-06-30']);
    await context.close();
  });

  async function pageWithScript(url: string): Promise<Page> {
    const page = await (await contextOf(who.admin, 360)).newPage();
    await page.goto(url);
    return page;
  }

  it('lets a member take a copy of their data and ask to be erased, and administrators find the request', async () => {
    const context = await contextOf(who.bo, 360);
    const page = await context.newPage();
    await open(page, '/me/data');
    const [download] = await Promise.all([page.waitForEvent('download'), page.locator('a[href$="/me/export.json"]').click()]);
    expect(download.suggestedFilename()).toContain('.json');
    await press(page, '/me/erasure');
    expect(await flash(page)).not.toBe('');
    await context.close();
    const desk = await (await contextOf(who.admin, 1200)).newPage();
    await open(desk, '/admin/rights');
    expect(await desk.locator('main').innerText()).toContain('Bo Lee');
    await desk.context().close();
  });

  const pagesOf = async (): Promise<readonly (readonly [Person, readonly string[]])[]> => {
    const [request] = await served.product.db('erasure_requests').pluck<string[]>('id');
    const [message] = await served.product.db('member_messages').pluck<string[]>('id');
    const checklists = '/staff/central/onboarding';
    return [
      [who.ana, ['/me/directory/central', `/me/directory/central/messages/${who.bo.id}`, '/me/data', '/me/notices', '/me/access-needs']],
      [who.bo, [`/me/messages/${String(message)}`]],
      [
        who.staff,
        [
          ...['', '/templates', '/templates/families', '/templates/families/preview', '/templates/families/tasks/new'].map(
            (end) => checklists + end,
          ),
          `/staff/onboarding/${plan}`,
          '/staff/central/alternates',
        ],
      ],
      [
        who.admin,
        [
          '/admin/imports/files',
          '/admin/rights',
          `/admin/rights/${String(request)}`,
          '/admin/retention',
          '/admin/people?q=fernandez',
          `/admin/people/${who.ana.id}`,
          `/admin/people/${who.ana.id}/record`,
          `/admin/people/${who.ana.id}/merge/${who.bo.id}`,
          '/staff/central/settings',
          '/staff/central/settings/history',
        ],
      ],
    ];
  };

  it.each([
    [360, 'es'],
    [1200, 'en'],
  ])('is free of faults at %s pixels in %s', async (width, lang) => {
    const faults: unknown[] = [];
    for (const [person, addresses] of await pagesOf()) {
      const context = await contextOf(person, width);
      const page = await context.newPage();
      for (const address of addresses) {
        const answer = await open(page, `${address}${address.includes('?') ? '&' : '?'}lang=${lang}`);
        const found = await faultsOf(page);
        if (answer?.status() !== 200 || found.length > 0) faults.push([address, answer?.status(), found]);
      }
      await context.close();
    }
    expect(faults).toEqual([]);
  });
});
