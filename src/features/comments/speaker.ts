import { Conflict } from '../../lib/errors';
import { defineMachine } from '../../lib/state-machine';
import { plusElapsed, type Instant } from '../../lib/time';
import type { Meeting } from '../meetings';

export const speakerWays = ['in_person', 'remote'] as const;
export type SpeakerWay = (typeof speakerWays)[number];
export type SpeakerStatus = 'waiting' | 'speaking' | 'spoke' | 'absent' | 'cancelled';
export type SpeakerEvent = 'call' | 'finish' | 'miss' | 'cancel';

/** Somebody who wants to speak, known by a number; a name may be given and need not be (54953.3). */
export interface Speaker {
  readonly id: string;
  readonly meetingId: string;
  readonly number: number;
  /** The line of the agenda; null: the general public comment. */
  readonly itemId: string | null;
  readonly name: string;
  readonly email: string;
  readonly way: SpeakerWay;
  /** The language to interpret from; empty: no interpreter. */
  readonly interpreter: string;
  readonly locale: string;
  readonly status: SpeakerStatus;
  readonly signedAt: Instant;
  readonly beganAt: Instant | null;
  readonly endedAt: Instant | null;
  readonly version: number;
}

export interface NewSpeaker extends Pick<Speaker, 'meetingId' | 'itemId' | 'name' | 'email' | 'way' | 'interpreter' | 'locale'> {
  /** The mark of the form: sent twice it is one sign-up. Empty: none. */
  readonly key: string;
}

/** Who was not there when called may still be called. */
export const speakerMachine = defineMachine<SpeakerStatus, SpeakerEvent>({
  waiting: { call: 'speaking', miss: 'absent', cancel: 'cancelled' },
  speaking: { finish: 'spoke' },
  absent: { call: 'speaking' },
  spoke: {},
  cancelled: {},
});

type Timed = Pick<Meeting, 'status' | 'startsAt'>;

/** Signing up on this site ends with the planned start; that moment itself still counts. */
export const takesSpeakers = (meeting: Timed, now: Instant): boolean => meeting.status === 'posted' && now <= meeting.startsAt;

/** At the door the secretary signs people up until the meeting ends. */
export const takesSpeakersAtDoor = (meeting: Timed): boolean => meeting.status === 'posted' || meeting.status === 'in_session';

/** Throws Conflict when nobody can be signed up in this way. */
export function checkSignUp(meeting: Timed, now: Instant, isAtDoor: boolean): void {
  if (!(isAtDoor ? takesSpeakersAtDoor(meeting) : takesSpeakers(meeting, now))) throw new Conflict('comments.errors.signUpClosed');
}

/** The same for all; twice as long with an interpreter (54954.3(b)). */
export const minutesFor = ({ interpreter }: Pick<Speaker, 'interpreter'>, minutes: number): number =>
  interpreter === '' ? minutes : minutes * 2;

/** When a speaker's time is up; null before it began. */
export const endOf = (speaker: Pick<Speaker, 'beganAt' | 'interpreter'>, minutes: number): Instant | null =>
  speaker.beganAt === null ? null : plusElapsed(speaker.beganAt, { minutes: minutesFor(speaker, minutes) });

/** What calling, finishing, missing or cancelling makes of a speaker. */
export function moved(speaker: Speaker, event: SpeakerEvent, at: Instant): Speaker {
  const status = speakerMachine.next(speaker.status, event);
  if (event === 'call') return { ...speaker, status, beganAt: at };
  return event === 'finish' ? { ...speaker, status, endedAt: at } : { ...speaker, status };
}

/** How many spoke and how many were not there: what minutes may tell without a name. */
export const speakerCounts = (speakers: readonly Pick<Speaker, 'status'>[]) => ({
  spoke: speakers.filter(({ status }) => status === 'spoke').length,
  absent: speakers.filter(({ status }) => status === 'absent').length,
});
