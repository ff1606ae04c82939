import { postingInTime, type Posting } from '../agendas';
import { hoursBefore, isInTime, noticeHoursFor, type Meeting, type NoticeHours } from '../meetings';
import type { Instant } from '../../lib/time';

/**
 * How notice of a meeting was given: in time; late, with a reason; not at all; still to come; called off before any was given;
 * or no clock runs for its kind.
 */
export const noticeVerdicts = ['inTime', 'late', 'none', 'toCome', 'calledOff', 'noClock'] as const;
export type NoticeVerdict = (typeof noticeVerdicts)[number];

/** One meeting's line of the record. */
export interface NoticeLine {
  readonly meeting: Meeting;
  readonly verdict: NoticeVerdict;
  /** When the version that counts was put up: the first in time, else the first. */
  readonly postedAt: Instant | null;
  /** Elapsed hours before the start, rounded down to a tenth. */
  readonly hours: number | null;
  readonly needed: number | null;
  readonly lateReason: string;
  readonly versions: number;
  /** Papers that came after the deadline and went up at once (Gov. Code 54957.5). */
  readonly latePapers: number;
}

interface Given {
  readonly meeting: Meeting;
  readonly postings: readonly Posting[];
  readonly latePapers: number;
}

/** What stands on the record for a meeting, by the hours its body gives (54954.2, 54956; open-meeting-rules.md 1 and 2). */
export function noticeLine({ meeting, postings, latePapers }: Given, hours: NoticeHours, now: Instant): NoticeLine {
  const ordered = [...postings].sort((one, other) => one.number - other.number);
  const counts = ordered.find((posting) => postingInTime(meeting, [posting], hours) !== undefined) ?? ordered[0];
  return {
    meeting,
    verdict: verdictOf(meeting, ordered, hours, now),
    postedAt: counts?.postedAt ?? null,
    hours: counts === undefined ? null : hoursBefore(meeting, counts.postedAt),
    needed: noticeHoursFor(meeting.kind, hours),
    lateReason: ordered.find(({ isLate }) => isLate)?.lateReason ?? '',
    versions: ordered.length,
    latePapers,
  };
}

function verdictOf(meeting: Meeting, postings: readonly Posting[], hours: NoticeHours, now: Instant): NoticeVerdict {
  if (noticeHoursFor(meeting.kind, hours) === null) return 'noClock';
  if (postingInTime(meeting, postings, hours) !== undefined) return 'inTime';
  if (['cancelled', 'postponed'].includes(meeting.status)) return 'calledOff';
  if (postings.length > 0) return 'late';
  return isInTime(meeting, now, hours) ? 'toCome' : 'none';
}

/** Meetings for which the clock ran out: how many, and how many of them had notice in time; null shares where there are none. */
export interface NoticeSum {
  readonly due: number;
  readonly inTime: number;
  readonly late: number;
  readonly none: number;
}

export function sumOf(lines: readonly NoticeLine[]): NoticeSum {
  const count = (verdict: NoticeVerdict): number => lines.filter((line) => line.verdict === verdict).length;
  const [inTime, late, none] = [count('inTime'), count('late'), count('none')];
  return { due: inTime + late + none, inTime, late, none };
}
