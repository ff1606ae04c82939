import type { Deps } from '../../deps';
import type { Actor } from '../../lib/actor';
import { groupBy } from '../../lib/group';
import { getApplication, getCandidacy } from '../applications';
import { getCollaborative } from '../collaboratives';
import { getCycle, type Cycle } from '../cycles';
import { betterIsOpen, fits, kindOf, listEntries, listSlatesOf, loadBoard, type Entry } from '../selection';
import { carryOut, type Place, type Step } from './carry-out.actions';
import type { LetterCode } from './letter';
import { latestTexts } from './letter.queries';
import { nextInLine, type AlternateInLine } from './offer';
import { isSeatFree, listAlternates } from './offer.queries';
import { regretOf } from './release';
import { listCandidaciesToSettle, listFreeSeats, type FreeSeat, type ToSettle } from './settle.queries';

/** Sends the letters that were held because a better preference was open, once it is not (domain.md 4). */
export async function settle(tx: Deps, actor: Actor | 'system', cycle: Cycle, applicationIds: readonly string[]): Promise<void> {
  const candidacies = await listCandidaciesToSettle(tx.db, cycle.id, applicationIds);
  if (candidacies.length === 0) return;
  const released = (await listSlatesOf(tx.db, cycle.id)).filter((slate) => slate.status === 'released');
  const entries = new Map<string, Entry[]>();
  for (const slate of released) entries.set(slate.collaborativeId, await listEntries(tx.db, slate.id));
  const steps = [...groupBy(candidacies, (candidacy) => candidacy.applicationId).values()].flatMap((own) => dueOf(own, entries));
  for (const [collaborativeId, own] of groupBy(steps, (step) => step.candidacy.collaborativeId)) {
    const place = { cycle, collaborative: await getCollaborative(tx.db, collaborativeId) };
    const checked: Step[] = [];
    for (const step of own) checked.push(await withFreeSeat(tx, cycle, step));
    await carryOut(tx, actor, place, await withReasons(tx, place, checked));
  }
}

/** Asks the next alternates for seats of released slates that nobody holds an offer of; none where a cycle does it by hand. */
export async function fillFreeSeats(tx: Deps, actor: Actor | 'system', cycleId: string): Promise<void> {
  const cycle = await getCycle(tx.db, cycleId);
  if (!cycle.settings.offersNextByItself) return;
  for (const seat of await listFreeSeats(tx.db, cycleId)) await fillSeat(tx, actor, cycle, seat);
}

/** Offers one free seat to the next alternate whom it fits. Answers who that is; null when nobody is left. */
export async function fillSeat(tx: Deps, actor: Actor | 'system', cycle: Cycle, seat: FreeSeat): Promise<AlternateInLine | null> {
  const alternates = await listAlternates(tx.db, cycle.id, seat.collaborativeId);
  const next = nextInLine(alternates, (constituency) => fits(seat, constituency));
  if (next === null) return null;
  const { reference } = await getApplication(tx.db, next.applicationId);
  const candidacy = { ...(await getCandidacy(tx.db, next.candidacyId)), reference };
  const place = { cycle, collaborative: await getCollaborative(tx.db, seat.collaborativeId) };
  await carryOut(tx, actor, place, [{ candidacy, code: 'next', seatId: seat.id, isSilent: false }]);
  return next;
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
    standing.set(candidacy.id, step.code === 'offer' ? 'offered' : step.code);
    steps.push(step);
  }
  return steps;
}

function stepFor(candidacy: ToSettle, slate: readonly Entry[]): Step {
  const entry = slate.find((one) => one.candidacyId === candidacy.id);
  const kind = kindOf(entry);
  const code: LetterCode = kind === 'not_selected' ? 'others_ranked_higher' : kind;
  return { candidacy, code, seatId: entry?.seatId ?? null, isSilent: !candidacy.isReviewed };
}

/** The reason of each letter of regret, as it would have been at the release. */
async function withReasons(tx: Deps, { cycle, collaborative }: Place, steps: readonly Step[]): Promise<Step[]> {
  if (!steps.some((step) => step.code === 'others_ranked_higher' && !step.isSilent)) return [...steps];
  const board = await loadBoard(tx.db, cycle, collaborative);
  const texts = await latestTexts(tx.db, { cycleId: cycle.id, collaborativeId: collaborative.id });
  const people = new Map(board.candidates.map((candidate) => [candidate.id, candidate]));
  return steps.map((step) => {
    const candidate = people.get(step.candidacy.id);
    if (candidate === undefined || step.code !== 'others_ranked_higher') return step;
    return { ...step, code: regretOf(board, candidate, { texts }) };
  });
}

/** A seat that went to an alternate meanwhile makes an alternate of its first choice. */
async function withFreeSeat(tx: Deps, cycle: Cycle, step: Step): Promise<Step> {
  if (step.seatId === null || (await isSeatFree(tx.db, step.seatId, cycle.id))) return step;
  return { ...step, code: 'alternate', seatId: null };
}
