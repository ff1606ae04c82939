import type { Deps } from '../../deps';
import { recordEvent } from '../../history/events';
import type { Action } from '../../i18n/keys';
import type { Actor } from '../../lib/actor';
import type { Role } from './role';

/** A line in the history of a person. */
export const recordAboutPerson = (
  tx: Deps,
  actor: Actor,
  action: Action,
  personId: string,
  role?: Pick<Role, 'role' | 'collaborativeId'>,
): Promise<void> =>
  recordEvent(tx, {
    action,
    actor,
    subject: { kind: 'person', id: personId },
    collaborativeId: null,
    ...(role === undefined ? {} : { after: { role: role.role, collaborative: role.collaborativeId } }),
  });
