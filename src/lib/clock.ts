import { DateTime } from 'luxon';
import { fromInstant, toInstant, type Instant } from './time';

/** Where the present comes from. Actions read it once and hand the moment to the rules. */
export interface Clock {
  now(): Instant;
}

/** The machine's clock. */
export const systemClock: Clock = { now: () => toInstant(DateTime.utc()) };

/** A clock that can be moved: the machine's clock plus an offset, or a fixed moment where `startAt` is given. */
export class MovableClock implements Clock {
  private offsetMs = 0;

  constructor(private readonly startAt?: Instant) {}

  now(): Instant {
    const base = this.startAt === undefined ? DateTime.utc() : fromInstant(this.startAt);
    return toInstant(base.plus({ milliseconds: this.offsetMs }));
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
