import type { Db } from '../../db/database';
import type { CalendarDate } from '../../lib/time';
import type { Recipient } from '../../mail/email';
import { getCollaborative, type Collaborative } from '../collaboratives';
import { memberRecipients } from '../membership';
import { asOne } from './bodies';
import { bodiesOf, type Meeting } from './meeting';

type Meets = Pick<Meeting, 'collaborativeId' | 'withBodies'>;

/** The bodies that meet, the host first: one query each. */
export async function listBodies(db: Db, meeting: Meets): Promise<[Collaborative, ...Collaborative[]]> {
  const host = await getCollaborative(db, meeting.collaborativeId);
  const others: Collaborative[] = [];
  for (const id of meeting.withBodies) others.push(await getCollaborative(db, id));
  return [host, ...others];
}

/** The body that meets; of a joint meeting all of them as one. */
export async function bodyOf(db: Db, meeting: Meets): Promise<Collaborative> {
  const [host, ...others] = await listBodies(db, meeting);
  return asOne(host, others);
}

/** The members of every body that meets, as of a date; who sits in two of them gets one mail. */
export async function meetingRecipients(db: Db, meeting: Meets, date: CalendarDate): Promise<Recipient[]> {
  const byPerson = new Map<string | null, Recipient>();
  for (const id of bodiesOf(meeting)) for (const to of await memberRecipients(db, id, date)) byPerson.set(to.personId, to);
  return [...byPerson.values()];
}
