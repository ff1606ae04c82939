import { Router } from 'express';
import { toString as toPicture } from 'qrcode';
import type { Deps } from '../../deps';
import { languages } from '../../i18n/locales';
import { NotFound } from '../../lib/errors';
import { renderPage } from '../../web/render';
import { requestContext } from '../../web/request-context';
import { agendaPaths, doorPicture } from './agenda.paths';
import { doorAddress, doorView } from './door.views';
import { seenMeeting } from './notice.routes';

/** The sheet for the door with its code, to print. */
export function doorRoutes(deps: Deps): Router {
  const router = Router();

  router.get(agendaPaths.door.pattern, async (req, res) => {
    const { t } = requestContext(res);
    const { meeting, collaborative } = await seenMeeting(deps, res, req.params.id);
    const sides = languages.map(({ code }) => deps.translate(code));
    renderPage(res, 'agendas/door', doorView(t, { meeting, collaborative, baseUrl: deps.baseUrl }, sides));
  });

  router.get(doorPicture.pattern, async (req, res) => {
    const { id, lang } = req.params;
    if (!deps.locales.includes(lang)) throw new NotFound();
    await seenMeeting(deps, res, id);
    res.type('svg').send(await toPicture(doorAddress(deps.baseUrl, id, lang), { type: 'svg', errorCorrectionLevel: 'M', margin: 2 }));
  });

  return router;
}
