import { Router } from 'express';
import type { Deps } from '../../deps';
import { field, parseForm } from '../../lib/form';
import { Invalid } from '../../lib/errors';
import { setFlash } from '../../web/flash';
import { requestContext } from '../../web/request-context';
import { deskPaths } from '../applications';
import { getCollaborativeBySlug } from '../collaboratives';
import { recordPaths } from './desk.paths';
import { addNote, removeNote } from './note.actions';

const fields = { text: field.text(4000) };

/** Private notes of staff on an application. */
export function noteRoutes(deps: Deps): Router {
  const router = Router();

  router.post(recordPaths.notes.pattern, async (req, res) => {
    const { actor, t } = requestContext(res);
    const { ref, slug } = req.params;
    const parsed = parseForm(fields, req.body);
    if (!parsed.ok) throw new Invalid('desk.errors.noteEmpty');
    const { id } = await getCollaborativeBySlug(deps.reads, slug);
    await addNote(deps, actor, { reference: ref, collaborativeId: id }, parsed.values.text);
    setFlash(req, t('desk.notes.added'));
    res.redirect(303, `${deskPaths.show({ ref })}#notes`);
  });

  router.post(recordPaths.noteRemoval.pattern, async (req, res) => {
    const { actor, t } = requestContext(res);
    const { ref, id } = req.params;
    await removeNote(deps, actor, id);
    setFlash(req, t('desk.notes.removed'));
    res.redirect(303, `${deskPaths.show({ ref })}#notes`);
  });

  return router;
}
