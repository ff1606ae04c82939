import type { Deps } from '../../deps';
import type { CalendarDate } from '../../lib/time';
import type { Leave } from './leave';
import { endingTakenBack, leaveOver, leaveTaken, moved, renewed } from './life.emails';
import type { Membership } from './membership';
import { tell } from './notices.actions';

/** Tells the member and the staff of a leave, never of its reason. */
export const tellLeave = (tx: Deps, membership: Membership, leave: Leave): Promise<void> =>
  tell(tx, membership, (to, about) => leaveTaken(to, about, leave));

/** Tells the member and the staff that a leave ends on its last day, or was taken back. */
export const tellLeaveOver = (tx: Deps, membership: Membership, leave: Leave, lastDay: CalendarDate): Promise<void> =>
  tell(tx, membership, (to, about) => leaveOver(to, about, leave, lastDay));

/** Tells the member and the staff that the member stays after all. */
export const tellEndingTakenBack = (tx: Deps, membership: Membership, lastDay: CalendarDate): Promise<void> =>
  tell(tx, membership, (to, about) => endingTakenBack(to, about, lastDay));

/** The letter of a reappointment. */
export const tellRenewed = (tx: Deps, next: Membership): Promise<void> => tell(tx, next, renewed);

/** The letter of a move to another seat. */
export const tellMoved = (tx: Deps, next: Membership, fromSeat: string): Promise<void> =>
  tell(tx, next, (to, about) => moved(to, about, fromSeat));
