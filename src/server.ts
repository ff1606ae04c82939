import type { AddressInfo } from 'node:net';
import type { Server } from 'node:http';
import { createApp } from './app';
import { damagedDatabase, thisMachine, unsafeMachine } from './boot';
import { readConfig, unsafeSettings } from './config';
import { openDatabase, pendingMigrations } from './db/database';
import { isWhole } from './db/integrity';
import { makeDeps, type Deps } from './deps';
import { systemClock } from './lib/clock';
import { checkAssets } from './web/static-files';
import { startWorker, type Worker } from './worker';
import { stillDue, workerTasks } from './worker-tasks';

/** A running product: its address, and how to stop it in order. */
export interface Running {
  readonly url: string;
  stop(): Promise<void>;
}

/** Listens, and runs the worker beside it unless that is separate. Answers once it can be reached. */
export async function serve(deps: Deps): Promise<Running> {
  checkAssets();
  const server = createApp(deps).listen(deps.config.port);
  await new Promise<void>((resolve, reject) => {
    server.once('listening', resolve);
    server.once('error', reject);
  });
  server.headersTimeout = 15_000;
  server.requestTimeout = 180_000;
  const worker = deps.config.workerInProcess ? startWorker(deps, { tasks: workerTasks, stillDue }) : undefined;
  const { port } = server.address() as AddressInfo;
  return { url: `http://localhost:${port}`, stop: () => stop(server, worker) };
}

/** Stops accepting, lets requests under way end (25 s at most), then the worker. */
async function stop(server: Server, worker: Worker | undefined): Promise<void> {
  const closed = new Promise<void>((resolve) =>
    server.close(() => {
      resolve();
    }),
  );
  server.closeIdleConnections();
  const impatience = setTimeout(() => {
    server.closeAllConnections();
  }, 25_000);
  await Promise.all([closed, worker?.stop()]);
  clearTimeout(impatience);
}

async function main(): Promise<void> {
  const config = readConfig();
  const faults = [...unsafeSettings(config), ...unsafeMachine(config, thisMachine(Date.parse(systemClock.now())))];
  if (faults.length > 0) throw new Error(`not started, the settings are unsafe:\n${faults.map((line) => `  - ${line}`).join('\n')}`);
  const database = openDatabase(config.databaseUrl);
  if (config.mode === 'production' && !(await isWhole(database))) throw new Error(damagedDatabase(config.databaseUrl));
  const pending = await pendingMigrations(database.db);
  if (pending.length > 0) throw new Error(`not started, the database lacks ${pending.length} migrations: run npm run migrate`);
  const deps = makeDeps(config, { database });
  const running = await serve(deps);
  deps.logger.info('listening', { url: running.url });
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.once(signal, () => {
      deps.logger.info('stopping', { signal });
      void running
        .stop()
        .then(() => database.close())
        .then(() => process.exit(0));
    });
  for (const event of ['uncaughtException', 'unhandledRejection'] as const)
    process.once(event, (error: unknown) => {
      deps.logger.error(event, {}, error);
      process.exitCode = 1;
      void running.stop().finally(() => process.exit(1));
    });
}

if (require.main === module)
  main().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  });
