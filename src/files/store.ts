import { createHash, randomBytes } from 'node:crypto';
import { access, mkdir, open, readdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Clock } from '../lib/clock';
import { plusElapsed, type Instant } from '../lib/time';

/** A file as it came in: on disk and synced, not yet kept. */
export interface ReceivedFile {
  readonly path: string;
  /** As the sender's browser wrote it. */
  readonly givenName: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** Where files lie, and the time their age is counted by. */
export interface FileStore {
  readonly config: { readonly dataFolder: string };
  readonly clock: Clock;
}

export const keptFolder = ({ config }: Pick<FileStore, 'config'>): string => resolve(config.dataFolder, 'files');
export const incomingFolder = (store: Pick<FileStore, 'config'>): string => join(keptFolder(store), 'incoming');

/** Writes a stream to a file of its own among the incoming, readable to this program alone. On any fault nothing stays. */
export async function writeIncoming(store: FileStore, stream: Readable): Promise<Omit<ReceivedFile, 'givenName'>> {
  const folder = incomingFolder(store);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, randomBytes(16).toString('hex'));
  const hash = createHash('sha256');
  let bytes = 0;
  // Opened before the parts are read: a form that ends at once must not leave a file made after it was taken away.
  const handle = await open(path, 'wx', 0o600);
  try {
    const measured = async function* (source: AsyncIterable<Buffer>) {
      for await (const chunk of source) {
        hash.update(chunk);
        bytes += chunk.length;
        yield chunk;
      }
    };
    await pipeline(stream, measured, handle.createWriteStream({ flush: true }));
    await setAge(path, store.clock.now());
  } catch (error) {
    await discard(path);
    throw error;
  }
  return { path, bytes, sha256: hash.digest('hex') };
}

/**
 * Keeps a checked file under its content's hash. Only after this may its row commit: a crash in between leaves a file
 * without a row, which `sweepFiles` takes away, never a row without a file.
 */
export async function keepFile(store: FileStore, file: Pick<ReceivedFile, 'path' | 'sha256'>): Promise<void> {
  const folder = keptFolder(store);
  await setAge(file.path, store.clock.now());
  await rename(file.path, join(folder, file.sha256));
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}

/** Takes an incoming file away; none there is no fault. */
export const discard = (path: string): Promise<void> => rm(path, { force: true });

/** Whether the kept file is there. */
export const isKept = (store: Pick<FileStore, 'config'>, sha256: string): Promise<boolean> =>
  access(join(keptFolder(store), sha256)).then(
    () => true,
    () => false,
  );

/** The bytes of a kept file; undefined where it is not there. */
export const readKept = (store: Pick<FileStore, 'config'>, sha256: string): Promise<Buffer | undefined> =>
  readFile(join(keptFolder(store), sha256)).catch(() => undefined);

/** Which of these hashes a table still names. */
export type NamedHashes = (sha256s: readonly string[]) => Promise<ReadonlySet<string>>;

/** Takes away what is older than 24 hours and named by no row, and incoming files left by a crash. Answers how many. */
export async function sweepFiles(store: FileStore, named: NamedHashes): Promise<number> {
  const before = plusElapsed(store.clock.now(), { hours: -24 });
  const left = await listOlder(incomingFolder(store), before);
  const kept = (await listOlder(keptFolder(store), before)).filter((name) => /^[0-9a-f]{64}$/.test(name));
  const wanted = await named(kept);
  const paths = [
    ...left.map((name) => join(incomingFolder(store), name)),
    ...kept.filter((name) => !wanted.has(name)).map((name) => join(keptFolder(store), name)),
  ];
  // The same content may have come in again meanwhile.
  for (const path of paths) if (await isOlder(path, before)) await discard(path);
  return paths.length;
}

async function listOlder(folder: string, before: Instant): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  const older: string[] = [];
  for (const name of names) if (await isOlder(join(folder, name), before)) older.push(name);
  return older;
}

const isOlder = (path: string, before: Instant): Promise<boolean> =>
  stat(path).then(
    (found) => found.isFile() && found.mtime.toISOString() < before,
    () => false,
  );

/** A demonstration's clock may differ from the machine's. */
const setAge = (path: string, at: Instant): Promise<void> => utimes(path, new Date(at), new Date(at));
