import { Router, type Response } from 'express';
import type { Deps } from '../../deps';
import { AppError } from '../../lib/errors';
import { field, parseForm } from '../../lib/form';
import { inLocale } from '../../lib/local-text';
import { authorize } from '../../lib/policy';
import { setFlash } from '../../web/flash';
import { renderPage } from '../../web/render';
import { requestContext } from '../../web/request-context';
import { applicationPolicy, assertMergeable, deskPaths } from '../applications';
import { getCollaborativeBySlug } from '../collaboratives';
import { getCycleByCode } from '../cycles';
import { deskListPaths, recordPaths } from './desk.paths';
import { loadTwo, mayMerge, mergeTwo, tellApart, type Two } from './duplicate.actions';
import { isOnSlate, listPairs } from './duplicate.queries';
import { duplicatesView, mergeView } from './duplicate.views';
import { loadRecord } from './record.queries';

const fields = { answers: field.choice(['kept', 'other']) };

/** Applications that may be of one person: shown, told apart, made one. */
export function duplicateRoutes(deps: Deps): Router {
  const router = Router();

  router.get(deskListPaths.duplicates.pattern, async (req, res) => {
    const { actor, t } = requestContext(res);
    const collaborative = await getCollaborativeBySlug(deps.reads, req.params.slug);
    authorize(applicationPolicy.list(actor, collaborative.id));
    const cycle = await getCycleByCode(deps.reads, req.params.code);
    const pairs = await listPairs(deps.reads, { cycleId: cycle.id, collaborativeIds: [collaborative.id] });
    const view = duplicatesView(t, pairs, inLocale(collaborative.area, t.locale), deskPaths.list(req.params));
    renderPage(res, 'desk/duplicates', { ...view, width: 'wide', district: collaborative.slug });
  });

  router.post(recordPaths.different.pattern, async (req, res) => {
    const { actor, t } = requestContext(res);
    await tellApart(deps, actor, req.params.ref, req.params.other);
    setFlash(req, t('desk.duplicates.told'));
    res.redirect(303, deskPaths.show({ ref: req.params.ref }));
  });

  mergeRoutes(router, deps);
  return router;
}

function mergeRoutes(router: Router, deps: Deps): void {
  router.get(recordPaths.merge.pattern, async (req, res) => {
    const { actor, t } = requestContext(res);
    const { ref, other } = req.params;
    const two = await loadTwo({ db: deps.reads }, actor, ref, other);
    const [own, others] = [await loadRecord(deps.reads, actor, t, ref), await loadRecord(deps.reads, actor, t, other)];
    const refused = await refusalOf(deps, res, two);
    const view = mergeView(t, { ...two, rowsOf: [own.answers, others.answers], collaboratives: own.collaboratives, refused });
    renderPage(res, 'desk/merge', { ...view, width: 'wide' });
  });

  router.post(recordPaths.merge.pattern, async (req, res) => {
    const { actor, t } = requestContext(res);
    const { ref, other } = req.params;
    const parsed = parseForm(fields, req.body);
    const answersOf = parsed.ok ? parsed.values.answers : 'kept';
    const reference = await mergeTwo(deps, actor, { kept: ref, other }, answersOf);
    setFlash(req, t('desk.merge.done', { reference }));
    res.redirect(303, deskPaths.show({ ref: reference }));
  });
}

/** Why these two cannot be made one now, in words; null when they can. */
async function refusalOf(deps: Deps, res: Response, two: Two): Promise<string | null> {
  const { actor, t } = requestContext(res);
  const decision = mayMerge(actor, two);
  if (!decision.allowed) return t.loosely(decision.reason);
  if (await isOnSlate(deps.reads, [two.other.id])) return t('desk.errors.onSlate');
  try {
    assertMergeable(two, two.candidacies);
    return null;
  } catch (error) {
    if (error instanceof AppError) return t.loosely(error.key, error.values);
    throw error;
  }
}
