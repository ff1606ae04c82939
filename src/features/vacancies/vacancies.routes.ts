import { Router, type Response } from 'express';
import type { Deps } from '../../deps';
import { conceal } from '../../lib/policy';
import { dateOf, plusDays } from '../../lib/time';
import { sendMade } from '../../web/made-files';
import { renderPage } from '../../web/render';
import { requestContext } from '../../web/request-context';
import { requireSignIn } from '../../web/require-sign-in';
import { getCollaborativeBySlug, listCollaboratives, type Collaborative } from '../collaboratives';
import { listSeats, membershipPolicy } from '../membership';
import { forecastCsv, forecastView, type Forecast } from './forecast.views';
import { daysOfChange, falling, isVacancy, nearestOpening, quorumForecast } from './vacancy';
import { vacancyPaths } from './vacancy.paths';
import { listLastDays, listOpenings, listSittings } from './vacancy.queries';
import { vacanciesView } from './vacancy.views';

/** Which seats need somebody, for all; what will fall free and how quorum will stand, for staff. */
export function vacancyRoutes(deps: Deps): Router {
  const router = Router();
  router.use([vacancyPaths.forecast.pattern, vacancyPaths.forecastCsv.pattern], requireSignIn);
  router.get(vacancyPaths.all.pattern, async (_req, res) => {
    await showVacancies(deps, res, await listCollaboratives(deps.reads, dateOf(requestContext(res).now)), null);
  });
  router.get(vacancyPaths.one.pattern, async (req, res) => {
    const collaborative = await getCollaborativeBySlug(deps.reads, req.params.c);
    await showVacancies(deps, res, [collaborative], collaborative.id);
  });
  router.get(vacancyPaths.forecast.pattern, async (req, res) => {
    renderPage(res, 'vacancies/forecast', forecastView(requestContext(res).t, await forecastOf(deps, res, req.params.slug)));
  });
  router.get(vacancyPaths.forecastCsv.pattern, async (req, res) => {
    const forecast = await forecastOf(deps, res, req.params.slug);
    const file = { name: `forecast-${forecast.collaborative.slug}.csv`, type: 'text/csv; charset=utf-8' };
    sendMade(res, file).send(forecastCsv(requestContext(res).t, forecast));
  });
  return router;
}

async function showVacancies(deps: Deps, res: Response, bodies: readonly Collaborative[], only: string | null): Promise<void> {
  const { t, now } = requestContext(res);
  const today = dateOf(now);
  const seats = (await listSeats(deps.reads, only, today)).filter(isVacancy);
  const ids = seats.map(({ id }) => id);
  const openings = await listOpenings(deps.reads, ids, now);
  const lastDays = await listLastDays(deps.reads, ids);
  const shown = bodies.map((collaborative) => ({
    collaborative,
    vacancies: seats
      .filter(({ collaborativeId }) => collaborativeId === collaborative.id)
      .map((seat) => ({ seat, opening: nearestOpening(openings.get(seat.id) ?? []), lastDay: lastDays.get(seat.id) ?? null })),
  }));
  renderPage(res, 'vacancies/list', vacanciesView(t, shown, today));
}

async function forecastOf(deps: Deps, res: Response, slug: string): Promise<Forecast> {
  const { actor, now } = requestContext(res);
  const collaborative = await getCollaborativeBySlug(deps.reads, slug);
  conceal(membershipPolicy.view(actor, { collaborativeId: collaborative.id }));
  const today = dateOf(now);
  const { settings } = collaborative;
  const seats = await listSeats(deps.reads, collaborative.id, today);
  const sittings = await listSittings(deps.reads, collaborative.id);
  const rules = { ...settings, seats: seats.filter(({ isVoting }) => isVoting).length };
  return {
    collaborative,
    vacantNow: seats.filter(({ status }) => status === 'vacant').length,
    within90: falling(sittings, plusDays(today, 1), plusDays(today, 90)),
    from90to180: falling(sittings, plusDays(today, 91), plusDays(today, 180)),
    quorum: daysOfChange(sittings, today, plusDays(today, 180)).map((day) => quorumForecast(sittings, day, rules)),
  };
}
