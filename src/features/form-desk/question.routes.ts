import { Router, type Request, type Response } from 'express';
import type { Deps } from '../../deps';
import { Conflict, NotFound } from '../../lib/errors';
import { fieldError, rawText, type RawForm } from '../../lib/form';
import { authorize, conceal } from '../../lib/policy';
import { setFlash } from '../../web/flash';
import { blankForm, type FormState } from '../../web/form-view';
import { renderPage } from '../../web/render';
import { requestContext } from '../../web/request-context';
import { findPage, findQuestion, isFirstPage, isReliedOn, mostSteps, type FormPage, type Question, type Standing } from '../forms';
import { fingerprint } from './fingerprint';
import { formDeskPaths } from './form-desk.paths';
import { formDeskPolicy } from './form-desk.policy';
import { loadFormDesk, type FormDesk } from './form-desk.queries';
import { mayEditIn } from './form-stage';
import { optionRows } from './option-rows';
import { readVersion } from './order.form';
import { questionRemovalView } from './page.views';
import { addQuestion, changeQuestion, removeFormQuestion } from './question.actions';
import { optionFields, questionAsForm, readQuestion } from './question.form';
import { newQuestionForm, questionEditorView, type QuestionEditorParts } from './question.views';

/** Adding, changing and removing one question. */
export function questionRoutes(deps: Deps): Router {
  const router = Router();
  newRoutes(router, deps);
  changeRoutes(router, deps);
  removalRoutes(router, deps);
  return router;
}

function newRoutes(router: Router, deps: Deps): void {
  router.get(formDeskPaths.newQuestion.pattern, async (req, res) => {
    const { page } = await onPage(deps, res, req.params);
    const raw = { ...newQuestionForm('short_text', page.key, page.questions.length + 1), ...optionFields([], 4) };
    await showEditor(deps, res, req.params.code, { standing: null, pageKey: page.key, seen: '', state: blankForm(raw) });
  });

  router.post(formDeskPaths.questions.pattern, async (req, res) => {
    const { code } = req.params;
    const { actor, t } = requestContext(res);
    const { page } = await onPage(deps, res, req.params);
    const form = readQuestion(req.body, null);
    const parts = { standing: null, pageKey: page.key, seen: '' };
    if (asksForLines(req)) await showEditor(deps, res, code, { ...parts, state: blankForm(withMoreLines(form.raw)) });
    else if (!form.ok) await showEditor(deps, res, code, { ...parts, state: form }, 422);
    else {
      const key = await addQuestion(deps, actor, code, form.values);
      if (key === undefined) {
        await showEditor(deps, res, code, { ...parts, state: tooLong(form.raw) }, 422);
        return;
      }
      setFlash(req, t('forms.question.added'));
      res.redirect(303, `${formDeskPaths.show({ code })}#row-question-${key}`);
    }
  });
}

function changeRoutes(router: Router, deps: Deps): void {
  router.get(formDeskPaths.question.pattern, async (req, res) => {
    const { standing } = await onQuestion(deps, res, req.params);
    const parts = { standing, pageKey: standing.page.key, seen: fingerprint(standing.question) };
    await showEditor(deps, res, req.params.code, { ...parts, state: blankForm(questionAsForm(standing)) });
  });

  router.post(formDeskPaths.question.pattern, async (req, res) => {
    const { code, key } = req.params;
    const { actor, t } = requestContext(res);
    const { standing } = await onQuestion(deps, res, req.params);
    const form = readQuestion(req.body, standing);
    const parts = { standing, pageKey: standing.page.key, seen: rawText(form.raw, 'seen') };
    if (asksForLines(req)) await showEditor(deps, res, code, { ...parts, state: blankForm(withMoreLines(form.raw)) });
    else if (!form.ok) await showEditor(deps, res, code, { ...parts, state: form }, 422);
    else {
      const changed = await changeQuestion(deps, actor, code, key, form.values);
      if (changed.kind === 'stale') await showStale(deps, res, code, { ...parts, state: blankForm(form.raw) }, changed.question);
      else if (changed.kind === 'tooLong') await showEditor(deps, res, code, { ...parts, state: tooLong(form.raw) }, 422);
      else {
        setFlash(req, t('forms.question.saved'));
        res.redirect(303, `${formDeskPaths.show({ code })}#row-question-${key}`);
      }
    }
  });
}

function removalRoutes(router: Router, deps: Deps): void {
  router.get(formDeskPaths.questionRemoval.pattern, async (req, res) => {
    const { desk, standing } = await onQuestion(deps, res, req.params);
    if (isReliedOn(standing.question)) throw new NotFound();
    const { t } = requestContext(res);
    renderPage(res, 'form-desk/removal', questionRemovalView(t, req.params.code, standing.question, desk.form.version));
  });

  router.post(formDeskPaths.questionRemoval.pattern, async (req, res) => {
    const { code, key } = req.params;
    const { actor, t } = requestContext(res);
    await removeFormQuestion(deps, actor, { code, version: readVersion(req.body) }, key);
    setFlash(req, t('forms.removal.done'));
    res.redirect(303, formDeskPaths.show({ code }));
  });
}

/** The desk for somebody who may edit it now. */
export async function deskToEdit(deps: Deps, res: Response, code: string): Promise<FormDesk> {
  const { actor, now } = requestContext(res);
  const desk = await loadFormDesk(deps.db, code, now);
  conceal(formDeskPolicy.read(actor, desk.cycle));
  authorize(formDeskPolicy.edit(actor));
  if (!mayEditIn(desk.stage)) throw new Conflict('forms.errors.frozen');
  return desk;
}

async function onPage(deps: Deps, res: Response, params: { code: string; page: string }): Promise<{ desk: FormDesk; page: FormPage }> {
  const desk = await deskToEdit(deps, res, params.code);
  const page = findPage(desk.form.pages, params.page);
  if (page === undefined || isFirstPage(page)) throw new NotFound();
  return { desk, page };
}

async function onQuestion(
  deps: Deps,
  res: Response,
  params: { code: string; key: string },
): Promise<{ desk: FormDesk; standing: Standing }> {
  const desk = await deskToEdit(deps, res, params.code);
  const standing = findQuestion(desk.form.pages, params.key);
  if (standing === undefined) throw new NotFound();
  return { desk, standing };
}

const tooLong = (raw: RawForm): FormState => ({ raw, errors: { page: fieldError('forms.errors.tooManySteps', { most: mostSteps }) } });

const asksForLines = (req: Request): boolean => {
  const body: unknown = req.body;
  return typeof body === 'object' && body !== null && 'do' in body && body.do === 'lines';
};

const withMoreLines = (raw: RawForm): RawForm => ({ ...raw, ...optionFields(optionRows(raw), 4) });

type Shown = Omit<QuestionEditorParts, 'code' | 'pages'> & { readonly state: FormState };

async function showEditor(deps: Deps, res: Response, code: string, shown: Shown, status = 200): Promise<void> {
  const { t } = requestContext(res);
  const { form } = await deskToEdit(deps, res, code);
  renderPage(res, 'form-desk/question', { ...questionEditorView(t, { ...shown, code, pages: form.pages }), width: 'wide' }, status);
}

/** Both texts: what was typed stays in the fields, what stands is shown above; saving again replaces it. */
const showStale = (deps: Deps, res: Response, code: string, shown: Shown, stands: Question): Promise<void> =>
  showEditor(deps, res, code, { ...shown, seen: fingerprint(stands), stale: stands }, 409);
