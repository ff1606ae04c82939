import { keepView } from '../../../src/features/desk/saved-view.actions';
import { addNote } from '../../../src/features/desk/note.actions';
import { canaries } from './canaries';
import type { Ground, People } from './district';
import { actorOf } from './people';

/** What staff of Central keep beside the applications they read. */
export async function deskOf({ deps, central }: Ground, people: People): Promise<Record<string, string>> {
  const staff = await actorOf(deps, people.staff);
  await keepView(deps, staff, central.id, { name: 'Families first', query: 'constituency=families', isShared: false });
  const view = await deps.db('saved_views').first('id');
  const ana = await deps.db('applications').where({ name: 'Ana First' }).whereNot({ status: 'draft' }).first('reference');
  await addNote(deps, staff, { reference: ana?.reference ?? '', collaborativeId: central.id }, canaries.staffNote);
  const note = await deps.db('candidacy_notes').first('id');
  return { savedView: view?.id ?? '', staffNote: note?.id ?? '' };
}
