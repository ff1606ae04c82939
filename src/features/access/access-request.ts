import { Conflict } from '../../lib/errors';
import { defineMachine } from '../../lib/state-machine';
import { dateOf, type CalendarDate, type Instant } from '../../lib/time';
import { isLive, type Meeting } from '../meetings';

/** What can be asked for with a tick; each of them the office knows how to arrange. */
export const needNames = ['interpreter', 'child_care', 'large_print', 'screen_reader', 'hearing', 'mobility', 'more'] as const;
export type NeedName = (typeof needNames)[number];

export type AccessStatus = 'open' | 'arranged' | 'refused';
export type AccessEvent = 'arrange' | 'refuse';

/** What was arranged can fall through, and what could not be had can still be found: the asker is told each time. */
export const accessMachine = defineMachine<AccessStatus, AccessEvent>({
  open: { arrange: 'arranged', refuse: 'refused' },
  arranged: { refuse: 'refused' },
  refused: { arrange: 'arranged' },
});

/** What somebody asked for in order to take part in a meeting; seen only by those who arrange it (domain.md 2 and 9). */
export interface AccessRequest {
  readonly id: string;
  readonly meetingId: string;
  /** Who was signed in; null for everyone else. */
  readonly personId: string | null;
  /** May be empty: nobody must give a name to attend (54953.3). */
  readonly name: string;
  readonly email: string | null;
  readonly phone: string;
  readonly locale: string;
  readonly needs: readonly NeedName[];
  /** Of the interpreter, spoken or signed; empty when none is needed. */
  readonly language: string;
  readonly children: number;
  readonly words: string;
  readonly status: AccessStatus;
  readonly askedAt: Instant;
  /** Came after the day to ask by: taken all the same, and marked. */
  readonly isLate: boolean;
  /** What was said with the last answer. */
  readonly answer: string;
  readonly answeredAt: Instant | null;
  readonly answeredBy: string | null;
  readonly version: number;
}

/** Whether one may still ask: until the meeting begins. */
export const mayAsk = (meeting: Pick<Meeting, 'status' | 'startsAt'>, now: Instant): boolean => isLive(meeting) && now < meeting.startsAt;

/** Whether the day to ask by has passed (54954.2(a)(1)); that whole day still counts. */
export const isPastCutOff = (askBy: CalendarDate | null, now: Instant): boolean => askBy !== null && dateOf(now) > askBy;

interface Answer {
  readonly event: AccessEvent;
  readonly words: string;
  readonly by: string;
  readonly at: Instant;
}

/** The request with its answer. Throws IllegalTransition for the same answer twice, and Conflict for a stale version. */
export function answerRequest(request: AccessRequest, { event, words, by, at }: Answer, version: number): AccessRequest {
  if (request.version !== version) throw new Conflict();
  return { ...request, status: accessMachine.next(request.status, event), answer: words, answeredAt: at, answeredBy: by };
}
