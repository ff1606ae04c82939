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

/** Writes what happened in a meeting into its history, of each body that meets. */
export async function noteInHistory(tx: Deps, actor: Actor, { action, meeting, after = {} }: Happened): Promise<void> {
  for (const collaborativeId of bodiesOf(meeting))
    await recordEvent(tx, { action, actor, subject: { kind: 'meeting', id: meeting.id }, collaborativeId, after });
}
