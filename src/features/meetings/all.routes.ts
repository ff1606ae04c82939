import { Router } from 'express';
import type { Deps } from '../../deps';
import type { WhenPlanned } from './meeting.actions';
import { publicMeetingRoutes } from './meeting.routes';
import { planningRoutes } from './planning.routes';
import { seriesRoutes } from './series.routes';

/** All routes of meetings; `whenPlanned` runs in the transaction that makes a meeting (its agenda begins there). */
export function meetingRoutes(deps: Deps, follow: { readonly whenPlanned: readonly WhenPlanned[] }): Router {
  return Router().use(seriesRoutes(deps, follow.whenPlanned), planningRoutes(deps, follow.whenPlanned), publicMeetingRoutes(deps));
}
