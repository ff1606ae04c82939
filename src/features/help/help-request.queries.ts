import './tables';
import type { Db } from '../../db/database';
import type { Deps } from '../../deps';
import { collaborativesAs, isAdministrator, type Actor } from '../../lib/actor';
import { Conflict, NotFound } from '../../lib/errors';
import { toLocalText, type LocalText } from '../../lib/local-text';
import { cutPage, decodeCursor, pageSize, type Page } from '../../lib/pagination';
import type { CalendarDate } from '../../lib/time';
import type { Recipient } from '../../mail/email';
import type { HelpRequest } from './help-request';
import type { HelpRequestRow } from './tables';

export async function getHelpRequest(db: Db, id: string): Promise<HelpRequest> {
  const row = await db('help_requests').where({ id }).first();
  if (row === undefined) throw new NotFound();
  return toHelpRequest(row);
}

export async function insertHelpRequest(
  tx: Deps,
  wanted: Pick<HelpRequest, 'name' | 'email' | 'collaborativeId' | 'text' | 'locale'>,
): Promise<HelpRequest> {
  const request: HelpRequest = {
    ...wanted,
    id: tx.newId(),
    askedAt: tx.clock.now(),
    answeredAt: null,
    answeredBy: null,
    answer: null,
    version: 1,
  };
  const { id, name, email, text, locale } = request;
  await tx
    .db('help_requests')
    .insert({ id, name, email, collaborative_id: request.collaborativeId, text, locale, asked_at: request.askedAt });
  return request;
}

/** Keeps the answer; fails when somebody else answered first. */
export async function saveAnswer(db: Db, { id, version, answer, answeredAt, answeredBy }: HelpRequest): Promise<void> {
  const saved = await db('help_requests')
    .where({ id, version })
    .update({ answer, answered_at: answeredAt, answered_by: answeredBy, version: version + 1 });
  if (saved === 0) throw new Conflict();
}

export interface ListedRequest extends HelpRequest {
  readonly area: LocalText | null;
  readonly slug: string | null;
  readonly answeredByName: string | null;
}

export type Show = 'waiting' | 'answered';

/** Questions this person answers: those waiting with the oldest first, or those answered with the newest first. One query. */
export async function listHelpRequestsFor(db: Db, actor: Actor, show: Show, cursor?: string): Promise<Page<ListedRequest>> {
  const after = decodeCursor(cursor);
  const isWaiting = show === 'waiting';
  const [direction, order] = isWaiting ? (['>', 'asc'] as const) : (['<', 'desc'] as const);
  const rows = await db('help_requests')
    .leftJoin('collaboratives', 'collaboratives.id', 'help_requests.collaborative_id')
    .leftJoin('people', 'people.id', 'help_requests.answered_by')
    .modify((query) => {
      if (!isAdministrator(actor)) void query.whereIn('help_requests.collaborative_id', collaborativesAs(actor, 'staff'));
      void (isWaiting ? query.whereNull('help_requests.answered_at') : query.whereNotNull('help_requests.answered_at'));
      if (after === undefined) return;
      void query.whereRaw(`(help_requests.asked_at ${direction} ? or (help_requests.asked_at = ? and help_requests.id ${direction} ?))`, [
        after.after,
        after.after,
        after.id,
      ]);
    })
    .orderBy([
      { column: 'help_requests.asked_at', order },
      { column: 'help_requests.id', order },
    ])
    .limit(pageSize + 1)
    .select<ListedRow[]>('help_requests.*', { area: 'collaboratives.area', slug: 'collaboratives.slug', answered_by_name: 'people.name' });
  return cutPage(rows.map(toListed), (request) => ({ after: request.askedAt, id: request.id }));
}

type ListedRow = HelpRequestRow & { area: string | null; slug: string | null; answered_by_name: string | null };

const toListed = (row: ListedRow): ListedRequest => ({
  ...toHelpRequest(row),
  area: row.area === null ? null : toLocalText(row.area),
  slug: row.slug,
  answeredByName: row.answered_by_name,
});

/** Whom a question is mailed to: staff of the collaborative; administrators when there are none, or none was named. */
export async function listHelpers(db: Db, collaborativeId: string | null, today: CalendarDate): Promise<Recipient[]> {
  const rows = await db('roles')
    .join('people', 'people.id', 'roles.person_id')
    .leftJoin('accounts', 'accounts.person_id', 'people.id')
    .whereNull('accounts.closed_at')
    .where('roles.starts_on', '<=', today)
    .where((ends) => void ends.whereNull('roles.ends_on').orWhere('roles.ends_on', '>=', today))
    .where((either) => {
      void either.where('roles.role', 'administrator');
      if (collaborativeId !== null)
        void either.orWhere((staff) => void staff.where('roles.role', 'staff').where('roles.collaborative_id', collaborativeId));
    })
    .orderBy(['people.id', 'roles.role'])
    .select<HelperRow[]>('people.id', 'people.name', 'people.preferred_name', 'people.email', 'people.locale', 'roles.role');
  const staff = rows.filter(({ role }) => role === 'staff');
  return (staff.length > 0 ? staff : rows).map((row) => ({
    personId: row.id,
    name: row.preferred_name ?? row.name,
    address: row.email ?? '',
    locale: row.locale,
  }));
}

interface HelperRow {
  id: string;
  name: string;
  preferred_name: string | null;
  email: string | null;
  locale: string;
  role: string;
}

const toHelpRequest = (row: HelpRequestRow): HelpRequest => ({
  id: row.id,
  name: row.name,
  email: row.email,
  collaborativeId: row.collaborative_id,
  text: row.text,
  locale: row.locale,
  askedAt: row.asked_at,
  answeredAt: row.answered_at,
  answeredBy: row.answered_by,
  answer: row.answer,
  version: row.version,
});
