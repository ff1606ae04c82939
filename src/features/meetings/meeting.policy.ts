import { isAdministrator, isMemberOf, isOfficerOf, isStaffOf, type Actor } from '../../lib/actor';
import { allowIf, type Decision } from '../../lib/policy';
import { bodiesOf, isPublic, type Meeting } from './meeting';

type Subject = Pick<Meeting, 'collaborativeId' | 'status'>;

const mayRun = (actor: Actor, collaborativeId: string): boolean =>
  isOfficerOf(actor, collaborativeId) || isStaffOf(actor, collaborativeId) || isAdministrator(actor);

/** Who may see, plan, run and answer a meeting (pages.md). */
export const meetingPolicy = {
  view: (actor: Actor, meeting: Subject): Decision =>
    allowIf(isPublic(meeting) || mayRun(actor, meeting.collaborativeId), 'meetings.denied.view'),

  /** Planning: dates, places, calling off. The presiding officer may call meetings (54956). */
  schedule: (actor: Actor, collaborativeId: string): Decision => allowIf(mayRun(actor, collaborativeId), 'meetings.denied.schedule'),

  /** What people need in order to come, which is health data of its kind: only the staff who arrange it (domain.md 2). */
  arrange: (actor: Actor, collaborativeId: string): Decision => allowIf(isStaffOf(actor, collaborativeId), 'meetings.denied.arrange'),

  /** Looking for personal data in what the public wrote: until then only staff read it, no officer and no member. */
  checkComments: (actor: Actor, collaborativeId: string): Decision =>
    allowIf(isStaffOf(actor, collaborativeId) || isAdministrator(actor), 'errors.notFound.lead'),

  /** Building and posting the agenda, running the meeting, its minutes. */
  run: (actor: Actor, meeting: Subject): Decision => allowIf(mayRun(actor, meeting.collaborativeId), 'meetings.denied.run'),

  /** Saying whether one comes: members of every body that meets. */
  answer: (actor: Actor, meeting: Pick<Meeting, 'collaborativeId' | 'withBodies'>): Decision =>
    allowIf(
      bodiesOf(meeting).some((id) => isMemberOf(actor, id)),
      'meetings.denied.answer',
    ),
} as const;
