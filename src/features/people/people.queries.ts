import type { Knex } from 'knex';
import type { Db } from '../../db/database';
import { NotFound } from '../../lib/errors';
import { toLocalText, type LocalText } from '../../lib/local-text';
import type { CalendarDate, Instant } from '../../lib/time';
import { findText } from '../accounts';
import { mergedFields, type MergeBlock, type PersonFields } from './merge';

export interface PersonRecord {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly phone: string;
  readonly mergedInto: string | null;
  readonly lastSignInAt: Instant | null;
  readonly sessions: number;
  readonly terms: readonly {
    readonly id: string;
    readonly collaborative: LocalText;
    readonly seat: string;
    readonly status: 'pending' | 'active' | 'on_leave' | 'holdover' | 'ended';
    readonly from: CalendarDate;
    readonly to: CalendarDate;
  }[];
  readonly mails: readonly {
    readonly id: string;
    readonly kind: string;
    readonly subject: string;
    readonly status: string;
    readonly problem: string | null;
    readonly at: Instant;
  }[];
  readonly letters: readonly { readonly id: string; readonly subject: string; readonly status: string; readonly at: Instant }[];
}

interface PersonLine {
  id: string;
  name: string;
  email: string | null;
  phone: string;
  merged_into: string | null;
  last_sign_in_at: Instant | null;
}

/** What the product knows of a person beside their profile: seats, sign-ins, and what was sent to them. Five queries. */
export async function getPersonRecord(db: Db, id: string): Promise<PersonRecord> {
  const [row] = await plain(db, 'people')
    .leftJoin('accounts', 'accounts.person_id', 'people.id')
    .where('people.id', id)
    .select<PersonLine[]>('people.id', 'people.name', 'people.email', 'people.phone', 'people.merged_into', 'accounts.last_sign_in_at');
  if (row === undefined) throw new NotFound();
  const [sessions] = await db('sessions').where({ person_id: id }).count({ n: '*' });
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    phone: row.phone,
    mergedInto: row.merged_into,
    lastSignInAt: row.last_sign_in_at,
    sessions: Number(sessions?.n ?? 0),
    terms: await listTerms(db, id),
    ...(await listSent(db, id)),
  };
}

interface TermLine {
  id: string;
  status: PersonRecord['terms'][number]['status'];
  term_starts_on: CalendarDate;
  term_ends_on: CalendarDate;
  code: string;
  body: string;
}

async function listTerms(db: Db, personId: string): Promise<PersonRecord['terms']> {
  const rows = await plain(db, 'memberships')
    .join('seats', 'seats.id', 'memberships.seat_id')
    .join('collaboratives', 'collaboratives.id', 'seats.collaborative_id')
    .where('memberships.person_id', personId)
    .orderBy('memberships.term_starts_on', 'desc')
    .select<TermLine[]>('memberships.id', 'memberships.status', 'memberships.term_starts_on', 'memberships.term_ends_on', 'seats.code', {
      body: 'collaboratives.name',
    });
  return rows.map((term) => ({
    id: term.id,
    collaborative: toLocalText(term.body),
    seat: term.code,
    status: term.status,
    from: term.term_starts_on,
    to: term.term_ends_on,
  }));
}

async function listSent(db: Db, personId: string): Promise<Pick<PersonRecord, 'mails' | 'letters'>> {
  const whose = { person_id: personId };
  const mails = await db('outbox')
    .where(whose)
    .orderBy('created_at', 'desc')
    .limit(50)
    .select('id', 'kind', 'subject', 'status', 'problem', 'created_at');
  const letters = await db('paper_letters')
    .where(whose)
    .orderBy('created_at', 'desc')
    .limit(50)
    .select('id', 'subject', 'status', 'created_at');
  return {
    mails: mails.map(({ created_at: at, ...mail }) => ({ ...mail, at })),
    letters: letters.map(({ created_at: at, ...letter }) => ({ ...letter, at })),
  };
}

export interface Namesake {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
}

/** Records that may be the same person: the same address, phone, or name. */
export async function listNamesakes(
  db: Db,
  { id, name, email, phone }: Pick<PersonRecord, 'id' | 'name' | 'email' | 'phone'>,
): Promise<Namesake[]> {
  const rows = await plain(db, 'people')
    .whereNot('id', id)
    .whereNull('merged_into')
    .where((same) => {
      void same.whereRaw('lower(name) = ?', [name.toLowerCase()]);
      if (email !== null) void same.orWhereRaw('lower(email) = ?', [email.toLowerCase()]);
      if (phone !== '') void same.orWhere('phone', phone);
    })
    .orderBy('name')
    .limit(20)
    .select<Namesake[]>('id', 'name', 'email');
  return rows;
}

export async function getFields(db: Db, id: string): Promise<PersonFields & { readonly version: number }> {
  const [row] = await plain(db, 'people')
    .where({ id })
    .whereNull('merged_into')
    .select<(PersonFields & { version: number })[]>(...mergedFields, 'version');
  if (row === undefined) throw new NotFound();
  return row;
}

