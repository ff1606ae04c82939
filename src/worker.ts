import { readConfig, unsafeSettings } from './config';
import { openDatabase, pendingMigrations } from './db/database';
import { makeDeps, type Deps } from './deps';
import { plusElapsed } from './lib/time';
import { deliverDue, type DeliverOptions } from './mail/deliver';
import type { Lane } from './mail/outbox.queries';
import type { StillDue } from './mail/still-due';
import { openTransport, type Transport } from './mail/transport';
import { saveBeat, takeTurn } from './mail/worker-state.queries';
import { stillDue, workerTasks, type WorkerTask } from './worker-tasks';

export interface WorkerParts {
  readonly tasks: readonly WorkerTask[];
  readonly stillDue?: StillDue;
  /** The one the configuration asks for, when left out. */
  readonly transport?: Transport;
  readonly pollMs?: number;
  readonly delivery?: Pick<DeliverOptions, 'leaseSeconds' | 'renewEveryMs'>;
}

export interface Worker {
  /** Looks for work at once instead of at the next round. */
  wake(): void;
  /** Finishes the mails under way, gives back the rest, and ends. */
  stop(): Promise<void>;
}

const mailsPerRound = 100;

/** Starts the loops: one for each lane of mail, and one for what is done by date. None of them ever throws. */
export function startWorker(deps: Deps, parts: WorkerParts): Worker {
  const transport = parts.transport ?? openTransport(deps.config.mail);
  const stopping = new AbortController();
  const sleepers = new Set<() => void>();
  const wake = () => {
    for (const rise of sleepers) rise();
  };
  const pause = () => sleep(parts.pollMs ?? 2_000, sleepers, stopping.signal);
  const loop = async (name: string, round: () => Promise<boolean>): Promise<void> => {
    while (!stopping.signal.aborted) {
      const hasMore = await quietly(deps, name, round);
      if (!hasMore) await pause();
    }
  };
  const lane = (name: Lane) => loop(`mail ${name}`, () => deliverRound({ deps, parts, transport, lane: name, signal: stopping.signal }));
  const running = Promise.all([lane('urgent'), lane('rest'), loop('tasks', () => runTasks(deps, parts.tasks))]);
  return {
    wake,
    stop: async () => {
      stopping.abort();
      wake();
      await running;
      transport.close();
    },
  };
}

interface LaneParts {
  readonly deps: Deps;
  readonly parts: WorkerParts;
  readonly transport: Transport;
  readonly lane: Lane;
  readonly signal: AbortSignal;
}

/** One round of a lane. Answers whether there is likely more to send. */
async function deliverRound({ deps, parts, transport, lane, signal }: LaneParts): Promise<boolean> {
  const due = parts.stillDue === undefined ? {} : { stillDue: parts.stillDue };
  const counts = await deliverDue(deps, transport, { lane, signal, limit: mailsPerRound, ...due, ...parts.delivery });
  if (counts.claimed > 0) deps.logger.info('mail round', { lane, ...counts });
  return counts.claimed === mailsPerRound && counts.sent > 0;
}

/** Writes the beat and runs the tasks whose turn it is. */
async function runTasks(deps: Deps, tasks: readonly WorkerTask[]): Promise<boolean> {
  await saveBeat(deps.db, deps.clock.now());
  for (const task of tasks) {
    const now = deps.clock.now();
    const isTurn = await takeTurn(deps.db, task.name, { now, notAfter: plusElapsed(now, { seconds: -task.everySeconds }) });
    if (isTurn) await quietly(deps, task.name, () => task.run(deps).then(() => false));
  }
  return false;
}

async function quietly(deps: Deps, name: string, work: () => Promise<boolean>): Promise<boolean> {
  try {
    return await work();
  } catch (error) {
    deps.logger.error('worker round failed', { name }, error);
    return false;
  }
}

/** Waits, unless woken or stopped before. */
function sleep(milliseconds: number, sleepers: Set<() => void>, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const rise = () => {
      clearTimeout(timer);
      sleepers.delete(rise);
      resolve();
    };
    const timer = setTimeout(rise, milliseconds);
    sleepers.add(rise);
  });
}

/** The worker as a process of its own, beside several web processes. */
async function main(): Promise<void> {
  const config = readConfig();
  const faults = unsafeSettings(config);
  if (faults.length > 0) throw new Error(`not started, the settings are unsafe:\n${faults.join('\n')}`);
  const database = openDatabase(config.databaseUrl);
  const pending = await pendingMigrations(database.db);
  if (pending.length > 0) throw new Error(`not started, the database lacks ${pending.length} migrations: run npm run migrate`);
  const deps = makeDeps(config, { database });
  const worker = startWorker(deps, { tasks: workerTasks, stillDue });
  deps.logger.info('worker started');
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.once(signal, () => {
      deps.logger.info('stopping', { signal });
      void worker.stop().then(() => database.close());
    });
}

if (require.main === module)
  main().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  });
