import { Router } from 'express';
import type { Deps } from '../../deps';
import { renderPage } from '../../web/render';
import { requestContext } from '../../web/request-context';
import { listPrioritizedNotes } from '../advice';
import { listPrioritizedItems } from '../agendas';
import { getCollaborativeBySlug } from '../collaboratives';
import { listPriorities, priorityPaths, priorityPolicy } from '../priorities';
import { priorityRecordView } from './priority-record.views';

/** The priorities of a local district and what was done on each, for anyone. */
export function priorityRecordRoutes(deps: Deps): Router {
  return Router().get(priorityPaths.show.pattern, async (req, res) => {
    const { t, actor } = requestContext(res);
    const collaborative = await getCollaborativeBySlug(deps.reads, req.params.c);
    const priorities = await listPriorities(deps.reads, collaborative.id);
    const items = await listPrioritizedItems(deps.reads, collaborative.id);
    const notes = await listPrioritizedNotes(deps.reads, collaborative.id);
    const mayEdit = priorityPolicy.edit(actor, collaborative.id).allowed;
    renderPage(res, 'priority-record/show', priorityRecordView(t, { collaborative, priorities, items, notes, mayEdit }));
  });
}
