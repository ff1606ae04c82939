import { fold } from '../../lib/text';
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

/** What a search for people looks through: names and address without accents or capitals, and the digits of the phone. */
export const findText = ({ name, preferredName, email, phone }: Pick<Person, 'name' | 'preferredName' | 'email' | 'phone'>): string =>
  [fold(name), fold(preferredName ?? ''), fold(email ?? ''), digitsOf(phone)].join('\n');

/** The texts one of which `findText` must hold: the words as written, and for what reads as a phone number its digits alone. */
export function searchTexts(search: string): string[] {
  const words = fold(search);
  const digits = digitsOf(search);
  return [...(words === '' ? [] : [words]), ...(digits.length >= 4 && /^[\d\s()+.-]+$/.test(search) ? [digits] : [])];
}

const digitsOf = (text: string): string => text.replace(/\D/g, '');
