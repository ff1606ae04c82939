import './tables';
import type { Db } from '../../db/database';
import { Conflict, NotFound } from '../../lib/errors';
import { groupBy } from '../../lib/group';
import { toLocalText } from '../../lib/local-text';
import type { Exception, ExceptionWithVotes } from './exception';
import type { Vote } from './motion';
import type { ExceptionRow, ExceptionVoteRow } from './tables';

/** What was put forward off the posted agenda of a meeting, in order, each with its votes. Two queries. */
export async function listExceptions(db: Db, meetingId: string): Promise<ExceptionWithVotes[]> {
  const rows = await db('agenda_exceptions').where({ meeting_id: meetingId }).orderBy(['proposed_at', 'id']);
  const votes: ExceptionVoteRow[] = await db('agenda_exception_votes')
    .join('agenda_exceptions', 'agenda_exceptions.id', 'agenda_exception_votes.exception_id')
    .where('agenda_exceptions.meeting_id', meetingId)
    .orderBy('agenda_exception_votes.membership_id')
    .select<ExceptionVoteRow[]>('agenda_exception_votes.*');
  const byException = groupBy(votes, (vote) => vote.exception_id);
  return rows.map((row) => ({ ...toException(row), votes: (byException.get(row.id) ?? []).map(toVote) }));
}

/** Throws NotFound, also for one of another meeting. */
export async function getException(db: Db, meetingId: string, id: string): Promise<Exception> {
  const row = await db('agenda_exceptions').where({ meeting_id: meetingId, id }).first();
  if (row === undefined) throw new NotFound();
  return toException(row);
}

/** Whether a line of an agenda was added by such a vote. */
export async function isByException(db: Db, itemId: string): Promise<boolean> {
  return (await db('agenda_exceptions').where({ item_id: itemId, status: 'carried' }).first('id')) !== undefined;
}

export async function insertException(db: Db, exception: Exception): Promise<void> {
  await db('agenda_exceptions').insert(fromException(exception));
}

/** Saves over the version that was read. Throws Conflict when another was first. */
export async function saveException(db: Db, exception: Exception): Promise<void> {
  const { id, version } = exception;
  const changed = await db('agenda_exceptions')
    .where({ id, version })
    .update(fromException({ ...exception, version: version + 1 }));
  if (changed === 0) throw new Conflict();
}

export async function insertExceptionVotes(db: Db, exceptionId: string, votes: readonly Vote[]): Promise<void> {
  await db('agenda_exception_votes').insert(
    votes.map(({ membershipId, choice, reason }) => ({ exception_id: exceptionId, membership_id: membershipId, choice, reason })),
  );
}

const toVote = ({ membership_id: membershipId, choice, reason }: ExceptionVoteRow): Vote => ({ membershipId, choice, reason });

const toException = (row: ExceptionRow): Exception => ({
  id: row.id,
  meetingId: row.meeting_id,
  title: toLocalText(row.title),
  why: row.why,
  status: row.status,
  regimes: JSON.parse(row.regimes) as Exception['regimes'],
  itemId: row.item_id,
  proposedAt: row.proposed_at,
  decidedAt: row.decided_at,
  version: row.version,
});

const fromException = (exception: Exception): ExceptionRow => ({
  id: exception.id,
  meeting_id: exception.meetingId,
  title: JSON.stringify(exception.title),
  why: exception.why,
  status: exception.status,
  regimes: JSON.stringify(exception.regimes),
  item_id: exception.itemId,
  proposed_at: exception.proposedAt,
  decided_at: exception.decidedAt,
  version: exception.version,
});
