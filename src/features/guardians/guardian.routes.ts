import { Router, type Request, type Response } from 'express';
import type { Deps } from '../../deps';
import { field, parseForm } from '../../lib/form';
import { setFlash } from '../../web/flash';
import { blankForm, type FormState } from '../../web/form-view';
import { renderPage } from '../../web/render';
import { requestContext, signedIn } from '../../web/request-context';
import { requireSignIn } from '../../web/require-sign-in';
import type { Application } from '../applications';
import { getCycle } from '../cycles';
import { guardianIn, type GuardianConsent } from './consent';
import { findConsent } from './consent.queries';
import { answerAsGuardian, applicationForStaff, applicationOfLink, recordPaper } from './guardian.actions';
import { guardianPaths } from './guardian.paths';
import { answerView, paperView } from './guardian.views';

const readName = (body: unknown) => parseForm({ name: field.text(200) }, body);

const pressedIn = (body: unknown): unknown => (typeof body === 'object' && body !== null && 'do' in body ? body.do : undefined);

/** A guardian's consent to a student's application: by a link, or on paper that staff hold. A link only looks; its buttons answer. */
export function guardianRoutes(deps: Deps): Router {
  const router = Router();
  router.use(guardianPaths.paper.pattern, requireSignIn);
  linkRoutes(router, deps);
  paperRoutes(router, deps);
  return router;
}

function linkRoutes(router: Router, deps: Deps): void {
  router.get(guardianPaths.answer.pattern, async (req, res) => {
    const application = await applicationOfLink(deps, deps.reads, req.params.token);
    await showAnswer(deps, req, res, application, blankForm({ name: guardianIn(application).name }));
  });

  router.post(guardianPaths.answer.pattern, async (req, res) => {
    const { actor, t } = requestContext(res);
    const { token } = req.params;
    const form = readName(req.body);
    if (!form.ok) {
      await showAnswer(deps, req, res, await applicationOfLink(deps, deps.reads, token), form);
      return;
    }
    const answer = pressedIn(req.body) === 'refuse' ? 'refused' : 'given';
    await answerAsGuardian(deps, actor, token, { name: form.values.name, answer });
    setFlash(req, t(`guardian.thanks.${answer}`));
    res.redirect(303, guardianPaths.answer({ token }));
  });
}

function paperRoutes(router: Router, deps: Deps): void {
  router.get(guardianPaths.paper.pattern, async (req, res) => {
    const application = await applicationForStaff({ db: deps.reads }, requestContext(res).actor, req.params.ref);
    await showPaper(deps, res, application, blankForm({ name: guardianIn(application).name }));
  });

  router.post(guardianPaths.paper.pattern, async (req, res) => {
    const { actor, t } = requestContext(res);
    const application = await applicationForStaff({ db: deps.reads }, actor, req.params.ref);
    const form = readName(req.body);
    if (!form.ok) {
      await showPaper(deps, res, application, form);
      return;
    }
    await recordPaper(deps, signedIn(res), application.reference, form.values.name);
    setFlash(req, t('guardian.paper.done'));
    res.redirect(303, guardianPaths.paper({ ref: application.reference }));
  });
}

async function showAnswer(
  deps: Deps,
  req: Request<{ token: string }>,
  res: Response,
  application: Application,
  form: FormState,
): Promise<void> {
  res.set({ 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' });
  const view = answerView(requestContext(res).t, req.params.token, { application, ...(await around(deps, application)), form });
  renderPage(res, 'guardians/answer', { ...view, unlisted: true }, statusOf(form));
}

async function showPaper(deps: Deps, res: Response, application: Application, form: FormState): Promise<void> {
  const view = paperView(requestContext(res).t, { application, ...(await around(deps, application)), form });
  renderPage(res, 'guardians/answer', { ...view, unlisted: true }, statusOf(form));
}

const around = async (
  deps: Deps,
  { id, cycleId }: Application,
): Promise<{ cycle: Awaited<ReturnType<typeof getCycle>>; consent: GuardianConsent | undefined }> => ({
  cycle: await getCycle(deps.reads, cycleId),
  consent: await findConsent(deps.reads, id),
});

const statusOf = ({ errors }: FormState): number => (Object.keys(errors).length === 0 ? 200 : 422);
