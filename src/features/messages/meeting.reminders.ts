import { plusElapsed, plusWallDays } from '../../lib/time';
import { longestNight, reminder } from '../../mail/reminders';
import { getCollaborative } from '../collaboratives';
import { meetingTomorrow, meetingTomorrowKind } from './meeting-reminder.emails';
import { isStillExpected, listExpected, listMeetingsBeginning } from './meeting-reminder.queries';

export const meetingReminders = [
  reminder({
    kind: meetingTomorrowKind,
    windowHours: 12,
    mayComeAtNight: false,
    subjects: ({ db }, now, windowHours) =>
      listMeetingsBeginning(db, now, plusElapsed(plusWallDays(now, 1), { hours: windowHours + longestNight })),
    moment: (meeting) => plusWallDays(meeting.startsAt, -1),
    compose: async (deps, meeting) => {
      const collaborative = await getCollaborative(deps.db, meeting.collaborativeId);
      const expected = await listExpected(deps.db, meeting);
      return expected.map((to) => meetingTomorrow(meeting, collaborative, { ...deps, to }));
    },
    stillDue: ({ db }, mail) => isStillExpected(db, { meetingId: mail.about_id, personId: mail.person_id, startsAt: mail.expires_at }),
  }),
];
