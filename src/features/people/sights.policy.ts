import { settingsPolicy } from '../collaboratives';
import { directoryPolicy } from '../directory';
import { meetingPolicy } from '../meetings';
import { membershipPolicy } from '../membership';
import { onboardingPolicy } from '../onboarding';
import type { Sight } from './sight';

/** The policies that are asked, so that this page cannot say anything else than they do. */
export const sights: readonly Sight[] = [
  { name: 'seats', asks: (actor, collaborativeId) => membershipPolicy.view(actor, { collaborativeId }) },
  { name: 'changeSeats', asks: (actor, collaborativeId) => membershipPolicy.change(actor, { collaborativeId }) },
  { name: 'directory', asks: directoryPolicy.view },
  { name: 'onboarding', asks: onboardingPolicy.board },
  { name: 'settings', asks: settingsPolicy.view },
  { name: 'planMeetings', asks: meetingPolicy.schedule },
  { name: 'runMeetings', asks: (actor, collaborativeId) => meetingPolicy.run(actor, { collaborativeId, status: 'draft' }) },
  { name: 'reported', asks: directoryPolicy.reported },
];
