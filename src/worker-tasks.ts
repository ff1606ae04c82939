import type { WorkerTask } from './worker';

/** What the worker does by date, beside delivering mail. */
export const workerTasks: readonly WorkerTask[] = [];
