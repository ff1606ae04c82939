import { listExceptions, putForward, voteOnException } from '../../in-session';
import type { Meeting } from '../../meetings';
import type { Member } from '../../membership';
import { as, type Body, type World } from './world';

/** What came up after the posting, in the demo. */
const matter = {
  title: { en: 'Write to the city about the closed crossing', es: 'Escribir a la ciudad sobre el cruce cerrado' },
  why: 'The city closed the crossing two days after the agenda was posted. Children walk around it every morning.',
};

/** The members who are there take a matter up that was not on the posted agenda; all say yes. */
export async function takeUpOffAgenda(world: World, body: Body, meeting: Meeting, here: readonly Member[]): Promise<void> {
  const { deps } = world;
  const secretary = await as(world, 'secretary', body);
  await putForward(deps, secretary, { meetingId: meeting.id, ...matter });
  const [put] = await listExceptions(deps.db, meeting.id);
  if (put === undefined) return;
  const choices = new Map(here.map(({ membershipId }) => [membershipId, 'yes' as const]));
  await voteOnException(deps, secretary, { meetingId: meeting.id, exceptionId: put.id, version: put.version, choices });
}
