import type { Recipient } from '../../mail/email';
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

/** The person as the recipient of a letter; without an address nothing is sent. */
export const recipientOf = (person: Person): Recipient => ({
  personId: person.id,
  name: calledName(person),
  address: person.email ?? '',
  locale: person.locale,
});
