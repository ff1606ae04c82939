import type { Response } from 'express';
import type { Deps } from '../../deps';
import { conceal } from '../../lib/policy';
import { requestContext } from '../../web/request-context';
import { findNewestPosting } from '../agendas';
import { getCollaborative } from '../collaboratives';
import { getMeeting, meetingPolicy } from '../meetings';

/** The meeting, for those who may know of it, with its newest agenda. */
export async function placeOf(deps: Deps, res: Response, id: string) {
  const { actor, t } = requestContext(res);
  const meeting = await getMeeting(deps.reads, id);
  conceal(meetingPolicy.view(actor, meeting));
  const collaborative = await getCollaborative(deps.reads, meeting.collaborativeId);
  return { t, meeting, collaborative, posting: await findNewestPosting(deps.reads, id) };
}
