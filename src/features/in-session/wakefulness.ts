import { hoursBetween, type Instant } from '../../lib/time';

/**
 * Whether a session that was idle too long stays, because a meeting of that person is in session: nobody is signed out in the
 * middle of one. Who had been idle too long before it began is not let in again by it.
 */
export const staysAwake = (session: { readonly seenAt: Instant; readonly idleHours: number }, beganAt: Instant | null): boolean =>
  beganAt !== null && hoursBetween(session.seenAt, beganAt) < session.idleHours;
