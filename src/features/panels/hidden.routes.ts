import { Router, type Request, type Response } from 'express';
import type { Deps } from '../../deps';
import { NotFound } from '../../lib/errors';
import { field, fieldError, parseForm, rawForm, rawList } from '../../lib/form';
import { conceal } from '../../lib/policy';
import { blankForm, type FormState } from '../../web/form-view';
import { setFlash } from '../../web/flash';
import { renderPage } from '../../web/render';
import { requestContext, signedIn } from '../../web/request-context';
import { requireSignIn } from '../../web/require-sign-in';
import { panelPolicy } from '../reviews';
import type { ReviewFile } from './file';
import { findFile } from './file.queries';
import { hideWords, showWords, type ToHide } from './hidden.actions';
import { loadHiddenPage } from './hidden.queries';
import { hiddenView } from './hidden.views';
import { panelPaths } from './panel.paths';

type ById = Request<{ id: string }>;

/** Words of an application that its reviewers do not see. */
export function hiddenRoutes(deps: Deps): Router {
  const router = Router();

  router.get(panelPaths.hidden.pattern, requireSignIn, async (req: ById, res) => {
    await showHidden(deps, res, { file: await arrangedFile(deps, req, res), state: blankForm(), status: 200 });
  });

  router.post(panelPaths.hiding.pattern, requireSignIn, async (req: ById, res) => {
    const file = await arrangedFile(deps, req, res);
    const { answers } = await loadHiddenPage(deps.reads, file);
    const wanted = wantedIn(
      req.body,
      answers.map(({ question }) => question.key),
    );
    if (wanted.length === 0) {
      const state = { raw: rawForm(req.body), errors: { question: fieldError('common.form.choose') } };
      await showHidden(deps, res, { file, state, status: 422 });
      return;
    }
    const count = await hideWords(deps, signedIn(res), file.candidacyId, wanted);
    setFlash(req, requestContext(res).t('panels.hidden.done', { count }));
    res.redirect(303, panelPaths.hidden(req.params));
  });

  router.post(panelPaths.showing.pattern, requireSignIn, async (req: Request<{ id: string; redaction: string }>, res) => {
    await showWords(deps, requestContext(res).actor, req.params.id, req.params.redaction);
    res.redirect(303, panelPaths.hidden(req.params));
  });

  return router;
}

/** The suggestions that were ticked, and the words typed; a question without words is hidden whole. */
function wantedIn(body: unknown, questions: readonly string[]): ToHide[] {
  const ticked = rawList(rawForm(body), 'suggested').map((value): ToHide => {
    const [question = '', ...words] = value.split(' ');
    return { question, words: words.join(' ').slice(0, 200) };
  });
  const typed = parseForm({ question: field.choice(questions), words: field.optionalText(200) }, body);
  const all = typed.ok ? [...ticked, typed.values] : ticked;
  return all.filter(({ question }) => questions.includes(question));
}

async function arrangedFile(deps: Deps, req: ById, res: Response): Promise<ReviewFile> {
  const file = await findFile(deps.reads, req.params.id);
  if (file === undefined) throw new NotFound();
  const { actor } = requestContext(res);
  conceal(panelPolicy.viewFile(actor, { collaborativeId: file.collaborativeId, applicantId: file.party.personId }));
  return file;
}

async function showHidden(deps: Deps, res: Response, shown: { file: ReviewFile; state: FormState; status: number }): Promise<void> {
  const page = await loadHiddenPage(deps.reads, shown.file);
  renderPage(res, 'panels/hidden', hiddenView(requestContext(res).t, shown.file, page, shown.state), shown.status);
}
