import { Router, type Request, type Response } from 'express';
import type { Deps } from '../../deps';
import { NotFound } from '../../lib/errors';
import { conceal } from '../../lib/policy';
import type { FormState } from '../../web/form-view';
import { setFlash } from '../../web/flash';
import { renderPage } from '../../web/render';
import { requestContext } from '../../web/request-context';
import { requireSignIn } from '../../web/require-sign-in';
import { slatePolicy, type Board } from '../selection';
import { isLetterCode, kindSlot, mayReword, type LetterCode, type LetterTexts } from './letter';
import { rewordKind } from './letter.actions';
import { parseKindWording } from './letter.form';
import { loadTexts, versionsOf } from './letter-loading.queries';
import { previewLetter } from './letter-preview.actions';
import { editedLocales, wordingPageView } from './letter.views';
import { releasePaths } from './release.paths';
import { versionIn } from './version.form';

type AtWording = Request<{ code: string; slug: string; letter: string }>;

/** The words of each kind of letter, both languages side by side; for who may release them. */
export function wordingRoutes(deps: Deps): Router {
  const router = Router();

  router.get(releasePaths.wording.pattern, requireSignIn, (req: AtWording, res) => showWording(deps, req, res, null));

  router.post(releasePaths.wording.pattern, requireSignIn, async (req: AtWording, res) => {
    const { actor, t } = requestContext(res);
    const code = codeIn(req);
    const parsed = parseKindWording(req.body, editedLocales);
    if (!parsed.ok) return showWording(deps, req, res, parsed);
    await rewordKind(deps, actor, req.params, { code, ...parsed.values });
    setFlash(req, t('offers.letterPage.saved'));
    res.redirect(303, releasePaths.wording(req.params));
  });

  router.post(releasePaths.resetWording.pattern, requireSignIn, async (req: AtWording, res) => {
    const { actor, t } = requestContext(res);
    await rewordKind(deps, actor, req.params, { code: codeIn(req), version: versionIn(req.body), wordings: null });
    setFlash(req, t('offers.letterPage.wasReset'));
    res.redirect(303, releasePaths.wording(req.params));
  });

  return router;
}

function codeIn(req: AtWording): LetterCode {
  const { letter } = req.params;
  if (!isLetterCode(letter)) throw new NotFound();
  return letter;
}

async function showWording(deps: Deps, req: AtWording, res: Response, state: FormState | null): Promise<void> {
  const { actor, t } = requestContext(res);
  const code = codeIn(req);
  const { board, texts } = await loadTexts(deps, req.params);
  conceal(slatePolicy.view(actor, board.slate));
  const view = wordingPageView(t, {
    board,
    code,
    texts,
    versions: await versionsOf(deps, board, kindSlot(code)),
    samples: editedLocales.map((locale) => ({ locale, ...sampleOf(deps, board, { texts, code, locale }) })),
    translate: deps.translate,
    mayEdit: slatePolicy.release(actor, board.slate).allowed && mayReword(code, board.slate.status === 'released'),
    state,
  });
  renderPage(res, 'offers/wording', view, state === null ? 200 : 422);
}

/** The letter to nobody in particular. */
function sampleOf(deps: Deps, board: Board, { texts, code, locale }: { texts: LetterTexts; code: LetterCode; locale: string }) {
  const name = deps.translate(locale)('offers.wording.sampleName');
  const to = { personId: null, name, address: '', locale };
  const constituency = board.candidates[0]?.constituency ?? 'families';
  const { subject, text } = previewLetter(deps, {
    board,
    texts,
    code,
    to,
    candidacy: { id: 'sample', constituency },
    reference: '7KQ4-XM2P',
  });
  return { subject, text };
}
