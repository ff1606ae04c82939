import { Router, type Response } from 'express';
import type { Deps } from '../../deps';
import { NotFound } from '../../lib/errors';
import { conceal } from '../../lib/policy';
import { renderPage } from '../../web/render';
import { requestContext } from '../../web/request-context';
import { getCollaborative, getCollaborativeBySlug, type Collaborative } from '../collaboratives';
import { getMeeting, meetingPolicy, nextMeeting, type Meeting } from '../meetings';
import { agendaView, noAgendaView } from './agenda.views';
import { agendaPaths, snapshotFile } from './agenda.paths';
import { agendaFileRoutes } from './agenda-file.routes';
import { agendaItemRoutes } from './agenda-item.routes';
import type { CommentsOnAgenda } from './comments-door';
import { attachmentRoutes } from './attachment.routes';
import { listAttachments } from './attachment.queries';
import { deskRoutes } from './desk.routes';
import { noticeView } from './notice.views';
import { getPosting, listPostings } from './posting.queries';

interface Doors {
  readonly commentsOn: CommentsOnAgenda;
}

/** The public agenda, its stable address, and the proof of notice. */
export function agendaRoutes(deps: Deps, doors: Doors): Router {
  const router = Router();

  router.get(agendaPaths.show.pattern, async (req, res) => {
    const { meeting, collaborative } = await seenMeeting(deps, res, req.params.id);
    await showAgenda({ ...deps, ...doors }, res, meeting, collaborative);
  });

  router.get(agendaPaths.current.pattern, async (req, res) => {
    const { t, now } = requestContext(res);
    const collaborative = await getCollaborativeBySlug(deps.reads, req.params.c);
    const posted = await nextMeeting(deps.reads, collaborative.id, now, { posted: true });
    if (posted !== undefined) {
      await showAgenda({ ...deps, ...doors }, res, posted, collaborative);
      return;
    }
    const planned = await nextMeeting(deps.reads, collaborative.id, now);
    renderPage(res, 'agendas/none', noAgendaView(t, collaborative, planned ?? null));
  });

  router.get(snapshotFile.pattern, async (req, res) => {
    const { id, number } = req.params;
    await seenMeeting(deps, res, id);
    if (!/^\d{1,6}$/.test(number)) throw new NotFound();
    const posting = await getPosting(deps.reads, id, Number(number));
    res.type('application/json').send(Buffer.from(posting.snapshot, 'utf8'));
  });

  router.get(agendaPaths.notice.pattern, async (req, res) => {
    const { meeting, collaborative } = await seenMeeting(deps, res, req.params.id);
    const postings = await listPostings(deps.reads, meeting.id);
    const { t } = requestContext(res);
    renderPage(res, 'agendas/notice', noticeView(t, { meeting, collaborative, postings, baseUrl: deps.baseUrl }));
  });

  router.use(agendaFileRoutes(deps), deskRoutes(deps), agendaItemRoutes(deps), attachmentRoutes(deps));
  return router;
}

async function seenMeeting(deps: Deps, res: Response, id: string): Promise<{ meeting: Meeting; collaborative: Collaborative }> {
  const meeting = await getMeeting(deps.reads, id);
  conceal(meetingPolicy.view(requestContext(res).actor, meeting));
  return { meeting, collaborative: await getCollaborative(deps.reads, meeting.collaborativeId) };
}

async function showAgenda(deps: Deps & Doors, res: Response, meeting: Meeting, collaborative: Collaborative): Promise<void> {
  const { t, now } = requestContext(res);
  const postings = await listPostings(deps.reads, meeting.id);
  const [newest] = postings;
  if (newest === undefined) renderPage(res, 'agendas/none', noAgendaView(t, collaborative, meeting));
  else {
    const attachments = await listAttachments(deps.reads, meeting.id);
    const comments = await deps.commentsOn(deps.reads, { t, now, meeting, collaborative, posting: newest });
    renderPage(res, 'agendas/show', agendaView(t, { meeting, collaborative, postings, newest, attachments, comments }));
  }
}