/** Why two records cannot be joined: what both have that one person may have but once. */
export async function mergeBlocks(db: Db, keptId: string, goneId: string): Promise<MergeBlock[]> {
  const both = [keptId, goneId];
  const cycles = await plain(db, 'applications')
    .whereIn('person_id', both)
    .whereIn('status', ['draft', 'submitted'])
    .groupBy('cycle_id')
    .havingRaw('count(distinct person_id) > 1')
    .pluck<string[]>('cycle_id');
  const bodies = await plain(db, 'memberships')
    .join('seats', 'seats.id', 'memberships.seat_id')
    .whereIn('person_id', both)
    .whereNot('memberships.status', 'ended')
    .groupBy('seats.collaborative_id')
    .havingRaw('count(distinct person_id) > 1')
    .pluck<string[]>('seats.collaborative_id');
  const reviews = await plain(db, 'reviews')
    .whereIn('reviewer_id', both)
    .groupBy('candidacy_id')
    .havingRaw('count(distinct reviewer_id) > 1')
    .pluck<string[]>('candidacy_id');
  const found: readonly [MergeBlock, readonly string[]][] = [
    ['sameCycle', cycles],
    ['sameSeatDays', bodies],
    ['sameReview', reviews],
  ];
  return found.filter(([, ids]) => ids.length > 0).map(([block]) => block);
}

/** Columns that say whose a record is. Who did a thing (`*_by`) stays as it was: the history names both. */
const ownedBy: readonly (readonly [table: string, column: string])[] = [
  ['applications', 'person_id'],
  ['memberships', 'person_id'],
  ['outbox', 'person_id'],
  ['paper_letters', 'person_id'],
  ['standing_interests', 'person_id'],
  ['action_items', 'owner_id'],
  ['reviews', 'reviewer_id'],
  ['standing_conflicts', 'person_id'],
  ['reviewer_absences', 'person_id'],
  ['saved_views', 'owner_id'],
  ['panel_comments', 'author_id'],
  ['candidacy_notes', 'author_id'],
  ['minutes_corrections', 'proposed_by'],
  ['topics', 'proposed_by'],
  ['recordings', 'added_by'],
  ['translation_tasks', 'owner_id'],
  ['member_messages', 'from_id'],
  ['member_messages', 'to_id'],
];

/** Columns with a unique partner: what both have stays with the kept one. */
const ownedOnce: readonly (readonly [table: string, column: string, partner: string])[] = [
  ['note_people', 'person_id', 'note_id'],
  ['rsvps', 'person_id', 'meeting_id'],
  ['panel_members', 'person_id', 'cycle_id'],
  ['directory_entries', 'person_id', 'collaborative_id'],
  ['conflict_findings', 'reviewer_id', 'candidacy_id'],
  ['member_blocks', 'person_id', 'blocked_id'],
  ['member_blocks', 'blocked_id', 'person_id'],
  ['notice_choices', 'person_id', 'kind'],
];

/** Gives all that one person has to another. Answers how many rows. */
export async function moveAll(db: Db, keptId: string, goneId: string): Promise<number> {
  let count = 0;
  for (const [table, column] of ownedBy)
    count += await plain(db, table)
      .where(column, goneId)
      .update({ [column]: keptId });
  for (const [table, column, partner] of ownedOnce) {
    const held = await plain(db, table).where(column, keptId).pluck<string[]>(partner);
    count += await plain(db, table)
      .where(column, goneId)
      .whereNotIn(partner, held)
      .update({ [column]: keptId });
    await plain(db, table).where(column, goneId).delete();
  }
  return count;
}

/** Ends the record that goes: nobody signs in with it, no address leads to it, no role is left in it. */
export async function retire(db: Db, goneId: string, given: { keptId: string; at: Instant; today: CalendarDate }): Promise<void> {
  await plain(db, 'people')
    .where({ id: goneId })
    .update({ merged_into: given.keptId, email: null, email_verified_at: null, phone: '', address: '', zip: '', find_text: '' });
  await db('accounts').where({ person_id: goneId }).update({ closed_at: given.at, password_hash: null, totp_sealed: null });
  await db('roles')
    .where({ person_id: goneId })
    .where((ends) => void ends.whereNull('ends_on').orWhere('ends_on', '>', given.today))
    .update({ ends_on: given.today });
  await db('invitations').where({ person_id: goneId }).whereNull('outcome').update({ outcome: 'replaced', settled_at: given.at });
  await plain(db, 'deputies').whereRaw('? in (approver_id, deputy_id) and ended_at is null', [goneId]).update({ ended_at: given.at });
  for (const table of ['tokens', 'calendar_feeds'] as const) await db(table).where({ person_id: goneId }).delete();
}

export const saveFields = (db: Db, id: string, fields: PersonFields, version: number): Promise<number> =>
  plain(db, 'people')
    .where({ id, version })
    .update({ ...fields, find_text: foundBy(fields), version: version + 1 });

const foundBy = ({ name, preferred_name, email, phone }: PersonFields): string =>
  findText({ name: name ?? '', preferredName: preferred_name, email, phone: phone ?? '' });

const plain = (db: Db, table: string): Knex.QueryBuilder => (db as Knex).table<Record<string, unknown>>(table);
