import { Router, type Response } from 'express';
import type { Deps } from '../../deps';
import { NotFound } from '../../lib/errors';
import { conceal } from '../../lib/policy';
import { renderPage } from '../../web/render';
import { requestContext } from '../../web/request-context';
import { getCollaborative, type Collaborative } from '../collaboratives';
import { getMeeting, meetingPolicy, type Meeting } from '../meetings';
import { agendaPaths, snapshotFile, snapshotHashHeader } from './agenda.paths';
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
  return { meeting, collaborative: await getCollaborative(deps.reads, meeting.collaborativeId) };
}
