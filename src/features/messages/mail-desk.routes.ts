import { Router, type RequestHandler, type Response } from 'express';
import type { Deps } from '../../deps';
import { field, parseForm } from '../../lib/form';
import { Conflict } from '../../lib/errors';
import { conceal } from '../../lib/policy';
import { getMailHealth } from '../../mail/outbox-care.queries';
import { setFlash } from '../../web/flash';
import { blankForm, type FormState } from '../../web/form-view';
import { renderPage } from '../../web/render';
import { requestContext } from '../../web/request-context';
import { requireSignIn } from '../../web/require-sign-in';
import { isTroubled, whyNotAgain, type Trouble } from './mail-desk';
import { resumeSending, sendMailAgain, settleAsArrived, stopSending } from './mail-desk.actions';
import { mailDeskPaths } from './mail-desk.paths';
import { mailDeskPolicy } from './mail-desk.policy';
import { findPauseWords, getTroubledMail, listTroubledMails } from './mail-desk.queries';
import { mailDeskView, resendingView } from './mail-desk.views';

/** How mail is, and what of it waits for an administrator. */
export function mailDeskRoutes(deps: Deps): Router {
  const router = Router();
  router.use(mailDeskPaths.desk.pattern, requireSignIn, administratorsOnly);
  deskRoutes(router, deps);
  settlingRoutes(router, deps);
  return router;
}

const administratorsOnly: RequestHandler = (_req, res, next) => {
  conceal(mailDeskPolicy.view(requestContext(res).actor));
  next();
};

const reasonFields = { reason: field.text(300) };

function deskRoutes(router: Router, deps: Deps): void {
  router.get(mailDeskPaths.desk.pattern, async (req, res) => {
    const { show: asked, after } = req.query;
    const cursor = typeof after === 'string' ? after : undefined;
    await showDesk(deps, res, { show: asked === 'failed' ? 'failed' : 'held', cursor, state: blankForm() });
  });

  const switches = [
    [mailDeskPaths.pause.pattern, stopSending, 'messages.desk.done.paused'],
    [mailDeskPaths.resumption.pattern, resumeSending, 'messages.desk.done.resumed'],
  ] as const;
  for (const [pattern, act, done] of switches) {
    router.post(pattern, async (req, res) => {
      const form = parseForm(reasonFields, req.body);
      if (!form.ok) {
        await showDesk(deps, res, { show: 'held', cursor: undefined, state: form }, 422);
        return;
      }
      const { actor, t } = requestContext(res);
      await act(deps, actor, form.values.reason);
      setFlash(req, t(done));
      res.redirect(303, mailDeskPaths.desk());
    });
  }
}

interface Shown {
  readonly show: Trouble;
  readonly cursor: string | undefined;
  readonly state: FormState;
}

async function showDesk(deps: Deps, res: Response, { show, cursor, state }: Shown, status = 200): Promise<void> {
  const { t, now } = requestContext(res);
  const health = await getMailHealth(deps.reads, now);
  const known = {
    health,
    words: health.pause === null ? undefined : await findPauseWords(deps.reads, health.pause.since),
    page: await listTroubledMails(deps.reads, show, cursor),
  };
  renderPage(res, 'messages/desk', mailDeskView(t, known, { show, state, now, isFirst: cursor === undefined }), status);
}

function settlingRoutes(router: Router, deps: Deps): void {
  router.post(mailDeskPaths.arrival.pattern, async (req, res) => {
    const { actor, t } = requestContext(res);
    await settleAsArrived(deps, actor, req.params.id);
    setFlash(req, t('messages.desk.done.arrived'));
    res.redirect(303, mailDeskPaths.desk());
  });

  router.get(mailDeskPaths.resending.pattern, (req, res) => askBeforeResending(deps, res, req.params.id, blankForm()));

  router.post(mailDeskPaths.resending.pattern, async (req, res) => {
    const { id } = req.params;
    const form = parseForm(reasonFields, req.body);
    if (!form.ok) {
      await askBeforeResending(deps, res, id, form, 422);
      return;
    }
    const { actor, t } = requestContext(res);
    await sendMailAgain(deps, actor, { id, reason: form.values.reason });
    setFlash(req, t('messages.desk.done.again'));
    res.redirect(303, mailDeskPaths.desk());
  });
}

async function askBeforeResending(deps: Deps, res: Response, id: string, state: FormState, status = 200): Promise<void> {
  const { t, now } = requestContext(res);
  const mail = await getTroubledMail(deps.reads, id);
  if (!isTroubled(mail)) throw new Conflict('messages.desk.errors.settled');
  const whyNot = whyNotAgain(mail, now);
  if (whyNot !== null) throw new Conflict(`messages.desk.whyNot.${whyNot}`);
  renderPage(res, 'messages/resending', resendingView(t, mail, state), status);
}
