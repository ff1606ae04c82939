import type { Deps } from '../../deps';
import type { Actor } from '../../lib/actor';
import { groupBy } from '../../lib/group';
import { getApplication, getCandidacy } from '../applications';
import { getCollaborative } from '../collaboratives';
import { getCycle, type Cycle } from '../cycles';
import { betterIsOpen, type Entry, fits, kindOf, listEntries, listSlatesOf } from '../selection';
import { carryOut, type Step } from './carry-out.actions';
import { nextInLine } from './offer';
import { isSeatFree, listAlternates } from './offer.queries';
import { listCandidaciesToSettle, listFreeSeats, type ToSettle } from './settle.queries';

/** Sends the letters that were held because a better preference was open, once it is not (domain.md 4). */
export async function settle(tx: Deps, actor: Actor | 'system', cycle: Cycle, applicationIds: readonly string[]): Promise<void> {
  const released = (await listSlatesOf(tx.db, cycle.id)).filter((slate) => slate.status === 'released');
  const entries = new Map<string, Entry[]>();
  for (const slate of released) entries.set(slate.collaborativeId, await listEntries(tx.db, slate.id));
  const candidacies = await listCandidaciesToSettle(tx.db, cycle.id, applicationIds);
  const steps = [...groupBy(candidacies, (candidacy) => candidacy.applicationId).values()].flatMap((own) => dueOf(own, entries));
  for (const [collaborativeId, own] of groupBy(steps, (step) => step.candidacy.collaborativeId)) {
    const place = { cycle, collaborative: await getCollaborative(tx.db, collaborativeId) };
    const checked: Step[] = [];
    for (const step of own) checked.push(await withFreeSeat(tx, cycle, step));
    await carryOut(tx, actor, place, checked);
  }
}

/** Asks the next alternates for seats of released slates that nobody holds an offer of; none where a cycle does it by hand. */
export async function fillFreeSeats(tx: Deps, actor: Actor | 'system', cycleId: string): Promise<void> {
  const cycle = await getCycle(tx.db, cycleId);
  if (!cycle.settings.offersNextByItself) return;
  for (const seat of await listFreeSeats(tx.db, cycleId)) {
    const alternates = await listAlternates(tx.db, cycleId, seat.collaborativeId);
    const next = nextInLine(alternates, (constituency) => fits(seat, constituency));
    if (next === null) continue;
    const { reference } = await getApplication(tx.db, next.applicationId);
    const candidacy = { ...(await getCandidacy(tx.db, next.candidacyId)), reference };
    const place = { cycle, collaborative: await getCollaborative(tx.db, seat.collaborativeId) };
    await carryOut(tx, actor, place, [{ candidacy, kind: 'offer', seatId: seat.id, letterReason: 'others_ranked_higher', letter: 'next' }]);
  }
}

/** Of one person's candidacies, those of released slates that no open better preference holds back any more. */
function dueOf(own: readonly ToSettle[], slates: ReadonlyMap<string, readonly Entry[]>): Step[] {
  const steps: Step[] = [];
  const standing = new Map<string, string>(own.map((candidacy) => [candidacy.id, candidacy.status]));
  for (const candidacy of own) {
    const slate = slates.get(candidacy.collaborativeId);
    const elsewhere = own.map((other) => ({ preference: other.preference, status: standing.get(other.id) ?? '', isSeated: false }));
    const isHeld = betterIsOpen({ preference: candidacy.preference, elsewhere });
    if (slate === undefined || candidacy.status !== 'in_review' || isHeld) continue;
    const step = stepFor(candidacy, slate);
    standing.set(candidacy.id, step.kind === 'offer' ? 'offered' : step.kind);
    steps.push(step);
  }
  return steps;
}

function stepFor(candidacy: ToSettle, slate: readonly Entry[]): Step {
  const entry = slate.find((one) => one.candidacyId === candidacy.id);
  const kind = kindOf(entry);
  return {
    candidacy,
    kind,
    seatId: entry?.seatId ?? null,
    letterReason: 'others_ranked_higher',
    letter: candidacy.isReviewed ? 'usual' : 'none',
  };
}

/** A seat that went to an alternate meanwhile makes an alternate of its first choice. */
async function withFreeSeat(tx: Deps, cycle: Cycle, step: Step): Promise<Step> {
  if (step.seatId === null || (await isSeatFree(tx.db, step.seatId, cycle.id))) return step;
  return { ...step, kind: 'alternate', seatId: null };
}
