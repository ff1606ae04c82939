import type { Collaborative } from '../../../src/features/collaboratives';
import type { Cycle } from '../../../src/features/cycles';
import { extendApplication, makeLateCode } from '../../../src/features/late-entry/late-entry.actions';
import { aSentApplication, someAnswers } from '../builders/application';
import { canaries } from './canaries';
import type { Ground, People } from './district';
import { actorOf } from './people';

/** Both bodies let somebody in late, each for reasons of its own; and one applicant to Central sent in the time they were given. */
export async function lateOf({ deps, central, south }: Ground, people: People, cycle: Cycle): Promise<Record<string, string>> {
  const codeBy = async (staffId: string, body: Collaborative, note: string): Promise<string> => {
    const wanted = { forWhom: 'A family in hospital', note, email: '', locale: 'en', useLimit: 1, expiresAt: '2027-03-20T07:00:00.000Z' };
    return (await makeLateCode(deps, await actorOf(deps, staffId), cycle.code, { collaborativeId: body.id, ...wanted })).id;
  };
  const lateCode = await codeBy(people.staff, central, canaries.lateNote);
  await codeBy(people.otherStaff, south, canaries.lateNoteSouth);
  const answers = someAnswers([central.id], { name: 'Lena Late', email: 'lena.late@example.org' });
  const { id, reference } = await aSentApplication(deps, cycle, answers, { status: 'draft' });
  const more = { reference, until: '2027-03-05T07:59:00.000Z', reason: canaries.extensionReason };
  await extendApplication(deps, await actorOf(deps, people.staff), cycle.code, more);
  await deps.db('applications').where({ id }).update({ status: 'submitted' });
  return { lateCode, lateRef: reference };
}
