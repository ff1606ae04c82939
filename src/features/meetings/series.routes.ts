import { Router, type Request, type Response } from 'express';
import type { Deps } from '../../deps';
import { rawForm } from '../../lib/form';
import { conceal } from '../../lib/policy';
import { dateOf, plusDays, plusMonths } from '../../lib/time';
import { setFlash } from '../../web/flash';
import { blankForm, type FormState } from '../../web/form-view';
import { renderPage } from '../../web/render';
import { requestContext } from '../../web/request-context';
import { requireSignIn } from '../../web/require-sign-in';
import { getCollaborativeBySlug, listCollaboratives, type Collaborative } from '../collaboratives';
import type { WhenPlanned } from './meeting.actions';
import { usualPlan } from './meeting-form.views';
import { pressed } from './meeting.form';
import { meetingPaths } from './meeting.paths';
import { meetingPolicy } from './meeting.policy';
import { changeSeries, planSeries, type Made } from './series.actions';
import { dryRunView } from './series-dry-run.views';
import { parseSeries, rawSeries, saidOf, type SeriesWish } from './series.form';
import type { Series } from './series';
import { tryOutSeries } from './series-plan.actions';
import { getSeries, listSeriesMeetings } from './series.queries';
import { seriesFormView } from './series.views';

/** Many meetings from one rule: the form, the dry run of every date, and making or changing them. */
export function seriesRoutes(deps: Deps, whenPlanned: readonly WhenPlanned[]): Router {
  const router = Router();
  router.use('/staff/:slug/meetings/series', requireSignIn);
  newSeries(deps, router, whenPlanned);
  changedSeries(deps, router, whenPlanned);
  return router;
}

function newSeries(deps: Deps, router: Router, whenPlanned: readonly WhenPlanned[]): void {
  router.get(meetingPaths.seriesNew.pattern, async (req, res) => {
    const collaborative = await planned(deps, res, req.params.slug);
    const { now } = requestContext(res);
    const from = `${plusMonths(dateOf(now), 1).slice(0, 7)}-01`;
    const usual = { ...usualPlan(collaborative, deps.translate, now), weeks: ['third'], weekday: 'thursday', onHoliday: 'next', from };
    await showForm(deps, res, { collaborative, series: null }, blankForm({ ...usual, until: plusDays(plusMonths(from, 12), -1) }));
  });

  router.post(meetingPaths.seriesDryRun.pattern, async (req, res) => {
    await showDryRun(deps, req, res, { collaborative: await planned(deps, res, req.params.slug), series: null });
  });

  router.post(meetingPaths.seriesMake.pattern, async (req, res) => {
    const { actor, now } = requestContext(res);
    const collaborative = await planned(deps, res, req.params.slug);
    const parsed = parseSeries(req.body, dateOf(now));
    if (!parsed.ok) return showForm(deps, res, { collaborative, series: null }, parsed, 422);
    const order = { ...parsed.values, collaborativeId: collaborative.id, said: saidOf(parsed.raw) };
    await answer(deps, req, res, { collaborative, series: null }, await planSeries(deps, actor, order, whenPlanned));
  });
}

function changedSeries(deps: Deps, router: Router, whenPlanned: readonly WhenPlanned[]): void {
  router.get(meetingPaths.series.pattern, async (req, res) => {
    const collaborative = await planned(deps, res, req.params.slug);
    const series = await getSeries(deps.reads, collaborative.id, req.params.id);
    const today = dateOf(requestContext(res).now);
    await showForm(deps, res, { collaborative, series }, blankForm(rawSeries(series, plusDays(today, 1))));
  });

  router.post(meetingPaths.seriesChangeDryRun.pattern, async (req, res) => {
    const collaborative = await planned(deps, res, req.params.slug);
    await showDryRun(deps, req, res, { collaborative, series: await getSeries(deps.reads, collaborative.id, req.params.id) });
  });

  router.post(meetingPaths.seriesChange.pattern, async (req, res) => {
    const { actor, now } = requestContext(res);
    const collaborative = await planned(deps, res, req.params.slug);
    const series = await getSeries(deps.reads, collaborative.id, req.params.id);
    const parsed = parseSeries(req.body, dateOf(now));
    if (!parsed.ok) return showForm(deps, res, { collaborative, series }, parsed, 422);
    const order = { ...parsed.values, id: series.id, collaborativeId: collaborative.id, said: saidOf(parsed.raw) };
    await answer(deps, req, res, { collaborative, series }, await changeSeries(deps, actor, order, whenPlanned));
  });
}

async function planned(deps: Deps, res: Response, slug: string): Promise<Collaborative> {
  const collaborative = await getCollaborativeBySlug(deps.reads, slug);
  conceal(meetingPolicy.schedule(requestContext(res).actor, collaborative.id));
  return collaborative;
}

interface Subject {
  readonly collaborative: Collaborative;
  readonly series: Series | null;
}

async function showForm(deps: Deps, res: Response, { collaborative, series }: Subject, state: FormState, status = 200): Promise<void> {
  const { t, now } = requestContext(res);
  const change = series === null ? null : { series, meetings: await listSeriesMeetings(deps.reads, series.id, dateOf(now)) };
  renderPage(res, 'meetings/series-form', seriesFormView(t, { collaborative, state, change }), status);
}

async function showDryRun(deps: Deps, req: Request, res: Response, subject: Subject): Promise<void> {
  const parsed = parseSeries(req.body, dateOf(requestContext(res).now));
  if (!parsed.ok) return showForm(deps, res, subject, parsed, 422);
  if (pressed(req.body) === 'edit') return showForm(deps, res, subject, blankForm(parsed.raw));
  await renderDryRun(deps, req, res, { ...subject, wish: parsed.values, isStale: false });
}

async function renderDryRun(
  deps: Deps,
  req: Request,
  res: Response,
  { collaborative, series, wish, isStale }: Subject & { readonly wish: SeriesWish; readonly isStale: boolean },
): Promise<void> {
  const { t, now } = requestContext(res);
  const dryRun = await tryOutSeries(deps.reads, now, { ...wish, collaborative, series });
  const raw = { ...rawForm(req.body), ...(series === null ? {} : { version: String(series.version) }) };
  const parts = { collaborative, series, dryRun, raw, isStale, bodies: await listCollaboratives(deps.reads) };
  const keep = isStale ? saidOf(raw).keep : null;
  renderPage(res, 'meetings/series-dry-run', dryRunView(t, { ...parts, keep }), isStale ? 409 : 200);
}

async function answer(deps: Deps, req: Request, res: Response, subject: Subject, made: Made): Promise<void> {
  const { t, now } = requestContext(res);
  if (made.kind === 'made') {
    setFlash(req, t('scheduling.series.made', { count: made.count }));
    res.redirect(303, meetingPaths.series({ slug: subject.collaborative.slug, id: made.series.id }));
    return;
  }
  const parsed = parseSeries(req.body, dateOf(now));
  if (parsed.ok) await renderDryRun(deps, req, res, { ...subject, wish: parsed.values, isStale: true });
}
