import { performance } from 'node:perf_hooks';
import { getCycle } from '../../src/features/cycles';
import { demoPersonId } from '../../src/features/demo/demo-people';
import { approvedBoards, releaseAll, versionsOf } from '../../src/features/offers/release.actions';
import { adoptWhatIf, approveSlate, boardAt, makeWhatIf, sendSlate } from '../../src/features/selection';
import { testProduct } from '../support/app';
import { aLargeSelection } from '../support/large-selection';

/** Milliseconds to release a whole cycle of 1,140 applications: every state, offer, letter and line of history in one transaction. */
export async function measureRelease(): Promise<{ readonly milliseconds: number; readonly letters: number }> {
  const product = await testProduct();
  const { deps } = product;
  const selection = await aLargeSelection(product);
  for (const body of selection.bodies) {
    const address = { code: selection.cycle.code, slug: body.slug };
    const staff = await selection.staffOf(body);
    const whatIf = await makeWhatIf(deps, staff, address, { name: 'By rank', beginning: 'by_rank', alternates: 8 });
    await adoptWhatIf(deps, staff, { ...address, whatIf }, { version: 1, slateVersion: 0 });
    await sendSlate(deps, staff, address, (await boardAt(deps, address)).slate.version);
    const { slate } = await boardAt(deps, address);
    await approveSlate(deps, await selection.approverOf(body), slate.id, slate.version);
  }
  const versions = versionsOf(await approvedBoards(deps, await getCycle(deps.db, selection.cycle.id)));
  const administrator = await selection.as(demoPersonId('administrator'));
  const began = performance.now();
  await releaseAll(deps, administrator, selection.cycle.code, versions);
  const milliseconds = performance.now() - began;
  const letters = await deps.db('outbox').where('kind', 'like', 'decision.%').count({ all: '*' }).first();
  await product.close();
  return { milliseconds, letters: Number(letters?.all ?? 0) };
}
