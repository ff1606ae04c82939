import { Router } from 'express';
import type { Deps } from '../../deps';
import { eventFile, listBodies, listDocuments, listRecordings, noDocuments } from '../meetings';
import { listAttachments } from './attachment.queries';
import { civicEvent } from './civic-event.views';
import { seenMeeting } from './notice.routes';
import { listPostings } from './posting.queries';

/** Each meeting as open data, which other sites may read. */
export function civicEventRoutes(deps: Deps): Router {
  const router = Router();

  router.get(eventFile.pattern, async (req, res) => {
    const { meeting, collaborative } = await seenMeeting(deps, res, req.params.id);
    const postings = await listPostings(deps.reads, meeting.id);
    const attachments = await listAttachments(deps.reads, meeting.id);
    const documents = (await listDocuments(deps.reads, [meeting.id])).get(meeting.id) ?? noDocuments;
    const bodies = await listBodies(deps.reads, meeting);
    const recordings = await listRecordings(deps.reads, meeting.id);
    const parts = { meeting, collaborative, bodies, postings, attachments, documents, recordings, baseUrl: deps.baseUrl };
    const event = civicEvent(deps.translate('en'), parts);
    if (res.get('Cache-Control') !== 'no-store') res.set('Cache-Control', 'private, max-age=300');
    res.removeHeader('Content-Language');
    res.set({ 'Cross-Origin-Resource-Policy': 'cross-origin', 'Access-Control-Allow-Origin': '*' }).json(event);
  });

  return router;
}
