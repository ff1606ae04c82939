import type { Deps } from '../../deps';
import { recordEvent } from '../../history/events';
import type { Action } from '../../i18n/keys';
import type { Actor } from '../../lib/actor';
import type { Meeting } from '../meetings';

interface Happened {
  readonly action: Action;
  readonly meeting: Pick<Meeting, 'id' | 'collaborativeId'>;
  readonly after?: Readonly<Record<string, unknown>>;
}

/** Writes what happened to the minutes of a meeting into the meeting's history. */
export const noteInHistory = (tx: Deps, actor: Actor | 'system', { action, meeting, after = {} }: Happened): Promise<void> =>
  recordEvent(tx, { action, actor, subject: { kind: 'meeting', id: meeting.id }, collaborativeId: meeting.collaborativeId, after });
