import type { RoleName } from '../../lib/actor';
import type { CalendarDate, Instant } from '../../lib/time';

/** A role a person was given, from its first to its last day (both count). */
export interface Role {
  readonly id: string;
  readonly personId: string;
  readonly role: RoleName;
  readonly collaborativeId: string | null;
  readonly cycleId: string | null;
  readonly startsOn: CalendarDate;
  readonly endsOn: CalendarDate | null;
  readonly grantedBy: string | null;
  readonly createdAt: Instant;
}

export const roleNames = ['administrator', 'staff', 'approver', 'reviewer', 'caller'] as const satisfies readonly RoleName[];

/** Roles an administrator gives by hand; reviewers and callers come with a cycle's panel. */
export const rolesByHand = ['administrator', 'staff', 'approver'] as const satisfies readonly RoleName[];

/** Whether the role counts on this day, or will. */
export const isNotOver = (role: Pick<Role, 'endsOn'>, today: CalendarDate): boolean => role.endsOn === null || role.endsOn >= today;

export const isOn = (role: Pick<Role, 'startsOn' | 'endsOn'>, today: CalendarDate): boolean =>
  role.startsOn <= today && isNotOver(role, today);

/** What is wrong with the days of a role to be given today: it cannot begin in the past, nor end before it begins. */
export function wrongDays({ startsOn, endsOn }: Pick<Role, 'startsOn' | 'endsOn'>, today: CalendarDate): 'startsOn' | 'endsOn' | null {
  if (startsOn < today) return 'startsOn';
  return endsOn !== null && endsOn < startsOn ? 'endsOn' : null;
}

/** Administrators serve everywhere, staff and approvers one collaborative, reviewers and callers one cycle in it. */
export function isWellPlaced(role: Pick<Role, 'role' | 'collaborativeId' | 'cycleId'>): boolean {
  const needs = {
    administrator: [false, false],
    staff: [true, false],
    approver: [true, false],
    reviewer: [true, true],
    caller: [true, true],
  }[role.role];
  return needs[0] === (role.collaborativeId !== null) && needs[1] === (role.cycleId !== null);
}
