import { readDemoConfig } from './config';
import { prepareDemo } from './features/demo';
import { translations } from './i18n/locales';
import { systemClock } from './lib/clock';
import { serve } from './server';

const t = translations({ pseudo: false })('en');

const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** Starts the product with a believable district to click through; `--keep` goes on with the data of the last time. */
async function main(words: readonly string[]): Promise<void> {
  const keep = words.includes('--keep');
  print(t(keep ? 'demo.start.keeping' : 'demo.start.filling'));
  const demo = await prepareDemo(readDemoConfig(), { keep, clock: systemClock, print });
  const running = await serve(demo.deps);
  print(t('demo.start.ready', { url: running.url, people: `${running.url}/demo` }));
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.once(signal, () => {
      void running
        .stop()
        .then(() => demo.close())
        .then(() => process.exit(0));
    });
}

if (require.main === module)
  main(process.argv.slice(2)).catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  });
