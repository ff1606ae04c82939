import AxeBuilder from '@axe-core/playwright';
import { chromium, type Browser, type Page } from 'playwright-core';
import { describeInChromium } from '../support/chromium';
import { signedInAs } from '../support/browser';
import { handedTo } from '../support/review-scene';
import { aScene, anApplicant, type Scene } from '../support/selection-scene';
import { serveProduct, type Served } from './story/served';

jest.setTimeout(60_000);

describeInChromium('a review by keyboard alone', (executablePath) => {
  let served: Served;
  let chrome: Browser;
  let scene: Scene;
  let first: string;
  let second: string;

  beforeAll(async () => {
    served = await serveProduct();
    chrome = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
    scene = await aScene(served.product.deps);
    const [rita] = scene.reviewers;
    for (const name of ['Ana Canario', 'Bo Canario']) {
      const page = await handedTo(
        served.product,
        scene,
        rita!,
        await anApplicant(served.product.deps, scene.cycle, { name, to: [scene.central] }),
      );
      if (name === 'Ana Canario') first = page;
      else second = page;
    }
  });
  afterAll(async () => {
    await chrome.close();
    await served.close();
  });

  const openAs = async (locale: string, width: number): Promise<Page> => {
    const [rita] = scene.reviewers;
    await served.product.db('people').where({ id: rita!.id }).update({ locale });
    const sid = (await signedInAs(served.product, rita!.id)).cookie('sid') ?? '';
    const context = await chrome.newContext({ viewport: { width, height: 800 } });
    await context.addCookies([{ name: 'sid', value: sid, url: served.baseUrl }]);
    return context.newPage();
  };
  const press = async (page: Page, ...keys: readonly string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const focusedName = (page: Page): Promise<string> => page.evaluate<string>('document.activeElement.name ?? ""');

  it.each([
    ['en', 1200],
    ['es', 360],
  ] as const)('passes axe and fits its width in %s at %i px', async (locale, width) => {
    const page = await openAs(locale, width);
    await page.goto(served.baseUrl + first);
    const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    await page.context().close();
  });

  it('scores with digits, moves with arrows, writes, saves by itself, and sends with Ctrl and Enter', async () => {
    const page = await openAs('en', 1200);
    await page.goto(served.baseUrl + first);
    while ((await page.evaluate<string>('document.activeElement.textContent')) !== 'Go to the scores') await press(page, 'Tab');
    await press(page, 'Enter');
    expect(await focusedName(page)).toBe('score-connection');
    await press(page, '3', 'Tab');
    expect(await focusedName(page)).toBe('comment-connection');
    await page.keyboard.type('Clear, 4 of 4 examples');
    await press(
      page,
      'Shift+Tab',
      'ArrowRight',
      '4',
      'ArrowRight',
      '0',
      'ArrowRight',
      '2',
      'ArrowRight',
      '1',
      'ArrowRight',
      '4',
      'ArrowLeft',
    );
    expect(await focusedName(page)).toBe('score-perspective');
    await page.locator('[data-autosave-status]', { hasText: 'Saved at' }).waitFor();
    await press(page, 'ArrowRight', 'Tab', 'Tab', 'Space');
    expect(await focusedName(page)).toBe('recommendation');
    await Promise.all([page.waitForURL(`**${second}`), press(page, 'Control+Enter')]);
    expect(await page.locator('main, [role=status]').allTextContents()).toEqual(
      expect.arrayContaining([expect.stringContaining('You have scored 1 of 2')]),
    );
    const scores = await served.product
      .db('review_scores')
      .where({ review_id: first.slice(9) })
      .orderBy('criterion')
      .select('criterion', 'score', 'comment');
    expect(scores.map(({ criterion, score }) => [criterion, score])).toEqual([
      ['commitment', 4],
      ['connection', 3],
      ['experience', 4],
      ['listening', 2],
      ['perspective', 1],
      ['reasons', 0],
    ]);
    expect(scores.find(({ criterion }) => criterion === 'connection')?.comment).toBe('Clear, 4 of 4 examples');
    await page.context().close();
  });

  it('works by Tab, Space and Enter where scripts are off', async () => {
    const [rita] = scene.reviewers;
    const sid = (await signedInAs(served.product, rita!.id)).cookie('sid') ?? '';
    const context = await chrome.newContext({ javaScriptEnabled: false, viewport: { width: 1200, height: 800 } });
    await context.addCookies([{ name: 'sid', value: sid, url: served.baseUrl }]);
    const page = await context.newPage();
    await page.goto(served.baseUrl + second);
    await page.locator('#score-connection').focus();
    for (let at = 0; at < 6; at += 1) await press(page, 'Space', 'Tab', 'Tab');
    await press(page, 'Space', 'Tab', 'Tab');
    await Promise.all([page.waitForURL('**/reviews'), press(page, 'Enter')]);
    expect(
      await served.product
        .db('reviews')
        .where({ id: second.slice(9) })
        .pluck('status'),
    ).toEqual(['complete']);
    await context.close();
  });
});
