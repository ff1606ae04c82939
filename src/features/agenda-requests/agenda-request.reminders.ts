import { dateOf } from '../../lib/time';
import { reminder } from '../../mail/reminders';
import { getCollaborative } from '../collaboratives';
import { reminderMoment, type AgendaRequest } from './agenda-request';
import { leaveLink, linkFor } from './agenda-request.actions';
import { lapsesEmail, lapsesKind } from './agenda-request.emails';
import { findRequest, listLapsing } from './agenda-request.queries';

export const agendaRequestReminders = [
  reminder<AgendaRequest>({
    kind: lapsesKind,
    // A worker that stood still catches up within December.
    windowHours: 24 * 25,
    mayComeAtNight: false,
    subjects: ({ db }, now) => listLapsing(db, `${dateOf(now).slice(0, 4)}-12-31`),
    moment: reminderMoment,
    compose: async (deps, request) => {
      const collaborative = await getCollaborative(deps.db, request.collaborativeId);
      const [link, leaveUrl] = [linkFor(deps, 'renewal', request.id), leaveLink(deps, request.id)];
      return [lapsesEmail({ request, collaborative, t: deps.translate(request.locale), link, leaveUrl })];
    },
    stillDue: async ({ db, clock }, mail) => {
      const request = await findRequest(db, mail.about_id);
      return request?.lapsesOn.slice(0, 4) === dateOf(clock.now()).slice(0, 4);
    },
  }),
];
