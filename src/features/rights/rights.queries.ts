import './tables';
import type { Knex } from 'knex';
import type { Db } from '../../db/database';
import { compactSearch, forgetSearchDocuments } from '../../db/search-index';
import type { CalendarDate, Instant } from '../../lib/time';
import { noSets, type Piece, type Sets } from './piece';

/** Every record of one person, by what it is. */
export async function setsOf(db: Db, personId: string): Promise<Sets> {
  const applications: { id: string; email: string | null }[] = await db('applications')
    .where({ person_id: personId })
    .select('id', 'email');
  const person = await db('people').where({ id: personId }).first('email');
  const emails = [person?.email, ...applications.map(({ email }) => email)].flatMap((email) => (email ? [email.toLowerCase()] : []));
  const sets = await setsOfApplications(
    db,
    applications.map(({ id }) => id),
  );
  const memberships: string[] = await db('memberships').where({ person_id: personId }).pluck('id');
  return {
    ...sets,
    person: [personId],
    // An address that others of the household have is not this person's alone.
    emails: await notShared(db, personId, [...new Set(emails)]),
    accounts: await db('accounts').where({ person_id: personId }).pluck('id'),
    memberships,
    plans: await db('onboarding_plans').whereIn('membership_id', memberships).pluck('id'),
    ownReviews: await db('reviews').where({ reviewer_id: personId }).pluck('id'),
    mails: await listMails(db, personId, sets.applications, [...new Set(emails)]),
  };
}

/** The records that hang on some applications, and nothing else of who sent them. */
export async function setsOfApplications(db: Db, applicationIds: readonly string[]): Promise<Sets> {
  const applications = [...applicationIds];
  const candidacies: string[] = await db('candidacies').whereIn('application_id', applications).pluck('id');
  return {
    ...noSets,
    applications,
    candidacies,
    offers: await db('offers').whereIn('application_id', applications).pluck('id'),
    reviewsAbout: await db('reviews').whereIn('candidacy_id', candidacies).pluck('id'),
    mails: await db('outbox').where('about_kind', 'application').whereIn('about_id', applications).pluck('id'),
  };
}

async function notShared(db: Db, personId: string, emails: readonly string[]): Promise<string[]> {
  const shared = await db('people').whereNot('id', personId).whereNotNull('email').select('email');
  const taken = new Set(shared.map(({ email }) => email?.toLowerCase()));
  return emails.filter((email) => !taken.has(email));
}

const listMails = (db: Db, personId: string, applications: readonly string[], emails: readonly string[]): Promise<string[]> =>
  db('outbox')
    .where('person_id', personId)
    .orWhere((about) => void about.where('about_kind', 'application').whereIn('about_id', [...applications]))
    .orWhere(
      (to) => void to.whereNull('person_id').whereRaw(`lower(to_address) in (${emails.map(() => '?').join(', ') || "''"})`, [...emails]),
    )
    .pluck('id');

function rowsOf(db: Db, { table, column, set, only }: Piece, sets: Sets): Knex.QueryBuilder {
  const rows =
    set === 'emails'
      ? plain(db, table).whereRaw(`lower(??) in (${sets.emails.map(() => '?').join(', ') || "''"})`, [column, ...sets.emails])
      : plain(db, table).whereIn(column, [...sets[set]]);
  if (only === undefined) return rows;
  if (only.is === 'empty') return rows.whereNull(only.column);
  return only.is === 'filled' ? rows.whereNotNull(only.column) : rows.whereIn(only.column, [...only.is]);
}

/** A table by a name that only the map knows. */
const plain = (db: Db, table: string): Knex.QueryBuilder => (db as Knex).table<Record<string, unknown>>(table);

/** How many rows a piece holds of somebody. */
export async function countPiece(db: Db, piece: Piece, sets: Sets): Promise<number> {
  if (sets[piece.set].length === 0) return 0;
  const [row]: { n?: number | string }[] = await rowsOf(db, piece, sets).count({ n: '*' });
  return Number(row?.n ?? 0);
}

/** What an export gives of a piece. */
export async function readPiece(db: Db, piece: Piece, sets: Sets): Promise<Record<string, unknown>[]> {
  if (sets[piece.set].length === 0 || piece.gives.length === 0) return [];
  const rows: Record<string, unknown>[] = await rowsOf(db, piece, sets).select(...piece.gives);
  return rows;
}

/** Erases what a piece holds of somebody: deletes the rows, sets columns, or leaves them. `spared` columns stay as they are. */
export async function erasePiece(db: Db, piece: Piece, sets: Sets, spared: ReadonlySet<string>): Promise<number> {
  if (sets[piece.set].length === 0 || piece.erase.does === 'keep') return 0;
  if (piece.erase.does === 'delete') return rowsOf(db, piece, sets).delete();
  const change = Object.fromEntries(Object.entries(piece.erase.to).filter(([column]) => !spared.has(`${piece.table}.${column}`)));
  return Object.keys(change).length === 0 ? 0 : rowsOf(db, piece, sets).update(change);
}

/** Takes the person out of what is found in no other way: the search, the words of slates that were sent, the history, keys of mails, sessions. */
export async function scrub(db: Db, sets: Sets): Promise<void> {
  await forgetSearchDocuments(db, sets.applications);
  if (sets.applications.length > 0) await compactSearch(db);
  await db('events')
    .whereIn('subject_id', [...sets.person, ...sets.applications, ...sets.candidacies, ...sets.offers, ...sets.plans, ...sets.reviewsAbout])
    .update({ details: null, salt: null });
  await db('outbox')
    .whereIn('id', [...sets.mails])
    .update({ dedupe_key: db.raw("'erased:' || id") as never });
  await db('outbox')
    .whereIn('id', [...sets.mails])
    .whereIn('status', ['queued', 'claimed'])
    .update({ status: 'cancelled', problem: 'not_due' });
  await db('import_tries').whereNotNull('content').update({ content: null });
  for (const id of sets.applications) await db('sessions').where('data', 'like', `%${id}%`).delete();
  await scrubSendings(db, new Set(sets.candidacies));
}

