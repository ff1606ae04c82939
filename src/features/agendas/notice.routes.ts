import { Router, type Response } from 'express';
import type { Deps } from '../../deps';
import { NotFound } from '../../lib/errors';
import { conceal } from '../../lib/policy';
import { renderPage } from '../../web/render';
import { requestContext } from '../../web/request-context';
import { type Collaborative } from '../collaboratives';
import { bodyOf, getMeeting, meetingPolicy, type Meeting } from '../meetings';
import { agendaPaths, snapshotFile, snapshotHashHeader } from './agenda.paths';
import { changesView } from './changes.views';
import { noticeView } from './notice.views';
import { getPosting, listPostings } from './posting.queries';

/** The public proof of each posting, and the exact bytes it is about. */
export function noticeRoutes(deps: Deps): Router {
  const router = Router();

  router.get(snapshotFile.pattern, async (req, res) => {
    const { id, number } = req.params;
    await seenMeeting(deps, res, id);
    if (!/^\d{1,6}$/.test(number)) throw new NotFound();
    const posting = await getPosting(deps.reads, id, Number(number));
    res.set(snapshotHashHeader, posting.sha256);
    res.type('application/json').send(Buffer.from(posting.snapshot, 'utf8'));
  });

  router.get(agendaPaths.changes.pattern, async (req, res) => {
    const { collaborative, meeting } = await seenMeeting(deps, res, req.params.id);
    const postings = await listPostings(deps.reads, meeting.id);
    const named = (name: string) => postings.find(({ number }) => String(number) === req.query[name]);
    const to = named('to') ?? postings[0];
    const from = named('from') ?? postings[1] ?? to;
    if (to === undefined || from === undefined) throw new NotFound();
    renderPage(res, 'agendas/changes', changesView(requestContext(res).t, { collaborative, postings, from, to }));
  });

  router.get(agendaPaths.notice.pattern, async (req, res) => {
    const { meeting, collaborative } = await seenMeeting(deps, res, req.params.id);
    const postings = await listPostings(deps.reads, meeting.id);
    const { t } = requestContext(res);
    renderPage(res, 'agendas/notice', noticeView(t, { meeting, collaborative, postings, baseUrl: deps.baseUrl }));
  });

  return router;
}

/** A meeting that this reader may know of, with its collaborative. */
export async function seenMeeting(deps: Deps, res: Response, id: string): Promise<{ meeting: Meeting; collaborative: Collaborative }> {
  const meeting = await getMeeting(deps.reads, id);
  conceal(meetingPolicy.view(requestContext(res).actor, meeting));
  return { meeting, collaborative: await bodyOf(deps.reads, meeting) };
}
