import { Router, type Request, type Response } from 'express';
import type { Deps } from '../../deps';
import { languages } from '../../i18n/locales';
import { NotFound } from '../../lib/errors';
import { fieldError, type FormErrors } from '../../lib/form';
import { inLocale } from '../../lib/local-text';
import { authorize } from '../../lib/policy';
import { plusElapsed } from '../../lib/time';
import { setFlash } from '../../web/flash';
import { blankForm, type FormState } from '../../web/form-view';
import { renderPage } from '../../web/render';
import { requestContext, signedIn } from '../../web/request-context';
import { requireSignIn } from '../../web/require-sign-in';
import { applicationPaths, applyPaths, holdApplication, limitBeginning } from '../applications';
import { listCollaboratives } from '../collaboratives';
import { getCycleByCode, lateEnd } from '../cycles';
import { enterLate, extendApplication, makeLateCode, revokeLateCode } from './late-entry.actions';
import { readCodeForm, readEntry, readExtensionForm } from './late-entry.form';
import { lateEntryPaths } from './late-entry.paths';
import { collaborativesOf, lateEntryPolicy } from './late-entry.policy';
import { listLateCodes } from './late-code.queries';
import { codesView, enterView, usualCode } from './late-entry.views';

/** Late entry: staff let named people in after the closing; those type their code. */
export function lateEntryRoutes(deps: Deps): Router {
  const router = Router();
  router.use([lateEntryPaths.codes.pattern, lateEntryPaths.extensions.pattern], requireSignIn);
  staffRoutes(router, deps);
  enterRoutes(router, deps);
  return router;
}

function staffRoutes(router: Router, deps: Deps): void {
  router.get(lateEntryPaths.codes.pattern, (req, res) => showCodes(deps, res, req.params.code, {}));

  router.post(lateEntryPaths.codes.pattern, async (req, res) => {
    const { t, actor, now } = requestContext(res);
    const cycle = await getCycleByCode(deps.reads, req.params.code);
    authorize(lateEntryPolicy.arrange(actor, cycle));
    const form = readCodeForm(withOnly(req.body, collaborativesOf(actor, cycle)), {
      collaborativeIds: collaborativesOf(actor, cycle),
      locales: languages.map(({ code }) => code),
      cycle,
      now,
    });
    if (!form.ok) {
      await showCodes(deps, res, cycle.code, { code: form });
      return;
    }
    const made = await makeLateCode(deps, signedIn(res), cycle.code, form.values);
    setFlash(req, t('lateEntry.made', { code: made.code, name: made.forWhom }));
    res.redirect(303, lateEntryPaths.codes({ code: cycle.code }));
  });

  router.post(lateEntryPaths.revocation.pattern, async (req, res) => {
    const { t, actor } = requestContext(res);
    const { code, id } = req.params;
    await revokeLateCode(deps, actor, { code, id });
    setFlash(req, t('lateEntry.revoked'));
    res.redirect(303, lateEntryPaths.codes({ code }));
  });

  router.post(lateEntryPaths.extensions.pattern, async (req, res) => {
    await extend(deps, req, res, req.params.code);
  });
}

async function extend(deps: Deps, req: Request, res: Response, cycleCode: string): Promise<void> {
  const { t, actor, now } = requestContext(res);
  const cycle = await getCycleByCode(deps.reads, cycleCode);
  authorize(lateEntryPolicy.arrange(actor, cycle));
  const form = readExtensionForm(req.body, { cycle, now });
  if (!form.ok) {
    await showCodes(deps, res, cycleCode, { extension: form });
    return;
  }
  try {
    const reference = await extendApplication(deps, actor, cycleCode, form.values);
    setFlash(req, t('lateEntry.extension.done', { reference }));
    res.redirect(303, lateEntryPaths.codes({ code: cycleCode }));
  } catch (error) {
    if (!(error instanceof NotFound)) throw error;
    await showCodes(deps, res, cycleCode, { extension: { raw: form.raw, errors: { reference: fieldError('lateEntry.errors.noSuch') } } });
  }
}

/** With one collaborative there is nothing to choose. */
const withOnly = (body: unknown, [first = '', ...others]: readonly string[]): unknown =>
  others.length > 0 || typeof body !== 'object' ? body : { ...body, collaborative: first };

async function showCodes(
  deps: Deps,
  res: Response,
  code: string,
  forms: { readonly code?: FormState; readonly extension?: FormState },
): Promise<void> {
  const { t, actor, now } = requestContext(res);
  const cycle = await getCycleByCode(deps.reads, code);
  authorize(lateEntryPolicy.arrange(actor, cycle));
  const own = collaborativesOf(actor, cycle);
  const areas = (await listCollaboratives(deps.reads))
    .filter(({ id }) => own.includes(id))
    .map(({ id, area }) => ({ id, name: inLocale(area, t.locale) }));
  const view = codesView(t, {
    cycle,
    codes: await listLateCodes(deps.reads, cycle.id, own),
    areas,
    languages: languages.map(({ code: locale, name }) => [locale, name] as const),
    code: forms.code ?? blankForm(usualCode(plusElapsed(lateEnd(cycle), { minutes: -1 }), own[0] ?? '')),
    extension: forms.extension ?? blankForm(),
    now,
  });
  renderPage(res, 'late-entry/codes', view, forms.code === undefined && forms.extension === undefined ? 200 : 422);
}

function enterRoutes(router: Router, deps: Deps): void {
  router.get(lateEntryPaths.enter.pattern, (_req, res) => {
    const { t, actor } = requestContext(res);
    renderPage(res, 'late-entry/enter', { ...enterView(t, blankForm({ email: actor.email ?? '' })), unlisted: true });
  });

  router.post(lateEntryPaths.enter.pattern, async (req, res) => {
    const { t, actor } = requestContext(res);
    const form = readEntry(req.body);
    const refuse = (errors: FormErrors): void => {
      renderPage(res, 'late-entry/enter', { ...enterView(t, { raw: form.raw, errors }), unlisted: true }, 422);
    };
    if (!form.ok) {
      refuse(form.errors);
      return;
    }
    await limitBeginning(deps, { email: form.values.email, ip: req.ip ?? '', shownAt: '' });
    const admission = await enterLate(deps, actor, form.values);
    if (admission.kind === 'refused') {
      refuse({ code: fieldError(admission.why) });
      return;
    }
    const { id, reference, status } = admission.application;
    holdApplication(req, id);
    res.redirect(303, status === 'draft' ? applyPaths.check() : applicationPaths.show({ ref: reference }));
  });
}
