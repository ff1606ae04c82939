import { existsSync, statSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import type { Config } from './config';
import { engineOf } from './db/dialect';
import { projectRoot } from './lib/project-root';

/** The machine as the boot check sees it. */
export interface Machine {
  readonly nodeVersion: string;
  /** Milliseconds since 1970, as the clock says. */
  readonly now: number;
  /** When this program was built. */
  readonly builtAt: number;
}

const leastNode = [20, 19] as const;

/** What of the machine and its files makes a production start unsafe, one line each; empty when nothing does (reliability.md 4.10, D9). */
export function unsafeMachine(config: Config, { nodeVersion, now, builtAt }: Machine): string[] {
  if (config.mode !== 'production') return [];
  const faults: [boolean, string][] = [
    [isOlder(nodeVersion), `Node ${leastNode.join('.')} or newer is needed, this is ${nodeVersion}`],
    [now < builtAt, 'the clock of this machine stands before the day this program was built'],
    [isOpenToAll(config.dataFolder), `others on this machine can read ${config.dataFolder}: chmod o-rwx it`],
    [isServed(config.dataFolder), 'DATA_FOLDER must not be inside the folder of public files'],
    [
      isMissing(config.databaseUrl),
      `no database at ${config.databaseUrl}: restore the newest backup there, or begin a new one with npm run migrate`,
    ],
  ];
  return faults.filter(([unsafe]) => unsafe).map(([, line]) => line);
}

/** What this process runs on. `builtAt` is when this file was written. */
export const thisMachine = (now: number): Machine => ({
  nodeVersion: process.versions.node,
  now,
  builtAt: statSync(__filename).mtimeMs,
});

export const damagedDatabase = (url: string): string =>
  `not started, the database at ${url} is damaged: keep the file as it is and restore the newest backup beside it`;

function isOlder(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major < leastNode[0] || (major === leastNode[0] && minor < leastNode[1]);
}

const isOpenToAll = (folder: string): boolean => existsSync(folder) && (statSync(folder).mode & 0o007) !== 0;

const isServed = (folder: string): boolean => `${resolve(folder)}${sep}`.startsWith(resolve(projectRoot, 'public') + sep);

/** SQLite would make an empty one: in production that hides a loss. */
const isMissing = (url: string): boolean => engineOf(url) === 'sqlite' && url !== ':memory:' && !existsSync(url);
