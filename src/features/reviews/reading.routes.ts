import { Router, type Request, type Response } from 'express';
import type { Deps } from '../../deps';
import { languages, localeCodes } from '../../i18n/locales';
import { NotFound } from '../../lib/errors';
import { blankForm, type FormState } from '../../web/form-view';
import { setFlash } from '../../web/flash';
import { renderPage } from '../../web/render';
import { requestContext, signedIn } from '../../web/request-context';
import { requireSignIn } from '../../web/require-sign-in';
import { listPanelsOf } from './panel.queries';
import { addAbsence, declareConflict, removeAbsence, saveLanguages, withdrawConflict } from './reading.actions';
import { parseAbsence, parseLanguages, parseStandingConflict } from './reading.form';
import { listAbsencesOf, listStandingConflicts } from './reading.queries';
import { readingView } from './reading.views';
import { reviewPaths } from './review.paths';

/** How a reviewer reads: languages, days away, whom they know. */
export function readingRoutes(deps: Deps): Router {
  const router = Router();

  router.get(reviewPaths.reading.pattern, requireSignIn, async (_req, res) => {
    const [member] = await listPanelsOf(deps.reads, signedIn(res).id);
    await showReading(deps, res, blankForm({ languages: member?.languages ?? [] }), 200);
  });

  router.post(reviewPaths.reading.pattern, requireSignIn, async (req, res) => {
    const parsed = parseLanguages(req.body, localeCodes);
    if (!parsed.ok) return showReading(deps, res, parsed, 422);
    await saveLanguages(deps, signedIn(res), parsed.values.languages);
    setFlash(req, requestContext(res).t('common.saved'));
    res.redirect(303, reviewPaths.reading());
  });

  router.post(reviewPaths.absence.pattern, requireSignIn, async (req, res) => {
    const parsed = parseAbsence(req.body);
    if (!parsed.ok) return showReading(deps, res, parsed, 422);
    await addAbsence(deps, signedIn(res), parsed.values);
    res.redirect(303, reviewPaths.reading());
  });

  router.post(reviewPaths.absenceRemoval.pattern, requireSignIn, async (req: Request<{ id: string }>, res) => {
    await removeAbsence(deps, signedIn(res), req.params.id);
    res.redirect(303, reviewPaths.reading());
  });

  conflictRoutes(deps, router);
  return router;
}

function conflictRoutes(deps: Deps, router: Router): void {
  router.post(reviewPaths.conflict.pattern, requireSignIn, async (req, res) => {
    const parsed = parseStandingConflict(req.body);
    if (!parsed.ok) return showReading(deps, res, parsed, 422);
    await declareConflict(deps, signedIn(res), parsed.values);
    res.redirect(303, reviewPaths.reading());
  });

  router.post(reviewPaths.conflictRemoval.pattern, requireSignIn, async (req: Request<{ id: string }>, res) => {
    await withdrawConflict(deps, signedIn(res), req.params.id);
    res.redirect(303, reviewPaths.reading());
  });
}

async function showReading(deps: Deps, res: Response, state: FormState, status: number): Promise<void> {
  const { id } = signedIn(res);
  if ((await listPanelsOf(deps.reads, id)).length === 0) throw new NotFound();
  const facts = { offered, absences: await listAbsencesOf(deps.reads, id), conflicts: await listStandingConflicts(deps.reads, id) };
  renderPage(res, 'reviews/reading', readingView(requestContext(res).t, facts, state), status);
}

const offered = languages.map(({ code, name }) => [code, name] as const);
