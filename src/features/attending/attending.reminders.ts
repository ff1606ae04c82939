import { dateOf, plusElapsed, plusWallDays, startOfDay, type Instant } from '../../lib/time';
import { longestNight, reminder } from '../../mail/reminders';
import { listPeopleWithRole } from '../accounts';
import { bodyOf, getMeeting, type Meeting } from '../meetings';
import { officerRecipients } from '../membership';
import { answerToken } from './answer-link';
import { attendingPaths } from './attending.paths';
import { loadExpectation } from './attending.queries';
import { riskOf } from './expectation';
import {
  areYouComing,
  comingKind,
  meetingSoon,
  meetingSoonKind,
  meetingTomorrow,
  meetingTomorrowKind,
  quorumAtRisk,
  quorumRiskKind,
} from './reminder.emails';
import { isStillExpected, isUnanswered, listComing, listExpected, listMeetingsBeginning, listUnanswered } from './reminder.queries';

/** Days before a meeting on which members are asked who have not answered (messages.md). */
const askDays = 5;
/** Days ahead in which staff and officers are warned of a quorum in doubt. */
const riskDays = 14;

const askedAt = (meeting: Meeting): Instant => plusWallDays(meeting.startsAt, -askDays);

const areYouComingRule = reminder({
  kind: comingKind,
  windowHours: 48,
  mayComeAtNight: false,
  subjects: ({ db }, now, windowHours) =>
    listMeetingsBeginning(db, plusElapsed(plusWallDays(now, askDays), { hours: -windowHours - longestNight }), plusWallDays(now, askDays)),
  moment: askedAt,
  compose: async (deps, meeting) => {
    // Planned or moved since: that mail has asked already.
    if (meeting.changedAt > askedAt(meeting)) return [];
    const collaborative = await bodyOf(deps.db, meeting);
    const members = await listUnanswered(deps.db, meeting);
    return members.map((to) => {
      const token = answerToken({ meetingId: meeting.id, personId: to.personId ?? '' }, deps.config.secret);
      return areYouComing(meeting, collaborative, { ...deps, to, path: attendingPaths.answer({ token }) });
    });
  },
  stillDue: ({ db }, mail) => isUnanswered(db, { meetingId: mail.about_id, personId: mail.person_id, startsAt: mail.expires_at }),
});

const tomorrowRule = reminder({
  kind: meetingTomorrowKind,
  windowHours: 12,
  mayComeAtNight: false,
  subjects: ({ db }, now, windowHours) =>
    listMeetingsBeginning(db, now, plusElapsed(plusWallDays(now, 1), { hours: windowHours + longestNight })),
  moment: (meeting: Meeting) => plusWallDays(meeting.startsAt, -1),
  compose: async (deps, meeting) => {
    const collaborative = await bodyOf(deps.db, meeting);
    const expected = await listExpected(deps.db, meeting);
    return expected.map((to) => meetingTomorrow(meeting, collaborative, { ...deps, to }));
  },
  stillDue: ({ db }, mail) => isStillExpected(db, { meetingId: mail.about_id, personId: mail.person_id, startsAt: mail.expires_at }),
});

const soonRule = reminder({
  kind: meetingSoonKind,
  windowHours: 1,
  mayComeAtNight: true,
  subjects: ({ db }, now) => listMeetingsBeginning(db, now, plusElapsed(now, { hours: 2 })),
  moment: (meeting: Meeting) => plusElapsed(meeting.startsAt, { hours: -2 }),
  compose: async (deps, meeting) => {
    const collaborative = await bodyOf(deps.db, meeting);
    const coming = await listComing(deps.db, meeting);
    return coming.map((to) => meetingSoon(meeting, collaborative, { ...deps, to }));
  },
  stillDue: ({ db }, mail) => isStillExpected(db, { meetingId: mail.about_id, personId: mail.person_id, startsAt: mail.expires_at }),
});

interface Doubt {
  readonly meeting: Meeting;
  /** The day of the warning. */
  readonly now: Instant;
}

const quorumRule = reminder<Doubt>({
  kind: quorumRiskKind,
  windowHours: 12,
  mayComeAtNight: false,
  subjects: async ({ db }, now) => (await listMeetingsBeginning(db, now, plusWallDays(now, riskDays))).map((meeting) => ({ meeting, now })),
  moment: ({ now }) => plusElapsed(startOfDay(dateOf(now)), { hours: 9 }),
  compose: async (deps, { meeting, now }) => {
    const expected = await loadExpectation(deps.db, meeting.id);
    const risk = riskOf(expected, meeting.startsAt, now);
    if (risk === 'safe') return [];
    const collaborative = await bodyOf(deps.db, meeting);
    const officers = await officerRecipients(deps.db, meeting.collaborativeId, dateOf(now));
    const staff = await listPeopleWithRole(deps.db, 'staff', meeting.collaborativeId, dateOf(now));
    return [...staff, ...officers].map((to) => quorumAtRisk(meeting, collaborative, { ...deps, to, expected, risk, today: dateOf(now) }));
  },
  stillDue: async (deps, mail) => {
    const meeting = await getMeeting(deps.db, mail.about_id);
    const isComing = meeting.status === 'scheduled' || meeting.status === 'posted';
    const now = deps.clock.now();
    return isComing && meeting.startsAt > now && riskOf(await loadExpectation(deps.db, meeting.id), meeting.startsAt, now) !== 'safe';
  },
});

/** What members and those who run a meeting are reminded of before it (messages.md). */
export const attendingReminders = [areYouComingRule, tomorrowRule, soonRule, quorumRule];
