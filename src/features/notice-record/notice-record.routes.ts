import { Router, type Request, type Response } from 'express';
import type { Deps } from '../../deps';
import { dateOf, startOfDay } from '../../lib/time';
import { sendMade } from '../../web/made-files';
import { renderPage } from '../../web/render';
import { requestContext } from '../../web/request-context';
import { countPapersAtOnce, listPostingsOf } from '../agendas';
import { getCollaborativeBySlug } from '../collaboratives';
import { listPublicMeetings } from '../meetings';
import { noticeLine } from './notice-record';
import { noticeRecordPaths } from './notice-record.paths';
import { noticeRecordCsv, noticeRecordView, type NoticeRecord } from './notice-record.views';

/** How notice was given of each meeting of a year, for anyone: as a page to print and as a table. */
export function noticeRecordRoutes(deps: Deps): Router {
  const router = Router();
  router.get(noticeRecordPaths.show.pattern, async (req, res) => {
    renderPage(res, 'notice-record/show', noticeRecordView(requestContext(res).t, await recordOf(deps, req, res)));
  });
  router.get(noticeRecordPaths.csv.pattern, async (req, res) => {
    const record = await recordOf(deps, req, res);
    const name = `notice-${record.collaborative.slug}-${record.year}.csv`;
    sendMade(res, { name, type: 'text/csv; charset=utf-8' }).send(noticeRecordCsv(requestContext(res).t, record));
  });
  return router;
}

async function recordOf(deps: Deps, req: Request, res: Response): Promise<NoticeRecord> {
  const { now } = requestContext(res);
  const collaborative = await getCollaborativeBySlug(deps.reads, String(req.params['c']));
  const year = yearOf(req.query['year'], Number(dateOf(now).slice(0, 4)));
  const span = { from: startOfDay(`${year}-01-01`), to: startOfDay(`${year + 1}-01-01`) };
  const meetings = await listPublicMeetings(deps.reads, span, { collaborativeId: collaborative.id });
  const ids = meetings.map(({ id }) => id);
  const postings = await listPostingsOf(deps.reads, ids);
  const papers = await countPapersAtOnce(deps.reads, ids);
  const lines = meetings.map((meeting) =>
    noticeLine(
      { meeting, postings: postings.get(meeting.id) ?? [], latePapers: papers.get(meeting.id) ?? 0 },
      collaborative.settings.noticeHours,
      now,
    ),
  );
  return { collaborative, year, lines, baseUrl: deps.baseUrl };
}

/** The year an address asks for; what is odd in it counts as this year. */
const yearOf = (asked: unknown, thisYear: number): number =>
  typeof asked === 'string' && /^20\d\d$/.test(asked) ? Number(asked) : thisYear;
