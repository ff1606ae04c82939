import { Router, type Request, type Response } from 'express';
import type { Deps } from '../../deps';
import { rawForm, rawText } from '../../lib/form';
import { Invalid } from '../../lib/errors';
import { authorize } from '../../lib/policy';
import { setFlash } from '../../web/flash';
import { blankForm } from '../../web/form-view';
import { renderPage } from '../../web/render';
import { requestContext } from '../../web/request-context';
import { applicationPolicy, deskPaths } from '../applications';
import { getCollaborativeBySlug } from '../collaboratives';
import { getCycleByCode } from '../cycles';
import { listReaders } from '../panels';
import { planBulk, runBulk, type BulkPlace } from './bulk.actions';
import { readBulkInput, readSelection, type Selection } from './bulk.form';
import { bulkAskView, bulkCheckView, type BulkParts } from './bulk.views';
import { deskListPaths } from './desk.paths';
import { sendExport, sendPackets } from './export.routes';
import { listLabels } from './label.queries';
import { groupedQuery, readDeskFilter } from './list.form';

type Place = Readonly<Record<'code' | 'slug', string>>;
type Asked = Request<Place>;

/** One thing done with many applications: asked for, looked at, done once. */
export function bulkRoutes(deps: Deps): Router {
  const router = Router();

  router.get(deskListPaths.bulk.pattern, async (req: Asked, res) => {
    const selection = selectionIn(req.query);
    if (asks(selection)) await showAsk(deps, res, req.params, selection);
    else await showCheck(deps, res, req.params, selection, {});
  });

  router.post(deskListPaths.bulkCheck.pattern, async (req: Asked, res) => {
    const selection = selectionIn(req.body);
    const read = readBulkInput(selection.action, req.body);
    if (Object.keys(read.errors).length > 0) await showAsk(deps, res, req.params, selection, read);
    else await showCheck(deps, res, req.params, selection, req.body);
  });

  router.post(deskListPaths.bulkRun.pattern, async (req: Asked, res) => {
    await doIt(deps, req, res);
  });

  return router;
}

const asks = ({ action }: Selection): boolean => ['label', 'unlabel', 'message', 'assign'].includes(action);

function selectionIn(input: unknown): Selection {
  const selection = readSelection(input);
  if (selection === undefined) throw new Invalid('desk.errors.noAction');
  return selection;
}

async function doIt(deps: Deps, req: Asked, res: Response): Promise<void> {
  const { actor, t } = requestContext(res);
  const selection = selectionIn(req.body);
  const place = await placeOf(deps, res, req.params, selection);
  const { input, errors } = readBulkInput(selection.action, req.body);
  if (Object.keys(errors).length > 0) throw new Invalid('errors.invalid.lead');
  const raw = rawForm(req.body);
  const run = { id: rawText(raw, 'run').slice(0, 26), seal: rawText(raw, 'seal') };
  if (selection.action === 'export') return sendExport(deps, res, place, { selection, input, run });
  if (selection.action === 'packets') return sendPackets(deps, res, place, { selection, input, run });
  const { done } = await runBulk(deps, actor, place, { selection, input, run });
  setFlash(req, done.length === 0 ? t('desk.bulk.doneBefore') : t('desk.bulk.done', { count: done.length }));
  const list = deskPaths.list(req.params);
  res.redirect(303, selection.filter === '' ? list : `${list}?${selection.filter}`);
}

async function placeOf(deps: Deps, res: Response, params: Place, { filter }: Selection): Promise<BulkPlace> {
  const collaborative = await getCollaborativeBySlug(deps.reads, params.slug);
  authorize(applicationPolicy.list(requestContext(res).actor, collaborative.id));
  const cycle = await getCycleByCode(deps.reads, params.code);
  const { minimumReviews } = collaborative.settings;
  const read = readDeskFilter(groupedQuery(filter), { cycle, collaborativeId: collaborative.id, minimumReviews });
  return { cycle, collaborative, filter: read.filter };
}

async function partsOf(deps: Deps, res: Response, params: Place, selection: Selection, body: unknown): Promise<BulkParts> {
  const place = await placeOf(deps, res, params, selection);
  const { input } = readBulkInput(selection.action, body);
  const { actor } = requestContext(res);
  const panel = { cycleId: place.cycle.id, collaborativeId: place.collaborative.id };
  return {
    selection,
    list: deskPaths.list(params),
    plan: await planBulk({ db: deps.reads, clock: deps.clock }, actor, place, selection, input),
    labels: await listLabels(deps.reads, place.collaborative.id),
    readers: selection.action === 'assign' ? await listReaders(deps.reads, actor, panel) : [],
  };
}

async function showAsk(
  deps: Deps,
  res: Response,
  params: Place,
  selection: Selection,
  refused?: ReturnType<typeof readBulkInput>,
): Promise<void> {
  const { t } = requestContext(res);
  const parts = await partsOf(deps, res, params, selection, {});
  const view = bulkAskView(t, parts, refused ?? blankForm(), deskListPaths.bulkCheck(params));
  renderPage(res, 'desk/bulk', { ...view, district: params.slug }, refused === undefined ? 200 : 422);
}

async function showCheck(deps: Deps, res: Response, params: Place, selection: Selection, body: unknown): Promise<void> {
  const { t } = requestContext(res);
  const { input, raw } = readBulkInput(selection.action, body);
  const parts = await partsOf(deps, res, params, selection, body);
  const view = bulkCheckView(t, { ...parts, input, raw, runId: deps.newId() }, deskListPaths.bulkRun(params));
  renderPage(res, 'desk/bulk', { ...view, district: params.slug });
}
