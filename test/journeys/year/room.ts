import * as cheerio from 'cheerio';
import { plusElapsed } from '../../../src/lib/time';
import type { TestProduct } from '../../support/app';
import type { Browser } from '../../support/browser';

/** Calls the roll: so many are there, from the top. */
export async function callRoll(chair: Browser, address: string, present: number): Promise<void> {
  const page = `${address}/roll-call`;
  const names = await fieldsOn(chair, page, 'status_');
  const fields = Object.fromEntries(names.map((name, index) => [name, index < present ? 'present' : 'absent']));
  expectDone(await chair.submit(page, fields, page), 'the roll call');
}

/** Moves what an item proposes and calls the vote by name. */
export async function vote(chair: Browser, item: string, choice: (index: number) => string): Promise<void> {
  const members = cheerio.load((await chair.get(item)).text);
  const [mover = '', seconder = ''] = members('select[name=mover] option')
    .map((_, option) => members(option).attr('value'))
    .get()
    .filter((value) => value !== '');
  expectDone(await chair.submit(item, { motion: 'To do as proposed.', mover, seconder }, `${item}/motion`), 'the motion');
  const page = cheerio.load((await chair.get(item)).text);
  const action = page('form[action$="/vote"]').attr('action') ?? '';
  const names = [
    ...new Set(
      page(`form[action="${action}"] [name^=vote_]`)
        .map((_, field) => page(field).attr('name'))
        .get(),
    ),
  ];
  expectDone(await chair.submit(item, Object.fromEntries(names.map((name, index) => [name, choice(index)])), action), 'the vote');
}

/** Puts off each item that asks for an outcome. */
export async function putOffAll(chair: Browser, address: string): Promise<void> {
  for (const item of await itemsOf(chair, address)) {
    const page = cheerio.load((await chair.get(item)).text);
    if (page(`form[action="${item}/outcome"]`).length > 0)
      expectDone(await chair.submit(item, { outcome: 'postponed', words: 'No quorum' }, `${item}/outcome`), 'putting off');
  }
}

/** After twenty minutes Cy leaves. */
export async function leave(chair: Browser, address: string, product: TestProduct): Promise<void> {
  product.clock.moveTo(plusElapsed(product.clock.now(), { minutes: 20 }));
  const page = cheerio.load((await chair.get(address)).text);
  const member = page(`form[action="${address}/movement"] select[name=member] option`)
    .filter((_, option) => page(option).text().includes('Cy'))
    .attr('value');
  expectDone(await chair.submit(address, { member: member ?? '', kind: 'left' }, `${address}/movement`), 'leaving');
}

/** The addresses of the agenda's items in the room, in order. */
export async function itemsOf(chair: Browser, address: string): Promise<string[]> {
  const page = cheerio.load((await chair.get(address)).text);
  const links = page('a[href*="/session/items/"]')
    .map((_, link) => page(link).attr('href'))
    .get();
  return [...new Set(links)].filter((href) => /\/items\/\w+$/.test(href));
}

async function fieldsOn(browser: Browser, address: string, beginning: string): Promise<string[]> {
  const page = cheerio.load((await browser.get(address)).text);
  return [
    ...new Set(
      page(`[name^="${beginning}"]`)
        .map((_, field) => page(field).attr('name'))
        .get(),
    ),
  ];
}

/** A form that was taken answers with the page to go on to (303); anything else is told with its words. */
export function expectDone(answer: { readonly status: number; readonly text: string }, what: string): void {
  if (answer.status === 303) return;
  const words = cheerio.load(answer.text)('main').text().replace(/\s+/g, ' ').slice(0, 600);
  throw new Error(`${what} answered ${answer.status}: ${words}`);
}
