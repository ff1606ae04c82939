import { toBytes, type Answer } from './framing';
import { readPages } from './read-pages';
import { CannotTake } from './taken';

/** Reads one file from its input and writes its pages, or why there are none. Started by `takePages`. */
async function run(): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  const [pages = 0, bytes = 0] = process.argv.slice(2).map(Number);
  process.stdout.write(toBytes(await answer(Buffer.concat(chunks), pages, bytes)));
}

async function answer(file: Buffer, pages: number, bytes: number): Promise<Answer> {
  try {
    return { taken: await readPages(file, { pages, bytes }) };
  } catch (error) {
    return { reason: error instanceof CannotTake ? error.reason : 'broken' };
  }
}

void run();
