import { Router } from 'express';
import type { Deps } from '../../deps';
import { dateOf, plusElapsed } from '../../lib/time';
import { renderPage } from '../../web/render';
import { requestContext } from '../../web/request-context';
import { listCollaboratives } from '../collaboratives';
import { publishedCalendar } from './meeting-calendar.views';
import { meetingPaths } from './meeting.paths';
import { listPublicMeetings } from './meeting.queries';
import { sendCalendar } from './meeting.routes';
import { calendarWish, spanOf } from './year-calendar';
import { yearCalendarView } from './year-calendar.views';

/** The calendar of all collaboratives, for anyone: as page and as a feed. */
export function yearCalendarRoutes(deps: Deps): Router {
  const router = Router();

  router.get(meetingPaths.yearCalendar.pattern, async (req, res) => {
    const { t, now } = requestContext(res);
    const today = dateOf(now);
    const bodies = await listCollaboratives(deps.reads);
    const asked = calendarWish(req.query, today);
    const body = bodies.find(({ slug }) => slug === asked.c);
    const wish = { ...asked, c: body?.slug ?? '' };
    const meetings = await listPublicMeetings(deps.reads, spanOf(wish), { collaborativeId: body?.id, kind: wish.kind });
    renderPage(res, 'meetings/year-calendar', yearCalendarView(t, { wish, today, meetings, bodies, baseUrl: deps.baseUrl }));
  });

  router.get(meetingPaths.allCalendar.pattern, async (_req, res) => {
    const { t, now } = requestContext(res);
    const span = { from: plusElapsed(now, { hours: -24 * 365 }), to: plusElapsed(now, { hours: 24 * 730 }) };
    const meetings = await listPublicMeetings(deps.reads, span, {});
    sendCalendar(
      res,
      publishedCalendar(meetings, t, { baseUrl: deps.baseUrl, config: deps.config, name: t('scheduling.calendar.feedName') }),
    );
  });

  return router;
}