interface SentEntry {
  readonly candidacyId: string;
  readonly reasonWords?: string | null;
}

async function scrubSendings(db: Db, candidacies: ReadonlySet<string>): Promise<void> {
  if (candidacies.size === 0) return;
  const slates: string[] = await db('slate_entries')
    .whereIn('candidacy_id', [...candidacies])
    .pluck('slate_id');
  const rows = await db('slate_sendings').whereIn('slate_id', slates).select('slate_id', 'number', 'entries');
  for (const { slate_id: slateId, number, entries } of rows) {
    const kept = (JSON.parse(entries) as SentEntry[]).map((entry) =>
      candidacies.has(entry.candidacyId) ? { ...entry, reasonWords: null } : entry,
    );
    await db('slate_sendings')
      .where({ slate_id: slateId, number })
      .update({ entries: JSON.stringify(kept) });
  }
}

export type Block = 'hold' | 'seat' | 'role' | 'application';

/** Why somebody cannot be erased now; empty when they can. */
export async function blocksOf(db: Db, personId: string, today: CalendarDate): Promise<Block[]> {
  const holds: string[] = await db('legal_holds')
    .whereNull('lifted_at')
    .where((whose) => void whose.where('person_id', personId).orWhereNull('person_id'))
    .pluck('id');
  const seats: string[] = await db('memberships').where('person_id', personId).whereNot('status', 'ended').pluck('id');
  const roles: string[] = await db('roles')
    .where('person_id', personId)
    .where((ends) => void ends.whereNull('ends_on').orWhere('ends_on', '>=', today))
    .pluck('id');
  const live: string[] = await db('candidacies')
    .join('applications', 'applications.id', 'candidacies.application_id')
    .join('cycles', 'cycles.id', 'candidacies.cycle_id')
    .where('applications.person_id', personId)
    .whereIn('candidacies.status', ['in_review', 'offered', 'alternate'])
    .whereNotIn('cycles.status', ['complete', 'cancelled'])
    .pluck('candidacies.id');
  const found: readonly [Block, readonly string[]][] = [
    ['hold', holds],
    ['seat', seats],
    ['role', roles],
    ['application', live],
  ];
  return found.filter(([, ids]) => ids.length > 0).map(([block]) => block);
}

/** Whether the person ever sat: then the name on the roster, the minutes and the votes is a public record. */
export async function hasSat(db: Db, personId: string): Promise<boolean> {
  return (await db('memberships').where('person_id', personId).whereNotNull('started_on').first('id')) !== undefined;
}

/** Applications that led to no seat, decided before a moment, of cycles that are over, and not erased yet. */
export async function listOldApplications(db: Db, before: Instant): Promise<string[]> {
  const ids: string[] = await db('applications')
    .join('cycles', 'cycles.id', 'applications.cycle_id')
    .whereIn('cycles.status', ['released', 'complete', 'cancelled'])
    .whereIn('applications.status', ['submitted', 'withdrawn'])
    .whereNot('applications.answers', '{}')
    .whereNotExists((open) => {
      void open
        .from('candidacies')
        .whereRaw('candidacies.application_id = applications.id')
        .where((still) => {
          void still
            .whereIn('candidacies.status', ['in_review', 'offered', 'alternate', 'accepted'])
            .orWhere('candidacies.decided_at', '>=', before);
        })
        .select('candidacies.id');
    })
    .where('cycles.closes_at', '<', before)
    .whereNotExists(holdOn(db, 'applications.person_id'))
    .orderBy('applications.id')
    .pluck('applications.id');
  return ids;
}

/** Memberships over for so long that the member's file is no longer kept, with something still in it. */
export async function listOldMemberFiles(db: Db, before: CalendarDate): Promise<string[]> {
  const ids: string[] = await db('memberships')
    .join('onboarding_plans', 'onboarding_plans.membership_id', 'memberships.id')
    .where('memberships.status', 'ended')
    .where('memberships.term_ends_on', '<', before)
    .whereExists((filled) => {
      void filled
        .from('onboarding_tasks')
        .whereRaw('onboarding_tasks.plan_id = onboarding_plans.id')
        .where((any) => void any.whereNot('answers', '{}').orWhereNotNull('typed_name').orWhereNotNull('file_sha256'))
        .select('onboarding_tasks.id');
    })
    .whereNotExists(holdOn(db, 'memberships.person_id'))
    .orderBy('memberships.id')
    .pluck('memberships.id');
  return ids;
}

const holdOn = (db: Db, column: string): Knex.QueryBuilder =>
  db('legal_holds')
    .whereNull('lifted_at')
    .whereRaw('(legal_holds.person_id is null or legal_holds.person_id = ??)', [column])
    .select('legal_holds.id');

/** The sets of some memberships' files. */
export const setsOfMemberFiles = async (db: Db, membershipIds: readonly string[]): Promise<Sets> => ({
  ...noSets,
  memberships: membershipIds,
  plans: await db('onboarding_plans')
    .whereIn('membership_id', [...membershipIds])
    .pluck('id'),
});
