import type { Deps } from '../../deps';
import { inLocale } from '../../lib/local-text';
import { dateOf } from '../../lib/time';
import { queueEmails } from '../../mail/queue-email';
import type { Email, Recipient } from '../../mail/email';
import { getPerson, listPeopleWithRole, recipientOf } from '../accounts';
import { getCollaborative, type Collaborative } from '../collaboratives';
import { membershipEnded, seatBegan, stillHeld, type About } from './membership.emails';
import type { Membership } from './membership';

export type Compose = (to: Recipient, about: About) => Email;

/** Tells the member and the staff that the seat begins today. */
export const tellSeatBegan = (tx: Deps, membership: Membership): Promise<void> => tell(tx, membership, seatBegan);

/** Tells the member and the staff that the term is over and the seat not filled: the member remains. */
export const tellStillHeld = (tx: Deps, membership: Membership): Promise<void> => tell(tx, membership, stillHeld);

/** The letter that ends a membership, to the member (while they live) and the staff. */
export const tellMembershipEnded = (tx: Deps, membership: Membership): Promise<void> => tell(tx, membership, membershipEnded);

/** Composes a letter for the member (while they live) and for each of the staff, and queues them. */
export async function tell(tx: Deps, membership: Membership, compose: Compose): Promise<void> {
  await queueEmails(tx, await lettersAbout(tx, membership, compose));
}

/** The letters about a membership: to the member (while they live) and to each of the staff. */
export async function lettersAbout(tx: Deps, membership: Membership, compose: Compose): Promise<Email[]> {
  const { collaborativeId, personId, endReason } = membership;
  const collaborative = await getCollaborative(tx.db, collaborativeId);
  const person = await getPerson(tx.db, personId);
  const staff = await listPeopleWithRole(tx.db, 'staff', collaborativeId, dateOf(tx.clock.now()));
  const member = endReason === 'died' ? [] : [recipientOf(person)];
  const about = (to: Recipient, isStaff: boolean): About => ({
    t: tx.translate(to.locale),
    baseUrl: tx.baseUrl,
    membership,
    memberName: person.preferredName ?? person.name,
    collaborative: nameIn(collaborative, to.locale),
    slug: collaborative.slug,
    isStaff,
  });
  const others = staff.filter((to) => to.personId !== personId);
  return [...member.map((to) => compose(to, about(to, false))), ...others.map((to) => compose(to, about(to, true)))];
}

const nameIn = ({ name }: Collaborative, locale: string): string => inLocale(name, locale);
