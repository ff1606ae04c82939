import { Router, type Request, type Response } from 'express';
import { isDemo } from '../../config';
import type { Deps } from '../../deps';
import { readAfter } from './after.form';
import { openDataPaths } from './open-data.paths';
import { robotsText } from './robots';
import { meetingsSitemap, notesSitemap, pagesSitemap, wholeSitemap } from './sitemap.actions';

/** What programs that collect pages ask for first. */
export function sitemapRoutes(deps: Deps): Router {
  const router = Router();
  router.get(openDataPaths.robots.pattern, (_req, res) => {
    const text = robotsText({ sitemap: deps.baseUrl + openDataPaths.sitemap(), isDemo: isDemo(deps.config) });
    forAll(res).type('text/plain; charset=utf-8').send(text);
  });
  const file = (pattern: string, write: (after: string) => Promise<string>): void => {
    router.get(pattern, async (req: Request, res) => {
      forAll(res)
        .type('application/xml; charset=utf-8')
        .send(await write(readAfter(req.query)));
    });
  };
  file(openDataPaths.sitemap.pattern, () => wholeSitemap(deps));
  file(openDataPaths.sitemapPages.pattern, () => pagesSitemap(deps));
  file(openDataPaths.sitemapMeetings.pattern, (after) => meetingsSitemap(deps, after));
  file(openDataPaths.sitemapNotes.pattern, (after) => notesSitemap(deps, after));
  return router;
}

/** In no language, and kept a while; what somebody signed in asked for is kept nowhere. The ETag comes from the bytes. */
function forAll(res: Response): Response {
  if (res.get('Cache-Control') !== 'no-store') res.set('Cache-Control', 'private, max-age=900');
  res.removeHeader('Content-Language');
  return res;
}
