import './tables';
import type { Db } from '../../db/database';
import type { Deps } from '../../deps';
import { NotFound } from '../../lib/errors';
import type { Instant } from '../../lib/time';
import type { Cycle } from '../cycles';
import { oneForEach, type NewInterest, type StandingInterest } from './interest';
import type { StandingInterestRow } from './tables';

/** Throws NotFound. */
export async function getInterest(db: Db, id: string): Promise<StandingInterest> {
  const row = await db('standing_interests').where({ id }).first();
  if (row === undefined) throw new NotFound();
  return toInterest(row);
}

/** What stands of this application. */
export async function listInterestsOf(db: Db, applicationId: string): Promise<StandingInterest[]> {
  const rows = await db('standing_interests').where({ application_id: applicationId }).whereNull('ended_at').orderBy('id');
  return rows.map(toInterest);
}

/** What stands for a collaborative since before a moment, of people who do not sit there; one for each address. */
export async function listInterestsIn(db: Db, collaborativeId: string, before: Instant): Promise<StandingInterest[]> {
  const rows = await db('standing_interests')
    .where({ collaborative_id: collaborativeId })
    .whereNull('ended_at')
    .where('since', '<', before)
    .whereNotExists((seated) => {
      void seated
        .from('memberships')
        .join('seats', 'seats.id', 'memberships.seat_id')
        .whereRaw('memberships.person_id = standing_interests.person_id')
        .whereRaw('seats.collaborative_id = standing_interests.collaborative_id')
        .whereNot('memberships.status', 'ended')
        .select('memberships.id');
    })
    .orderBy(['since', 'id']);
  return oneForEach(rows.map(toInterest));
}

/** Notes the interest; where it stands already, the newest application fills the next one in. */
export async function insertInterest(tx: Pick<Deps, 'db' | 'newId' | 'clock'>, wanted: NewInterest): Promise<void> {
  const same = { collaborative_id: wanted.collaborativeId, email: wanted.email };
  const found = await tx.db('standing_interests').where(same).whereNull('ended_at').first('id');
  const columns = {
    ...same,
    constituency: wanted.constituency,
    person_id: wanted.personId,
    name: wanted.name,
    locale: wanted.locale,
    application_id: wanted.applicationId,
  };
  if (found === undefined) await tx.db('standing_interests').insert({ id: tx.newId(), ...columns, since: tx.clock.now(), ended_at: null });
  else await tx.db('standing_interests').where({ id: found.id }).update(columns);
}

/** Ends everything that stands for the address or the application. */
export const endInterests = (
  db: Db,
  whose: { readonly email: string } | { readonly application_id: string },
  at: Instant,
): Promise<number> => db('standing_interests').where(whose).whereNull('ended_at').update({ ended_at: at });

/**
 * Who waits for a cycle: interest in one of its collaboratives from before it opened, of people who neither sit there
 * beyond its start nor have an application in it. By place in the list of collaboratives.
 */
export async function listWaiting(
  db: Db,
  cycle: Pick<Cycle, 'id' | 'opensAt' | 'termStartsOn' | 'collaborativeIds'>,
): Promise<StandingInterest[]> {
  const rows = await db('standing_interests')
    .whereIn('collaborative_id', cycle.collaborativeIds)
    .whereNull('ended_at')
    .where('since', '<', cycle.opensAt)
    .whereNotExists(
      (live) =>
        void live
          .from('applications')
          .where('applications.cycle_id', cycle.id)
          .whereIn('applications.status', ['draft', 'submitted'])
          .whereRaw(
            '(applications.email = standing_interests.email or applications.person_id = standing_interests.person_id or applications.id = standing_interests.application_id)',
          ),
    )
    .whereNotExists(
      (seated) =>
        void seated
          .from('memberships')
          .join('seats', 'seats.id', 'memberships.seat_id')
          .whereRaw('memberships.person_id = standing_interests.person_id')
          .whereRaw('seats.collaborative_id = standing_interests.collaborative_id')
          .where('memberships.term_ends_on', '>=', cycle.termStartsOn)
          .whereNot('memberships.status', 'ended'),
    )
    .orderBy(['since', 'id']);
  return rows.map(toInterest);
}

const toInterest = (row: StandingInterestRow): StandingInterest => ({
  id: row.id,
  collaborativeId: row.collaborative_id,
  constituency: row.constituency,
  personId: row.person_id,
  email: row.email,
  name: row.name,
  locale: row.locale,
  applicationId: row.application_id,
  since: row.since,
  endedAt: row.ended_at,
});
