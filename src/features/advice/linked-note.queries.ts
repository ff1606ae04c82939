import './tables';
import { toLocalText } from '../../lib/local-text';
import type { NotesOnAgenda } from '../agendas';
import { isPublic } from './note';
import { advicePaths } from './note.paths';
import { listPublicNotes } from './note.queries';

/** The notes that lines of agendas are about, for the desk and the public agenda. */
export const notesOnAgenda: NotesOnAgenda = {
  toLink: async (db, collaborativeId) =>
    (await listPublicNotes(db, collaborativeId)).map(({ id, reference, title }) => ({
      id,
      reference,
      title,
      href: advicePaths.show({ id }),
    })),

  named: async (db, ids) => {
    if (ids.length === 0) return [];
    const rows = await db('notes').whereIn('id', ids).select('id', 'reference', 'title', 'status', 'adopted_at');
    return rows.map(({ id, reference, title, status, adopted_at: adoptedAt }) => ({
      ...{ id, reference, title: toLocalText(title), href: advicePaths.show({ id }) },
      isPublic: isPublic({ status, adoptedAt }),
    }));
  },
};
