import { Router } from 'express';
import { inTransaction } from '../../db/database';
import type { Deps } from '../../deps';
import { recordEvent } from '../../history/events';
import { isAdministrator } from '../../lib/actor';
import { Conflict } from '../../lib/errors';
import { authorize, conceal } from '../../lib/policy';
import { setFlash } from '../../web/flash';
import { renderPage } from '../../web/render';
import { requestContext, signedIn } from '../../web/request-context';
import { listCollaboratives } from '../collaboratives';
import { constituenciesToApplyFor, listPreviews, savePreview, wordingLanguages } from '../forms';
import { formDeskPaths } from './form-desk.paths';
import { formDeskPolicy } from './form-desk.policy';
import { loadFormDesk } from './form-desk.queries';
import { readVersion } from './order.form';
import { previewView } from './preview.views';

/** The form as applicants see it, and the word that somebody has looked. */
export function previewRoutes(deps: Deps): Router {
  const router = Router();

  router.get(formDeskPaths.preview.pattern, async (req, res) => {
    const { actor, t, now } = requestContext(res);
    const desk = await loadFormDesk(deps.reads, req.params.code, now);
    conceal(formDeskPolicy.read(actor, desk.cycle));
    const constituency = constituenciesToApplyFor.find((each) => each === req.query['for']) ?? 'families';
    const areas = (await listCollaboratives(deps.reads)).filter(({ id }) => desk.cycle.collaborativeIds.includes(id));
    const previews = await listPreviews(deps.reads, desk.form);
    const { translate } = deps;
    const view = previewView(t, { desk, constituency, translate, areas, previews, mayMark: isAdministrator(actor), now });
    renderPage(res, 'form-desk/preview', { ...view, width: 'wide' });
  });

  router.post(formDeskPaths.preview.pattern, async (req, res) => {
    const { code } = req.params;
    const { t } = requestContext(res);
    await markSeen(deps, signedIn(res), { code, version: readVersion(req.body) });
    setFlash(req, t('forms.preview.done'));
    res.redirect(303, formDeskPaths.preview({ code }));
  });

  return router;
}

const markSeen = (deps: Deps, actor: ReturnType<typeof signedIn>, { code, version }: { code: string; version: number }): Promise<void> =>
  inTransaction(deps, async (tx) => {
    const at = tx.clock.now();
    const { form, cycle } = await loadFormDesk(tx.db, code, at);
    conceal(formDeskPolicy.read(actor, cycle));
    authorize(formDeskPolicy.edit(actor));
    if (form.version !== version) throw new Conflict();
    await savePreview(tx.db, form, { personId: actor.id, locales: wordingLanguages, at });
    await recordEvent(tx, { action: 'forms.preview', actor, subject: { kind: 'form', id: form.id }, collaborativeId: null });
  });
