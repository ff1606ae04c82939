import { isAdministrator, isMemberOf, isOfficerOf, isStaffOf, type Actor } from '../../lib/actor';
import { allowIf, type Decision } from '../../lib/policy';
import type { MinutesStatus } from './minutes';

interface Body {
  readonly collaborativeId: string;
}

interface Subject extends Body {
  readonly status: MinutesStatus;
  /** The collaborative's setting: drafts are public, marked as such. */
  readonly draftsArePublic: boolean;
}

const mayWrite = (actor: Actor, collaborativeId: string): boolean =>
  isOfficerOf(actor, collaborativeId) || isStaffOf(actor, collaborativeId) || isAdministrator(actor);

/** Who may read, write, correct minutes (pages.md). */
export const minutesPolicy = {
  /** Approved: everyone. Circulated: everyone where drafts are public, else members too. Not yet circulated: who writes them. */
  view: (actor: Actor, { collaborativeId, status, draftsArePublic }: Subject): Decision => {
    const isOut = status === 'circulated' && (draftsArePublic || isMemberOf(actor, collaborativeId));
    return allowIf(status === 'approved' || isOut || mayWrite(actor, collaborativeId), 'minutes.denied.view');
  },

  /** Compiling, editing, circulating, answering corrections. */
  write: (actor: Actor, { collaborativeId }: Body): Decision => allowIf(mayWrite(actor, collaborativeId), 'minutes.denied.write'),

  /** Proposing a correction. */
  correct: (actor: Actor, { collaborativeId }: Body): Decision =>
    allowIf(
      isMemberOf(actor, collaborativeId) || isOfficerOf(actor, collaborativeId) || isStaffOf(actor, collaborativeId),
      'minutes.denied.correct',
    ),
} as const;
