import type { Knex } from 'knex';
import type { Db } from '../../db/database';
import { toLocalText, type LocalText } from '../../lib/local-text';
import type { CalendarDate, Instant } from '../../lib/time';

/**
 * Deputies that count on this day: it is within their days, nobody has ended them, and the approver still holds the role with an
 * account that is not closed. What an approver may not do any more, no deputy does.
 */
export const standInsOn = (db: Db, today: CalendarDate): Knex.QueryBuilder =>
  db('deputies')
    .where('deputies.starts_on', '<=', today)
    .where('deputies.ends_on', '>=', today)
    .whereNull('deputies.ended_at')
    .whereExists(
      db('roles')
        .select(db.raw('1'))
        .where('roles.role', 'approver')
        .whereRaw('roles.person_id = deputies.approver_id and roles.collaborative_id = deputies.collaborative_id')
        .where('roles.starts_on', '<=', today)
        .where((ends) => void ends.whereNull('roles.ends_on').orWhere('roles.ends_on', '>=', today)),
    )
    .whereNotExists(
      db('accounts').select(db.raw('1')).whereRaw('accounts.person_id = deputies.approver_id').whereNotNull('accounts.closed_at'),
    );

/** Somebody who stands in for an approver, or did, as a line beside the roles of either of them. */
export interface StandIn {
  readonly place: LocalText;
  readonly approverName: string;
  readonly deputyName: string;
  readonly isDeputy: boolean;
  readonly startsOn: CalendarDate;
  readonly endsOn: CalendarDate;
  readonly endedAt: Instant | null;
}

interface StandInRow {
  deputy_id: string;
  starts_on: CalendarDate;
  ends_on: CalendarDate;
  ended_at: Instant | null;
  place: string;
  approver: string;
  deputy: string;
}

/** Who stood in for this person, and for whom they did, the latest first. One query. */
export async function listStandInsOf(db: Db, personId: string): Promise<StandIn[]> {
  const rows: StandInRow[] = await db('deputies')
    .join('collaboratives', 'collaboratives.id', 'deputies.collaborative_id')
    .join({ approvers: 'people' }, 'approvers.id', 'deputies.approver_id')
    .join({ stand_ins: 'people' }, 'stand_ins.id', 'deputies.deputy_id')
    .where((either) => void either.where('deputies.approver_id', personId).orWhere('deputies.deputy_id', personId))
    .orderBy([{ column: 'deputies.starts_on', order: 'desc' }, { column: 'deputies.id' }])
    .select('deputies.deputy_id', 'deputies.starts_on', 'deputies.ends_on', 'deputies.ended_at', {
      place: 'collaboratives.name',
      approver: 'approvers.name',
      deputy: 'stand_ins.name',
    });
  return rows.map((row) => ({
    place: toLocalText(row.place),
    approverName: row.approver,
    deputyName: row.deputy,
    isDeputy: row.deputy_id === personId,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    endedAt: row.ended_at,
  }));
}
