import { Router, type Request, type Response } from 'express';
import type { Deps } from '../../deps';
import { listEvents } from '../../history/events.queries';
import { timelineView } from '../../history/timeline.views';
import { approvesFor, collaborativesAs, type Actor } from '../../lib/actor';
import { Invalid } from '../../lib/errors';
import { inLocale } from '../../lib/local-text';
import { conceal } from '../../lib/policy';
import { blankForm, type FormState } from '../../web/form-view';
import { setFlash } from '../../web/flash';
import { renderPage } from '../../web/render';
import { requestContext } from '../../web/request-context';
import { requireSignIn } from '../../web/require-sign-in';
import { findPerson } from '../accounts';
import { getCollaborative, listCollaboratives } from '../collaboratives';
import { getCycle } from '../cycles';
import { approveSlate, returnSlate } from './approval.actions';
import { approvalView, approvalsView } from './approval.views';
import { loadBoard } from './board.queries';
import { approvalPaths } from './selection.paths';
import { listSendings } from './sending.queries';
import type { Slate } from './slate';
import { parseReturn, parseVersion } from './slate.form';
import { slatePolicy } from './slate.policy';
import { getSlate, listSentSlates } from './slate.queries';

type ById = Request<{ id: string }>;

/** Slates for their approvers. */
export function approvalRoutes(deps: Deps): Router {
  const router = Router();

  router.get(approvalPaths.list.pattern, requireSignIn, async (_req, res) => {
    const { actor, t } = requestContext(res);
    const names = new Map((await listCollaboratives(deps.reads)).map((one) => [one.id, inLocale(one.name, t.locale)]));
    const places = collaborativesAs(actor, 'approver');
    const slates = await listSentSlates(deps.reads, places);
    const waiting = slates.map((slate) => ({ id: slate.id, sentAt: slate.sentAt, name: names.get(slate.collaborativeId) ?? '' }));
    renderPage(res, 'selection/approvals', approvalsView(t, waiting, places.length > 0));
  });

  router.get(approvalPaths.show.pattern, requireSignIn, async (req: ById, res) => {
    await showApproval(deps, req, res, { state: blankForm(), status: 200 });
  });

  router.post(approvalPaths.approve.pattern, requireSignIn, async (req: ById, res) => {
    const { actor, t } = requestContext(res);
    const parsed = parseVersion(req.body);
    if (!parsed.ok) throw new Invalid('errors.invalid.lead');
    await approveSlate(deps, actor, req.params.id, parsed.values.version);
    setFlash(req, t('selection.approval.approved'));
    res.redirect(303, approvalPaths.show(req.params));
  });

  router.post(approvalPaths.sendBack.pattern, requireSignIn, async (req: ById, res) => {
    const { actor, t } = requestContext(res);
    const parsed = parseReturn(req.body);
    if (!parsed.ok) return showApproval(deps, req, res, { state: parsed, status: 422 });
    await returnSlate(deps, actor, req.params.id, parsed.values);
    setFlash(req, t('selection.approval.sentBack'));
    res.redirect(303, approvalPaths.show(req.params));
  });

  return router;
}

async function showApproval(deps: Deps, req: ById, res: Response, shown: { state: FormState; status: number }): Promise<void> {
  const { actor, t } = requestContext(res);
  const db = deps.reads;
  const slate = await getSlate(db, req.params.id);
  conceal(slatePolicy.viewAsApprover(actor, slate));
  const board = await loadBoard(db, await getCycle(db, slate.cycleId), await getCollaborative(db, slate.collaborativeId));
  const sender = slate.sentBy === null ? undefined : await findPerson(db, slate.sentBy);
  const view = approvalView(t, board, {
    mayDecide: slatePolicy.decide(actor, slate).allowed,
    isOwn: slate.sentBy === actor.id,
    senderName: sender?.name ?? '',
    approverName: await approverNameFor(deps, actor, slate),
    state: shown.state,
    sendings: await listSendings(db, slate.id),
    history: timelineView(
      t,
      (await listEvents(db, { kind: 'slate', id: slate.id })).filter(({ action }) => isStep(action)),
    ),
  });
  renderPage(res, 'selection/approval', view, shown.status);
}

/** The approver in whose place the reader decides; null for an approver themselves. */
async function approverNameFor(deps: Deps, actor: Actor, { collaborativeId, sentBy }: Slate): Promise<string | null> {
  const inPlaceOf = approvesFor(actor, collaborativeId, sentBy) ?? null;
  return inPlaceOf === null ? null : ((await findPerson(deps.reads, inPlaceOf))?.name ?? null);
}

const steps = new Set(['send', 'takeBack', 'approve', 'return'].map((verb) => `selection.${verb}`));

/** The steps of a slate; what staff try out before they send it is theirs. */
const isStep = (action: string): boolean => steps.has(action) || action === 'offers.release';
