import { Router, type Request, type Response } from 'express';
import type { Deps } from '../../deps';
import { field, parseForm } from '../../lib/form';
import { authorize, conceal } from '../../lib/policy';
import { dateOf } from '../../lib/time';
import { setFlash } from '../../web/flash';
import { blankForm, type FormState } from '../../web/form-view';
import { renderPage } from '../../web/render';
import { requestContext, signedIn } from '../../web/request-context';
import { requireSignIn } from '../../web/require-sign-in';
import { calledName, getPerson } from '../accounts';
import { getCollaborative } from '../collaboratives';
import { listLeaves } from './leave.queries';
import { endLeave, moveToSeat, reappoint, takeBackEnding, takeLeave } from './life.actions';
import { leaveView, moveView, nextTermView, type Shown } from './life.views';
import { parseLeave, parseMove, parseTerm } from './membership.form';
import { membershipPaths } from './membership.paths';
import { membershipPolicy } from './membership.policy';
import { getMembership, listTermsOfPerson } from './membership.queries';
import { nextTerm, termsInARow } from './renewal';
import { getSeat, listSeats } from './seat.queries';

type Show = (res: Response, id: string, form: FormState, status?: number) => Promise<void>;

/** What happens in the life of a membership, for staff: leave, a further term, another seat, an ending taken back. */
export function lifeRoutes(deps: Deps): Router {
  const router = Router();
  const paths = membershipPaths;
  router.use(paths.membership.pattern, requireSignIn);
  const pages: readonly [typeof paths.leave | typeof paths.next | typeof paths.move, Show][] = [
    [paths.leave, (res, id, form, status) => showLeave(deps, res, { id, form }, status)],
    [paths.next, (res, id, form, status) => showNext(deps, res, { id, form }, status)],
    [paths.move, (res, id, form, status) => showMove(deps, res, { id, form }, status)],
  ];
  for (const [path, show] of pages) router.get(path.pattern, async (req, res) => show(res, idOf(req), blankForm()));
  router.post(paths.leave.pattern, (req, res) => postLeave(deps, req, res));
  router.post(paths.leaveEnd.pattern, (req, res) => postLeaveEnd(deps, req, res));
  router.post(paths.next.pattern, (req, res) => postNext(deps, req, res));
  router.post(paths.move.pattern, (req, res) => postMove(deps, req, res));
  router.post(paths.takenBack.pattern, (req, res) => postTakenBack(deps, req, res));
  return router;
}

const idOf = (req: Request): string => String(req.params['id']);

async function postLeave(deps: Deps, req: Request, res: Response): Promise<void> {
  const id = idOf(req);
  const { membership } = await shownFor(deps, res, id, blankForm());
  authorize(membershipPolicy.change(requestContext(res).actor, membership));
  const form = parseLeave(req.body);
  if (!form.ok) return showLeave(deps, res, { id, form }, 422);
  const { starts_on: startsOn, ends_on: endsOn, reason } = form.values;
  await takeLeave(deps, signedIn(res), id, { startsOn, endsOn: endsOn === '' ? null : endsOn, reason });
  setFlash(req, requestContext(res).t('membership.leave.saved'));
  res.redirect(303, membershipPaths.leave({ id }));
}

async function postLeaveEnd(deps: Deps, req: Request, res: Response): Promise<void> {
  const id = idOf(req);
  const leaveId = String(req.params['leave']);
  const { name, membership } = await shownFor(deps, res, id, blankForm());
  authorize(membershipPolicy.change(requestContext(res).actor, membership));
  const lastDay = `last_day_${leaveId}`;
  const form = parseForm({ [lastDay]: field.date() }, req.body);
  if (!form.ok) return showLeave(deps, res, { id, form }, 422);
  await endLeave(deps, signedIn(res), leaveId, form.values[lastDay] ?? '');
  setFlash(req, requestContext(res).t('membership.leave.backSaved', { name }));
  res.redirect(303, membershipPaths.leave({ id }));
}

