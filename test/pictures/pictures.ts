import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { start } from '../bench/measure';
import { chromiumPath } from '../support/chromium-path.cjs';

/** The README's pictures: what is shown, to whom, in which language and on which width. */
interface Picture {
  readonly name: string;
  readonly address: string;
  readonly language: 'en-US' | 'es-US';
  readonly width: number;
  readonly height: number;
  readonly person?: string;
  /** Follows the first link whose address matches, after opening `address`. */
  readonly then?: RegExp;
}

const phone = { width: 390, height: 780 };
const desk = { width: 1200, height: 820 };

const pictures: readonly Picture[] = [
  { name: 'home-en', address: '/', language: 'en-US', ...desk },
  { name: 'apply-es', address: '/apply', language: 'es-US', ...phone },
  { name: 'find-es', address: '/find?q=90012', language: 'es-US', ...phone },
  { name: 'agenda-es', address: '/central/agenda/current', language: 'es-US', ...phone },
  {
    name: 'applications-en',
    address: '/staff',
    then: /renewal\/central\/applications$/,
    language: 'en-US',
    person: 'staff-central',
    ...desk,
  },
  { name: 'review-en', address: '/reviews', then: /^\/reviews\/[a-z0-9]{26}$/, language: 'en-US', person: 'reviewer-central-2', ...desk },
  { name: 'slate-en', address: '/staff', then: /renewal\/central\/slate$/, language: 'en-US', person: 'staff-central', ...desk },
  { name: 'cycle-en', address: '/staff', then: /cycles\/2027-renewal$/, language: 'en-US', person: 'staff-central', ...desk },
  { name: 'me-es', address: '/me?lang=es', language: 'es-US', person: 'member-central', ...phone },
  { name: 'advice-en', address: '/central/advice', then: /^\/advice\/[a-z0-9]{26}$/, language: 'en-US', ...desk },
  { name: 'notice-en', address: '/central/agenda/current', then: /\/notice$/, language: 'en-US', ...desk },
];

async function take(browser: Browser, base: string, picture: Picture): Promise<void> {
  const context = await browser.newContext({ viewport: { width: picture.width, height: picture.height }, locale: picture.language });
  const page = await context.newPage();
  if (picture.person !== undefined) {
    await page.goto(`${base}/demo`);
    await page.click(`[data-person="${picture.person}"]`);
  }
  await page.goto(base + picture.address);
  if (picture.then !== undefined) {
    const addresses: string[] = [];
    for (const link of await page.locator('main a[href]').all()) addresses.push((await link.getAttribute('href')) ?? '');
    const next = addresses.find((address) => picture.then?.test(address));
    if (next === undefined) throw new Error(`${picture.address} has no link for ${picture.name}`);
    await page.goto(base + next);
  }
  await page.screenshot({ path: join(__dirname, `${picture.name}.png`) });
  await context.close();
  process.stdout.write(`${picture.name}.png\n`);
}

async function main(): Promise<void> {
  const executablePath = chromiumPath();
  if (executablePath === undefined) throw new Error('needs Chromium: install it, or set CHROMIUM_PATH');
  const folder = mkdtempSync(join(tmpdir(), 'pictures-'));
  const demo = await start(process.execPath, [join(__dirname, '../../dist/src/demo.js')], { PORT: '0', DATA_FOLDER: folder });
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    for (const picture of pictures) await take(browser, demo.url, picture);
  } finally {
    await browser.close();
    demo.process.kill('SIGTERM');
    rmSync(folder, { recursive: true, force: true });
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
});
