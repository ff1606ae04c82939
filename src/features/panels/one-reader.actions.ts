import type { Db } from '../../db/database';
import type { Deps } from '../../deps';
import { recordEvents } from '../../history/events';
import type { Actor } from '../../lib/actor';
import { Conflict, Invalid } from '../../lib/errors';
import { conceal } from '../../lib/policy';
import { dateOf, type Instant } from '../../lib/time';
import { getCollaborative } from '../collaboratives';
import { getCycle } from '../cycles';
import { mayAssignIn, panelPolicy, type PanelOf } from '../reviews';
import { fileToAssign } from './bars';
import { listFiles } from './file.queries';
import { listFindings } from './finding.queries';
import { handOut } from './hand-out.actions';
import { passedOver, type PassedOver } from './one-reader';
import { listPanel } from './panelist.queries';

/** A reviewer of a panel, with how many files they have. */
export interface Reader {
  readonly personId: string;
  readonly name: string;
  readonly files: number;
}

/** Who may be given files there, by name. Throws Conflict (409) when nothing is handed out now. A fixed number of queries. */
export async function listReaders(db: Db, actor: Actor, panel: PanelOf): Promise<Reader[]> {
  conceal(panelPolicy.manage(actor, panel));
  if (!mayAssignIn((await getCycle(db, panel.cycleId)).status)) throw new Conflict('reviews.errors.notNow');
  return (await listPanel(db, panel)).map(({ personId, name, assigned }) => ({ personId, name, files: assigned }));
}

/**
 * Which of these files one reviewer is not given, and why. A conflict, a language, days away and their own limit count here:
 * past those, a file is given by hand on its own page. A fixed number of queries.
 */
export async function filesPassedOver(
  db: Db,
  actor: Actor,
  panel: PanelOf,
  wanted: { readonly reviewerId: string; readonly candidacyIds: readonly string[]; readonly now: Instant },
): Promise<ReadonlyMap<string, PassedOver>> {
  conceal(panelPolicy.manage(actor, panel));
  const cycle = await getCycle(db, panel.cycleId);
  const panelist = (await listPanel(db, panel)).find(({ personId }) => personId === wanted.reviewerId);
  if (panelist === undefined) throw new Invalid('reviews.errors.notOnPanel');
  const verdicts = new Map([...(await listFindings(db, panel))].map(([key, { verdict }]) => [key, verdict]));
  const given = { minimum: 0, today: dateOf(wanted.now), reviewBy: cycle.reviewBy, verdicts, rebalances: false };
  const files = new Map((await listFiles(db, panel)).map((file) => [file.candidacyId, file]));
  const stands = wanted.candidacyIds.map((candidacyId) => {
    const file = files.get(candidacyId);
    if (file === undefined) return { candidacyId, bar: 'notInReview' as const };
    if (actor.id !== null && file.party.personId === actor.id) return { candidacyId, bar: 'yours' as const };
    return { candidacyId, bar: fileToAssign(file, [panelist], given).barred.get(panelist.personId) ?? null };
  });
  return passedOver(stands, panelist.mostFiles === null ? null : panelist.mostFiles - panelist.assigned);
}

/** Within a transaction: gives these files to one reviewer, who is told once. Whoever has them already keeps them. */
export async function giveFiles(
  tx: Deps,
  actor: Actor,
  panel: PanelOf,
  { reviewerId, candidacyIds }: { readonly reviewerId: string; readonly candidacyIds: readonly string[] },
): Promise<void> {
  conceal(panelPolicy.manage(actor, panel));
  const cycle = await getCycle(tx.db, panel.cycleId);
  if (!mayAssignIn(cycle.status)) throw new Conflict('reviews.errors.notNow');
  const collaborative = await getCollaborative(tx.db, panel.collaborativeId);
  await handOut(
    tx,
    actor,
    { cycle, collaborative },
    candidacyIds.map((candidacyId) => ({ candidacyId, reviewerId })),
  );
  const eventOf = (id: string) =>
    ({
      action: 'reviews.assign',
      actor,
      subject: { kind: 'candidacy', id },
      collaborativeId: panel.collaborativeId,
      after: { added: [reviewerId], dropped: [] },
    }) as const;
  await recordEvents(tx, candidacyIds.map(eventOf));
}
