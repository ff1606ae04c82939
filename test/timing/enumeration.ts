import { ensureAccount, passwordHasher } from '../../src/features/accounts';
import { savePasswordHash } from '../../src/features/accounts/account.queries';
import { aPerson } from '../support/builders/person';
import { testNow, testProduct, type TestProduct } from '../support/app';
import { visitorBrowser } from '../support/browser';

const samples = 400;

let product: TestProduct;
let stored: string;

async function known(number: number): Promise<void> {
  const person = await aPerson(product.deps, { name: `Known ${number}`, email: `known${number}@example.org` });
  await savePasswordHash(product.db, (await ensureAccount(product.deps, person.id)).id, stored, testNow);
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

/** How often the best threshold tells a known address from an unknown one by its time: half is guessing. */
function rightGuesses(known: readonly number[], unknown: readonly number[]): number {
  const shares = [...known, ...unknown].map((threshold) => {
    const hits = known.filter((time) => time >= threshold).length + unknown.filter((time) => time < threshold).length;
    return hits / (known.length + unknown.length);
  });
  return Math.max(...shares.map((share) => Math.max(share, 1 - share)));
}

/** Asks for known and unknown addresses in turn, the order changing each time. Answers the times in milliseconds. */
async function timesOf(page: string, fields: Readonly<Record<string, string>>): Promise<{ known: number[]; unknown: number[] }> {
  const times: { known: number[]; unknown: number[] } = { known: [], unknown: [] };
  const browser = visitorBrowser(product);
  for (let number = 0; number < samples; number += 1) {
    await product.db('limits').delete();
    const kinds = number % 2 === 0 ? (['known', 'unknown'] as const) : (['unknown', 'known'] as const);
    for (const kind of kinds) {
      const begun = performance.now();
      await browser.post(page, { ...fields, email: `${kind}${number}@example.org` }, page);
      times[kind].push(performance.now() - begun);
    }
  }
  return times;
}

const pages: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  ['/sign-in', {}],
  ['/sign-in/reset', {}],
  ['/sign-in/password', { password: 'not the password' }],
];

/** Prints, for each form that takes an address, whether its time tells known from unknown (goal G10: under 5 ms, under 60 %). */
async function main(): Promise<void> {
  product = await testProduct();
  stored = await passwordHasher().hash('violet tram sandwich nine');
  for (let number = 0; number < samples; number += 1) await known(number);
  for (const [page, fields] of pages) {
    const { known: told, unknown } = await timesOf(page, fields);
    const gap = Math.abs(median(told) - median(unknown)).toFixed(2);
    process.stdout.write(`${page}: median gap ${gap} ms, right guesses ${(rightGuesses(told, unknown) * 100).toFixed(1)} %\n`);
  }
  await product.close();
}

void main();
