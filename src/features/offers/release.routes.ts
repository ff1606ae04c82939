import { Router, type Request } from 'express';
import type { Deps } from '../../deps';
import { Invalid } from '../../lib/errors';
import { field, parseForm } from '../../lib/form';
import { conceal } from '../../lib/policy';
import { setFlash } from '../../web/flash';
import { renderPage } from '../../web/render';
import { requestContext } from '../../web/request-context';
import { requireSignIn } from '../../web/require-sign-in';
import { applicantRecipients } from '../applications';
import { listCollaboratives } from '../collaboratives';
import { getCycleByCode } from '../cycles';
import { boardAt, listSlatesOf, slatePaths, slatePolicy } from '../selection';
import { cycleReleaseView } from './cycle-release.views';
import { planOf } from './release';
import { approvedBoards, offeredWithoutConsent, releaseAll, releaseSlate, versionsOf, withTexts } from './release.actions';
import { releasePaths } from './release.paths';
import { releasePolicy } from './release.policy';
import { releaseView } from './release.views';
import { versionIn } from './version.form';

type AtSlate = Request<{ code: string; slug: string }>;
type AtCycle = Request<{ code: string }>;

/** The release of a slate, for staff of the collaborative and administrators; of a whole cycle, for administrators. */
export function releaseRoutes(deps: Deps): Router {
  const router = Router();

  router.get(slatePaths.release.pattern, requireSignIn, async (req: AtSlate, res) => {
    const { actor, t, now } = requestContext(res);
    const board = await boardAt({ ...deps, db: deps.reads }, req.params);
    conceal(slatePolicy.view(actor, board.slate));
    const { texts } = await withTexts({ ...deps, db: deps.reads }, board);
    const plan = planOf([{ board, texts }]).get(board.collaborative.id) ?? [];
    const ids = board.candidates.map((candidate) => candidate.applicationId);
    const recipients = await applicantRecipients(deps.reads, ids);
    const mayRelease = slatePolicy.release(actor, board.slate).allowed;
    const mayReleaseAll = releasePolicy.wholeCycle(actor).allowed;
    const lacking = await offeredWithoutConsent(deps.reads, plan);
    renderPage(res, 'offers/release', releaseView(t, { board, plan, lacking, texts, recipients, now, mayRelease, mayReleaseAll }));
  });

  router.post(slatePaths.release.pattern, requireSignIn, async (req: AtSlate, res) => {
    const { actor, t } = requestContext(res);
    await releaseSlate(deps, actor, req.params, versionIn(req.body));
    setFlash(req, t('offers.release.done'));
    res.redirect(303, slatePaths.board(req.params));
  });

  cycleRoutes(deps, router);
  return router;
}

function cycleRoutes(deps: Deps, router: Router): void {
  router.get(releasePaths.cycle.pattern, requireSignIn, async (req: AtCycle, res) => {
    const { actor, t, now } = requestContext(res);
    conceal(releasePolicy.wholeCycle(actor));
    const reads = { ...deps, db: deps.reads };
    const cycle = await getCycleByCode(deps.reads, req.params.code);
    const releasables = await approvedBoards(reads, cycle);
    const collaboratives = (await listCollaboratives(deps.reads)).filter(({ id }) => cycle.collaborativeIds.includes(id));
    const slates = await listSlatesOf(deps.reads, cycle.id);
    const facts = { cycle, collaboratives, slates, plans: planOf(releasables), versions: versionsOf(releasables), now };
    renderPage(res, 'offers/cycle-release', cycleReleaseView(t, facts));
  });

  router.post(releasePaths.cycle.pattern, requireSignIn, async (req: AtCycle, res) => {
    const { actor, t } = requestContext(res);
    conceal(releasePolicy.wholeCycle(actor));
    const parsed = parseForm({ versions: field.text(1000) }, req.body);
    if (!parsed.ok) throw new Invalid('errors.invalid.lead');
    await releaseAll(deps, actor, req.params.code, parsed.values.versions);
    setFlash(req, t('offers.release.done'));
    res.redirect(303, releasePaths.cycle(req.params));
  });
}
