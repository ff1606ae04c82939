import type { LocalText } from '../../lib/local-text';
import type { Instant } from '../../lib/time';

/** The motion that approved minutes, and the meeting in which it passed. */
export interface Approval {
  readonly motion: number;
  readonly meetingId: string;
  readonly meetingTitle: LocalText;
  readonly meetingStartsAt: Instant;
}

/** One body's approval of one wording. The minutes of a joint meeting are approved once each body that met has approved the same words. */
export interface BodyApproval {
  /** The number of the wording it approved. */
  readonly wording: number;
  readonly collaborativeId: string;
  readonly approvedAt: Instant;
  readonly approval: Approval;
}

type ByBody = Pick<BodyApproval, 'wording' | 'collaborativeId'>;

/** The approvals of one wording. Those of words that were changed since count no more. */
export const approvalsOf = <One extends ByBody>(all: readonly One[], wording: number | undefined): One[] =>
  all.filter((one) => one.wording === wording);

/** The bodies that have not approved, in the order they were given. */
export const stillToApprove = (bodies: readonly string[], approvals: readonly Pick<ByBody, 'collaborativeId'>[]): string[] =>
  bodies.filter((body) => !approvals.some(({ collaborativeId }) => collaborativeId === body));

/** The bodies for which a motion approves that carried in a meeting of `voting`: those that met, and have not approved yet. */
export const approvingBodies = (
  voting: readonly string[],
  met: readonly string[],
  approvals: readonly Pick<ByBody, 'collaborativeId'>[],
): string[] => stillToApprove(met, approvals).filter((body) => voting.includes(body));

/** The item that asks a meeting to come (or under way) to approve. */
export interface ApprovalItem {
  readonly meetingId: string;
  readonly meetingStartsAt: Instant;
  readonly isInformationOnly: boolean;
}

/** How one body that met stands to the minutes. */
export interface BodyStanding {
  readonly collaborativeId: string;
  readonly area: LocalText;
  /** Its approval; undefined while it has given none. */
  readonly given: BodyApproval | undefined;
  /** The item that asks it; undefined where none waits. */
  readonly item: ApprovalItem | undefined;
}

/** Bodies that have neither approved nor are asked to. */
export const notAsked = (standings: readonly BodyStanding[]): BodyStanding[] =>
  standings.filter(({ given, item }) => given === undefined && item === undefined);
