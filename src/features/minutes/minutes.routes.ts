import { Router, type Response } from 'express';
import type { Deps } from '../../deps';
import { setFlash } from '../../web/flash';
import { blankForm, type FormState } from '../../web/form-view';
import { renderPage } from '../../web/render';
import { requestContext, signedIn } from '../../web/request-context';
import { requireSignIn } from '../../web/require-sign-in';
import { listTranslationsOf } from '../translated-texts';
import { proposeCorrection } from './correction.actions';
import { listCorrections } from './correction.queries';
import { deskRoutes } from './desk.routes';
import { parseCorrection } from './minutes.form';
import { minutesPaths } from './minutes.paths';
import { minutesPolicy } from './minutes.policy';
import { minutesData, showMinutesView } from './minutes.views';
import { minutesPaperRoutes } from './paper.routes';
import { readWording } from './reading.actions';
import { versionRoutes } from './version.routes';

/** Minutes: the public page and its data, corrections, and the desk. */
export function minutesRoutes(deps: Deps): Router {
  const router = Router();
  router.use(['/meetings/:id/minutes/desk', '/meetings/:id/minutes/correction'], requireSignIn);
  router.get(minutesPaths.show.pattern, (req, res) =>
    showMinutes(deps, res, { id: req.params.id, version: typeof req.query['version'] === 'string' ? req.query['version'] : null }),
  );

  router.get(minutesPaths.json.pattern, async (req, res) => {
    const { t, actor } = requestContext(res);
    res.json(minutesData(t, await readWording(deps.reads, actor, req.params.id, null)));
  });

  router.post(minutesPaths.correction.pattern, async (req, res) => {
    const { t } = requestContext(res);
    const actor = signedIn(res);
    const parsed = parseCorrection(req.body);
    if (!parsed.ok) {
      await showMinutes(deps, res, { id: req.params.id, version: null }, parsed);
      return;
    }
    await proposeCorrection(deps, actor, { meetingId: req.params.id, text: parsed.values.correction });
    setFlash(req, t('minutes.correction.sent'));
    res.redirect(303, minutesPaths.show(req.params));
  });
  return router.use(minutesPaperRoutes(deps), deskRoutes(deps), versionRoutes(deps));
}

interface Wanted {
  readonly id: string;
  /** The number of a wording; null for that which stands. */
  readonly version: string | null;
}

async function showMinutes(deps: Deps, res: Response, { id, version }: Wanted, form?: FormState): Promise<void> {
  const { t, actor } = requestContext(res);
  const found = await readWording(deps.reads, actor, id, version);
  const mayCorrect = minutesPolicy.correct(actor, found.meeting).allowed;
  const corrections = mayCorrect ? await listCorrections(deps.reads, found.minutes.id) : [];
  const translated = await listTranslationsOf(deps.reads, { kind: 'minutes', id });
  const view = showMinutesView({ t, actor, ...found, corrections, translated, form: form ?? blankForm() });
  renderPage(res, 'minutes/show', view, form === undefined ? 200 : 422);
}
