import { Router } from 'express';
import type { Deps } from '../../deps';
import { sha256 } from '../../lib/secret';
import { dateOf } from '../../lib/time';
import { renderPdf } from '../../pdf';
import { keepMade } from '../../web/keep-made';
import { sendMade } from '../../web/made-files';
import { requestContext } from '../../web/request-context';
import { paperOf } from '../desk';
import { listTranslationsOf } from '../translated-texts';
import { minutesPaper, minutesPaperTitle } from './minutes-paper.views';
import { minutesPaths } from './minutes.paths';
import { readWording } from './reading.actions';

/** Making one takes a good part of a second, so those asked for lately are kept in memory. */
const mostKeptBytes = 20_000_000;

/** Minutes as a file, for whoever may read them: the wording that stands, or the one asked for. */
export function minutesPaperRoutes(deps: Deps): Router {
  const keep = keepMade(mostKeptBytes);
  return Router().get(minutesPaths.pdf.pattern, async (req, res) => {
    const { t, actor } = requestContext(res);
    const { id } = req.params;
    const version = typeof req.query['version'] === 'string' ? req.query['version'] : null;
    const found = await readWording(deps.reads, actor, id, version);
    const translated = await listTranslationsOf(deps.reads, { kind: 'minutes', id });
    const parts = { t, ...found, translated };
    const title = minutesPaperTitle(t, parts);
    const said = minutesPaper(t, parts);
    const stamp = found.shown?.approvedAt ?? found.shown?.savedAt ?? found.minutes.compiledAt;
    const tag = sha256(JSON.stringify([t.locale, title, stamp, said])).slice(0, 32);
    const isDraft = found.minutes.status !== 'approved';
    const name = `${isDraft ? 'DRAFT-' : ''}minutes-${dateOf(found.meeting.startsAt)}-${t.locale}.pdf`;
    sendMade(res, { name, type: 'application/pdf' });
    res.send(await keep(tag, () => renderPdf({ ...paperOf(t, title, said, stamp), hasBookmarks: true })));
  });
}
