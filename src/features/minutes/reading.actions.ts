import type { Db } from '../../db/database';
import type { Actor } from '../../lib/actor';
import { NotFound } from '../../lib/errors';
import { conceal } from '../../lib/policy';
import { bodyOf, getMeeting, meetingPolicy } from '../meetings';
import { minutesPolicy } from './minutes.policy';
import { findApproval, getMinutes } from './minutes.queries';
import { standingVersion, visibleVersions } from './version';
import { listVersions } from './version.queries';

/** The minutes of a meeting with the wordings this reader may see; whoever may see none is told there is no such page (404). */
export async function readMinutes(db: Db, actor: Actor, id: string) {
  const meeting = await getMeeting(db, id);
  conceal(meetingPolicy.view(actor, meeting));
  const { collaborativeId } = meeting;
  const collaborative = await bodyOf(db, meeting);
  const minutes = await getMinutes(db, id);
  const draftsArePublic = collaborative.settings.draftMinutesPublic;
  conceal(minutesPolicy.view(actor, { collaborativeId, status: minutes.status, draftsArePublic }));
  const approval = minutes.approvedByMotion === null ? undefined : await findApproval(db, minutes.approvedByMotion);
  const readsDrafts = minutesPolicy.view(actor, { collaborativeId, status: 'circulated', draftsArePublic }).allowed;
  const writes = minutesPolicy.write(actor, meeting).allowed;
  const versions = visibleVersions(await listVersions(db, minutes.id), { readsDrafts, writes });
  return { meeting, collaborative, minutes, approval, versions };
}

/** The same with one wording chosen by its number; without one, that which stands. Throws NotFound for a number out of sight. */
export async function readWording(db: Db, actor: Actor, id: string, number: string | null) {
  const found = await readMinutes(db, actor, id);
  const { versions } = found;
  const shown = number === null ? standingVersion(versions) : versions.find((version) => String(version.number) === number);
  if (number !== null && shown === undefined) throw new NotFound();
  const motion = shown?.stage === 'corrected' ? shown.approvedByMotion : null;
  return { ...found, shown, correctedBy: motion === null ? undefined : await findApproval(db, motion) };
}
