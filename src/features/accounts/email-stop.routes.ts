import { Router, type Request, type Response } from 'express';
import type { Deps } from '../../deps';
import { renderPage } from '../../web/render';
import { requestContext } from '../../web/request-context';
import { accountPaths } from './account.paths';
import { emailStopPage } from './account.views';
import { peekEmailStop, stopEmailChange } from './email-stop.actions';
import { deadLinkPage } from './form-page.views';
import { browserOf } from './passport';

/** The link to the earlier mailbox that stops a change of address or takes it back. A link only looks; its button does it. */
export function emailStopRoutes(deps: Deps): Router {
  const router = Router();

  router.get(accountPaths.emailStop.pattern, async (req, res) => {
    const does = await peekEmailStop(deps, req.params.token);
    if (does === undefined) sayOver(res);
    else renderPage(privately(res), 'accounts/form', emailStopPage(requestContext(res).t, req.params.token, does));
  });

  router.post(accountPaths.emailStop.pattern, async (req, res) => {
    const outcome = await stopEmailChange(deps, req.params.token, browserOf(req as Request));
    if (outcome === 'over') {
      sayOver(res);
      return;
    }
    const { t } = requestContext(res);
    renderPage(privately(res), 'accounts/word', {
      title: t(`accounts.emailStop.${outcome}.doneTitle`),
      lead: [t(`accounts.emailStop.${outcome}.done`), t('accounts.emailStop.next')],
      links: [
        { text: t('accounts.signIn.title'), href: accountPaths.signIn() },
        { text: t('accounts.emailStop.help'), href: '/help' },
      ],
      unlisted: true,
    });
  });

  return router;
}

const privately = (res: Response): Response => res.set({ 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' });

function sayOver(res: Response): void {
  const { t } = requestContext(res);
  renderPage(privately(res), 'accounts/word', deadLinkPage(t, { text: t('accounts.emailStop.help'), href: '/help' }), 400);
}
