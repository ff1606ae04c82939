import { isAdministrator, isStaffOf, type Actor } from '../../lib/actor';
import { allowIf, type Decision } from '../../lib/policy';
import type { Meeting } from '../meetings';

/** Posting itself follows `meetingPolicy.run`; posting late, with a recorded reason, is for staff (domain.md 9). */
export const postingPolicy = {
  postLate: (actor: Actor, meeting: Pick<Meeting, 'collaborativeId'>): Decision =>
    allowIf(isStaffOf(actor, meeting.collaborativeId) || isAdministrator(actor), 'agendas.denied.postLate'),
} as const;
