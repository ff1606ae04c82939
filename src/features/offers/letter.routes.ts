import { Router, type Request, type Response } from 'express';
import type { Deps } from '../../deps';
import { NotFound } from '../../lib/errors';
import { conceal } from '../../lib/policy';
import type { FormState } from '../../web/form-view';
import { setFlash } from '../../web/flash';
import { renderPage } from '../../web/render';
import { requestContext } from '../../web/request-context';
import { requireSignIn } from '../../web/require-sign-in';
import { slatePolicy } from '../selection';
import { personSlot } from './letter';
import { rewordPerson } from './letter.actions';
import { parsePersonLetter } from './letter.form';
import { loadLetter, versionsOf, wordsOf, type LoadedLetter } from './letter-loading.queries';
import { previewLetter, sentLetter } from './letter-preview.actions';
import { letterPageView, sentTitle, type ShownLetter } from './letter.views';
import { releasePaths } from './release.paths';
import { versionIn } from './version.form';

type AtLetter = Request<{ code: string; slug: string; id: string }>;

/** One person's letter as it will be or was sent, and its draft; for who may release it. */
export function letterRoutes(deps: Deps): Router {
  const router = Router();

  router.get(releasePaths.letter.pattern, requireSignIn, (req: AtLetter, res) => showLetter(deps, req, res, null));

  router.get(releasePaths.letterHtml.pattern, requireSignIn, async (req: AtLetter, res) => {
    const letter = await letterAt(deps, req, res);
    const sent = letter.sent.find(({ id }) => id === req.query['sent']);
    const { html } = sent === undefined ? preview(deps, letter) : sentLetter(deps, sent);
    if (html === null) throw new NotFound();
    res.set('Content-Security-Policy', `sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'`);
    res.set({ 'X-Frame-Options': 'SAMEORIGIN', 'Cache-Control': 'no-store' }).type('html').send(html);
  });

  router.post(releasePaths.letter.pattern, requireSignIn, async (req: AtLetter, res) => {
    const { actor, t } = requestContext(res);
    const parsed = parsePersonLetter(req.body);
    if (!parsed.ok) return showLetter(deps, req, res, parsed);
    const { version, code, subject, body } = parsed.values;
    const letter = await letterAt(deps, req, res);
    const usual = wordsOf(deps, letter, { withOwn: false });
    const isUsual = usual.subject === subject && usual.body === body;
    const wordings = isUsual ? null : { [letter.reader.locale]: { subject, body } };
    await rewordPerson(deps, actor, req.params, { candidacyId: req.params.id, version, code: code === '' ? null : code, wordings });
    setFlash(req, t('offers.letterPage.saved'));
    res.redirect(303, releasePaths.letter(req.params));
  });

  router.post(releasePaths.resetLetter.pattern, requireSignIn, async (req: AtLetter, res) => {
    const { actor, t } = requestContext(res);
    await rewordPerson(deps, actor, req.params, { candidacyId: req.params.id, version: versionIn(req.body), code: null, wordings: null });
    setFlash(req, t('offers.letterPage.wasReset'));
    res.redirect(303, releasePaths.letter(req.params));
  });

  return router;
}

async function letterAt(deps: Deps, req: AtLetter, res: Response): Promise<LoadedLetter> {
  const letter = await loadLetter(deps, req.params, req.params.id);
  conceal(slatePolicy.view(requestContext(res).actor, letter.board.slate));
  return letter;
}

const preview = (deps: Deps, { board, texts, code, reader, candidate }: LoadedLetter) =>
  previewLetter(deps, { board, texts, code, to: reader, candidacy: candidate, reference: candidate.reference });

async function showLetter(deps: Deps, req: AtLetter, res: Response, state: FormState | null): Promise<void> {
  const { actor, t } = requestContext(res);
  const letter = await letterAt(deps, req, res);
  const { board, candidate, decision, code, texts, reader } = letter;
  const frame = releasePaths.letterHtml(req.params);
  const planned = (): ShownLetter[] => [{ ...preview(deps, letter), title: t('offers.letterPage.preview'), html: frame }];
  const sent = (): ShownLetter[] =>
    letter.sent.map((one) => {
      const shown = sentLetter(deps, one);
      const title = sentTitle(t, one.channel, one.created_at);
      return { ...shown, title, html: shown.html === null ? null : `${frame}?sent=${one.id}` };
    });
  const view = letterPageView(t, {
    board,
    name: candidate.name,
    candidacyId: candidate.id,
    code,
    decision,
    texts,
    locale: reader.locale,
    letters: decision === null ? sent() : planned(),
    versions: await versionsOf(deps, board, personSlot(candidate.id)),
    wording: wordsOf(deps, letter, { withOwn: true }),
    mayEdit: letter.isDraft && slatePolicy.release(actor, board.slate).allowed,
    state,
  });
  renderPage(res, 'offers/letter', view, state === null ? 200 : 422);
}
