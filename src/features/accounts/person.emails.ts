import type { Recipient } from '../../mail/email';
import { calledName, type Person } from './person';

/** The person as the recipient of a letter; without an address nothing is sent. */
export const recipientOf = (person: Person): Recipient => ({
  personId: person.id,
  name: calledName(person),
  address: person.email ?? '',
  locale: person.locale,
});
