import { Router, type Request, type Response } from 'express';
import type { Deps } from '../../deps';
import { fieldError } from '../../lib/form';
import { conceal } from '../../lib/policy';
import { setFlash } from '../../web/flash';
import { blankForm, type FormState } from '../../web/form-view';
import { renderPage } from '../../web/render';
import { requestContext, signedIn } from '../../web/request-context';
import { requireSignIn } from '../../web/require-sign-in';
import { meetingPolicy } from '../meetings';
import { isOpenForItems } from './agenda-item';
import { linesOf, parseCarryOver, parseMove, parsePosting, parseVersion } from './agenda-item.form';
import { inLocale } from '../../lib/local-text';
import { agendaPaths } from './agenda.paths';
import { carryOver } from './carry-over.actions';
import { listUnfinished } from './carry-over.queries';
import { loadDesk, moveItem, removeItem } from './desk.actions';
import { deskView } from './desk.views';
import { postAgenda } from './posting.actions';

/** The desk: the order of items, and posting. */
export function deskRoutes(deps: Deps): Router {
  const router = Router();
  router.use(
    [
      agendaPaths.desk.pattern,
      agendaPaths.items.pattern,
      agendaPaths.order.pattern,
      agendaPaths.carryOver.pattern,
      agendaPaths.posting.pattern,
    ],
    requireSignIn,
  );

  router.get(agendaPaths.desk.pattern, (req, res) => showDesk(deps, res, req.params.id, { state: blankForm(), status: 200 }));

  router.post(agendaPaths.posting.pattern, (req, res) => post(deps, req, res, req.params.id));

  return router.use(lineRoutes(deps));
}

/** Moving lines, taking them off, and taking up again what earlier meetings left over. */
function lineRoutes(deps: Deps): Router {
  const router = Router();

  router.post(agendaPaths.order.pattern, async (req, res) => {
    const { id } = req.params;
    const wanted = parseMove(req.body);
    if (wanted === undefined) {
      res.redirect(303, agendaPaths.desk({ id }));
      return;
    }
    const { t, actor } = requestContext(res);
    const { item, count } = await moveItem(deps, actor, { meetingId: id, itemId: wanted.id, direction: wanted.direction });
    setFlash(req, t('agendas.desk.moved', { title: inLocale(item.title, t.locale), number: item.place, count }));
    res.redirect(303, `${agendaPaths.desk({ id })}#${wanted.direction}-${item.id}`);
  });

  router.post(agendaPaths.carryOver.pattern, async (req, res) => {
    const { id } = req.params;
    const { t, actor } = requestContext(res);
    const count = await carryOver(deps, actor, { meetingId: id, itemIds: parseCarryOver(req.body) });
    setFlash(req, t('agendas.carryOver.done', { count }));
    res.redirect(303, `${agendaPaths.desk({ id })}#items`);
  });

  router.post(agendaPaths.removal.pattern, async (req, res) => {
    const { id, item: itemId } = req.params;
    const { t, actor } = requestContext(res);
    const parsed = parseVersion(req.body);
    await removeItem(deps, actor, { meetingId: id, itemId, version: parsed.ok ? parsed.values.version : 0 });
    setFlash(req, t('agendas.desk.removed'));
    res.redirect(303, `${agendaPaths.desk({ id })}#items`);
  });

  return router;
}

async function post(deps: Deps, req: Request, res: Response, id: string): Promise<void> {
  const { t } = requestContext(res);
  const actor = signedIn(res);
  const parsed = parsePosting(req.body);
  if (!parsed.ok) {
    await showDesk(deps, res, id, { state: parsed, status: 422 });
    return;
  }
  const { putUpAt, lateReason, seen } = parsed.values;
  const result = await postAgenda(deps, actor, { meetingId: id, putUpAt: linesOf(putUpAt), lateReason, seen });
  if (result.kind === 'missing' || result.kind === 'late') {
    const errors = result.kind === 'late' ? { late: fieldError('agendas.errors.late') } : { missing: fieldError('agendas.errors.missing') };
    await showDesk(deps, res, id, { state: { raw: parsed.raw, errors }, status: 422 });
    return;
  }
  setFlash(req, result.kind === 'posted' ? t('agendas.desk.done', { number: result.posting.number }) : t('agendas.desk.nothingNew'));
  res.redirect(303, agendaPaths.notice({ id }));
}

/** The desk with what a form of it holds. */
export async function showDesk(
  deps: Deps,
  res: Response,
  id: string,
  { state, status }: { state: FormState; status: number },
): Promise<void> {
  const { t, actor, now } = requestContext(res);
  const desk = await loadDesk(deps.reads, id, now);
  conceal(meetingPolicy.run(actor, desk.meeting));
  const unfinished = isOpenForItems(desk.meeting) ? await listUnfinished(deps.reads, desk.meeting) : [];
  renderPage(res, 'agendas/desk', deskView({ t, actor, now, desk, state, unfinished }), status);
}
