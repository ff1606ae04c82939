import { Router, type Request, type RequestHandler, type Response } from 'express';
import { toString as toPicture } from 'qrcode';
import type { Deps } from '../../deps';
import { fieldError, parseForm, type FormErrors } from '../../lib/form';
import { needsSecondFactor } from '../../lib/actor';
import { NotFound } from '../../lib/errors';
import { setFlash } from '../../web/flash';
import { blankForm } from '../../web/form-view';
import { renderPage } from '../../web/render';
import { requestContext, signedIn } from '../../web/request-context';
import { requireSignIn } from '../../web/require-sign-in';
import { hasSecondFactor, mustProveSecondFactor } from './account';
import { codeForm } from './account.form';
import { accountPaths } from './account.paths';
import { countRecoveryCodes, findAccount } from './account.queries';
import { beginSession } from './passport';
import { returnPath } from './return-path';
import { setUpAddress } from './second-factor';
import { beginSetUp, confirmSetUp, proveSecondFactor, removeSecondFactor, renewRecoveryCodes, seedOf } from './second-factor.actions';
import { factorPage, provePage, recoveryPage, setUpPage } from './second-factor.views';

/** Where somebody may go who has still to give their second factor. */
const openBefore = /^\/(sign-in\/second-factor(\/(set-up|picture))?|sign-out|language|help|privacy|accessibility|demo(\/.*)?)$/;

/** Sends whoever has still to give (or set up) a second factor there, before anything else. */
export function requireSecondFactor(deps: Deps): RequestHandler {
  return (req, res, next) => {
    const { actor } = requestContext(res);
    if (openBefore.test(req.path) || !mustProveSecondFactor(actor, req.session, deps.config)) {
      next();
      return;
    }
    if (req.method === 'GET') req.session.returnTo ??= returnPath(req.originalUrl);
    res.redirect(303, accountPaths.secondFactor());
  };
}

export function secondFactorRoutes(deps: Deps): Router {
  const router = Router();
  proofRoutes(router, deps);
  setUpRoutes(router, deps);
  settingRoutes(router, deps);
  return router;
}

function proofRoutes(router: Router, deps: Deps): void {
  router.get(accountPaths.secondFactor.pattern, requireSignIn, async (req, res) => {
    const account = await findAccount(deps.reads, signedIn(res).id);
    if (req.session.strong === true) res.redirect(303, returnPath(undefined));
    else if (account === undefined || !hasSecondFactor(account)) res.redirect(303, accountPaths.factorSetUp());
    else renderPage(res, 'accounts/form', provePage(requestContext(res).t, blankForm()));
  });

  router.post(accountPaths.secondFactor.pattern, requireSignIn, async (req, res) => {
    const { t } = requestContext(res);
    const { id } = signedIn(res);
    const form = parseForm(codeForm, req.body);
    if (form.ok && (await proveSecondFactor(deps, id, form.values.code))) {
      await becomeStrong(deps, req, id);
      res.redirect(303, returnPath(req.session.returnTo));
      return;
    }
    const errors: FormErrors = form.ok ? { code: fieldError('accounts.errors.factorWrong') } : form.errors;
    renderPage(res, 'accounts/form', provePage(t, { raw: {}, errors }), 422);
  });
}

function setUpRoutes(router: Router, deps: Deps): void {
  router.get(accountPaths.factorSetUp.pattern, requireSignIn, async (req, res) => {
    await guardReplacement(deps, req, res);
    req.session.factorSetUp ??= beginSetUp(deps);
    renderSetUp(deps, req, res, {});
  });

  router.get(accountPaths.factorPicture.pattern, requireSignIn, async (req, res) => {
    const { factorSetUp } = req.session;
    if (factorSetUp === undefined) throw new NotFound();
    const { email, name } = signedIn(res);
    const address = setUpAddress(seedOf(deps, factorSetUp), email ?? name, deps.config.mail.fromName);
    res
      .type('svg')
      .set('Cache-Control', 'no-store')
      .send(await toPicture(address, { type: 'svg', errorCorrectionLevel: 'M', margin: 2 }));
  });

  router.post(accountPaths.factorSetUp.pattern, requireSignIn, async (req, res) => {
    await guardReplacement(deps, req, res);
    const { t } = requestContext(res);
    const actor = signedIn(res);
    const { factorSetUp: sealed, returnTo } = req.session;
    const form = parseForm(codeForm, req.body);
    const codes = form.ok && sealed !== undefined ? await confirmSetUp(deps, actor, { sealed, code: form.values.code }) : null;
    if (codes === null) {
      req.session.factorSetUp ??= beginSetUp(deps);
      renderSetUp(deps, req, res, { code: fieldError('accounts.errors.codeWrong') });
      return;
    }
    await becomeStrong(deps, req, actor.id);
    renderPage(res, 'accounts/recovery-codes', recoveryPage(t, codes, returnPath(returnTo, accountPaths.account())));
  });
}

function settingRoutes(router: Router, deps: Deps): void {
  router.get(accountPaths.factor.pattern, requireSignIn, async (_req, res) => {
    const actor = signedIn(res);
    const account = await findAccount(deps.reads, actor.id);
    const isOn = account !== undefined && hasSecondFactor(account);
    const codesLeft = isOn ? await countRecoveryCodes(deps.reads, account.id) : 0;
    renderPage(res, 'accounts/factor', factorPage(requestContext(res).t, { isOn, codesLeft, isRequired: needsSecondFactor(actor) }));
  });

  router.post(accountPaths.recoveryCodes.pattern, requireSignIn, async (req, res) => {
    if (!isStrong(req, res)) return;
    const codes = await renewRecoveryCodes(deps, signedIn(res));
    renderPage(res, 'accounts/recovery-codes', recoveryPage(requestContext(res).t, codes, accountPaths.account()));
  });

  router.post(accountPaths.factorRemoval.pattern, requireSignIn, async (req, res) => {
    if (!isStrong(req, res)) return;
    const { id } = signedIn(res);
    await removeSecondFactor(deps, signedIn(res));
    await beginSession(req, { personId: id, now: deps.clock.now() });
    setFlash(req, requestContext(res).t('accounts.factorPage.removed'));
    res.redirect(303, accountPaths.account());
  });
}

/** Who has a second factor must have given it in this session before putting another in its place. */
async function guardReplacement(deps: Deps, req: Request, res: Response): Promise<void> {
  const account = await findAccount(deps.reads, signedIn(res).id);
  if (account !== undefined && hasSecondFactor(account) && req.session.strong !== true) throw new NotFound();
}

function isStrong(req: Request, res: Response): boolean {
  if (req.session.strong === true) return true;
  req.session.returnTo = accountPaths.factor();
  res.redirect(303, accountPaths.secondFactor());
  return false;
}

/** A session that gave its second factor goes on under a new id. */
async function becomeStrong(deps: Deps, req: Request, personId: string): Promise<void> {
  const { returnTo } = req.session;
  await beginSession(req, { personId, strong: true, now: deps.clock.now(), ...(returnTo === undefined ? {} : { returnTo }) });
}

function renderSetUp(deps: Deps, req: Request, res: Response, errors: FormErrors): void {
  const seed = seedOf(deps, req.session.factorSetUp ?? '');
  const isRequired = needsSecondFactor(requestContext(res).actor);
  renderPage(
    res,
    'accounts/factor-set-up',
    setUpPage(requestContext(res).t, { raw: {}, errors }, { seed, isRequired }),
    Object.keys(errors).length > 0 ? 422 : 200,
  );
}
