import { Router, type Request, type Response } from 'express';
import type { Deps } from '../../deps';
import { listEvents } from '../../history/events.queries';
import { timelineView } from '../../history/timeline.views';
import { NotFound } from '../../lib/errors';
import { groupBy } from '../../lib/group';
import { authorize, conceal } from '../../lib/policy';
import { blankForm, type FormState } from '../../web/form-view';
import { setFlash } from '../../web/flash';
import { renderPage } from '../../web/render';
import { requestContext } from '../../web/request-context';
import { requireSignIn } from '../../web/require-sign-in';
import { listCandidaciesFor } from '../applications';
import { getCollaborativeBySlug, type Collaborative } from '../collaboratives';
import { getCycleByCode, seatsOnOffer, type Cycle } from '../cycles';
import { dimensions, noGroup, type Dimension, type GroupNames } from './composition';
import { compositionPaths } from './composition.paths';
import { findTargets, listWhereabouts } from './composition.queries';
import { anyOne, type TargetSet } from './target';
import { isOver, setTargets } from './target.actions';
import { parseTargets, rawTargets, type TargetGroup } from './target.form';
import { targetPolicy } from './target.policy';
import { targetsView } from './target.views';

type AtPlace = Request<{ code: string; slug: string }>;

interface Page {
  readonly cycle: Cycle;
  readonly collaborative: Collaborative;
  readonly set: TargetSet;
  readonly groups: readonly TargetGroup[];
  readonly names: GroupNames;
  readonly seats: number;
}

/** How many schools, by applicants, can have a target of their own. */
const mostSchools = 6;

/** What a slate aims at, for staff of the collaborative. */
export function compositionRoutes(deps: Deps): Router {
  const router = Router();

  router.get(compositionPaths.targets.pattern, requireSignIn, async (req: AtPlace, res) => {
    const page = await pageAt(deps, req, res);
    await show(deps, res, page, { state: blankForm(rawTargets(page.set.targets)), status: 200 });
  });

  router.post(compositionPaths.targets.pattern, requireSignIn, async (req: AtPlace, res) => {
    const { actor, t } = requestContext(res);
    const page = await pageAt(deps, req, res);
    authorize(targetPolicy.set(actor, page.set));
    const parsed = parseTargets(req.body, page.groups, page.seats);
    if (!parsed.ok) return show(deps, res, page, { state: parsed, status: 422 });
    await setTargets(deps, actor, page, parsed.values);
    setFlash(req, t('common.saved'));
    res.redirect(303, compositionPaths.targets(req.params));
  });

  return router;
}

async function show(deps: Deps, res: Response, page: Page, { state, status }: { state: FormState; status: number }): Promise<void> {
  const { actor, t } = requestContext(res);
  const events = page.set.id === '' ? [] : await listEvents(deps.reads, { kind: 'targets', id: page.set.id });
  const mayEdit = targetPolicy.set(actor, page.set).allowed && !isOver(page.cycle);
  const view = targetsView(t, { ...page, version: page.set.version, state, mayEdit, history: timelineView(t, events) });
  renderPage(res, 'composition/targets', view, status);
}

async function pageAt(deps: Deps, req: AtPlace, res: Response): Promise<Page> {
  const db = deps.reads;
  const cycle = await getCycleByCode(db, req.params.code);
  const collaborative = await getCollaborativeBySlug(db, req.params.slug);
  if (!cycle.collaborativeIds.includes(collaborative.id)) throw new NotFound();
  conceal(targetPolicy.view(requestContext(res).actor, { collaborativeId: collaborative.id }));
  const place = { cycleId: cycle.id, collaborativeId: collaborative.id };
  const set = await findTargets(db, place);
  const seats = (await seatsOnOffer(db, cycle.id)).filter((group) => group.collaborativeId === collaborative.id);
  const people = await listCandidaciesFor(db, cycle.id, collaborative.id);
  const { of, names } = await listWhereabouts(db, place);
  const schools = groupBy([...of.values()], ({ school }) => school);
  const groups = groupsOf(set, {
    constituency: [
      ...new Set([...seats.map(({ constituency }) => constituency), ...people.map(({ constituency }) => constituency)]),
    ].sort(),
    school: [
      anyOne,
      ...[...schools]
        .filter(([id]) => id !== noGroup)
        .sort(([, a], [, b]) => b.length - a.length)
        .slice(0, mostSchools)
        .map(([id]) => id),
    ],
    area: [...names.areas.keys()],
    language: [...new Set(['en', 'es', ...people.map(({ locale }) => locale)])],
    served: ['first_time', 'before'],
  });
  return { cycle, collaborative, set, groups, names, seats: seats.reduce((sum, { count }) => sum + count, 0) };
}

/** Every group that can have a target; those that have one stay, whoever applies. */
function groupsOf({ targets }: TargetSet, present: Readonly<Record<Dimension, readonly string[]>>): TargetGroup[] {
  return dimensions.flatMap((dimension) => {
    const kept = targets.filter((target) => target.dimension === dimension).map(({ group }) => group);
    return [...new Set([...present[dimension], ...kept])].filter((group) => group !== 'at_large').map((group) => ({ dimension, group }));
  });
}
