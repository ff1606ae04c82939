import { Router, type Request, type Response } from 'express';
import type { Deps } from '../../deps';
import { NotFound } from '../../lib/errors';
import { parseForm, type RawForm } from '../../lib/form';
import { sha256 } from '../../lib/secret';
import { setFlash } from '../../web/flash';
import { blankForm } from '../../web/form-view';
import { renderPage } from '../../web/render';
import { requestContext, signedIn } from '../../web/request-context';
import { requireSignIn } from '../../web/require-sign-in';
import { deleteSession, endSessionsOf, listSessionsOf } from '../../web/session.queries';
import { emailForm, profileForm } from './account.form';
import { accountPaths } from './account.paths';
import { findAccount } from './account.queries';
import { accountPage, emailConfirmPage, emailPage, profilePage, sessionsPage } from './account.views';
import { deadLinkPage } from './form-page.views';
import { browserOf, clientOf } from './passport';
import type { Person } from './person';
import { getPerson } from './person.queries';
import { confirmEmailChange, peekEmailChange, requestEmailChange, saveProfile } from './profile.actions';

/** `/account`: what one says of oneself, the address, and where one is signed in. */
export function profileRoutes(deps: Deps): Router {
  const router = Router();
  overviewRoutes(router, deps);
  emailRoutes(router, deps);
  confirmationRoutes(router, deps);
  sessionRoutes(router, deps);
  return router;
}

function overviewRoutes(router: Router, deps: Deps): void {
  router.get(accountPaths.account.pattern, requireSignIn, async (_req, res) => {
    const { id } = signedIn(res);
    const person = await getPerson(deps.reads, id);
    const sessions = await listSessionsOf(deps.reads, id);
    renderPage(res, 'accounts/account', accountPage(requestContext(res).t, person, await findAccount(deps.reads, id), sessions.length));
  });

  router.get(accountPaths.profile.pattern, requireSignIn, async (_req, res) => {
    const person = await getPerson(deps.reads, signedIn(res).id);
    renderPage(res, 'accounts/form', profilePage(requestContext(res).t, blankForm(rawOf(person)), deps.locales));
  });

  router.post(accountPaths.profile.pattern, requireSignIn, async (req, res) => {
    const { t } = requestContext(res);
    const form = parseForm(profileForm(deps.locales), req.body);
    if (!form.ok) {
      renderPage(res, 'accounts/form', profilePage(t, form, deps.locales), 422);
      return;
    }
    const { preferredName, pronouns, ...rest } = form.values;
    await saveProfile(deps, signedIn(res), {
      ...rest,
      preferredName: preferredName === '' ? null : preferredName,
      pronouns: pronouns === '' ? null : pronouns,
    });
    setFlash(req, t('common.saved'));
    res.redirect(303, accountPaths.account());
  });
}

function emailRoutes(router: Router, deps: Deps): void {
  router.get(accountPaths.email.pattern, requireSignIn, (_req, res) => {
    renderPage(res, 'accounts/form', emailPage(requestContext(res).t, blankForm()));
  });

  router.post(accountPaths.email.pattern, requireSignIn, async (req, res) => {
    const { t } = requestContext(res);
    const form = parseForm(emailForm, req.body);
    if (!form.ok) {
      renderPage(res, 'accounts/form', emailPage(t, form), 422);
      return;
    }
    await requestEmailChange(deps, signedIn(res), { email: form.values.email, client: clientOf(req) });
    setFlash(req, t('accounts.email.sent', { email: form.values.email }));
    res.redirect(303, accountPaths.account());
  });
}

/** The links of an address change; whoever reads either mailbox need not be signed in. */
function confirmationRoutes(router: Router, deps: Deps): void {
  router.get(accountPaths.emailLink.pattern, async (req, res) => {
    res.set('Referrer-Policy', 'no-referrer');
    const hash = sha256(req.params.token);
    if ((await peekEmailChange(deps, hash, req.session.browser ?? null)) === undefined) {
      renderDeadLink(res);
      return;
    }
    browserOf(req as Request);
    req.session.emailChange = hash;
    res.redirect(303, accountPaths.emailConfirm());
  });

  router.get(accountPaths.emailConfirm.pattern, async (req, res) => {
    const found = await peekEmailChange(deps, req.session.emailChange ?? '', browserOf(req));
    if (found === undefined) renderDeadLink(res);
    else renderPage(res, 'accounts/form', emailConfirmPage(requestContext(res).t, found.email ?? ''));
  });

  router.post(accountPaths.emailConfirm.pattern, async (req, res) => {
    const { t } = requestContext(res);
    const outcome = await confirmEmailChange(deps, { hash: req.session.emailChange ?? '', browser: browserOf(req) });
    if (outcome === 'over') {
      renderDeadLink(res);
      return;
    }
    const isDone = outcome === 'changed';
    renderPage(res, 'accounts/word', {
      title: isDone ? t('accounts.email.changedTitle') : t('accounts.email.halfTitle'),
      lead: [isDone ? t('accounts.email.changed') : t('accounts.email.half')],
      links: [{ text: t('layout.account'), href: accountPaths.account() }],
      unlisted: true,
    });
  });
}

function sessionRoutes(router: Router, deps: Deps): void {
  router.get(accountPaths.sessions.pattern, requireSignIn, async (req, res) => {
    const rows = await listSessionsOf(deps.reads, signedIn(res).id);
    renderPage(res, 'accounts/sessions', sessionsPage(requestContext(res).t, rows, sha256(req.sessionID)));
  });

  router.post(accountPaths.sessionsEnd.pattern, requireSignIn, async (req, res) => {
    await endSessionsOf(deps.db, signedIn(res).id, sha256(req.sessionID));
    setFlash(req, requestContext(res).t('accounts.sessions.ended'));
    res.redirect(303, accountPaths.sessions());
  });

  router.post(accountPaths.sessionEnd.pattern, requireSignIn, async (req: Request<{ id: string }>, res) => {
    const own = await listSessionsOf(deps.reads, signedIn(res).id);
    if (!own.some((row) => row.id_hash === req.params.id)) throw new NotFound();
    await deleteSession(deps.db, req.params.id);
    setFlash(req as Request, requestContext(res).t('accounts.sessions.ended'));
    res.redirect(303, accountPaths.sessions());
  });
}

const rawOf = (person: Person): RawForm => ({
  name: person.name,
  preferredName: person.preferredName ?? '',
  pronouns: person.pronouns ?? '',
  phone: person.phone,
  locale: person.locale,
  version: String(person.version),
});

function renderDeadLink(res: Response): void {
  const { t } = requestContext(res);
  renderPage(res, 'accounts/word', deadLinkPage(t, { text: t('layout.account'), href: accountPaths.account() }), 400);
}
