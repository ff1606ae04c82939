import { Router, type Request, type Response } from 'express';
import type { Deps } from '../../deps';
import { fieldError, parseForm } from '../../lib/form';
import { sha256 } from '../../lib/secret';
import { blankForm } from '../../web/form-view';
import { keepLanguage } from '../../web/locale';
import { renderPage } from '../../web/render';
import { requestContext } from '../../web/request-context';
import { addressForm, codeForm, languageForm, passwordForm } from './account.form';
import { accountPaths } from './account.paths';
import { deadLinkPage } from './form-page.views';
import { authenticate, beginSession, browserOf, clientOf, endThisSession, type PendingSignIn, type SignInWays } from './passport';
import { chooseLanguage } from './profile.actions';
import { returnPath, sitePath } from './return-path';
import { listPeopleOfToken, requestLink, type SignedIn } from './sign-in.actions';
import { codePage, confirmPage, passwordPage, signInPage } from './sign-in.views';
import { digitsOf } from './second-factor';
import { peekTokenHash, tryCode } from './token.queries';

/** Signing in by link, by its digits and by password; signing out; choosing a language. */
export function signInRoutes(deps: Deps, passport: SignInWays): Router {
  const router = Router();
  addressRoutes(router, deps);
  codeRoutes(router, deps, passport);
  linkRoutes(router, deps, passport);
  passwordRoutes(router, passport, deps);
  leavingRoutes(router, deps);
  return router;
}

function addressRoutes(router: Router, deps: Deps): void {
  router.get(accountPaths.signIn.pattern, (req, res) => {
    const { actor, t } = requestContext(res);
    const next = returnPath(req.query['next'], '');
    if (actor.id !== null) res.redirect(303, returnPath(next));
    else renderPage(res, 'accounts/form', signInPage(t, blankForm({ next })));
  });

  router.post(accountPaths.signIn.pattern, async (req, res) => {
    const { t, locale } = requestContext(res);
    const form = parseForm(addressForm, req.body);
    if (!form.ok) {
      renderPage(res, 'accounts/form', signInPage(t, form), 422);
      return;
    }
    const { email } = form.values;
    const returnTo = returnPath(form.values.next, '');
    const tokenId = await requestLink(deps, { email, client: clientOf(req), locale, returnTo });
    req.session.pending = { purpose: 'sign_in', tokenId, email, returnTo };
    res.redirect(303, accountPaths.code());
  });
}

function codeRoutes(router: Router, deps: Deps, passport: SignInWays): void {
  router.get(accountPaths.code.pattern, (req, res) => {
    const { t } = requestContext(res);
    const { email } = req.session.pending ?? {};
    if (email === undefined) res.redirect(303, accountPaths.signIn());
    else renderPage(res, 'accounts/form', codePage(t, blankForm(), email));
  });

  router.post(accountPaths.code.pattern, async (req, res) => {
    const { t } = requestContext(res);
    const { pending } = req.session;
    if (pending?.tokenId === undefined || pending.email === undefined) {
      res.redirect(303, accountPaths.signIn());
      return;
    }
    const form = parseForm(codeForm, req.body);
    const hash = await tryCode(deps, pending.tokenId, form.ok ? digitsOf(form.values.code) : '');
    if (hash === undefined) {
      const errors = { code: fieldError('accounts.errors.codeWrong') };
      renderPage(res, 'accounts/form', codePage(t, { raw: {}, errors }, pending.email), 422);
      return;
    }
    req.session.pending = { ...pending, hash };
    const signedIn = await authenticate(passport, 'link', req, res);
    if (signedIn === null) res.redirect(303, accountPaths.confirm());
    else await goOn(deps, req, res, signedIn);
  });
}

