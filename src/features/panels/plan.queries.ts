import { createHash } from 'node:crypto';
import type { Db } from '../../db/database';
import { dateOf, type Instant } from '../../lib/time';
import { getCollaborative, type Collaborative } from '../collaboratives';
import { getCycle, type Cycle } from '../cycles';
import type { PanelOf } from '../reviews';
import { planAssignment, type AssignmentPlan, type FileToAssign } from './assignment';
import { fileToAssign } from './bars';
import type { Panelist, ReviewFile } from './file';
import { listFiles } from './file.queries';
import { listFindings } from './finding.queries';
import { listPanel } from './panelist.queries';

/** What handing out would do now, with everything that explains it. */
export interface PlannedAssignment {
  readonly cycle: Cycle;
  readonly collaborative: Collaborative;
  readonly panelists: readonly Panelist[];
  readonly files: readonly ReviewFile[];
  readonly toAssign: ReadonlyMap<string, FileToAssign>;
  readonly plan: AssignmentPlan;
  /** Says whether a plan shown earlier is still the same. */
  readonly fingerprint: string;
}

interface PlanOptions {
  readonly now: Instant;
  /** Files that nobody has begun may pass to others. */
  readonly rebalances: boolean;
}

/** Plans the assignment of a panel from what stands now; the same state gives the same plan. A fixed number of queries. */
export async function planFor(db: Db, panel: PanelOf, { now, rebalances }: PlanOptions): Promise<PlannedAssignment> {
  const cycle = await getCycle(db, panel.cycleId);
  const collaborative = await getCollaborative(db, panel.collaborativeId);
  const panelists = await listPanel(db, panel);
  const files = await listFiles(db, panel);
  const findings = await listFindings(db, panel);
  const verdicts = new Map([...findings].map(([key, { verdict }]) => [key, verdict]));
  const given = { minimum: collaborative.settings.minimumReviews, today: dateOf(now), reviewBy: cycle.reviewBy, verdicts, rebalances };
  const toAssign = files.map((file) => fileToAssign(file, panelists, given));
  const plan = planAssignment(
    toAssign.filter((file) => file.needed > 0 || file.released.length > 0),
    panelists.map(({ personId, assigned, mostFiles }) => ({ id: personId, load: assigned, most: mostFiles })),
  );
  return {
    cycle,
    collaborative,
    panelists,
    files,
    plan,
    toAssign: new Map(toAssign.map((file) => [file.candidacyId, file])),
    fingerprint: fingerprintOf(plan),
  };
}

const fingerprintOf = ({ added, dropped }: AssignmentPlan): string =>
  createHash('sha256')
    .update(JSON.stringify([added, dropped]))
    .digest('hex')
    .slice(0, 32);
