import { Router, type Request, type Response } from 'express';
import type { Deps } from '../../deps';
import { NotFound } from '../../lib/errors';
import { conceal } from '../../lib/policy';
import { renderPage } from '../../web/render';
import { requestContext } from '../../web/request-context';
import { requireSignIn } from '../../web/require-sign-in';
import { boardAt, type Board } from '../selection';
import { recordFilterFrom } from './record';
import { recordPolicy } from './record.policy';
import { loadRecord, loadSlateFacts } from './record.queries';
import { fullRecordView, recordView } from './record.views';
import { releasePaths } from './release.paths';

type AtSlate = Request<{ code: string; slug: string }>;
type AtPerson = Request<{ code: string; slug: string; id: string }>;

/** The record of decisions, for staff of the collaborative, administrators and its approver; printable. */
export function recordRoutes(deps: Deps): Router {
  const router = Router();

  router.get(releasePaths.record.pattern, requireSignIn, async (req: AtSlate, res) => {
    const { actor, t, now } = requestContext(res);
    const board = await releasedBoard(deps, req.params, res);
    const seesLetters = recordPolicy.viewScores(actor, subjectOf(board)).allowed;
    const record = await loadSlateFacts(deps.reads, board);
    const shown = { board, record, now, readerId: actor.id, seesLetters, filter: recordFilterFrom(req.query) };
    renderPage(res, 'offers/record', recordView(t, shown));
  });

  router.get(releasePaths.fullRecord.pattern, requireSignIn, async (req: AtSlate, res) => {
    await showFull(deps, res, await releasedBoard(deps, req.params, res), null);
  });

  router.get(releasePaths.personRecord.pattern, requireSignIn, async (req: AtPerson, res) => {
    const board = await releasedBoard(deps, req.params, res);
    const candidate = board.candidates.find(({ id }) => id === req.params.id);
    if (candidate === undefined) throw new NotFound();
    conceal(recordPolicy.viewPerson(requestContext(res).actor, candidate.personId));
    await showFull(deps, res, board, candidate.id);
  });

  return router;
}

async function releasedBoard(deps: Deps, address: { code: string; slug: string }, res: Response): Promise<Board> {
  const board = await boardAt({ ...deps, db: deps.reads }, address);
  conceal(recordPolicy.view(requestContext(res).actor, subjectOf(board)));
  if (board.slate.status !== 'released') throw new NotFound();
  return board;
}

const subjectOf = ({ slate }: Board) => ({ collaborativeId: slate.collaborativeId, sentBy: slate.sentBy });

async function showFull(deps: Deps, res: Response, board: Board, only: string | null): Promise<void> {
  const { actor, t, now } = requestContext(res);
  const withScores = recordPolicy.viewScores(actor, subjectOf(board)).allowed;
  const record = await loadRecord(deps.reads, board, { withScores });
  renderPage(res, 'offers/record-full', fullRecordView(t, { board, record, now, only, readerId: actor.id, seesLetters: withScores }));
}
