import type { Db } from '../../db/database';
import { loadSession } from '../in-session';
import { listRsvps } from '../meetings';
import { expectationOf, type Expectation } from './expectation';

/** How the quorum of a meeting to come stands by the answers; a fixed number of queries. */
export async function loadExpectation(db: Db, meetingId: string): Promise<Expectation> {
  const { voters, quorum } = await loadSession(db, meetingId);
  const answers = new Map((await listRsvps(db, meetingId)).map(({ personId, answer }) => [personId, answer]));
  return expectationOf(
    voters.map(({ personId }) => personId),
    quorum.needed,
    answers,
  );
}
