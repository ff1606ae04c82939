import './tables';
import type { Db } from '../../db/database';
import { groupBy } from '../../lib/group';
import { findPerson } from '../accounts';
import { getForm, getRubric } from '../cycles';
import type { Board } from '../selection';
import { listLetters } from './letter.queries';
import { listBoardOffers, type BoardOffer } from './live-board.queries';
import { listRequests, type NamedRequest } from './procedure.queries';
import type { DecisionLetterRow } from './tables';

/** Everything that a record of decisions holds beside the board. */
export interface RecordFacts {
  readonly letters: ReadonlyMap<string, readonly DecisionLetterRow[]>;
  readonly offers: ReadonlyMap<string, readonly BoardOffer[]>;
  readonly requests: ReadonlyMap<string, NamedRequest>;
  readonly rubricNumber: number;
  readonly formNumber: number;
  /** Names of who sent, decided and released the slate. */
  readonly sentBy: string | null;
  readonly decidedBy: string | null;
  readonly releasedBy: string | null;
}

/** Reads what a record shows. A fixed number of queries, whatever the number of people. */
export async function loadRecord(db: Db, { cycle, collaborative, candidates, slate }: Board): Promise<RecordFacts> {
  const letters: DecisionLetterRow[] = [];
  for (let at = 0; at < candidates.length; at += 500)
    letters.push(
      ...(await listLetters(
        db,
        candidates.slice(at, at + 500).map(({ id }) => id),
      )),
    );
  const offers = await listBoardOffers(db, cycle.id, collaborative.id);
  const requests = await listRequests(db, cycle.id, collaborative.id);
  const name = async (id: string | null) => (id === null ? null : ((await findPerson(db, id))?.name ?? null));
  return {
    letters: groupBy(letters, (letter) => letter.candidacy_id),
    offers: groupBy(offers, (offer) => offer.candidacyId),
    requests: new Map(requests.map((request) => [request.candidacyId, request])),
    rubricNumber: (await getRubric(db, cycle.rubricId)).number,
    formNumber: (await getForm(db, cycle.formId)).number,
    sentBy: await name(slate.sentBy),
    decidedBy: await name(slate.decidedBy),
    releasedBy: await name(slate.releasedBy),
  };
}
