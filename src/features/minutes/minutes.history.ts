import type { Deps } from '../../deps';
import { recordEvent } from '../../history/events';
import type { Action } from '../../i18n/keys';
import type { Actor } from '../../lib/actor';
import { bodiesOf, type Meeting } from '../meetings';

interface Happened {
  readonly action: Action;
  readonly meeting: Pick<Meeting, 'id' | 'collaborativeId' | 'withBodies'>;
  readonly after?: Readonly<Record<string, unknown>>;
}

/** Writes what happened to the minutes of a meeting into the meeting's history, of each body that met. */
export async function noteInHistory(tx: Deps, actor: Actor | 'system', { action, meeting, after = {} }: Happened): Promise<void> {
  for (const collaborativeId of bodiesOf(meeting))
    await recordEvent(tx, { action, actor, subject: { kind: 'meeting', id: meeting.id }, collaborativeId, after });
}
