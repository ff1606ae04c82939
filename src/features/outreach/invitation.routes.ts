import { Router, type Request, type Response } from 'express';
import type { Deps } from '../../deps';
import { localeCodes } from '../../i18n/locales';
import { fieldError, parseForm, rawForm, rawText } from '../../lib/form';
import { hoursBetween } from '../../lib/time';
import { blankForm, type FormState } from '../../web/form-view';
import { isFromProgram } from '../../web/honeypot';
import { limit } from '../../web/limits';
import { renderPage } from '../../web/render';
import { requestContext } from '../../web/request-context';
import { showClosed } from './flyer.routes';
import { addressIn, invite, stop } from './invitation.actions';
import { invitationFields } from './invitation.form';
import { invitationView, invitedView, stopView } from './invitation.views';
import { getOutreach } from './opening.queries';
import { invitationPaths } from './outreach.paths';

/** Inviting one person to apply, and asking for no more such mails. */
export function invitationRoutes(deps: Deps): Router {
  const router = Router();

  router.get(invitationPaths.page.pattern, async (req, res) => {
    await showInvitation(req.params.c, deps, res, blankForm({ language: requestContext(res).locale }));
  });

  router.post(invitationPaths.page.pattern, (req, res) => send(deps, req, res));

  router.get(invitationPaths.sent.pattern, async (req, res) => {
    const { t, now } = requestContext(res);
    const { collaborative } = await getOutreach(deps.reads, req.params.c, { now });
    renderPage(res, 'outreach/word', invitedView(t, collaborative));
  });

  router.get(invitationPaths.stop.pattern, (req, res) => {
    addressIn(deps, req.params.token);
    showStop(res, req.params.token, false);
  });

  router.post(invitationPaths.stop.pattern, async (req, res) => {
    await stop(deps, req.params.token);
    showStop(res, req.params.token, true);
  });

  return router;
}

async function send(deps: Deps, req: Request<{ c: string }>, res: Response): Promise<void> {
  const { actor, now } = requestContext(res);
  const { c } = req.params;
  const raw = rawForm(req.body);
  const form = parseForm(invitationFields(localeCodes), actor.id === null ? raw : { ...raw, from: actor.name });
  if (isFromProgram(req.body)) res.redirect(303, invitationPaths.sent({ c }));
  else if (!form.ok) await showInvitation(c, deps, res, form, 422);
  else if (isHasty(rawText(raw, 'shown_at'), now)) {
    await showInvitation(c, deps, res, { raw: form.raw, errors: { note: fieldError('outreach.errors.hasty') } }, 422);
  } else await deliver(deps, req, res, form.values);
}

async function deliver(
  deps: Deps,
  req: Request<{ c: string }>,
  res: Response,
  { from, email: address, language: locale, note }: { from: string; email: string; language: string; note: string },
): Promise<void> {
  const { actor, now } = requestContext(res);
  const { c } = req.params;
  const { collaborative, opening } = await getOutreach(deps.reads, c, { now });
  if (opening === undefined) {
    showClosed(res, collaborative);
    return;
  }
  await limitInviting(deps, { sender: actor.id ?? `client:${req.ip ?? ''}`, isKnown: actor.id !== null, address });
  await invite(deps, actor, { collaborative, opening }, { from, address, locale, note });
  res.redirect(303, invitationPaths.sent({ c }));
}

const leastSeconds = 3;

/** Nobody reads the page and writes an address in under 3 seconds (reliability.md 4.6). */
const isHasty = (shownAt: string, now: string): boolean =>
  !/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(shownAt) || hoursBetween(shownAt, now) * 3600 < leastSeconds;

const hour = 3600;

/**
 * 10 an hour for an account; 30 for a client nobody knows, since a school shares one; 3 in a day to one address, whoever
 * asks (reliability.md 4.6).
 */
async function limitInviting(deps: Deps, wanted: { sender: string; isKnown: boolean; address: string }): Promise<void> {
  const { sender, isKnown, address } = wanted;
  await limit(deps, { name: 'invite-sender', key: sender, points: isKnown ? 10 : 30, seconds: hour });
  await limit(deps, { name: 'invite-address', key: address.toLowerCase(), points: 3, seconds: 24 * hour });
}

async function showInvitation(slug: string, deps: Deps, res: Response, state: FormState, status = 200): Promise<void> {
  const { actor, t, now } = requestContext(res);
  const { collaborative, opening } = await getOutreach(deps.reads, slug, { now });
  if (opening === undefined) showClosed(res, collaborative);
  else {
    const view = invitationView(t, state, { collaborative, isKnown: actor.id !== null, shownAt: now });
    renderPage(res, 'outreach/invitation', view, status);
  }
}

/** The address of the page is a secret: it is neither kept nor told to the next page. */
function showStop(res: Response, token: string, isDone: boolean): void {
  res.set({ 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' });
  renderPage(res, 'outreach/word', stopView(requestContext(res).t, token, isDone));
}
