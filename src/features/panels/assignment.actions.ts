import { inTransaction } from '../../db/database';
import type { Deps } from '../../deps';
import { recordEvent } from '../../history/events';
import type { Actor } from '../../lib/actor';
import { Conflict, Invalid, NotFound } from '../../lib/errors';
import { groupBy } from '../../lib/group';
import { conceal } from '../../lib/policy';
import { getCollaborative } from '../collaboratives';
import { getCycle } from '../cycles';
import { deleteUnbegun, mayAssignIn, panelPolicy, type PanelOf } from '../reviews';
import { verdictKey } from './bars';
import { conflictsBetween, stanceOf } from './conflict';
import type { Panelist, ReviewFile } from './file';
import { findFile } from './file.queries';
import { listFindings } from './finding.queries';
import { handOut, type Place } from './hand-out.actions';
import { listPanel } from './panelist.queries';
import { planFor } from './plan.queries';

/** Makes these the reviewers of a file. Whoever has begun, finished or recused stays as they are. */
export function assign(deps: Deps, actor: Actor, candidacyId: string, reviewerIds: readonly string[]): Promise<void> {
  return inTransaction(deps, async (tx) => {
    const file = await findFile(tx.db, candidacyId);
    if (file === undefined) throw new NotFound();
    conceal(panelPolicy.viewFile(actor, { collaborativeId: file.collaborativeId, applicantId: file.party.personId }));
    const place = await openPlace(tx, file);
    const chosen = await chosenOf(tx, file, reviewerIds);
    const held = new Set(file.reviews.map((review) => review.reviewerId));
    const added = chosen.filter((panelist) => !held.has(panelist.personId)).map((panelist) => panelist.personId);
    const dropped = file.reviews
      .filter((review) => review.status === 'assigned' && !reviewerIds.includes(review.reviewerId))
      .map((review) => review.reviewerId);
    await deleteUnbegun(tx.db, candidacyId, dropped);
    await handOut(
      tx,
      actor,
      place,
      added.map((reviewerId) => ({ candidacyId, reviewerId })),
    );
    await recordEvent(tx, {
      action: 'reviews.assign',
      actor,
      subject: { kind: 'candidacy', id: candidacyId },
      collaborativeId: file.collaborativeId,
      after: { added, dropped },
    });
  });
}

interface HandingOut {
  /** Files that nobody has begun may pass to others. */
  readonly rebalances: boolean;
  /** The plan that was shown; refused when another would come of it now. Empty: whatever comes of it now. */
  readonly fingerprint: string;
}

/** Hands out every file that lacks reviewers as planned. Answers how many reviews were handed out. */
export function assignAllEvenly(
  deps: Deps,
  actor: Actor,
  panel: PanelOf,
  { rebalances, fingerprint }: HandingOut = { rebalances: false, fingerprint: '' },
): Promise<number> {
  return inTransaction(deps, async (tx) => {
    conceal(panelPolicy.manage(actor, panel));
    const place = await openPlace(tx, panel);
    const planned = await planFor(tx.db, panel, { now: tx.clock.now(), rebalances });
    const { added, dropped } = planned.plan;
    if (added.length + dropped.length === 0) return 0;
    if (fingerprint !== '' && fingerprint !== planned.fingerprint) throw new Conflict('panels.errors.planChanged');
    for (const [candidacyId, pairs] of groupBy(dropped, (pair) => pair.candidacyId))
      await deleteUnbegun(
        tx.db,
        candidacyId,
        pairs.map((pair) => pair.reviewerId),
      );
    await handOut(tx, actor, place, added);
    await recordEvent(tx, {
      action: 'reviews.assignEvenly',
      actor,
      subject: { kind: 'cycle', id: panel.cycleId },
      collaborativeId: panel.collaborativeId,
      after: { reviews: added.length, files: new Set(added.map((one) => one.candidacyId)).size, takenBack: dropped.length },
    });
    return added.length;
  });
}

async function openPlace(tx: Deps, panel: PanelOf): Promise<Place> {
  const cycle = await getCycle(tx.db, panel.cycleId);
  if (!mayAssignIn(cycle.status)) throw new Conflict('reviews.errors.notNow');
  return { cycle, collaborative: await getCollaborative(tx.db, panel.collaborativeId) };
}

/** The panelists chosen for a file. Throws Invalid for somebody who is not on the panel, Conflict where a conflict bars them. */
async function chosenOf(tx: Deps, file: ReviewFile, reviewerIds: readonly string[]): Promise<Panelist[]> {
  const panelists = await listPanel(tx.db, file);
  const chosen = panelists.filter((panelist) => reviewerIds.includes(panelist.personId));
  if (chosen.length !== new Set(reviewerIds).size) throw new Invalid('reviews.errors.notOnPanel');
  const findings = await listFindings(tx.db, file);
  for (const panelist of chosen) {
    const grounds = conflictsBetween(file.party, panelist.party);
    if (grounds.includes('self')) throw new Conflict('reviews.errors.ownFile');
    const verdict = findings.get(verdictKey(file.candidacyId, panelist.personId))?.verdict;
    if (verdict === 'confirmed' && stanceOf(grounds, verdict) === 'barred') throw new Conflict('panels.errors.confirmedConflict');
  }
  return chosen;
}
