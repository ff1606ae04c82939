import type { Instant } from '../../lib/time';

/** What a person needs in order to take part; seen only by those who arrange it. */
export interface AccessNeeds {
  readonly interpreter?: string;
  readonly mobility?: string;
  readonly hearing?: string;
  readonly vision?: string;
  readonly childCare?: string;
  readonly other?: string;
}

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly preferredName: string | null;
  readonly pronouns: string | null;
  readonly email: string | null;
  readonly emailVerifiedAt: Instant | null;
  readonly phone: string;
  readonly locale: string;
  readonly accessNeeds: AccessNeeds;
  readonly address: string;
  readonly zip: string;
  readonly createdAt: Instant;
  readonly version: number;
}

/** How a person wishes to be called. */
export const calledName = (person: Pick<Person, 'name' | 'preferredName'>): string => person.preferredName ?? person.name;

export interface ListedPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly roles: number;
  readonly isClosed: boolean;
}
