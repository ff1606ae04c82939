import './tables';
import { toBoolean, type Db } from '../../db/database';
import { groupBy } from '../../lib/group';
import type { CalendarDate } from '../../lib/time';
import { listCandidaciesFor, type Candidate } from '../applications';
import type { Collaborative } from '../collaboratives';
import { findTargets, listWhereabouts, noGroup, type Member, type Whereabouts } from '../composition';
import { seatsOnOffer, type Cycle } from '../cycles';
import { listDraws } from '../lots';
import { emptyTotal, panelMix, totalsFor } from '../reviews';
import { isOpen, rankedOf, type Board, type BoardSeat } from './board';
import type { Elsewhere } from './decision';
import { hasPriority } from './priority';
import { byRank } from './rank';
import { emptySlate, findSlate, listEntries } from './slate.queries';
import { getWhatIf, listWhatIfEntries } from './what-if.queries';

/** Reads a board, or what it would be with a what-if slate. A fixed number of queries, whatever the number of people. */
export async function loadBoard(db: Db, cycle: Cycle, collaborative: Collaborative, whatIfId?: string): Promise<Board> {
  const place = { cycleId: cycle.id, collaborativeId: collaborative.id };
  const slate = (await findSlate(db, place)) ?? emptySlate(place);
  const whatIf = whatIfId === undefined ? null : await getWhatIf(db, place, whatIfId);
  const entries = whatIf === null ? await listEntries(db, slate.id) : await listWhatIfEntries(db, whatIf.id);
  const isPlaced = new Set(entries.map((entry) => entry.candidacyId));
  const totals = new Map((await totalsFor(db, cycle.id, collaborative.id)).map((total) => [total.candidacyId, total]));
  const elsewhere = await listElsewhere(db, cycle.id, collaborative.id);
  const served = await listServed(db, cycle.id, collaborative.id);
  const draws = await listDraws(db, place);
  const whereabouts = await listWhereabouts(db, place);
  const represented = await listRepresentedSchools(db, collaborative.id, cycle.termStartsOn);
  const all = await listCandidaciesFor(db, cycle.id, collaborative.id);
  const candidates = all
    .filter((candidate) => isPlaced.has(candidate.id) || isOpen(candidate) || (slate.status === 'released' && candidate.isReviewed))
    .map((candidate) => ({
      ...candidate,
      total: totals.get(candidate.id) ?? emptyTotal(candidate.id),
      elsewhere: elsewhere.get(candidate.applicationId) ?? [],
      hasPriority: hasPriority(
        cycle.settings.priority,
        { constituency: candidate.constituency, where: whereabouts.of.get(candidate.id) },
        { collaborativeId: collaborative.id, represented },
      ),
      draw: draws.get(candidate.id) ?? null,
      groups: groupsOf(candidate, whereabouts.of.get(candidate.id), served),
    }));
  return {
    cycle,
    collaborative,
    slate,
    whatIf,
    entries,
    seats: await listSeats(db, cycle.id, collaborative.id),
    candidates: candidates.sort((a, b) => byRank(rankedOf(a), rankedOf(b))),
    mix: await panelMix(db, cycle.id, collaborative.id),
    targets: (await findTargets(db, place)).targets,
    names: whereabouts.names,
  };
}

const groupsOf = (candidate: Candidate, where: Whereabouts | undefined, served: ReadonlySet<string>): Member['groups'] => ({
  constituency: candidate.constituency,
  school: where?.school ?? noGroup,
  area: where?.area ?? noGroup,
  language: candidate.locale,
  served: candidate.personId === null || !served.has(candidate.personId) ? 'first_time' : 'before',
});

async function listSeats(db: Db, cycleId: string, collaborativeId: string): Promise<BoardSeat[]> {
  const groups = (await seatsOnOffer(db, cycleId)).filter((group) => group.collaborativeId === collaborativeId);
  return groups.flatMap((group) => group.seats.map((seat) => ({ ...seat, constituency: group.constituency })));
}

interface ElsewhereRow {
  application_id: string;
  preference: number;
  status: string;
  is_seated: boolean | number;
}

/** By application: its candidacies with other collaboratives. One query. */
async function listElsewhere(db: Db, cycleId: string, collaborativeId: string): Promise<ReadonlyMap<string, Elsewhere[]>> {
  const rows = await db('candidacies as mine')
    .join('candidacies as other', 'other.application_id', 'mine.application_id')
    .leftJoin('slate_entries', 'slate_entries.candidacy_id', 'other.id')
    .leftJoin('slates', 'slates.id', 'slate_entries.slate_id')
    .where('mine.cycle_id', cycleId)
    .where('mine.collaborative_id', collaborativeId)
    .whereNot('other.collaborative_id', collaborativeId)
    .select<ElsewhereRow[]>(
      'other.application_id',
      'other.preference',
      'other.status',
      db.raw(
        `case when slate_entries.seat_id is not null and slates.status in ('sent', 'approved', 'released') then 1 else 0 end as is_seated`,
      ),
    );
  const groups = groupBy(rows, (row) => row.application_id);
  return new Map(
    [...groups].map(([id, own]) => [
      id,
      own.map((row) => ({ preference: row.preference, status: row.status, isSeated: toBoolean(row.is_seated) })),
    ]),
  );
}

/** Applicants of this collaborative who held a seat somewhere before. One query. */
async function listServed(db: Db, cycleId: string, collaborativeId: string): Promise<ReadonlySet<string>> {
  const rows = await db('candidacies')
    .join('applications', 'applications.id', 'candidacies.application_id')
    .join('memberships', 'memberships.person_id', 'applications.person_id')
    .where('candidacies.cycle_id', cycleId)
    .where('candidacies.collaborative_id', collaborativeId)
    .whereNotNull('memberships.started_on')
    .distinct<{ person_id: string }[]>('memberships.person_id');
  return new Set(rows.map((row) => row.person_id));
}

/** Schools that people named who hold a seat of this collaborative beyond that day. One query. */
async function listRepresentedSchools(db: Db, collaborativeId: string, termStartsOn: CalendarDate): Promise<ReadonlySet<string>> {
  const rows = await db('memberships')
    .join('seats', 'seats.id', 'memberships.seat_id')
    .join('applications', 'applications.person_id', 'memberships.person_id')
    .where('seats.collaborative_id', collaborativeId)
    .whereIn('memberships.status', ['pending', 'active', 'on_leave'])
    .where('memberships.term_ends_on', '>=', termStartsOn)
    .whereIn('applications.id', db('candidacies').select('application_id').where('status', 'accepted'))
    .whereNotNull('applications.school_id')
    .distinct<{ school_id: string }[]>('applications.school_id');
  return new Set(rows.map((row) => row.school_id));
}
