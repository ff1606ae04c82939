import type { Deps } from './deps';
import { forgetAccess } from './features/access';
import { forgetGuests } from './features/guests';
import { forgetExpired } from './features/accounts';
import { forgetLapsedRequests } from './features/agenda-requests';
import { postingStillDue } from './features/agendas';
import { advanceCycles } from './features/cycles';
import { beginMemberships, endMemberships, moveLeaves } from './features/membership';
import { purgeDrafts } from './features/drafts';
import { remindersStillDue, scanReminders } from './features/messages';
import { askAgainForApprovals, minutesStillDue, remindOfMinutes } from './features/minutes';
import { listReadyMemberships, repeatYearly } from './features/onboarding';
import { expireAlternates, lapseOffers } from './features/offers';
import { dropOldTries } from './features/imports';
import { forgetMailBodies } from './features/rights';
import { followingStillDue, sendDigests, tellFollowers } from './features/following';
import { indexChanged, indexRosters } from './features/search';
import { openVacancies } from './features/vacancies';
import { sweepKeptFiles } from './kept-files';
import type { StillDue } from './mail/still-due';

/** Something done by date. With several workers each turn is one worker's. */
export interface WorkerTask {
  readonly name: string;
  readonly everySeconds: number;
  run(deps: Deps): Promise<void>;
}

/** What the worker does by date, beside delivering mail. */
export const workerTasks: readonly WorkerTask[] = [
  { name: 'index what is public', everySeconds: 5, run: (deps) => indexChanged(deps).then(() => undefined) },
  { name: 'index rosters', everySeconds: 3600, run: indexRosters },
  { name: 'tell followers', everySeconds: 30, run: tellFollowers },
  { name: 'weekly digests', everySeconds: 300, run: sendDigests },
  { name: 'advance cycles', everySeconds: 60, run: advanceCycles },
  { name: 'lapse offers', everySeconds: 60, run: lapseOffers },
  { name: 'expire alternates', everySeconds: 300, run: expireAlternates },
  { name: 'begin memberships', everySeconds: 300, run: (deps) => beginMemberships(deps, listReadyMemberships) },
  { name: 'end memberships', everySeconds: 300, run: endMemberships },
  { name: 'move leaves', everySeconds: 300, run: moveLeaves },
  { name: 'open vacancies', everySeconds: 300, run: openVacancies },
  { name: 'yearly steps', everySeconds: 3600, run: repeatYearly },
  { name: 'reminders', everySeconds: 60, run: scanReminders },
  { name: 'minutes due', everySeconds: 3600, run: remindOfMinutes },
  { name: 'minutes to approve', everySeconds: 300, run: askAgainForApprovals },
  { name: 'forget expired', everySeconds: 3600, run: forgetExpired },
  { name: 'purge drafts', everySeconds: 3600, run: purgeDrafts },
  { name: 'forget words of mails', everySeconds: 3600, run: forgetMailBodies },
  { name: 'forget what people needed', everySeconds: 3600, run: forgetAccess },
  { name: 'forget who registered', everySeconds: 3600, run: forgetGuests },
  { name: 'forget lapsed requests', everySeconds: 3600, run: forgetLapsedRequests },
  { name: 'drop files not taken in', everySeconds: 3600, run: dropOldTries },
  { name: 'sweep files', everySeconds: 3600, run: sweepKeptFiles },
];

/** By kind of mail: whether one queued earlier is still wanted, asked just before it is sent. */
export const stillDue: StillDue = { ...remindersStillDue, ...minutesStillDue, ...postingStillDue, ...followingStillDue };
