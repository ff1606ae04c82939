import { Router, type Request, type Response } from 'express';
import type { Deps } from '../../deps';
import { authorize } from '../../lib/policy';
import { blankForm, type FormState } from '../../web/form-view';
import { setFlash } from '../../web/flash';
import { renderPage } from '../../web/render';
import { requestContext } from '../../web/request-context';
import { requireSignIn } from '../../web/require-sign-in';
import { comparisonView } from './comparison.views';
import { slatePaths, whatIfPaths } from './selection.paths';
import { shownBoard } from './shown-board.routes';
import { parseAdoption, parseVersion, parseWhatIf, valuesOf } from './slate.form';
import { slatePolicy } from './slate.policy';
import { mostCompared, theSlate } from './what-if';
import { adoptWhatIf, discardWhatIf, makeWhatIf } from './what-if.actions';
import { listWhatIfs } from './what-if.queries';
import { whatIfsView } from './what-if.views';

type AtSlate = Request<{ code: string; slug: string }>;
type AtWhatIf = Request<{ code: string; slug: string; whatIf: string }>;

/** What-if slates: make, compare, use, discard. Their boards are in `board.routes`. */
export function whatIfRoutes(deps: Deps): Router {
  const router = Router();

  router.get(whatIfPaths.list.pattern, requireSignIn, async (req: AtSlate, res) => {
    await show(deps, req, res, { state: blankForm({ beginning: theSlate, alternates: '3' }), status: 200 });
  });

  router.get(whatIfPaths.comparison.pattern, requireSignIn, async (req: AtSlate, res) => {
    const board = await shownBoard(deps, req.params, res);
    const all = await listWhatIfs(deps.reads, { cycleId: board.cycle.id, collaborativeId: board.collaborative.id });
    const asked = [req.query['with'] ?? []].flat().filter((one): one is string => typeof one === 'string');
    renderPage(res, 'selection/comparison', comparisonView(requestContext(res).t, board, all, asked.slice(0, mostCompared)));
  });

  router.post(whatIfPaths.list.pattern, requireSignIn, async (req: AtSlate, res) => {
    const { actor } = requestContext(res);
    const board = await shownBoard(deps, req.params, res);
    authorize(slatePolicy.propose(actor, board.slate));
    const parsed = parseWhatIf(req.body);
    if (!parsed.ok) return show(deps, req, res, { state: parsed, status: 422 });
    const whatIf = await makeWhatIf(deps, actor, req.params, parsed.values);
    res.redirect(303, whatIfPaths.board({ ...plain(req.params), whatIf }));
  });

  stepRoutes(deps, router);
  return router;
}

function stepRoutes(deps: Deps, router: Router): void {
  router.post(whatIfPaths.adopt.pattern, requireSignIn, async (req: AtWhatIf, res) => {
    const { actor, t } = requestContext(res);
    await adoptWhatIf(deps, actor, req.params, valuesOf(parseAdoption(req.body)));
    setFlash(req, t('selection.whatIf.adopted'));
    res.redirect(303, slatePaths.board(req.params));
  });

  router.post(whatIfPaths.discard.pattern, requireSignIn, async (req: AtWhatIf, res) => {
    const { actor, t } = requestContext(res);
    await discardWhatIf(deps, actor, req.params, valuesOf(parseVersion(req.body)).version);
    setFlash(req, t('selection.whatIf.discarded'));
    res.redirect(303, whatIfPaths.list(req.params));
  });
}

const plain = ({ code, slug }: { code: string; slug: string }) => ({ code, slug });

async function show(deps: Deps, req: AtSlate, res: Response, { state, status }: { state: FormState; status: number }): Promise<void> {
  const { actor, t } = requestContext(res);
  const board = await shownBoard(deps, req.params, res);
  const whatIfs = await listWhatIfs(deps.reads, { cycleId: board.cycle.id, collaborativeId: board.collaborative.id });
  const mayPropose = slatePolicy.propose(actor, board.slate).allowed;
  renderPage(res, 'selection/what-ifs', whatIfsView(t, board, { whatIfs, state, mayPropose }), status);
}
