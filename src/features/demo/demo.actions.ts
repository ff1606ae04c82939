import { existsSync, rmSync } from 'node:fs';
import { isDemo, type Config } from '../../config';
import { migrate, openDatabase } from '../../db/database';
import { makeDeps, type Deps } from '../../deps';
import type { Clock, MovableClock } from '../../lib/clock';
import { fromInstant } from '../../lib/time';
import { demoClock } from './demo-clock';
import { generateDistrict } from './seed/generate';

/** A demo that is ready to be served. */
export interface PreparedDemo {
  readonly deps: Deps;
  close(): Promise<void>;
}

interface Options {
  /** Goes on with the data of the last time. */
  readonly keep: boolean;
  readonly clock: Clock;
  readonly print: (line: string) => void;
}

/** Opens the demo's database in the data folder, fresh and filled unless it is kept. Throws outside demo mode. */
export async function prepareDemo(config: Config, options: Options): Promise<PreparedDemo> {
  if (!isDemo(config)) throw new Error('the demo does not run in production');
  const isKept = options.keep && existsSync(config.databaseUrl);
  if (!isKept) for (const ending of ['', '-wal', '-shm']) rmSync(config.databaseUrl + ending, { force: true });
  const database = openDatabase(config.databaseUrl);
  await migrate(database.db);
  const clock = demoClock(config.dataFolder, isKept);
  const deps = makeDeps(config, { database, clock });
  if (!isKept) await fill(deps, clock, options);
  return { deps, close: () => database.close() };
}

async function fill(deps: Deps, clock: MovableClock, { clock: machine, print }: Options): Promise<void> {
  const begun = fromInstant(machine.now());
  const since = () => fromInstant(machine.now()).diff(begun).as('seconds').toFixed(1);
  await generateDistrict(deps, clock, clock.now(), (step) => {
    print(`  ${since()} s  ${step}`);
  });
  clock.moveTo(machine.now());
  print(`  ${since()} s  done`);
}