async function postNext(deps: Deps, req: Request, res: Response): Promise<void> {
  const id = idOf(req);
  const { name, membership } = await shownFor(deps, res, id, blankForm());
  authorize(membershipPolicy.change(requestContext(res).actor, membership));
  const form = parseTerm(req.body);
  if (!form.ok) return showNext(deps, res, { id, form }, 422);
  const next = await reappoint(deps, signedIn(res), id, { startsOn: form.values.starts_on, endsOn: form.values.ends_on });
  setFlash(req, requestContext(res).t('membership.next.saved', { name }));
  res.redirect(303, membershipPaths.membership({ id: next.id }));
}

async function postMove(deps: Deps, req: Request, res: Response): Promise<void> {
  const id = idOf(req);
  const { name, membership } = await shownFor(deps, res, id, blankForm());
  authorize(membershipPolicy.change(requestContext(res).actor, membership));
  const form = parseMove(req.body);
  if (!form.ok) return showMove(deps, res, { id, form }, 422);
  const { seat: seatId, on, ends_on: endsOn, version } = form.values;
  const next = await moveToSeat(deps, signedIn(res), id, { seatId, on, endsOn, version });
  setFlash(req, requestContext(res).t('membership.move.saved', { name }));
  res.redirect(303, membershipPaths.membership({ id: next.id }));
}

async function postTakenBack(deps: Deps, req: Request, res: Response): Promise<void> {
  const id = idOf(req);
  const { name } = await shownFor(deps, res, id, blankForm());
  const form = parseForm({ version: field.version() }, req.body);
  await takeBackEnding(deps, signedIn(res), id, form.ok ? form.values.version : 0);
  setFlash(req, requestContext(res).t('membership.show.takenBack', { name }));
  res.redirect(303, membershipPaths.membership({ id }));
}

/** The membership with whose it is and where, for those who may see it. */
async function shownFor(deps: Deps, res: Response, id: string, form: FormState): Promise<Shown> {
  const { actor } = requestContext(res);
  const membership = await getMembership(deps.reads, id);
  conceal(membershipPolicy.view(actor, membership));
  const person = await getPerson(deps.reads, membership.personId);
  return { membership, name: calledName(person), collaborative: await getCollaborative(deps.reads, membership.collaborativeId), form };
}

type Asked = { readonly id: string; readonly form: FormState };

async function showLeave(deps: Deps, res: Response, { id, form }: Asked, status = 200): Promise<void> {
  const { actor, t, now } = requestContext(res);
  const shown = await shownFor(deps, res, id, form);
  const mayChange = membershipPolicy.change(actor, shown.membership).allowed;
  // The reason is for staff alone: approvers read the days.
  const leaves = (await listLeaves(deps.reads, id)).map((leave) => (mayChange ? leave : { ...leave, reason: '' }));
  renderPage(res, 'membership/leave', leaveView(t, shown, leaves, { now, mayChange }), status);
}

async function showNext(deps: Deps, res: Response, { id, form }: Asked, status = 200): Promise<void> {
  const { actor, t } = requestContext(res);
  const shown = await shownFor(deps, res, id, form);
  const { membership, collaborative } = shown;
  authorize(membershipPolicy.change(actor, membership));
  const { settings } = collaborative;
  const seat = await getSeat(deps.reads, membership.seatId);
  const term = nextTerm(membership, seat.termYears);
  const served = termsInARow(await listTermsOfPerson(deps.reads, membership.personId, membership.collaborativeId));
  const filled = { ...shown, form: { ...form, raw: { starts_on: term.startsOn, ends_on: term.endsOn, ...form.raw } } };
  renderPage(res, 'accounts/form', nextTermView(t, filled, { served, limit: seat.termLimit ?? settings.termLimit }), status);
}

async function showMove(deps: Deps, res: Response, { id, form }: Asked, status = 200): Promise<void> {
  const { actor, t, now } = requestContext(res);
  const shown = await shownFor(deps, res, id, form);
  authorize(membershipPolicy.change(actor, shown.membership));
  const seats = await listSeats(deps.reads, shown.membership.collaborativeId, dateOf(now));
  const filled = { ...shown, form: { ...form, raw: { ends_on: shown.membership.termEndsOn, ...form.raw } } };
  renderPage(res, 'accounts/form', moveView(t, filled, seats), status);
}
