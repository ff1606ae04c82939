import './tables';
import { toBoolean, type Db } from '../../db/database';
import { NotFound } from '../../lib/errors';
import { dateOf, type CalendarDate, type Instant } from '../../lib/time';
import { stillCounts, type Entry, type MemberMessage, type Spell } from './directory';
import type { MemberMessageRow } from './tables';

/** Who is in the directory of a collaborative, and what they show; nobody whose word ended with an earlier membership. Two queries. */
export async function listEntries(db: Db, collaborativeId: string): Promise<ReadonlyMap<string, Entry>> {
  const rows = await db('directory_entries').where({ collaborative_id: collaborativeId }).whereNull('opted_out_at');
  const spells = await listSpells(db, collaborativeId);
  const counting = rows.filter((row) => stillCounts(dateOf(row.opted_in_at), spells.get(row.person_id) ?? []));
  return new Map(
    counting.map((row) => [row.person_id, { showsEmail: toBoolean(row.shows_email), showsPhone: toBoolean(row.shows_phone) }]),
  );
}

/** When those in the directory were on the roster, by person. One query. */
async function listSpells(db: Db, collaborativeId: string): Promise<ReadonlyMap<string, Spell[]>> {
  const rows: { person_id: string; started_on: CalendarDate; ended_on: CalendarDate | null }[] = await db('memberships')
    .join('seats', 'seats.id', 'memberships.seat_id')
    .where('seats.collaborative_id', collaborativeId)
    .whereNotNull('memberships.started_on')
    .whereIn('memberships.person_id', db('directory_entries').where({ collaborative_id: collaborativeId }).select('person_id'))
    .select('memberships.person_id', 'memberships.started_on', 'memberships.ended_on');
  const spells = new Map<string, Spell[]>();
  for (const row of rows)
    spells.set(row.person_id, [...(spells.get(row.person_id) ?? []), { startedOn: row.started_on, endedOn: row.ended_on }]);
  return spells;
}

/** Phones of people, by id. One query. */
export async function listPhones(db: Db, personIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await db('people')
    .whereIn('id', [...personIds])
    .select('id', 'phone');
  return new Map(rows.map(({ id, phone }) => [id, phone]));
}

/** How people are called, by name. One query. */
export async function listNames(db: Db, personIds: readonly string[]): Promise<{ id: string; name: string }[]> {
  const rows = await db('people')
    .whereIn('id', [...personIds])
    .orderBy('name')
    .select('id', 'name', 'preferred_name');
  return rows.map(({ id, name, preferred_name: preferred }) => ({ id, name: preferred ?? name }));
}

/** Puts somebody into the directory, or changes what they show; null takes them out. */
export async function saveEntry(
  db: Db,
  whose: { readonly id: string; readonly personId: string; readonly collaborativeId: string; readonly at: Instant },
  entry: Entry | null,
): Promise<void> {
  const key = { person_id: whose.personId, collaborative_id: whose.collaborativeId };
  if (entry === null) {
    await db('directory_entries').where(key).update({ shows_email: false, shows_phone: false, opted_out_at: whose.at });
    return;
  }
  const shown = { shows_email: entry.showsEmail, shows_phone: entry.showsPhone, opted_in_at: whose.at, opted_out_at: null };
  await db('directory_entries')
    .insert({ id: whose.id, ...key, ...shown })
    .onConflict(['person_id', 'collaborative_id'])
    .merge(shown);
}

export const insertMessage = (db: Db, message: Omit<MemberMessage, 'reportedAt' | 'reportWords' | 'dealtWithAt'>): Promise<unknown> =>
  db('member_messages').insert({
    id: message.id,
    collaborative_id: message.collaborativeId,
    from_id: message.fromId,
    to_id: message.toId,
    text: message.text,
    sent_at: message.sentAt,
    reported_at: null,
    report_words: '',
    withheld_at: message.withheldAt,
    dealt_with_at: null,
    dealt_with_by: null,
  });

export async function getMessage(db: Db, id: string): Promise<MemberMessage> {
  const row = await db('member_messages').where({ id }).first();
  if (row === undefined) throw new NotFound();
  return toMessage(row);
}

/** Marks a message for the staff, once. */
export const reportMessage = (db: Db, id: string, given: { at: Instant; words: string }): Promise<number> =>
  db('member_messages').where({ id }).whereNull('reported_at').update({ reported_at: given.at, report_words: given.words });

/** Puts a reported message aside, once. */
export const markDealtWith = (db: Db, id: string, given: { at: Instant; by: string }): Promise<number> =>
  db('member_messages').where({ id }).whereNull('dealt_with_at').update({ dealt_with_at: given.at, dealt_with_by: given.by });

/** Reported messages of a collaborative, those to deal with first and then newest first, with who wrote and who reported. One query. */
export async function listReported(
  db: Db,
  collaborativeId: string,
): Promise<(MemberMessage & { readonly from: string; readonly to: string })[]> {
  const rows: (MemberMessageRow & { from_name: string; to_name: string })[] = await db('member_messages')
    .join({ writers: 'people' }, 'writers.id', 'member_messages.from_id')
    .join({ readers: 'people' }, 'readers.id', 'member_messages.to_id')
    .where('member_messages.collaborative_id', collaborativeId)
    .whereNotNull('member_messages.reported_at')
    .orderByRaw('case when member_messages.dealt_with_at is null then 0 else 1 end')
    .orderBy('member_messages.reported_at', 'desc')
    .limit(50)
    .select('member_messages.*', { from_name: 'writers.name', to_name: 'readers.name' });
  return rows.map((row) => ({ ...toMessage(row), from: row.from_name, to: row.to_name }));
}

const toMessage = (row: MemberMessageRow): MemberMessage => ({
  id: row.id,
  collaborativeId: row.collaborative_id,
  fromId: row.from_id,
  toId: row.to_id,
  text: row.text,
  sentAt: row.sent_at,
  reportedAt: row.reported_at,
  reportWords: row.report_words,
  withheldAt: row.withheld_at,
  dealtWithAt: row.dealt_with_at,
});
