import './tables';
import type { Db } from '../../db/database';
import type { Deps } from '../../deps';
import { Conflict, NotFound } from '../../lib/errors';
import { cutPage, decodeCursor, pageSize, type Page } from '../../lib/pagination';
import type { Instant } from '../../lib/time';
import type { Recipient } from '../../mail/email';
import { findText, searchTexts, type AccessNeeds, type ListedPerson, type Person } from './person';
import { recipientOf } from './person.emails';
import type { PersonRow } from './tables';

/** A person to be; what is left out is empty. */
export type NewPerson = Pick<Person, 'name'> & Partial<Omit<Person, 'id' | 'name' | 'createdAt' | 'version'>>;

export async function getPerson(db: Db, id: string): Promise<Person> {
  const person = await findPerson(db, id);
  if (person === undefined) throw new NotFound();
  return person;
}

export async function findPerson(db: Db, id: string): Promise<Person | undefined> {
  const row = await db('people').where({ id }).first();
  return row === undefined ? undefined : toPerson(row);
}

/** Everyone with this address whose account is not closed, whoever proved it first in front; capitals do not matter. */
export async function listPeopleAt(db: Db, email: string): Promise<Person[]> {
  const rows = await db('people')
    .leftJoin('accounts', 'accounts.person_id', 'people.id')
    .whereRaw('lower(people.email) = ?', [email.toLowerCase()])
    .whereNull('accounts.closed_at')
    .orderByRaw('case when people.email_verified_at is null then 1 else 0 end, people.created_at, people.id')
    .limit(12)
    .select<PersonRow[]>('people.*');
  return rows.map(toPerson);
}

/** These people as recipients of a letter, in one query; whoever has closed their account is left out. */
export async function listRecipients(db: Db, personIds: readonly string[]): Promise<Recipient[]> {
  const rows = await db('people')
    .leftJoin('accounts', 'accounts.person_id', 'people.id')
    .whereIn('people.id', personIds)
    .whereNull('accounts.closed_at')
    .orderBy('people.id')
    .select<PersonRow[]>('people.*');
  return rows.map((row) => recipientOf(toPerson(row)));
}

/** Adds a person and answers them. */
export async function insertPerson(tx: Deps, wanted: NewPerson): Promise<Person> {
  const person: Person = { ...emptyPerson, ...wanted, id: tx.newId(), createdAt: tx.clock.now(), version: 1 };
  await tx.db('people').insert({ id: person.id, created_at: person.createdAt, version: 1, ...columnsOf(person) });
  return person;
}

/** Saves what changed; fails when another request saved the same person first. */
export async function savePerson(db: Db, person: Person): Promise<void> {
  const { id, version } = person;
  const saved = await db('people')
    .where({ id, version })
    .update({ ...columnsOf(person), version: version + 1 });
  if (saved === 0) throw new Conflict();
}

/** Keeps that the address was proved, once. */
export const markEmailVerified = (db: Db, personId: string, at: Instant): Promise<number> =>
  db('people').where({ id: personId }).whereNull('email_verified_at').update({ email_verified_at: at });

/** People by name for administrators, found by a part of a name, the address or the phone number. One query. */
export async function listPeople(db: Db, search: string, after: string | undefined): Promise<Page<ListedPerson>> {
  const cursor = decodeCursor(after);
  const likes = searchTexts(search).map((text) => `%${text.replace(/[\\%_]/g, '\\$&')}%`);
  const rows = await db('people')
    .leftJoin('accounts', 'accounts.person_id', 'people.id')
    .modify((query) => {
      if (likes.length > 0) void query.whereRaw(`(${likes.map(() => `people.find_text like ? escape '\\'`).join(' or ')})`, likes);
      if (cursor !== undefined)
        void query.whereRaw('(people.name > ? or (people.name = ? and people.id > ?))', [cursor.after, cursor.after, cursor.id]);
    })
    .orderBy([{ column: 'people.name' }, { column: 'people.id' }])
    .limit(pageSize + 1)
    .select<(Pick<PersonRow, 'id' | 'name' | 'email'> & { closed_at: string | null; roles: number | string })[]>(
      'people.id',
      'people.name',
      'people.email',
      'accounts.closed_at',
      db('roles').whereRaw('roles.person_id = people.id').whereNull('roles.ends_on').count('*').as('roles'),
    );
  const listed = rows.map((row) => ({
    id: row.id,
    name: row.name,
    email: row.email,
    roles: Number(row.roles),
    isClosed: row.closed_at !== null,
  }));
  return cutPage(listed, (person) => ({ after: person.name, id: person.id }));
}

const emptyPerson: Omit<Person, 'id' | 'name' | 'createdAt' | 'version'> = {
  preferredName: null,
  pronouns: null,
  email: null,
  emailVerifiedAt: null,
  phone: '',
  locale: 'en',
  accessNeeds: {},
  address: '',
  zip: '',
};

const columnsOf = (person: Person): Omit<PersonRow, 'id' | 'created_at' | 'version'> => ({
  name: person.name,
  preferred_name: person.preferredName,
  pronouns: person.pronouns,
  email: person.email,
  email_verified_at: person.emailVerifiedAt,
  phone: person.phone,
  locale: person.locale,
  access_needs: JSON.stringify(person.accessNeeds),
  address: person.address,
  zip: person.zip,
  find_text: findText(person),
});

/** A row as a person. */
export const toPerson = (row: PersonRow): Person => ({
  id: row.id,
  name: row.name,
  preferredName: row.preferred_name,
  pronouns: row.pronouns,
  email: row.email,
  emailVerifiedAt: row.email_verified_at,
  phone: row.phone,
  locale: row.locale,
  accessNeeds: JSON.parse(row.access_needs) as AccessNeeds,
  address: row.address,
  zip: row.zip,
  createdAt: row.created_at,
  version: row.version,
});
