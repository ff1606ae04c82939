import { Router, type Request, type Response } from 'express';
import type { Deps } from '../../deps';
import { listEvents } from '../../history/events.queries';
import { timelineView } from '../../history/timeline.views';
import { rawForm, rawList, rawText } from '../../lib/form';
import { Invalid, NotFound } from '../../lib/errors';
import { conceal } from '../../lib/policy';
import { paperBodyOf } from '../../mail/paper-letters';
import { setFlash } from '../../web/flash';
import { renderPage } from '../../web/render';
import { requestContext } from '../../web/request-context';
import { requireSignIn } from '../../web/require-sign-in';
import { getCollaborativeBySlug, type Collaborative } from '../collaboratives';
import { letterTabs } from './letter';
import { postRun, printLetters, stepLetter } from './letter.actions';
import { letterPaths } from './letter.paths';
import { letterPolicy } from './letter.policy';
import { countLetters, getLetter, listLetters, listRun, type SealedLetter } from './letter.queries';
import { lettersView } from './letter-list.views';
import { letterSheet } from './letter-sheet.views';
import { letterView, runView } from './letter.views';

type InPlace = Request<{ slug: string }>;

/** The letters that staff print and post for people without e-mail. */
export function letterRoutes(deps: Deps): Router {
  const router = Router();
  router.use(letterPaths.list.pattern, requireSignIn);
  listRoutes(router, deps);
  runRoutes(router, deps);
  oneRoutes(router, deps);
  return router;
}

function listRoutes(router: Router, deps: Deps): void {
  router.get(letterPaths.list.pattern, async (req, res) => {
    const { t, now } = requestContext(res);
    const collaborative = await placeOf(deps, req as InPlace, res);
    const tab = letterTabs.find((one) => one === req.query['show']) ?? 'waiting';
    const after = typeof req.query['after'] === 'string' ? req.query['after'] : undefined;
    const page = await listLetters(deps.reads, collaborative.id, tab, after);
    const counts = await countLetters(deps.reads, collaborative.id);
    renderPage(res, 'outreach/letters', lettersView(t, { collaborative, page, counts, tab, isFirst: after === undefined, now }));
  });

  router.post(letterPaths.print.pattern, async (req, res) => {
    const { actor, t } = requestContext(res);
    const { id, slug } = await placeOf(deps, req as InPlace, res);
    const raw = rawForm(req.body);
    const run = await printLetters(deps, actor, id, rawText(raw, 'all') === '' ? rawList(raw, 'letter') : 'all');
    if (run === null) setFlash(req, t('outreach.letters.nothing'));
    res.redirect(303, run === null ? letterPaths.list({ slug }) : letterPaths.run({ slug, run }));
  });
}

function runRoutes(router: Router, deps: Deps): void {
  router.get(letterPaths.run.pattern, async (req, res) => {
    const { t } = requestContext(res);
    const collaborative = await placeOf(deps, req as InPlace, res);
    const { run } = req.params;
    const letters = await listRun(deps.reads, collaborative.id, run);
    if (letters.length === 0) throw new NotFound();
    const sheets = letters.map((letter) => sheetOf(deps, res, collaborative, letter));
    renderPage(res, 'outreach/letter-run', runView(t, collaborative, { id: run, letters, sheets }));
  });

  router.post(letterPaths.postRun.pattern, async (req, res) => {
    const { actor, t } = requestContext(res);
    const { id, slug } = await placeOf(deps, req as InPlace, res);
    await postRun(deps, actor, id, req.params.run);
    setFlash(req, t('outreach.letters.posted'));
    res.redirect(303, letterPaths.list({ slug }));
  });
}

function oneRoutes(router: Router, deps: Deps): void {
  router.get(letterPaths.show.pattern, async (req, res) => {
    const { t, now } = requestContext(res);
    const collaborative = await placeOf(deps, req as InPlace, res);
    const letter = await getLetter(deps.reads, collaborative.id, req.params.id);
    const history = timelineView(t, await listEvents(deps.reads, { kind: 'letter', id: letter.id }));
    const sheet = sheetOf(deps, res, collaborative, letter);
    renderPage(res, 'outreach/letter', letterView(t, { collaborative, letter, now, sheet, history }));
  });

  router.post(letterPaths.step.pattern, async (req, res) => {
    const { actor, t } = requestContext(res);
    const { id: collaborativeId, slug } = await placeOf(deps, req as InPlace, res);
    const event = (['post', 'tell', 'drop', 'reopen'] as const).find((one) => one === rawText(rawForm(req.body), 'step'));
    if (event === undefined) throw new Invalid('errors.invalid.lead');
    await stepLetter(deps, actor, collaborativeId, { id: req.params.id, event });
    setFlash(req, t('common.saved'));
    res.redirect(303, letterPaths.show({ slug, id: req.params.id }));
  });
}

function sheetOf(deps: Deps, res: Response, collaborative: Collaborative, letter: SealedLetter) {
  const { now } = requestContext(res);
  return letterSheet(deps.translate(letter.locale), { collaborative, letter, body: paperBodyOf(letter, deps.config.secret), now });
}

async function placeOf(deps: Deps, req: InPlace, res: Response): Promise<Collaborative> {
  const collaborative = await getCollaborativeBySlug(deps.reads, req.params.slug);
  conceal(letterPolicy.manage(requestContext(res).actor, collaborative.id));
  return collaborative;
}
