/** A person's role; member and officer are no roles: they follow from seats and offices and their dates. */
export type RoleName = 'administrator' | 'staff' | 'approver' | 'reviewer' | 'caller';

export interface Grant {
  readonly role: RoleName;
  /** null: everywhere (administrator). */
  readonly collaborativeId: string | null;
  /** Set for reviewers and callers, who serve one cycle. */
  readonly cycleId: string | null;
  /** Id of the approver in whose place the role counts, for the days of a deputy; left out in one's own right. */
  readonly deputyFor?: string;
}

export type OfficeName = 'chair' | 'vice_chair' | 'secretary';

export interface SeatHeld {
  readonly membershipId: string;
  readonly collaborativeId: string;
  readonly status: 'pending' | 'active' | 'on_leave' | 'holdover';
}

export interface OfficeHeld {
  readonly office: OfficeName;
  readonly collaborativeId: string;
}

/** Whoever asks: a person signed in, or a visitor (`id` null). Read from the database on each request. */
export interface Actor {
  readonly id: string | null;
  readonly name: string;
  readonly email: string | null;
  readonly locale: string;
  readonly grants: readonly Grant[];
  readonly seats: readonly SeatHeld[];
  readonly offices: readonly OfficeHeld[];
  /** Applications this browser opened by a draft or by a link from a mail, without an account. */
  readonly openedApplicationIds: readonly string[];
}

export const visitor = (locale: string, openedApplicationIds: readonly string[] = []): Actor => ({
  id: null,
  name: '',
  email: null,
  locale,
  grants: [],
  seats: [],
  offices: [],
  openedApplicationIds,
});

export const isAdministrator = (actor: Actor): boolean => actor.grants.some((grant) => grant.role === 'administrator');

/** Staff of this collaborative. Administrators are not staff: pages.md names them where they may act. */
export const isStaffOf = (actor: Actor, collaborativeId: string): boolean => holds(actor, 'staff', collaborativeId);

export const isApproverOf = (actor: Actor, collaborativeId: string): boolean => holds(actor, 'approver', collaborativeId);

/** Approves there in their own right, in nobody's place. */
export const isApproverThemselves = (actor: Actor, collaborativeId: string): boolean =>
  approvalsIn(actor, collaborativeId).some(({ deputyFor }) => deputyFor === undefined);

/**
 * In whose place the actor approves there what `proposer` proposed: null in their own right, undefined in nobody's. Who stands in
 * for the proposer alone does not: that would be the proposer's own approval.
 */
export function approvesFor(actor: Actor, collaborativeId: string, proposer: string | null): string | null | undefined {
  if (isApproverThemselves(actor, collaborativeId)) return null;
  return approvalsIn(actor, collaborativeId).find(({ deputyFor }) => deputyFor !== proposer)?.deputyFor;
}

export const isReviewerOf = (actor: Actor, cycleId: string, collaborativeId: string): boolean =>
  actor.grants.some((grant) => grant.role === 'reviewer' && grant.cycleId === cycleId && grant.collaborativeId === collaborativeId);

/** Phones people in this cycle who have not answered an offer. */
export const isCallerOf = (actor: Actor, cycleId: string, collaborativeId: string): boolean =>
  actor.grants.some((grant) => grant.role === 'caller' && grant.cycleId === cycleId && grant.collaborativeId === collaborativeId);

/** Holds a seat that counts today (pending members do not sit yet). */
export const isMemberOf = (actor: Actor, collaborativeId: string): boolean =>
  actor.seats.some((seat) => seat.collaborativeId === collaborativeId && seat.status !== 'pending');

export const isOfficerOf = (actor: Actor, collaborativeId: string): boolean =>
  actor.offices.some((office) => office.collaborativeId === collaborativeId);

/** Collaboratives in which the actor has this role. */
export const collaborativesAs = (actor: Actor, role: RoleName): readonly string[] => [
  ...new Set(
    actor.grants
      .filter((grant) => grant.role === role)
      .map((grant) => grant.collaborativeId)
      .filter((id) => id !== null),
  ),
];

/** Whether this person must sign in with a second factor (domain.md 2). */
export const needsSecondFactor = (actor: Actor): boolean =>
  actor.grants.some((grant) => grant.role !== 'caller') || actor.offices.length > 0;

/** The capacity in which the actor acts there, for the history. */
export function capacityOf(actor: Actor, collaborativeId: string | null): string {
  if (actor.id === null) return 'visitor';
  const office = actor.offices.find((held) => held.collaborativeId === collaborativeId);
  const grant =
    actor.grants.find((held) => held.collaborativeId === collaborativeId) ?? actor.grants.find((held) => held.role === 'administrator');
  if (grant !== undefined) return grant.deputyFor === undefined ? grant.role : 'deputy';
  if (office !== undefined) return office.office;
  return collaborativeId !== null && isMemberOf(actor, collaborativeId) ? 'member' : 'person';
}

const approvalsIn = (actor: Actor, collaborativeId: string): readonly Grant[] =>
  actor.grants.filter((grant) => grant.role === 'approver' && grant.collaborativeId === collaborativeId);

const holds = (actor: Actor, role: RoleName, collaborativeId: string): boolean =>
  actor.grants.some((grant) => grant.role === role && grant.collaborativeId === collaborativeId);
