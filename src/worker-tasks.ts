import type { Deps } from './deps';
import type { StillDue } from './mail/still-due';

/** Something done by date. With several workers each turn is one worker's. */
export interface WorkerTask {
  readonly name: string;
  readonly everySeconds: number;
  run(deps: Deps): Promise<void>;
}

/** What the worker does by date, beside delivering mail. */
export const workerTasks: readonly WorkerTask[] = [];

/** By kind of mail: whether one queued earlier is still wanted, asked just before it is sent. */
export const stillDue: StillDue = {};
