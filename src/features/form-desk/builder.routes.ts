import { Router } from 'express';
import type { Deps } from '../../deps';
import { isAdministrator } from '../../lib/actor';
import { NotFound } from '../../lib/errors';
import { inLocale } from '../../lib/local-text';
import { conceal } from '../../lib/policy';
import { rawForm, rawText } from '../../lib/form';
import { setFlash } from '../../web/flash';
import { renderPage } from '../../web/render';
import { requestContext } from '../../web/request-context';
import { requireSignIn } from '../../web/require-sign-in';
import { builderView } from './builder.views';
import { undoEdit } from './edit.actions';
import { formDeskPaths } from './form-desk.paths';
import { formDeskPolicy } from './form-desk.policy';
import { loadFormDesk } from './form-desk.queries';
import { readMove, readVersion, type WantedMove } from './order.form';
import { shiftPage } from './page.actions';
import { copyFormQuestion, shiftQuestion } from './question.actions';

/** The form builder: its list, the order, copies and undo. */
export function builderRoutes(deps: Deps): Router {
  const router = Router();
  router.use(formDeskPaths.show.pattern, requireSignIn);

  router.get(formDeskPaths.show.pattern, async (req, res) => {
    const { actor, t, now } = requestContext(res);
    const desk = await loadFormDesk(deps.reads, req.params.code, now);
    conceal(formDeskPolicy.read(actor, desk.cycle));
    renderPage(res, 'form-desk/show', { ...builderView(t, desk, isAdministrator(actor)), width: 'wide' });
  });

  orderRoute(router, deps);
  copyRoutes(router, deps);
  return router;
}

function orderRoute(router: Router, deps: Deps): void {
  router.post(formDeskPaths.order.pattern, async (req, res) => {
    const { code } = req.params;
    const { actor, t } = requestContext(res);
    const wanted = readMove(req.body);
    if (wanted === undefined) throw new NotFound();
    const shift = wanted.what === 'page' ? shiftPage : shiftQuestion;
    const by = wanted.direction === 'up' ? -1 : 1;
    const moved = await shift(deps, actor, { code, version: readVersion(req.body) }, { key: wanted.key, by });
    setFlash(req, t('forms.show.moved', { title: inLocale(moved.title, t.locale), number: moved.number, count: moved.of }));
    res.redirect(303, `${formDeskPaths.show({ code })}#${anchorAfter(wanted, moved)}`);
  });
}

function copyRoutes(router: Router, deps: Deps): void {
  router.post(formDeskPaths.copy.pattern, async (req, res) => {
    const { code } = req.params;
    const { actor, t } = requestContext(res);
    const key = rawText(rawForm(req.body), 'key');
    await copyFormQuestion(deps, actor, { code, version: readVersion(req.body) }, key);
    setFlash(req, t('forms.show.copied'));
    res.redirect(303, `${formDeskPaths.show({ code })}#row-question-${key}`);
  });

  router.post(formDeskPaths.undo.pattern, async (req, res) => {
    const { code } = req.params;
    const { actor, t } = requestContext(res);
    const subject = await undoEdit(deps, actor, { code, version: readVersion(req.body) });
    setFlash(req, t('forms.undo.done', { subject: inLocale(subject, t.locale) }));
    res.redirect(303, formDeskPaths.show({ code }));
  });
}

/** The button that was pressed, or the other one where the way ends: focus stays on what was moved. */
function anchorAfter({ what, key, direction }: WantedMove, { number, of }: { readonly number: number; readonly of: number }): string {
  const isAtEnd = direction === 'up' ? number === (what === 'page' ? 2 : 1) : number === of;
  const button = isAtEnd ? (direction === 'up' ? 'down' : 'up') : direction;
  return `${button}-${what}-${key}`;
}
