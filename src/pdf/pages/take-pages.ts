import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from '../../lib/project-root';
import { fromBytes, type Answer } from './framing';

export interface TakeLimits {
  readonly pages: number;
  /** Of what is taken, in bytes. */
  readonly bytes: number;
  /** Milliseconds that reading may take. */
  readonly time: number;
}

/** Memory of the process in megabytes: of its objects, and of all it has with the bytes it unpacks. */
const mostObjects = 384;
const mostMemory = 1024;

const isSource = __filename.endsWith('.ts');
const program = join(__dirname, `read-pages.process${isSource ? '.ts' : '.js'}`);

/**
 * Takes the pages out of a PDF that may be hostile, in a process of its own that knows no secret and is ended when it
 * takes more time, memory or room than it may. Never throws: a file that cannot be read is 'broken'.
 */
export function takePages(file: Buffer, limits: TakeLimits): Promise<Answer> {
  const answer = last.then(() => take(file, limits));
  last = answer;
  return answer;
}

/** One file after the other: many at once would take the machine from all others. */
let last: Promise<unknown> = Promise.resolve();

async function take(file: Buffer, limits: TakeLimits): Promise<Answer> {
  try {
    return fromBytes(await run(file, limits));
  } catch {
    return { reason: 'broken' };
  }
}

function run(file: Buffer, { pages, bytes, time }: TakeLimits): Promise<Buffer> {
  const child = start([String(pages), String(bytes)], Math.ceil(time / 1000) + 5);
  return new Promise((resolve, reject) => {
    const fail = () => {
      child.kill('SIGKILL');
      reject(new Error('the file was not read'));
    };
    const timer = setTimeout(fail, time);
    const chunks: Buffer[] = [];
    let size = 0;
    child.stdout?.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > 3 * bytes) fail();
      else chunks.push(chunk);
    });
    child.on('error', fail);
    child.stdin?.on('error', () => undefined);
    child.on('close', () => {
      clearTimeout(timer);
      resolve(Buffer.concat(chunks));
    });
    child.stdin?.end(file);
  });
}

/** The system ends it by itself after so many seconds of work, should nobody be left to do so. */
function start(words: readonly string[], seconds: number): ChildProcess {
  const bounds = `ulimit -t ${seconds}; ulimit -d ${mostMemory * 1024} 2>/dev/null; exec "$@"`;
  const loader = isSource ? ['--import', 'tsx'] : [];
  const command = [process.execPath, ...loader, `--max-old-space-size=${mostObjects}`, program, ...words];
  return spawn('/bin/sh', ['-c', bounds, 'sh', ...command], { cwd: projectRoot, env: {}, stdio: ['pipe', 'pipe', 'ignore'] });
}
