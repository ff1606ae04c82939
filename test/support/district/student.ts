import { recordPaper } from '../../../src/features/guardians/guardian.actions';
import { anApplicant, candidacyOf, scored } from '../selection-scene';
import { canaries } from './canaries';
import type { Ground } from './district';
import { actorOf } from './people';

/** A student whose guardian signed on paper, and whom the panel of Central has read: not all of one mind. */
export async function aStudent({ deps, scene, central }: Ground, staffId: string): Promise<Record<string, string>> {
  const { cycle, reviewers } = scene;
  const answers = { guardian_name: canaries.guardianName, guardian_email: canaries.guardianEmail, age: '14_to_17' };
  const stu = await anApplicant(deps, cycle, { name: 'Stu Student', to: [central], constituency: 'students', answers });
  await recordPaper(deps, await actorOf(deps, staffId), stu.reference, canaries.guardianSigned);
  const { id } = await candidacyOf(deps, stu, central);
  await scored(deps, cycle, { candidacyId: id, reviewers, score: 2 });
  const [first = '', second = ''] = await deps.db('reviews').where({ candidacy_id: id }).orderBy('id').pluck<string[]>('id');
  await deps.db('review_scores').where({ review_id: first, criterion: 'commitment' }).update({ score: 3 });
  await deps.db('review_scores').where({ review_id: second, criterion: 'listening' }).update({ score: 3 });
  return { studentRef: stu.reference, studentCandidacy: id };
}
