import { fromInstant, type Instant } from './time';

/** Where the present comes from. Actions read it once and hand the moment to the rules. */
export interface Clock {
  now(): Instant;
}

/** The machine's clock. */
export const systemClock: Clock = { now: () => new Date().toISOString() };

/** A clock that can be moved: the machine's clock plus an offset, or a fixed moment where `startAt` is given. */
export class MovableClock implements Clock {
  private offsetMs = 0;
  private readonly startMs: number | undefined;

  constructor(startAt?: Instant) {
    this.startMs = startAt === undefined ? undefined : fromInstant(startAt).toMillis();
  }

  now(): Instant {
    return new Date((this.startMs ?? Date.now()) + this.offsetMs).toISOString();
  }

  /** Moves the clock by milliseconds; negative moves it back. */
  moveBy(milliseconds: number): void {
    this.offsetMs += milliseconds;
  }

  /** Makes the clock show this moment now. */
  moveTo(instant: Instant): void {
    this.offsetMs += fromInstant(instant).diff(fromInstant(this.now())).as('milliseconds');
  }
}
