import { Router } from 'express';
import type { Deps } from '../../deps';
import { NotFound } from '../../lib/errors';
import { groupBy } from '../../lib/group';
import { renderPage } from '../../web/render';
import { requestContext } from '../../web/request-context';
import { getCollaborativeBySlug } from '../collaboratives';
import { listAttended, listCastVotes } from './attendance-record.queries';
import { attendancePaths } from './attendance.paths';
import { bodyView, personView } from './attendance.views';

/** Who came and how each voted, from approved minutes alone: for everyone. */
export function attendanceRoutes(deps: Deps): Router {
  const router = Router();
  router.get(attendancePaths.body.pattern, async (req, res) => {
    const collaborative = await getCollaborativeBySlug(deps.reads, req.params.c);
    const attended = await listAttended(deps.reads, { collaborativeId: collaborative.id });
    const people = [...groupBy(attended, ({ personId }) => personId).values()];
    renderPage(res, 'attendance/body', bodyView(requestContext(res).t, collaborative, people));
  });
  router.get(attendancePaths.person.pattern, async (req, res) => {
    const { c, id: personId } = req.params;
    const collaborative = await getCollaborativeBySlug(deps.reads, c);
    const attended = await listAttended(deps.reads, { collaborativeId: collaborative.id, personId });
    // Whoever was never called has no page: nobody may learn from here who is a person to us.
    if (attended.length === 0) throw new NotFound();
    const votes = await listCastVotes(deps.reads, personId, collaborative.id);
    renderPage(res, 'attendance/person', personView(requestContext(res).t, collaborative, { attended, votes }));
  });
  return router;
}
