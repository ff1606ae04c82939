import { Router } from 'express';
import type { Deps } from '../../deps';
import type { WhenPlanned } from './meeting.actions';
import { publicMeetingRoutes } from './meeting.routes';
import { planningRoutes } from './planning.routes';

/** All routes of meetings; `whenPlanned` runs in the transaction that makes a meeting (its agenda begins there). */
export function meetingRoutes(deps: Deps, follow: { readonly whenPlanned: readonly WhenPlanned[] }): Router {
  return Router().use(planningRoutes(deps, follow.whenPlanned), publicMeetingRoutes(deps));
}
