import { Router, type Request } from 'express';
import type { Deps } from '../../deps';
import { languages } from '../../i18n/locales';
import { rawForm, rawText } from '../../lib/form';
import { keepLanguage } from '../../web/locale';
import { renderPage } from '../../web/render';
import { requestContext } from '../../web/request-context';
import { applySourceOf, applyPaths, keepApplyHint } from '../applications';
import { codeOf, isLanguage, keepInCaches, showClosed } from './flyer.routes';
import { getOutreach } from './opening.queries';
import { outreachPaths } from './outreach.paths';
import { joinView, shareView } from './share.views';

/** Passing the word on, and the page to which flyers, shared links and invitations lead; public. */
export function shareRoutes(deps: Deps): Router {
  const router = Router();

  router.get(outreachPaths.share.pattern, async (req, res) => {
    const { t, now } = requestContext(res);
    const { collaborative, opening } = await getOutreach(deps.reads, req.params.c, { now, ...codeOf(req as Request) });
    if (opening === undefined) {
      showClosed(res, collaborative);
      return;
    }
    keepInCaches(res);
    const sides = languages.map(({ code }) => deps.translate(code));
    renderPage(res, 'outreach/share', shareView(t, { collaborative, opening, baseUrl: deps.baseUrl }, sides));
  });

  router.get(outreachPaths.join.pattern, async (req, res) => {
    const { t, now } = requestContext(res);
    const { collaborative, opening } = await getOutreach(deps.reads, req.params.c, { now });
    if (opening === undefined) {
      showClosed(res, collaborative);
      return;
    }
    keepInCaches(res);
    renderPage(res, 'outreach/join', joinView(t, { collaborative, opening, baseUrl: deps.baseUrl }, applySourceOf(req.query['from'])));
  });

  router.post(outreachPaths.join.pattern, async (req, res) => {
    const { collaborative } = await getOutreach(deps.reads, req.params.c, { now: requestContext(res).now });
    const raw = rawForm(req.body);
    const lang = rawText(raw, 'lang');
    const isSecure = deps.baseUrl.startsWith('https://');
    if (isLanguage(deps, lang)) keepLanguage(res, lang, isSecure);
    keepApplyHint(res, { slug: collaborative.slug, source: applySourceOf(rawText(raw, 'from')) }, isSecure);
    res.redirect(303, applyPaths.start());
  });

  return router;
}
