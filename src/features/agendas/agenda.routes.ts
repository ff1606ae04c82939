import { Router, type Response } from 'express';
import type { Deps } from '../../deps';
import { renderPage } from '../../web/render';
import { requestContext } from '../../web/request-context';
import { getCollaborativeBySlug, type Collaborative } from '../collaboratives';
import { bodyOf, nextMeeting, type Meeting } from '../meetings';
import { agendaView, noAgendaView } from './agenda.views';
import { agendaPaths } from './agenda.paths';
import { agendaFileRoutes } from './agenda-file.routes';
import { civicEventRoutes } from './civic-event.routes';
import { agendaItemRoutes } from './agenda-item.routes';
import type { NotesOnAgenda } from './linked-note.views';
import type { CommentsOnAgenda } from './comments-door.views';
import { attachmentRoutes } from './attachment.routes';
import { listAttachments } from './attachment.queries';
import { deskRoutes } from './desk.routes';
import { doorRoutes } from './door.routes';
import { noticeRoutes, seenMeeting } from './notice.routes';
import { listPostings } from './posting.queries';

interface Doors {
  readonly commentsOn: CommentsOnAgenda;
  readonly notes: NotesOnAgenda;
}

/** The public agenda and its stable address, with all that belongs to it. */
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
      await showAgenda({ ...deps, ...doors }, res, posted, await bodyOf(deps.reads, posted));
      return;
    }
    const planned = await nextMeeting(deps.reads, collaborative.id, now);
    renderPage(res, 'agendas/none', noAgendaView(t, collaborative, planned ?? null));
  });

  router.use(
    noticeRoutes(deps),
    civicEventRoutes(deps),
    doorRoutes(deps),
    agendaFileRoutes(deps),
    deskRoutes(deps),
    agendaItemRoutes(deps, doors),
    attachmentRoutes(deps),
  );
  return router;
}

async function showAgenda(deps: Deps & Doors, res: Response, meeting: Meeting, collaborative: Collaborative): Promise<void> {
  const { t, now } = requestContext(res);
  const postings = await listPostings(deps.reads, meeting.id);
  const [newest] = postings;
  if (newest === undefined) renderPage(res, 'agendas/none', noAgendaView(t, collaborative, meeting));
  else {
    const attachments = await listAttachments(deps.reads, meeting.id);
    const comments = await deps.commentsOn(deps.reads, { t, now, meeting, collaborative, posting: newest });
    const ids = newest.content.items.flatMap(({ noteId }) => (noteId === undefined ? [] : [noteId]));
    const notes = (await deps.notes.named(deps.reads, ids)).filter(({ isPublic }) => isPublic);
    renderPage(res, 'agendas/show', agendaView(t, { meeting, collaborative, postings, newest, attachments, comments, notes }));
  }
}
