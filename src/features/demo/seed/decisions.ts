import type { Cycle } from '../../cycles';
import { acceptOffer, askForReview, declineOffer, releaseSlate } from '../../offers';
import { beginPlan } from '../../onboarding';
import { approveSlate, boardAt } from '../../selection';
import { demoPersonId, demoKey } from '../demo-people';
import { declineWords, procedureWords } from './essays';
import { actorOf, as, goTo, momentOn, type Body, type World } from './world';

/** The approver says yes, everybody is told; one takes the seat, one declines, one refused asks for a review of procedure. */
export async function tellDecisions(world: World, cycle: Cycle, body: Body): Promise<void> {
  const { deps } = world;
  const address = { code: cycle.code, slug: body.slug };
  goTo(world, momentOn(world, -3, '09:20'));
  const sent = await boardAt(deps, address);
  await approveSlate(deps, await actorOf(world, demoPersonId(demoKey('approver', body.slug))), sent.slate.id, sent.slate.version);
  goTo(world, momentOn(world, -3, '11:00'));
  const { slate } = await boardAt(deps, address);
  await releaseSlate(deps, await as(world, 'staff', body), address, slate.version);
  goTo(world, momentOn(world, -2, '18:40'));
  const { candidates } = await boardAt(deps, address);
  const [first, second] = candidates.filter(({ status }) => status === 'offered');
  if (first?.personId != null) await acceptOffer(deps, await actorOf(world, first.personId), first, beginPlan);
  if (second?.personId != null)
    await declineOffer(deps, await actorOf(world, second.personId), {
      reference: second.reference,
      reason: declineWords[second.locale === 'es' ? 'es' : 'en'],
    });
  goTo(world, momentOn(world, -1, '07:30'));
  const refused = candidates.find(({ status, personId }) => status === 'not_selected' && personId !== null);
  if (refused?.personId != null)
    await askForReview(deps, await actorOf(world, refused.personId), {
      reference: refused.reference,
      candidacyId: refused.id,
      words: procedureWords[refused.locale === 'es' ? 'es' : 'en'],
    });
}
