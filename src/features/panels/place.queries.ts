import type { Deps } from '../../deps';
import type { Actor } from '../../lib/actor';
import { NotFound } from '../../lib/errors';
import { conceal } from '../../lib/policy';
import { getCollaborativeBySlug, type Collaborative } from '../collaboratives';
import { getCycleByCode, type Cycle } from '../cycles';
import { panelPolicy, type PanelOf } from '../reviews';

export interface PanelPlace {
  readonly cycle: Cycle;
  readonly collaborative: Collaborative;
  readonly panel: PanelOf;
}

/** The panel at an address, for those who arrange it; 404 for everyone else. */
export async function arrangedPanel(deps: Deps, actor: Actor, { code, slug }: { code: string; slug: string }): Promise<PanelPlace> {
  const cycle = await getCycleByCode(deps.reads, code);
  const collaborative = await getCollaborativeBySlug(deps.reads, slug);
  if (!cycle.collaborativeIds.includes(collaborative.id)) throw new NotFound();
  const panel = { cycleId: cycle.id, collaborativeId: collaborative.id };
  conceal(panelPolicy.manage(actor, panel));
  return { cycle, collaborative, panel };
}
