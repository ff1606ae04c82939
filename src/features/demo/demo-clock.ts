import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Deps } from '../../deps';
import { MovableClock, systemClock } from '../../lib/clock';
import { fromInstant } from '../../lib/time';

const fileIn = (folder: string): string => join(folder, 'demo-clock.json');

/** Remembers how far the clock was moved, for `npm run demo -- --keep`. */
export function keepClock(deps: Pick<Deps, 'clock' | 'config'>): void {
  const offset = fromInstant(deps.clock.now()).diff(fromInstant(systemClock.now())).as('milliseconds');
  writeFileSync(fileIn(deps.config.dataFolder), JSON.stringify({ offset: Math.round(offset) }));
}

/** The demo's clock: the machine's, moved as far as it was the last time when that is kept. */
export function demoClock(folder: string, isKept: boolean): MovableClock {
  const clock = new MovableClock();
  if (isKept) clock.moveBy(keptOffset(folder));
  return clock;
}

function keptOffset(folder: string): number {
  try {
    const { offset } = JSON.parse(readFileSync(fileIn(folder), 'utf8')) as { offset?: unknown };
    return typeof offset === 'number' ? offset : 0;
  } catch {
    return 0;
  }
}
