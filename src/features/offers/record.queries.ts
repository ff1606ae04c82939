import './tables';
import type { Db } from '../../db/database';
import { groupBy } from '../../lib/group';
import { listSentVersions, type SentVersion } from '../applications';
import { getForm, getRubric } from '../cycles';
import { listRubricVersions } from '../forms';
import { listHandedOut, listScoredReviews } from '../reviews';
import { listSendings, type Board, type Sending } from '../selection';
import { listLettersOf, type SentLetter } from './letter.queries';
import { listBoardOffers, type BoardOffer } from './live-board.queries';
import { listRequests, type NamedRequest } from './procedure.queries';
import { scoresOf, type ScoresOfOne } from './record-scores';

/** What the whole record of a slate says before it comes to people. */
export interface SlateFacts {
  /** Versions in force: of the rubric and of the form. */
  readonly rubricNumber: number;
  readonly formNumber: number;
  readonly sendings: readonly Sending[];
  /** Names of who sent, decided, took back and released, by their ids. */
  readonly names: ReadonlyMap<string, string>;
}

/** Everything that a record of decisions holds beside the board. */
export interface RecordFacts extends SlateFacts {
  readonly letters: ReadonlyMap<string, readonly SentLetter[]>;
  readonly offers: ReadonlyMap<string, readonly BoardOffer[]>;
  readonly requests: ReadonlyMap<string, NamedRequest>;
  /** By application: each time it was sent. */
  readonly sent: ReadonlyMap<string, readonly SentVersion[]>;
  /** By candidacy: what each reviewer gave; null for those who see totals alone. */
  readonly scores: ReadonlyMap<string, ScoresOfOne> | null;
}

/** Reads versions, steps and names of a slate. A fixed number of queries. */
export async function loadSlateFacts(db: Db, { cycle, slate }: Board): Promise<SlateFacts> {
  const sendings = await listSendings(db, slate.id);
  const steps = sendings.flatMap(({ sentBy, answer, takenBack }) => [sentBy, answer?.by, answer?.inPlaceOf, takenBack?.by]);
  const people = [...steps, slate.sentBy, slate.decidedBy, slate.decidedFor, slate.releasedBy].filter(
    (id) => id !== null && id !== undefined,
  );
  const names = await db('people')
    .whereIn('id', [...new Set(people)])
    .select('id', 'name');
  return {
    rubricNumber: (await getRubric(db, cycle.rubricId)).number,
    formNumber: (await getForm(db, cycle.formId)).number,
    sendings,
    names: new Map(names.map(({ id, name }) => [id, name])),
  };
}

/** Reads what a record shows of everybody. A fixed number of queries, whatever the number of people. */
export async function loadRecord(db: Db, board: Board, { withScores }: { withScores: boolean }): Promise<RecordFacts> {
  const panel = { cycleId: board.cycle.id, collaborativeId: board.collaborative.id };
  const requests = await listRequests(db, panel.cycleId, panel.collaborativeId);
  return {
    ...(await loadSlateFacts(db, board)),
    letters: groupBy(await listLettersOf(db, panel), (letter) => letter.candidacy_id),
    offers: groupBy(await listBoardOffers(db, panel.cycleId, panel.collaborativeId), (offer) => offer.candidacyId),
    requests: new Map(requests.map((request) => [request.candidacyId, request])),
    sent: groupBy(await listSentVersions(db, panel), (version) => version.applicationId),
    scores: withScores ? await loadScores(db, board) : null,
  };
}

/** What each reviewer of a panel gave, by the versions of the rubric that they used. A fixed number of queries. */
async function loadScores(db: Db, { cycle, collaborative }: Board): Promise<ReadonlyMap<string, ScoresOfOne>> {
  const inForce = await getRubric(db, cycle.rubricId);
  return scoresOf({
    inForce,
    versions: await listRubricVersions(db, inForce.line),
    handedOut: await listHandedOut(db, { cycleId: cycle.id, collaborativeId: collaborative.id }),
    scored: await listScoredReviews(db, cycle.id, collaborative.id),
  });
}
