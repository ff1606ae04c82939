import type { Deps } from '../../../src/deps';
import type { Collaborative } from '../../../src/features/collaboratives';
import { insertCycle } from '../../../src/features/cycles/cycle.queries';
import { insertForm, insertRubric, standardForm, standardRubric } from '../../../src/features/forms';
import { theCycle } from '../builders/application';

/** A cycle that nobody can apply in yet: its form and its rubric are still being written. */
export async function aComingCycle(deps: Deps, collaboratives: readonly Collaborative[]): Promise<void> {
  const begun = { number: 1, writtenBy: 'Program office', frozenAt: null };
  await insertCycle(deps, {
    ...theCycle({ code: '2028-spring', status: 'draft', opensAt: '2027-10-01T16:00:00.000Z', closesAt: '2027-11-01T07:59:00.000Z' }),
    reviewBy: '2027-12-01',
    decisionsOn: '2028-01-05',
    termStartsOn: '2028-03-01',
    termEndsOn: '2030-02-28',
    formId: await insertForm(deps, { ...begun, pages: standardForm }),
    rubricId: await insertRubric(deps, { ...begun, criteria: standardRubric }),
    collaborativeIds: collaboratives.map(({ id }) => id),
  });
}
