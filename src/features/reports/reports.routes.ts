import { Router, type Request, type Response } from 'express';
import type { Deps } from '../../deps';
import { isAdministrator } from '../../lib/actor';
import { NotFound } from '../../lib/errors';
import { rawForm, rawText } from '../../lib/form';
import { conceal } from '../../lib/policy';
import { renderPage } from '../../web/render';
import { requestContext } from '../../web/request-context';
import { requireSignIn } from '../../web/require-sign-in';
import { sendMade } from '../../web/made-files';
import { listCollaboratives, type Collaborative } from '../collaboratives';
import { collaborativesSeen, cyclePaths, cyclePolicy, statisticsArePublic, getCycleByCode, seatsOnOffer, type Cycle } from '../cycles';
import { getForm, getRubric, questionsOf, type Form } from '../forms';
import { listPanelMixes } from '../reviews';
import type { Names } from './chart.views';
import { countApart, getFigures } from './figures.queries';
import { publicReports, staffReports } from './report';
import { reportPaths } from './reports.paths';
import { reportsCsv, reportsView, type ReportsParts } from './reports.views';
import { statisticsView } from './statistics.views';

/** Reports of a cycle for staff, and its public statistics after the release. */
export function reportsRoutes(deps: Deps): Router {
  const router = Router();

  router.get(reportPaths.show.pattern, requireSignIn, async (req, res) => {
    const parts = await loadReports(deps, req, res);
    renderPage(res, 'reports/show', { ...reportsView(requestContext(res).t, parts), unlisted: true, width: 'wide' });
  });

  router.get(reportPaths.csv.pattern, requireSignIn, async (req, res) => {
    const parts = await loadReports(deps, req, res);
    const name = [parts.cycle.code, parts.chosen?.slug].filter((part) => part !== undefined).join('-');
    sendMade(res, { name: `${name}.csv`, type: 'text/csv; charset=utf-8' }).send(reportsCsv(requestContext(res).t, parts));
  });

  router.get(cyclePaths.statistics.pattern, async (req, res) => {
    const cycle = await getCycleByCode(deps.reads, req.params.code);
    if (!statisticsArePublic(cycle)) throw new NotFound();
    await showStatistics(deps, res, cycle);
  });

  return router;
}

async function loadReports(deps: Deps, req: Request, res: Response): Promise<ReportsParts> {
  const { actor } = requestContext(res);
  const cycle = await getCycleByCode(deps.reads, String(req.params['code']));
  conceal(cyclePolicy.view(actor, cycle));
  const seen = collaborativesSeen(actor, cycle);
  const collaboratives = (await listCollaboratives(deps.reads)).filter(({ id }) => seen.includes(id));
  const chosen = chosenAmong(collaboratives, rawText(rawForm(req.query), 'c'));
  const scoped = chosen === null ? collaboratives : [chosen];
  const form = await getForm(deps.reads, cycle.formId);
  const scope = await scopeOf(deps, cycle, scoped);
  const figures = await getFigures(deps.reads, scope);
  const apart = mayCountApart(isAdministrator(actor), chosen) ? await countApart(deps.reads, scope, form) : [];
  const names = namesOf(form, scoped);
  const minimumReviews = Math.max(1, ...scoped.map(({ settings }) => settings.minimumReviews));
  const reports = staffReports(figures, apart, { minimumReviews, smallGroup: names.smallGroup });
  return { cycle, collaboratives, chosen, reports, names, applications: figures.applications, withSpread: figures.withSpread };
}

/** The collaborative asked for; the only one there is; or all (null). */
function chosenAmong(collaboratives: readonly Collaborative[], slug: string): Collaborative | null {
  if (slug === '') return collaboratives.length === 1 ? (collaboratives[0] ?? null) : null;
  const chosen = collaboratives.find((one) => one.slug === slug);
  if (chosen === undefined) throw new NotFound();
  return chosen;
}

/**
 * Whoever sees the whole and its parts could find a small group of a part by subtraction: administrators see optional
 * answers of the whole alone, staff those of one collaborative alone.
 */
const mayCountApart = (isForAll: boolean, chosen: Collaborative | null): boolean => (chosen === null) === isForAll;

async function scopeOf(deps: Deps, cycle: Cycle, scoped: readonly Collaborative[]) {
  const { criteria } = await getRubric(deps.reads, cycle.rubricId);
  const spreadFlag = Math.max(1, Math.min(...scoped.map(({ settings }) => settings.spreadFlag)));
  return { cycle, collaborativeIds: scoped.map(({ id }) => id), criteria, spreadFlag };
}

const namesOf = (form: Pick<Form, 'pages'>, scoped: readonly Collaborative[]): Names => ({
  sources: new Map((questionsOf(form).find(({ key }) => key === 'source')?.options ?? []).map(({ value, label }) => [value, label])),
  smallGroup: Math.max(1, ...scoped.map(({ settings }) => settings.smallGroup)),
});

async function showStatistics(deps: Deps, res: Response, cycle: Cycle): Promise<void> {
  const collaboratives = (await listCollaboratives(deps.reads)).filter(({ id }) => cycle.collaborativeIds.includes(id));
  const form = await getForm(deps.reads, cycle.formId);
  const rubric = await getRubric(deps.reads, cycle.rubricId);
  const scope = { cycle, collaborativeIds: collaboratives.map(({ id }) => id), criteria: rubric.criteria, spreadFlag: 1 };
  const figures = await getFigures(deps.reads, scope);
  const names = namesOf(form, collaboratives);
  const reports = publicReports(figures, await countApart(deps.reads, scope, form), names.smallGroup);
  const view = statisticsView(requestContext(res).t, {
    cycle,
    collaboratives,
    seats: await seatsOnOffer(deps.reads, cycle.id),
    panels: await listPanelMixes(deps.reads, cycle.id),
    rubric,
    reports,
    names,
    applications: figures.applications,
    offers: figures.offers,
  });
  renderPage(res, 'reports/statistics', view);
}