function linkRoutes(router: Router, deps: Deps, passport: SignInWays): void {
  router.get(accountPaths.link.pattern, openLink(deps, 'sign_in'));
  router.get(accountPaths.invitation.pattern, openLink(deps, 'invitation'));

  router.get(accountPaths.confirm.pattern, async (req, res) => {
    const { actor, t } = requestContext(res);
    const people = await peopleOfPending(deps, req);
    if (people.length > 0) renderPage(res, 'accounts/form', confirmPage(t, blankForm(), people));
    else if (actor.id !== null) res.redirect(303, returnPath(undefined));
    else renderDeadLink(res);
  });

  router.post(accountPaths.confirm.pattern, async (req, res) => {
    const { t } = requestContext(res);
    const people = await peopleOfPending(deps, req);
    const signedIn = await authenticate(passport, 'link', req, res);
    const errors = { person: fieldError('accounts.errors.choosePerson') };
    if (signedIn !== null) await goOn(deps, req, res, signedIn);
    else if (people.length > 1) renderPage(res, 'accounts/form', confirmPage(t, { raw: {}, errors }, people), 422);
    else renderDeadLink(res);
  });
}

/** GET only looks: mail scanners open every link. The token leaves the address bar, its hash waits in the session. */
function openLink(deps: Deps, purpose: PendingSignIn['purpose']) {
  return async (req: Request<{ token: string }>, res: Response): Promise<void> => {
    res.set('Referrer-Policy', 'no-referrer');
    const hash = sha256(req.params.token);
    const browser = req.session.browser ?? null;
    const token = await peekTokenHash(deps.reads, { purpose, hash, browser }, deps.clock.now());
    if (token === undefined) {
      renderDeadLink(res);
      return;
    }
    browserOf(req as Request);
    req.session.pending = { purpose, hash };
    res.redirect(303, accountPaths.confirm());
  };
}

async function peopleOfPending(deps: Deps, req: Request) {
  const { purpose, hash } = req.session.pending ?? {};
  if (purpose === undefined || hash === undefined || purpose === 'reset_password') return [];
  const token = await peekTokenHash(deps.reads, { purpose, hash, browser: browserOf(req) }, deps.clock.now());
  return token === undefined ? [] : listPeopleOfToken(deps.reads, token);
}

function passwordRoutes(router: Router, passport: SignInWays, deps: Deps): void {
  router.get(accountPaths.password.pattern, (req, res) => {
    renderPage(res, 'accounts/form', passwordPage(requestContext(res).t, blankForm({ next: returnPath(req.query['next'], '') })));
  });

  router.post(accountPaths.password.pattern, async (req, res) => {
    const { t } = requestContext(res);
    const form = parseForm(passwordForm, req.body);
    const signedIn = form.ok ? await authenticate(passport, 'password', req, res) : null;
    const errors = form.ok ? { password: fieldError('accounts.errors.signInWrong') } : form.errors;
    if (signedIn === null) renderPage(res, 'accounts/form', passwordPage(t, { raw: form.raw, errors }), 422);
    else await goOn(deps, req, res, { ...signedIn, returnTo: form.ok ? form.values.next : null });
  });
}

async function goOn(deps: Deps, req: Request, res: Response, { personId, factorDue, returnTo }: SignedIn): Promise<void> {
  const next = returnPath(returnTo);
  await beginSession(req, { personId, factorDue, returnTo: next, now: deps.clock.now() });
  res.redirect(303, factorDue ? accountPaths.secondFactor() : next);
}

function leavingRoutes(router: Router, deps: Deps): void {
  router.post(accountPaths.signOut.pattern, async (req, res) => {
    await endThisSession(req);
    res.set('Clear-Site-Data', '"cache", "storage"');
    res.redirect(303, '/');
  });

  router.post(accountPaths.language.pattern, async (req, res) => {
    const form = parseForm(languageForm(deps.locales), req.body);
    const { actor } = requestContext(res);
    if (form.ok) {
      keepLanguage(res, form.values.locale, deps.baseUrl.startsWith('https://'));
      if (actor.id !== null) await chooseLanguage(deps, actor.id, form.values.locale);
    }
    res.redirect(303, sitePath(form.ok ? form.values.next : '/'));
  });
}

function renderDeadLink(res: Response): void {
  const { t } = requestContext(res);
  renderPage(res, 'accounts/word', deadLinkPage(t, { text: t('accounts.deadLink.again'), href: accountPaths.signIn() }), 400);
}
