import type { Db } from '../../db/database';
import type { Actor } from '../../lib/actor';
import { NotFound } from '../../lib/errors';
import { conceal } from '../../lib/policy';
import { bodyOf, getMeeting, meetingPolicy } from '../meetings';
import { listStandings } from './approval.queries';
import { minutesPolicy, minutesSubject } from './minutes.policy';
import { getMinutes } from './minutes.queries';
import { standingVersion, visibleVersions, type MinutesVersion } from './version';
import { listVersions } from './version.queries';

/** The minutes of a meeting with the wordings this reader may see; whoever may see none is told there is no such page (404). */
export async function readMinutes(db: Db, actor: Actor, id: string) {
  const meeting = await getMeeting(db, id);
  conceal(meetingPolicy.view(actor, meeting));
  const collaborative = await bodyOf(db, meeting);
  const minutes = await getMinutes(db, id);
  const draftsArePublic = collaborative.settings.draftMinutesPublic;
  conceal(minutesPolicy.view(actor, minutesSubject(meeting, minutes.status, draftsArePublic)));
  const readsDrafts = minutesPolicy.view(actor, minutesSubject(meeting, 'circulated', draftsArePublic)).allowed;
  const writes = minutesPolicy.write(actor, meeting).allowed;
  const all = await listVersions(db, minutes.id);
  const approvals = await listStandings(db, meeting, minutes.id, approvedOrNewest(all)?.number);
  return { meeting, collaborative, minutes, approvals, versions: visibleVersions(all, { readsDrafts, writes }) };
}

/** The wording that the minutes' state is about: the one first approved, or the newest while none is. */
const approvedOrNewest = (versions: readonly MinutesVersion[]): MinutesVersion | undefined =>
  versions.find(({ stage }) => stage === 'approved') ?? versions.at(-1);

/** The same with one wording chosen by its number; without one, that which stands. Throws NotFound for a number out of sight. */
export async function readWording(db: Db, actor: Actor, id: string, number: string | null) {
  const found = await readMinutes(db, actor, id);
  const { meeting, minutes, versions } = found;
  const shown = number === null ? standingVersion(versions) : versions.find((version) => String(version.number) === number);
  if (number !== null && shown === undefined) throw new NotFound();
  const corrected = shown?.stage === 'corrected' ? await listStandings(db, meeting, minutes.id, shown.number) : [];
  return { ...found, shown, corrected };
}
