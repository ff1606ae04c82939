import { isStaffOf, type Actor } from '../../lib/actor';
import { allowIf, type Decision } from '../../lib/policy';
import type { Instant } from '../../lib/time';

/** What staff of one collaborative write on an application, for themselves alone: in no list, search, mail or paper. */
export interface StaffNote {
  readonly id: string;
  readonly candidacyId: string;
  readonly collaborativeId: string;
  readonly authorId: string;
  readonly authorName: string;
  readonly text: string;
  readonly writtenAt: Instant;
}

/** Staff of that collaborative; not administrators, not other collaboratives, never the applicant. */
export const notePolicy = {
  read: (actor: Actor, collaborativeId: string): Decision => allowIf(isStaffOf(actor, collaborativeId), 'applications.denied.list'),
  remove: (actor: Actor, note: Pick<StaffNote, 'collaborativeId' | 'authorId'>): Decision =>
    allowIf(isStaffOf(actor, note.collaborativeId) && actor.id === note.authorId, 'applications.denied.list'),
};
