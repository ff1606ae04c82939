import type { Instant } from '../../lib/time';
import type { Meeting } from './meeting';

/** What is heard or signed in a recording; `room`: several languages, as they were spoken in the room. */
export const recordingLanguages = ['room', 'en', 'es', 'asl', 'hy', 'ko', 'zh', 'ar'] as const;
export type RecordingLanguage = (typeof recordingLanguages)[number];

/** What staff and officers say of a recording. */
export interface RecordingLinks {
  readonly url: string;
  readonly language: RecordingLanguage;
  /** Null: no captions yet. */
  readonly captionsUrl: string | null;
  /** Null: there is none. */
  readonly transcriptUrl: string | null;
}

/** A link to a recording of a meeting, which stands on another site. */
export interface Recording extends RecordingLinks {
  readonly id: string;
  readonly meetingId: string;
  readonly addedAt: Instant;
  readonly addedBy: string;
  readonly version: number;
}

/** Whether recordings may be added: a meeting that is called off or put off is not held, a draft nobody knows of. */
export const takesRecordings = ({ status }: Pick<Meeting, 'status'>): boolean =>
  ['scheduled', 'posted', 'in_session', 'adjourned'].includes(status);
