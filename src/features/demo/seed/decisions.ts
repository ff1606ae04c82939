import type { Cycle } from '../../cycles';
import { acceptOffer, askForReview, declineOffer, releaseSlate } from '../../offers';
import { beginPlan } from '../../onboarding';
import { approveSlate, boardAt, type SlateAddress } from '../../selection';
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
  await answerLetters(world, address);
}

async function answerLetters(world: World, address: SlateAddress): Promise<void> {
  const { deps } = world;
  const { candidates } = await boardAt(deps, address);
  const known = candidates.flatMap((one) => (one.personId === null ? [] : [{ ...one, personId: one.personId }]));
  goTo(world, momentOn(world, -2, '18:40'));
  const [first, second] = known.filter(({ status }) => status === 'offered');
  if (first !== undefined) await acceptOffer(deps, await actorOf(world, first.personId), first, beginPlan);
  if (second !== undefined) {
    const { reference, personId, locale } = second;
    await declineOffer(deps, await actorOf(world, personId), { reference, reason: declineWords[wordsIn(locale)] });
  }
  goTo(world, momentOn(world, -1, '07:30'));
  const refused = known.find(({ status }) => status === 'not_selected');
  if (refused === undefined) return;
  const { reference, personId, id: candidacyId, locale } = refused;
  await askForReview(deps, await actorOf(world, personId), { reference, candidacyId, words: procedureWords[wordsIn(locale)] });
}

const wordsIn = (locale: string): 'en' | 'es' => (locale === 'es' ? 'es' : 'en');
