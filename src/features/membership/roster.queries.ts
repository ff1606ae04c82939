import './tables';
import { toBoolean, type Db } from '../../db/database';
import type { OfficeName } from '../../lib/actor';
import type { CalendarDate } from '../../lib/time';
import type { Recipient } from '../../mail/email';
import { standingOn, votingMembers, type Member } from './membership';
import { officeNames } from './office';
import type { MembershipRow, SeatRow } from './tables';
import { onLeave } from './leave.queries';
import { shownName } from './shown-name.queries';

type Row = MembershipRow &
  Pick<SeatRow, 'code' | 'constituency' | 'is_voting'> & {
    readonly collaborative_id: string;
    readonly name: string;
    readonly email: string | null;
    readonly locale: string;
    readonly office: OfficeName | null;
    readonly leave_id: string | null;
  };

/** The roster as of a date, by seat: active, on leave, held over; with the office of that day. One query. */
export async function listMembers(db: Db, collaborativeId: string, date: CalendarDate): Promise<Member[]> {
  const rows = await rosterRows(db, date).where('seats.collaborative_id', collaborativeId);
  const members = (rows as Row[]).flatMap((row) => memberOf(row, date));
  const byMembership = new Map<string, Member>();
  for (const member of members) {
    const known = byMembership.get(member.membershipId);
    if (known === undefined || rank(member.office) < rank(known.office)) byMembership.set(member.membershipId, member);
  }
  return [...byMembership.values()];
}

/** Who counts for quorum and may vote on a date; `holdoverVotes` is the collaborative's setting. */
export const listVotingMembers = async (db: Db, collaborativeId: string, date: CalendarDate, holdoverVotes: boolean): Promise<Member[]> =>
  votingMembers(await listMembers(db, collaborativeId, date), holdoverVotes);

/** The members of a date as recipients of letters. */
export async function memberRecipients(db: Db, collaborativeId: string, today: CalendarDate): Promise<Recipient[]> {
  const members = await listMembers(db, collaborativeId, today);
  return members.map(toRecipient);
}

/** The officers of a date as recipients of letters; of some offices alone where given. */
export async function officerRecipients(
  db: Db,
  collaborativeId: string,
  today: CalendarDate,
  offices: readonly OfficeName[] = ['chair', 'vice_chair', 'secretary'],
): Promise<Recipient[]> {
  const members = await listMembers(db, collaborativeId, today);
  return members.filter(({ office }) => office !== null && offices.includes(office)).map(toRecipient);
}

const toRecipient = ({ personId, name, email, locale }: Member): Recipient => ({ personId, name, address: email ?? '', locale });

const rosterRows = (db: Db, date: CalendarDate) =>
  db('memberships')
    .join('seats', 'seats.id', 'memberships.seat_id')
    .join('people', 'people.id', 'memberships.person_id')
    .leftJoin('offices', (join) => {
      join
        .on('offices.membership_id', 'memberships.id')
        .andOnVal('offices.starts_on', '<=', date)
        .andOn((ends) => ends.onNull('offices.ends_on').orOnVal('offices.ends_on', '>=', date));
    })
    .leftJoin('membership_leaves', onLeave(date))
    .where('memberships.started_on', '<=', date)
    .where((ends) => void ends.whereNull('memberships.ended_on').orWhere('memberships.ended_on', '>=', date))
    .whereNot('memberships.status', 'pending')
    .orderBy(['seats.code', 'memberships.started_on'])
    .select(
      'memberships.*',
      'seats.code',
      'seats.constituency',
      'seats.is_voting',
      'seats.collaborative_id',
      'people.email',
      'people.locale',
      {
        name: shownName(db),
        office: 'offices.office',
        leave_id: 'membership_leaves.id',
      },
    );

function memberOf(row: Row, date: CalendarDate): Member[] {
  const dates = { termEndsOn: row.term_ends_on, startedOn: row.started_on, endedOn: row.ended_on };
  const status = standingOn(dates, date, row.leave_id !== null);
  if (status === null || row.started_on === null) return [];
  return [
    {
      membershipId: row.id,
      personId: row.person_id,
      name: row.name,
      email: row.email,
      locale: row.locale,
      collaborativeId: row.collaborative_id,
      seatCode: row.code,
      constituency: row.constituency,
      isVoting: toBoolean(row.is_voting),
      status,
      office: row.office,
      startedOn: row.started_on,
      termEndsOn: row.term_ends_on,
    },
  ];
}

const rank = (office: OfficeName | null): number => (office === null ? officeNames.length : officeNames.indexOf(office));
