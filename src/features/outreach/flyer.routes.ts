import { Router, type Request, type Response } from 'express';
import { toString as toPicture } from 'qrcode';
import type { Deps } from '../../deps';
import { languages } from '../../i18n/locales';
import { NotFound } from '../../lib/errors';
import { withQuery } from '../../lib/path';
import { renderPage } from '../../web/render';
import { requestContext } from '../../web/request-context';
import { closedView, flyerView, type Flyer } from './flyer.views';
import { getOutreach } from './opening.queries';
import { outreachPaths } from './outreach.paths';

/** Flyers with their codes, to print; public. */
export function flyerRoutes(deps: Deps): Router {
  const router = Router();

  router.get(outreachPaths.flyer.pattern, async (req, res) => {
    const { t } = requestContext(res);
    await showFlyer(deps, req, res, (flyer) => flyerView(t, flyer, [t]));
  });

  router.get(outreachPaths.flyerBoth.pattern, async (req, res) => {
    const { t } = requestContext(res);
    const sides = languages.map(({ code }) => deps.translate(code));
    await showFlyer(deps, req, res, (flyer) => flyerView(t, flyer, sides));
  });

  router.get(outreachPaths.picture.pattern, async (req, res) => {
    const { c, lang } = req.params;
    if (!isLanguage(deps, lang)) throw new NotFound();
    const { collaborative } = await getOutreach(deps.reads, c, { now: requestContext(res).now });
    const address = deps.baseUrl + outreachPaths.short({ c: collaborative.slug, lang });
    keepInCaches(res);
    res.type('svg').send(await toPicture(address, { type: 'svg', errorCorrectionLevel: 'M', margin: 2 }));
  });

  router.get(outreachPaths.short.pattern, (req, res) => {
    const { c, lang } = req.params;
    if (!isLanguage(deps, lang)) throw new NotFound();
    res.redirect(302, withQuery(outreachPaths.join({ c }), { lang, from: 'flyer' }));
  });

  return router;
}

/** Lets a page that is the same for every visitor stay in caches for five minutes; pages of people signed in never do. */
export function keepInCaches(res: Response): void {
  const { actor } = requestContext(res);
  if (actor.id === null && actor.openedApplicationIds.length === 0) res.set('Cache-Control', 'public, max-age=300');
}

/** Shows that there is nothing to apply for, as a page that does not exist now (404). */
export const showClosed = (res: Response, collaborative: Flyer['collaborative']): void => {
  renderPage(res, 'outreach/closed', closedView(requestContext(res).t, collaborative), 404);
};

export const isLanguage = (deps: Deps, lang: unknown): lang is string => typeof lang === 'string' && deps.locales.includes(lang);

export const codeOf = (req: Request): { readonly code?: string } => {
  const code = req.query['cycle'];
  return typeof code === 'string' && code !== '' ? { code } : {};
};

async function showFlyer(
  deps: Deps,
  req: Request<{ c: string }>,
  res: Response,
  viewOf: (flyer: Flyer) => ReturnType<typeof flyerView>,
): Promise<void> {
  const { collaborative, opening } = await getOutreach(deps.reads, req.params.c, {
    now: requestContext(res).now,
    ...codeOf(req as Request),
  });
  if (opening === undefined) showClosed(res, collaborative);
  else {
    keepInCaches(res);
    renderPage(res, 'outreach/flyer', viewOf({ collaborative, opening, baseUrl: deps.baseUrl }));
  }
}
