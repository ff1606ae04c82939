import { Router } from 'express';
import type { Deps } from '../../deps';
import type { WhenPlanned } from './meeting.actions';
import { publicMeetingRoutes, type LoadExpectation } from './meeting.routes';
import { planningRoutes } from './planning.routes';
import { postponingRoutes } from './postponing.routes';
import { recordingRoutes } from './recording.routes';
import { seriesRoutes } from './series.routes';
import { yearCalendarRoutes } from './year-calendar.routes';

/**
 * All routes of meetings; `whenPlanned` runs in the transaction that makes a meeting (its agenda begins there),
 * `expectation` tells how its quorum stands by the answers.
 */
export function meetingRoutes(
  deps: Deps,
  follow: { readonly whenPlanned: readonly WhenPlanned[]; readonly expectation: LoadExpectation },
): Router {
  const { whenPlanned, expectation } = follow;
  return Router().use(
    seriesRoutes(deps, whenPlanned),
    postponingRoutes(deps, whenPlanned),
    yearCalendarRoutes(deps),
    recordingRoutes(deps),
    planningRoutes(deps, whenPlanned),
    publicMeetingRoutes(deps, expectation),
  );
}
