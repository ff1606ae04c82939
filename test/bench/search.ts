import { indexChanged } from '../../src/features/search';
import { search } from '../../src/features/search/search.actions';
import { searchWish } from '../../src/features/search/search.form';
import { testProduct, type TestProduct } from '../support/app';
import { aCollaborative } from '../support/builders/meeting';
import { engines } from '../support/database';

const documents = 20_000;
const batch = 400;
const syllables = 'ba co di fe gu ha jo ki la me no pu ra se ti vo xa ye zu mar ten sol cer nal'.split(' ');

/** The same words each time: a small generator (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const random = seeded(14);
const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() ** 2 * items.length)] as Item;
const vocabulary = Array.from({ length: 4_000 }, () =>
  Array.from({ length: 2 + Math.floor(random() * 3) }, () => pick(syllables)).join(''),
);
const sentence = (words: number): string => Array.from({ length: words }, () => pick(vocabulary)).join(' ');

/** So many notes of advice, each with a hundred words, put into the index as the worker does it. */
async function fill({ db, deps }: TestProduct): Promise<number> {
  const central = await aCollaborative(deps);
  for (let from = 0; from < documents; from += batch)
    await db('notes').insert(
      Array.from({ length: batch }, (_, index) => ({
        ...{ id: `n${from + index}`, reference: `C-2026-${from + index}`, collaborative_id: central.id, status: 'delivered' as const },
        ...{ title: JSON.stringify({ en: sentence(6) }), background: JSON.stringify({ en: sentence(50), es: sentence(50) }) },
        ...{ topic: 'safety' as const, addressee: JSON.stringify({ en: 'Office' }), drafted_at: '2026-01-01T20:00:00.000Z' },
        adopted_at: `202${(from + index) % 7}-0${1 + ((from + index) % 9)}-11T20:00:00.000Z`,
      })),
    );
  const began = performance.now();
  await indexChanged(deps);
  return (performance.now() - began) / 1000;
}

const at = (times: readonly number[], share: number): string => (times[Math.floor(times.length * share)] ?? 0).toFixed(1);

async function measure(engine: (typeof engines)[number]): Promise<void> {
  const product = await testProduct({ engine });
  const seconds = await fill(product);
  const asked = Array.from({ length: 400 }, (_, index) => {
    if (index % 4 === 0) return pick(vocabulary);
    if (index % 4 === 1) return sentence(2);
    if (index % 4 === 2) return pick(vocabulary).slice(0, 2);
    return index % 8 === 3 ? 'note' : `${pick(vocabulary).slice(0, 4)} 2026`;
  });
  const times: number[] = [];
  for (const q of asked) {
    const began = performance.now();
    await search(product.db, searchWish({ q }), { bodyId: null, today: '2026-11-28' });
    times.push(performance.now() - began);
  }
  times.sort((a, b) => a - b);
  process.stdout.write(
    `${engine}: ${documents} documents indexed in ${seconds.toFixed(0)} s; 400 searches: median ${at(times, 0.5)} ms, p95 ${at(times, 0.95)} ms, worst ${at(times, 0.9999)} ms\n`,
  );
  await product.close();
}

async function main(): Promise<void> {
  for (const engine of engines) await measure(engine);
}

void main();
