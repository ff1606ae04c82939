import { Router, type Request, type Response } from 'express';
import type { Deps } from '../../deps';
import { listEvents } from '../../history/events.queries';
import { timelineView } from '../../history/timeline.views';
import { Invalid, NotFound } from '../../lib/errors';
import { authorize, conceal } from '../../lib/policy';
import { blankForm, type FormState } from '../../web/form-view';
import { setFlash } from '../../web/flash';
import { renderPage } from '../../web/render';
import { requestContext } from '../../web/request-context';
import { requireSignIn } from '../../web/require-sign-in';
import { getCollaborative, getCollaborativeBySlug, type Collaborative } from '../collaboratives';
import { getCycle, getCycleByCode, type Cycle } from '../cycles';
import { lotsView } from './lot-list.views';
import { announceLot, cancelLot, drawLot, redrawLot, type Tie } from './lot.actions';
import { parseAnnouncement, parseReason, parseRedraw, parseSeed } from './lot.form';
import { lotPaths } from './lot.paths';
import { lotPolicy } from './lot.policy';
import { getLot, isDecided, listLots, namesIn } from './lot.queries';
import { lotDeskView, lotView } from './lot.views';

/** The ties of a board, told by the feature that ranks. */
export type TiesAt = (deps: Deps, place: { readonly cycle: Cycle; readonly collaborative: Collaborative }) => Promise<Tie[]>;

type AtPlace = Request<{ code: string; slug: string }>;
type ById = Request<{ id: string }>;

/** Lots: a public page for each, and the desk on which staff announce and draw them. */
export function lotRoutes(deps: Deps, { tiesAt }: { readonly tiesAt: TiesAt }): Router {
  const router = Router();
  router.get(lotPaths.show.pattern, async (req: ById, res) => {
    const lot = await getLot(deps.reads, req.params.id);
    const mayNameReferences = await isDecided(deps.reads, lot.id);
    renderPage(res, 'lots/show', lotView(requestContext(res).t, { ...(await placeOf(deps, lot)), lot, names: null, mayNameReferences }));
  });
  listRoutes(deps, router, tiesAt);
  deskRoutes(deps, router);
  return router;
}

function listRoutes(deps: Deps, router: Router, tiesAt: TiesAt): void {
  const show = async (req: AtPlace, res: Response, { state, status }: { state: FormState; status: number }) => {
    const { actor, t } = requestContext(res);
    const place = await placeAt(deps, req, res);
    const lots = await listLots(deps.reads, idsOf(place));
    const ties = await tiesAt({ ...deps, db: deps.reads }, place);
    const mayArrange = lotPolicy.arrange(actor, idsOf(place)).allowed;
    renderPage(res, 'lots/list', lotsView(t, { ...place, lots, ties, state, mayArrange }), status);
  };

  router.get(lotPaths.list.pattern, requireSignIn, (req: AtPlace, res) =>
    show(req, res, { state: blankForm({ source: 'public' }), status: 200 }),
  );

  router.post(lotPaths.list.pattern, requireSignIn, async (req: AtPlace, res) => {
    const { actor } = requestContext(res);
    const place = await placeAt(deps, req, res);
    authorize(lotPolicy.arrange(actor, idsOf(place)));
    const parsed = parseAnnouncement(req.body, deps.clock.now());
    if (!parsed.ok) return show(req, res, { state: parsed, status: 422 });
    const id = await announceLot(deps, actor, idsOf(place), await tiesAt(deps, place), parsed.values);
    res.redirect(303, lotPaths.desk({ id }));
  });
}

function deskRoutes(deps: Deps, router: Router): void {
  router.get(lotPaths.desk.pattern, requireSignIn, (req: ById, res) =>
    showDesk(deps, req, res, { state: blankForm({ source: 'public' }), status: 200 }),
  );

  router.post(lotPaths.draw.pattern, requireSignIn, async (req: ById, res) => {
    const { actor, t } = requestContext(res);
    const parsed = parseSeed(req.body);
    if (!parsed.ok) return showDesk(deps, req, res, { state: parsed, status: 422 });
    await drawLot(deps, actor, req.params.id, parsed.values);
    setFlash(req, t('common.saved'));
    res.redirect(303, lotPaths.desk(req.params));
  });

  router.post(lotPaths.cancel.pattern, requireSignIn, async (req: ById, res) => {
    const parsed = parseReason(req.body);
    if (!parsed.ok) return showDesk(deps, req, res, { state: parsed, status: 422 });
    await cancelLot(deps, requestContext(res).actor, req.params.id, parsed.values);
    res.redirect(303, lotPaths.desk(req.params));
  });

  router.post(lotPaths.redraw.pattern, requireSignIn, async (req: ById, res) => {
    const parsed = parseRedraw(req.body, deps.clock.now());
    if (!parsed.ok) return showDesk(deps, req, res, { state: parsed, status: 422 });
    const id = await redrawLot(deps, requestContext(res).actor, req.params.id, parsed.values);
    res.redirect(303, lotPaths.desk({ id }));
  });
}

async function showDesk(deps: Deps, req: ById, res: Response, { state, status }: { state: FormState; status: number }): Promise<void> {
  const { actor, t } = requestContext(res);
  const lot = await getLot(deps.reads, req.params.id);
  conceal(lotPolicy.view(actor, lot));
  if (status !== 200 && !lotPolicy.draw(actor, lot).allowed) throw new Invalid('errors.invalid.lead');
  const view = lotDeskView(t, {
    ...(await placeOf(deps, lot)),
    lot,
    names: await namesIn(deps.reads, lot.id),
    mayNameReferences: true,
    mayDraw: lotPolicy.draw(actor, lot).allowed,
    mayArrange: lotPolicy.arrange(actor, lot).allowed,
    isFirst: lot.firstBy === actor.id,
    state,
    history: timelineView(t, await listEvents(deps.reads, { kind: 'lot', id: lot.id })),
  });
  renderPage(res, 'lots/desk', view, status);
}

const idsOf = ({ cycle, collaborative }: { readonly cycle: Cycle; readonly collaborative: Collaborative }) => ({
  cycleId: cycle.id,
  collaborativeId: collaborative.id,
});

const placeOf = async (deps: Deps, lot: { readonly cycleId: string; readonly collaborativeId: string }) => ({
  cycle: await getCycle(deps.reads, lot.cycleId),
  collaborative: await getCollaborative(deps.reads, lot.collaborativeId),
});

async function placeAt(deps: Deps, req: AtPlace, res: Response) {
  const cycle = await getCycleByCode(deps.reads, req.params.code);
  const collaborative = await getCollaborativeBySlug(deps.reads, req.params.slug);
  if (!cycle.collaborativeIds.includes(collaborative.id)) throw new NotFound();
  conceal(lotPolicy.view(requestContext(res).actor, { collaborativeId: collaborative.id }));
  return { cycle, collaborative };
}
