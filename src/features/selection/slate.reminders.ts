import { daysBetween, dateOf, plusWallDays, type Instant } from '../../lib/time';
import { reminder } from '../../mail/reminders';
import type { StillDue } from '../../mail/still-due';
import { listPeopleWithRole } from '../accounts';
import { getCollaborative } from '../collaboratives';
import { getCycle } from '../cycles';
import type { Slate } from './slate';
import { slateWaitsMail, slateWaitsKind } from './slate.emails';
import { findSlateById, listWaitingSlates } from './slate.queries';

/** Days between two reminders of a slate that nobody has decided on (messages.md). */
const everyDays = 3;

interface Waiting {
  readonly slate: Slate;
  readonly day: number;
  readonly at: Instant;
}

export const slateReminders = [
  reminder<Waiting>({
    kind: slateWaitsKind,
    windowHours: 24,
    mayComeAtNight: false,
    subjects: async ({ db }, now) => (await listWaitingSlates(db)).flatMap((slate) => waitingOf(slate, now)),
    moment: ({ at }) => at,
    compose: async ({ db, translate, baseUrl, clock }, { slate, day }) => {
      const board = { cycle: await getCycle(db, slate.cycleId), collaborative: await getCollaborative(db, slate.collaborativeId) };
      const approvers = await listPeopleWithRole(db, 'approver', slate.collaborativeId, dateOf(clock.now()));
      return approvers
        .filter(({ personId }) => personId !== slate.sentBy)
        .map((to) => slateWaitsMail({ to, slate, board, t: translate(to.locale), baseUrl }, day));
    },
    stillDue: async ({ db }, mail) => {
      const slate = await findSlateById(db, mail.about_id);
      return slate?.status === 'sent' && mail.dedupe_key.startsWith(`${slateWaitsKind}:${slate.id}:${slate.version}:`);
    },
  }),
];

/** Nobody is asked to decide on a slate that was decided, taken back or sent anew since. */
export const slateStillDue: StillDue = {
  'slate.sent': async ({ db }, mail) => {
    const slate = await findSlateById(db, mail.about_id);
    return slate?.status === 'sent' && mail.dedupe_key.endsWith(`:${slate.version}`);
  },
};

/** The latest third day since the slate was sent, and the one before, where its night put it off. */
function waitingOf(slate: Slate, now: Instant): Waiting[] {
  const { sentAt } = slate;
  if (sentAt === null) return [];
  const turns = Math.floor(daysBetween(dateOf(sentAt), dateOf(now)) / everyDays);
  return [turns - 1, turns]
    .filter((turn) => turn > 0)
    .map((turn) => ({ slate, day: turn * everyDays, at: plusWallDays(sentAt, turn * everyDays) }));
}
