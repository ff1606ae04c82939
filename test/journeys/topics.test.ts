import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { loadSessionActor, type Person } from '../../src/features/accounts';
import { getCollaborativeBySlug } from '../../src/features/collaboratives';
import { addDevice } from '../../src/features/room/device.actions';
import { visitor } from '../../src/lib/actor';
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

  it('shows recordings with their captions, and what lacks Spanish, on a phone', async () => {
    const meeting = `${served.baseUrl}/meetings/meeting-1`;
    const queue = `${served.baseUrl}/staff/central/translations`;
    await served.product
      .db('meetings')
      .where({ id: 'meeting-1' })
      .update({ title: JSON.stringify({ en: 'Meeting on school transportation' }) });
    const page = await phone();
    await page.goto(`${meeting}/recordings`);
    await page.locator('#url').fill('https://grabaciones-de-las-reuniones.distrito-escolar.example.org/2026-12-03');
    await page.locator('#captions-none + label').click();
    await page.locator('section[aria-labelledby=form] button').click();
    const one = await page.locator('.app-rows .app-cluster a').last().getAttribute('href');
    await page.goto(queue);
    await page.locator('main form button').click();
    expect(await faultsOf(page)).toEqual([]);
    await page.locator('#texts + label').click();
    await page.locator('#owner').selectOption({ label: chair.name });
    await page.locator('main form button').click();
    for (const address of [meeting, `${served.baseUrl}${one ?? ''}`, queue]) {
      await page.goto(`${address}?lang=es`);
      expect([address, await faultsOf(page)]).toEqual([address, []]);
    }
    expect(await page.locator('main').innerText()).toContain(chair.name);
  });

  it('loses and doubles nobody at the door, with two desks and one of them on a line that drops every third request', async () => {
    const { deps, clock, db } = served.product;
    clock.moveTo('2026-11-21T20:00:00.000Z');
    const central = await getCollaborativeBySlug(db, 'central');
    for (const [index, name] of ['Bo', 'Cy', 'Di', 'Eli'].entries())
      await aMember(deps, central, { seat: `C-${index + 2}`, name, email: `${name}@example.org`.toLowerCase() });
    await aStoredMeeting(deps, central, { id: 'room', status: 'in_session', startsAt: clock.now(), inSessionAt: clock.now() });
    const presiding = await loadSessionActor(deps, chair.id, clock.now(), []);
    const addressOf = async (kind: 'desk' | 'projector' | 'chair') =>
      `${served.baseUrl}/room/${await addDevice(deps, presiding ?? visitor('en'), { meetingId: 'room', kind })}`;
    const desk = await addressOf('desk');
    const device = { viewport: { width: 360, height: 780 }, locale: 'es-US' };
    const open = async () => (await house.browser.newContext(device)).newPage();
    const [good, bad] = [await open(), await open()];
    for (const page of [good, bad]) await page.goto(desk);
    expect(await faultsOf(bad)).toEqual([]);
    let asked = 0;
    await bad.route(`${desk}**`, async (route) => {
      asked += 1;
      if (asked % 3 !== 1) return route.continue();
      // Half of what is lost was heard by the server all the same.
      if (asked % 2 === 0) await route.fetch({ maxRedirects: 0 });
      return route.abort();
    });
    const [, lost] = await Promise.all([tapUntilNoted(good, 'Bo'), tapUntilNoted(bad, 'Bo')]);
    await tapUntilNoted(good, 'Cy');
    const unsaved = lost + (await tapUntilNoted(bad, 'Di')) + (await tapUntilNoted(bad, 'Eli')) + (await tapUntilNoted(bad, 'Cy'));
    const noted = await db('check_ins').where({ meeting_id: 'room' });
    expect([noted.length, unsaved > 0]).toEqual([4, true]);
    expect(await db('events').where({ action: 'inSession.checkedIn' }).pluck('id')).toHaveLength(4);
    for (const kind of ['projector', 'chair'] as const) {
      await good.goto(await addressOf(kind));
      expect(await faultsOf(good)).toEqual([]);
    }
  });

  it('takes no choice and no word from the secretary when the line is lost, says so, and notes once what is sent again', async () => {
    const { db } = served.product;
    const page = await phone();
    await page.goto(`${served.baseUrl}/meetings/room/session/roll-call`);
    const form = page.locator('form[action$="/roll-call"]');
    for (const choice of await form.locator('select').all()) await choice.selectOption('present');
    let isHeard = false;
    await page.route('**/roll-call', async (route) => {
      if (route.request().method() === 'GET') return route.continue();
      if (isHeard) await route.fetch({ maxRedirects: 0 });
      return route.abort();
    });
    const send = () => form.locator('button').click();
    await send();
    await form.getByText('No answer came.').waitFor();
    expect([await faultsOf(page), await db('attendance')]).toEqual([[], []]);
    isHeard = true;
    await send();
    await form.getByText('No answer came.').waitFor();
    await page.unroute('**/roll-call');
    await send();
    await page.getByText('Nothing of yours was saved.').waitFor();
    expect(await db('attendance').where({ status: 'present', version: 1 }).pluck('id')).toHaveLength(5);
    await page.goto(`${served.baseUrl}/meetings/room/session/roll-call`);
    await form.locator('select').first().selectOption('absent');
    await send();
    await page.getByText('The roll call is saved.').waitFor();
    expect(page.url()).toBe(`${served.baseUrl}/meetings/room/session`);
  });

  /** Taps for a member until the desk says that they are there; answers how often it said that the tap may be lost. */
  async function tapUntilNoted(page: Page, name: string): Promise<number> {
    const row = page.locator('.app-rows > li', { hasText: name });
    for (let unsaved = 0; ; unsaved += 1) {
      if ((await row.locator('button').count()) === 0) return unsaved;
      await row.locator('button').click();
      await row.locator('button:not([disabled])').or(row.getByText('Llegada:')).first().waitFor();
      if ((await row.locator('button').count()) > 0)
        expect(await row.locator('[data-tap-status]').textContent()).toContain('Toque de nuevo');
    }
  }
});
