import type { Cycle } from '../../../src/features/cycles';
import { recordPaper } from '../../../src/features/guardians/guardian.actions';
import { extendApplication, makeLateCode } from '../../../src/features/late-entry/late-entry.actions';
import { anApplicant } from '../selection-scene';
import { canaries } from './canaries';
import type { Ground, People } from './district';
import { actorOf } from './people';

/** In the open cycle: a student with a guardian, a code to come in late by, and more time for a draft. */
export async function lateComersOf({ deps, central }: Ground, people: People, cycle: Cycle): Promise<Record<string, string>> {
  const staff = await actorOf(deps, people.staff);
  const guarded = {
    constituency: 'students',
    age: '14_to_17',
    guardian_name: canaries.guardianName,
    guardian_email: canaries.guardianEmail,
  };
  const student = await anApplicant(deps, cycle, { name: 'Stu Student', to: [central], answers: guarded });
  await recordPaper(deps, staff, student.reference, canaries.guardianSigned);
  await makeLateCode(deps, staff, cycle.code, {
    collaborativeId: central.id,
    forWhom: canaries.lateCodeFor,
    note: canaries.lateCodeNote,
    email: 'late@example.org',
    locale: 'es',
    useLimit: 1,
    expiresAt: '2027-03-10T07:59:00.000Z',
  });
  const more = { reference: 'DRFT-0001', until: '2027-03-05T07:59:00.000Z', reason: canaries.extensionReason };
  await extendApplication(deps, staff, cycle.code, more);
  return { studentRef: student.reference };
}
