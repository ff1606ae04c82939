import { isAdministrator, isMemberOf, isOfficerOf, isStaffOf, type Actor } from '../../lib/actor';
import { allowIf, type Decision } from '../../lib/policy';
import type { MinutesStatus } from './minutes';

interface Body {
  readonly collaborativeId: string;
}

/** The body that met, and those that met jointly with it. */
interface Bodies extends Body {
  readonly withBodies: readonly string[];
}

interface Subject extends Bodies {
  readonly status: MinutesStatus;
  /** The collaborative's setting: drafts are public, marked as such. */
  readonly draftsArePublic: boolean;
}

/** What the policy asks of the minutes of a meeting. */
export const minutesSubject = ({ collaborativeId, withBodies }: Bodies, status: MinutesStatus, draftsArePublic: boolean): Subject => ({
  collaborativeId,
  withBodies,
  status,
  draftsArePublic,
});

const mayWrite = (actor: Actor, collaborativeId: string): boolean =>
  isOfficerOf(actor, collaborativeId) || isStaffOf(actor, collaborativeId) || isAdministrator(actor);

const isIn = (actor: Actor, { collaborativeId, withBodies }: Bodies): boolean =>
  [collaborativeId, ...withBodies].some((body) => isMemberOf(actor, body) || isOfficerOf(actor, body) || isStaffOf(actor, body));

/** Who may read, write, correct minutes (pages.md). */
export const minutesPolicy = {
  /** Approved: everyone. Circulated: everyone where drafts are public, else the bodies that met. Not yet circulated: who writes them. */
  view: (actor: Actor, subject: Subject): Decision => {
    const { status, draftsArePublic } = subject;
    const isOut = status === 'circulated' && (draftsArePublic || isIn(actor, subject));
    return allowIf(status === 'approved' || isOut || mayWrite(actor, subject.collaborativeId), 'minutes.denied.view');
  },

  /** Compiling, editing, circulating, answering corrections. */
  write: (actor: Actor, { collaborativeId }: Body): Decision => allowIf(mayWrite(actor, collaborativeId), 'minutes.denied.write'),

  /** Proposing a correction: every body that met. */
  correct: (actor: Actor, bodies: Bodies): Decision => allowIf(isIn(actor, bodies), 'minutes.denied.correct'),
} as const;
