import type { AttendanceStatus, VoteChoice } from '../in-session';
import type { Instant } from '../../lib/time';

/** How one member was at one meeting; members are called on their days alone, so leaves and days before a term are never here. */
export interface Attended {
  readonly personId: string;
  readonly name: string;
  readonly meetingId: string;
  readonly startsAt: Instant;
  readonly status: AttendanceStatus;
  /** Came after the roll was called. */
  readonly cameLater: boolean;
}

export interface AttendanceSums {
  readonly called: number;
  readonly there: number;
  /** Of those there: from afar. */
  readonly remote: number;
  readonly excused: number;
  readonly absent: number;
}

/** Whether the member missed the whole meeting without being excused. */
export const isMissed = ({ status, cameLater }: Pick<Attended, 'status' | 'cameLater'>): boolean => status === 'absent' && !cameLater;

const isThere = ({ status, cameLater }: Attended): boolean => status === 'present' || status === 'remote' || cameLater;

/** Adds up meetings; who was excused and came all the same was there. */
export const sumsOf = (attended: readonly Attended[]): AttendanceSums => ({
  called: attended.length,
  there: attended.filter(isThere).length,
  remote: attended.filter(({ status }) => status === 'remote').length,
  excused: attended.filter((one) => one.status === 'excused' && !one.cameLater).length,
  absent: attended.filter(isMissed).length,
});

/** Meetings missed in a row, counted back from the latest; one that was excused is passed over. */
export function missedInRow(attended: readonly Attended[]): number {
  const latestFirst = [...attended]
    .sort((a, b) => (a.startsAt < b.startsAt ? 1 : -1))
    .filter((one) => one.status !== 'excused' || one.cameLater);
  const end = latestFirst.findIndex((one) => !isMissed(one));
  return end === -1 ? latestFirst.length : end;
}

/** From this many in a row staff are told (messages.md: three absences); one before, the member alone. */
export const missedTooOften = 3;

/** How a member voted on a motion of approved minutes. */
export interface CastVote {
  readonly meetingId: string;
  readonly number: number;
  readonly text: string;
  readonly choice: VoteChoice;
  readonly carried: boolean;
}
