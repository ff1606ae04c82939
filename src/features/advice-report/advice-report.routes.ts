import { Router, type Request, type Response } from 'express';
import type { Deps } from '../../deps';
import { dateOf, startOfDay } from '../../lib/time';
import { sendMade } from '../../web/made-files';
import { renderPage } from '../../web/render';
import { requestContext } from '../../web/request-context';
import { listDaysOff } from '../advice';
import { getCollaborativeBySlug, listCollaboratives } from '../collaboratives';
import { yearFor, yearsOf } from './advice-report';
import { adviceReportPaths } from './advice-report.paths';
import { listDeliveries, listReportedNotes } from './advice-report.queries';
import { adviceReportCsv } from './advice-report-csv.views';
import { adviceReportView, type AdviceReport } from './advice-report.views';

/** What the advice of a year changed, for anyone: as a page to print and as a table. Mount before `/advice/:id`. */
export function adviceReportRoutes(deps: Deps): Router {
  const router = Router();
  const { all, allCsv, one, oneCsv } = adviceReportPaths;

  for (const { pattern } of [all, one])
    router.get(pattern, async (req, res) => {
      renderPage(res, 'advice-report/show', adviceReportView(requestContext(res).t, await reportOf(deps, req, res)));
    });

  for (const { pattern } of [allCsv, oneCsv])
    router.get(pattern, async (req, res) => {
      const report = await reportOf(deps, req, res);
      const name = ['advice', report.chosen?.slug, report.year].filter((part) => part !== undefined).join('-');
      sendMade(res, { name: `${name}.csv`, type: 'text/csv; charset=utf-8' }).send(adviceReportCsv(requestContext(res).t, report));
    });

  return router;
}

async function reportOf(deps: Deps, req: Request, res: Response): Promise<AdviceReport> {
  const today = dateOf(requestContext(res).now);
  const slug = req.params['slug'];
  const chosen = slug === undefined ? null : await getCollaborativeBySlug(deps.reads, String(slug));
  const whose = chosen?.id ?? null;
  const years = yearsOf(await listDeliveries(deps.reads, whose));
  const year = yearFor(req.query['year'], years, Number(today.slice(0, 4)));
  const span = { from: startOfDay(`${year}-01-01`), to: startOfDay(`${year + 1}-01-01`) };
  return {
    collaboratives: await listCollaboratives(deps.reads),
    chosen,
    year,
    years,
    notes: await listReportedNotes(deps.reads, whose, span),
    calendar: { today, daysOff: await listDaysOff(deps.reads) },
    baseUrl: deps.baseUrl,
  };
}
