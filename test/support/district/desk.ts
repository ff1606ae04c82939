import { keepView } from '../../../src/features/desk/saved-view.actions';
import { addNote } from '../../../src/features/desk/note.actions';
import { canaries } from './canaries';
import type { Ground, People } from './district';
import { actorOf } from './people';

/** What staff of Central keep beside the applications they read. */
export async function deskOf({ deps, central }: Ground, people: People): Promise<Record<string, string>> {
  const staff = await actorOf(deps, people.staff);
  await keepView(deps, staff, central.id, { name: 'Families first', query: 'constituency=families', isShared: false });
  const [savedView = ''] = await deps.db('saved_views').pluck('id');
  const [reference = ''] = await deps.db('applications').where({ name: 'Ana First' }).whereNot({ status: 'draft' }).pluck('reference');
  await addNote(deps, staff, { reference, collaborativeId: central.id }, canaries.staffNote);
  const [staffNote = ''] = await deps.db('candidacy_notes').pluck('id');
  const [secondRef = ''] = await deps.db('applications').where({ name: 'Bo Second' }).pluck('reference');
  return { savedView, staffNote, secondRef };
}
