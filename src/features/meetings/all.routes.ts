import { Router } from 'express';
import type { Deps } from '../../deps';
import type { WhenPlanned } from './meeting.actions';
import { publicMeetingRoutes, type LoadExpectation } from './meeting.routes';
import { planningRoutes } from './planning.routes';
import { seriesRoutes } from './series.routes';

/**
 * All routes of meetings; `whenPlanned` runs in the transaction that makes a meeting (its agenda begins there),
 * `expectation` tells how its quorum stands by the answers.
 */
export function meetingRoutes(
  deps: Deps,
  follow: { readonly whenPlanned: readonly WhenPlanned[]; readonly expectation: LoadExpectation },
): Router {
  const { whenPlanned, expectation } = follow;
  return Router().use(seriesRoutes(deps, whenPlanned), planningRoutes(deps, whenPlanned), publicMeetingRoutes(deps, expectation));
}
