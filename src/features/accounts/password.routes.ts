import { Router, type Request, type Response } from 'express';
import type { Deps } from '../../deps';
import { parseForm, rawForm, rawText } from '../../lib/form';
import { sha256 } from '../../lib/secret';
import { setFlash } from '../../web/flash';
import { blankForm } from '../../web/form-view';
import { renderPage } from '../../web/render';
import { requestContext, signedIn } from '../../web/request-context';
import { requireSignIn } from '../../web/require-sign-in';
import { hasSecondFactor } from './account';
import { addressForm, changePasswordForm, newPasswordForm } from './account.form';
import { accountPaths } from './account.paths';
import { findAccount } from './account.queries';
import { deadLinkPage } from './form-page.views';
import { browserOf, clientOf } from './passport';
import { changePassword, resetPassword } from './password.actions';
import type { Hasher } from './password-hasher';
import { listPeopleOfToken, requestReset } from './sign-in.actions';
import { changePasswordPage, newPasswordPage, resetPage } from './sign-in.views';
import { peekTokenHash } from './token.queries';

/** Setting a new password by a mailed link, and changing it from the account page. */
export function passwordRoutes(deps: Deps, hasher: Hasher): Router {
  const router = Router();
  askRoutes(router, deps);
  resetRoutes(router, deps, hasher);
  changeRoutes(router, deps, hasher);
  return router;
}

function askRoutes(router: Router, deps: Deps): void {
  router.get(accountPaths.reset.pattern, (_req, res) => {
    renderPage(res, 'accounts/form', resetPage(requestContext(res).t, blankForm()));
  });

  router.post(accountPaths.reset.pattern, async (req, res) => {
    const { t, locale } = requestContext(res);
    const form = parseForm(addressForm, req.body);
    if (!form.ok) {
      renderPage(res, 'accounts/form', resetPage(t, form), 422);
      return;
    }
    await requestReset(deps, { email: form.values.email, client: clientOf(req), locale });
    renderPage(res, 'accounts/word', {
      title: t('accounts.reset.sentTitle'),
      lead: [t('accounts.reset.sent', { email: form.values.email })],
      links: [{ text: t('layout.signIn'), href: accountPaths.signIn() }],
      unlisted: true,
    });
  });
}

function resetRoutes(router: Router, deps: Deps, hasher: Hasher): void {
  router.get(accountPaths.resetLink.pattern, async (req, res) => {
    res.set('Referrer-Policy', 'no-referrer');
    const hash = sha256(req.params.token);
    const token = await peekTokenHash(deps.reads, { purpose: 'reset_password', hash, browser: null }, deps.clock.now());
    if (token === undefined) {
      renderDeadLink(res);
      return;
    }
    browserOf(req as Request);
    req.session.pending = { purpose: 'reset_password', hash };
    res.redirect(303, accountPaths.newPassword());
  });

  router.get(accountPaths.newPassword.pattern, async (req, res) => {
    const people = await peopleOfReset(deps, req);
    if (people.length === 0) renderDeadLink(res);
    else renderPage(res, 'accounts/form', newPasswordPage(requestContext(res).t, blankForm(), people));
  });

  router.post(accountPaths.newPassword.pattern, (req, res) => setByLink(deps, hasher, req, res));
}

async function setByLink(deps: Deps, hasher: Hasher, req: Request, res: Response): Promise<void> {
  const { t } = requestContext(res);
  const people = await peopleOfReset(deps, req);
  const form = parseForm(newPasswordForm, req.body);
  const { hash = '' } = req.session.pending ?? {};
  const use = { hash, browser: browserOf(req), personId: rawText(form.raw, 'person'), password: sent(req, 'password') };
  const result = form.ok || people.length === 0 ? await resetPassword(deps, hasher, use) : form.errors;
  if (result === 'link_over') {
    renderDeadLink(res);
  } else if (result !== 'done') {
    renderPage(res, 'accounts/form', newPasswordPage(t, { raw: form.raw, errors: result }, people), 422);
  } else {
    delete req.session.pending;
    setFlash(req, t('accounts.newPassword.done'));
    res.redirect(303, accountPaths.password());
  }
}

function changeRoutes(router: Router, deps: Deps, hasher: Hasher): void {
  router.get(accountPaths.changePassword.pattern, requireSignIn, async (_req, res) => {
    const { t } = requestContext(res);
    renderPage(res, 'accounts/form', changePasswordPage(t, blankForm(), await accountState(deps, signedIn(res).id)));
  });

  router.post(accountPaths.changePassword.pattern, requireSignIn, async (req, res) => {
    const { t } = requestContext(res);
    const { id } = signedIn(res);
    const form = parseForm(changePasswordForm, req.body);
    const change = { current: sent(req, 'current'), password: sent(req, 'password'), keepSession: sha256(req.sessionID) };
    const errors = form.ok ? await changePassword(deps, hasher, id, change) : form.errors;
    if (errors !== null) {
      renderPage(res, 'accounts/form', changePasswordPage(t, { raw: {}, errors }, await accountState(deps, id)), 422);
      return;
    }
    setFlash(req, t('accounts.changePassword.done'));
    res.redirect(303, accountPaths.account());
  });
}

/** A password as it was typed: blanks at its ends count. */
const sent = (req: Request, name: string): string => rawText(rawForm(req.body), name);

async function peopleOfReset(deps: Deps, req: Request) {
  const { purpose, hash } = req.session.pending ?? {};
  if (purpose !== 'reset_password' || hash === undefined) return [];
  const token = await peekTokenHash(deps.reads, { purpose, hash, browser: null }, deps.clock.now());
  return token === undefined ? [] : listPeopleOfToken(deps.reads, token);
}

async function accountState(deps: Deps, personId: string): Promise<{ hasPassword: boolean; hasSecondFactor: boolean }> {
  const account = await findAccount(deps.reads, personId);
  return { hasPassword: (account?.passwordHash ?? null) !== null, hasSecondFactor: account !== undefined && hasSecondFactor(account) };
}

function renderDeadLink(res: Response): void {
  const { t } = requestContext(res);
  renderPage(res, 'accounts/word', deadLinkPage(t, { text: t('accounts.deadLink.againReset'), href: accountPaths.reset() }), 400);
}
