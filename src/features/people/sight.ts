import type { Actor } from '../../lib/actor';
import type { Decision } from '../../lib/policy';

/** Something in one collaborative that a policy lets people see or do; its words stand at `people.sights.<name>`. */
export interface Sight {
  readonly name: SightName;
  readonly asks: (actor: Actor, collaborativeId: string) => Decision;
}

export const sightNames = [
  'seats',
  'changeSeats',
  'directory',
  'onboarding',
  'settings',
  'planMeetings',
  'runMeetings',
  'reported',
] as const;
export type SightName = (typeof sightNames)[number];

export interface Seen {
  readonly collaborativeId: string;
  readonly names: readonly SightName[];
}

/** What a person can see and do in each collaborative, as the policies themselves answer for them. */
export const seenBy = (actor: Actor, collaborativeIds: readonly string[], sights: readonly Sight[]): Seen[] =>
  collaborativeIds.map((collaborativeId) => ({
    collaborativeId,
    names: sights.filter(({ asks }) => asks(actor, collaborativeId).allowed).map(({ name }) => name),
  }));
