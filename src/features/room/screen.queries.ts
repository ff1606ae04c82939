import type { Db } from '../../db/database';
import type { Instant } from '../../lib/time';
import { listItems, type AgendaItem } from '../agendas';
import { listSpeakers, type Speaker } from '../comments';
import {
  findCurrentItem,
  listExceptions,
  listMotions,
  loadSession,
  type CurrentItem,
  type ExceptionWithVotes,
  type MotionWithVotes,
  type Session,
} from '../in-session';

/** All that the screens in the room show of a meeting. */
export interface Screen {
  readonly session: Session;
  readonly items: readonly AgendaItem[];
  readonly current: CurrentItem | undefined;
  readonly motions: readonly MotionWithVotes[];
  /** What was put forward off the posted agenda. */
  readonly exceptions: readonly ExceptionWithVotes[];
  readonly speakers: readonly Speaker[];
  readonly now: Instant;
}

/** A fixed number of queries, whatever the meeting. */
export const loadScreen = async (db: Db, meetingId: string, now: Instant): Promise<Screen> => ({
  session: await loadSession(db, meetingId),
  items: await listItems(db, meetingId),
  current: await findCurrentItem(db, meetingId),
  motions: await listMotions(db, meetingId),
  exceptions: await listExceptions(db, meetingId),
  speakers: await listSpeakers(db, meetingId),
  now,
});
