import type { Deps } from '../../deps';
import type { Email } from '../../mail/email';
import { unqueued } from '../../mail/mailbox';
import { reminder } from '../../mail/reminders';
import { getCollaborative } from '../collaboratives';
import { listOpenCycles, type Cycle } from '../cycles';
import { oneForEach, type StandingInterest } from './interest';
import { againLink, leaveLink } from './interest.actions';
import { cycleOpensEmail, cycleOpensKind } from './interest.emails';
import { getInterest, listWaiting } from './interest.queries';

interface Opening {
  readonly interest: StandingInterest;
  readonly cycle: Cycle;
}

const windowHours = 72;

export const interestReminders = [
  reminder<Opening>({
    kind: cycleOpensKind,
    windowHours,
    mayComeAtNight: false,
    subjects: listOpenings,
    moment: ({ cycle }) => cycle.opensAt,
    compose: composeOnce,
    stillDue: async ({ db, clock }, mail) => {
      const interest = await getInterest(db, mail.about_id);
      const open = await listOpenCycles(db, clock.now());
      const waiting = await Promise.all(open.map((cycle) => listWaiting(db, cycle)));
      return waiting.flat().some(({ email }) => email === interest.email);
    },
  }),
];

async function listOpenings({ db }: Deps, now: string): Promise<Opening[]> {
  const openings: Opening[] = [];
  for (const cycle of await listOpenCycles(db, now))
    openings.push(...oneForEach(await listWaiting(db, cycle)).map((interest) => ({ interest, cycle })));
  return openings;
}

/** A link is made only for a mail that goes out: the scan comes by every minute. */
async function composeOnce(deps: Deps, { interest, cycle }: Opening): Promise<readonly Email[]> {
  const collaborative = await getCollaborative(deps.db, interest.collaborativeId);
  const parts = { interest, cycle, collaborative, t: deps.translate(interest.locale), leaveUrl: leaveLink(deps, interest.email) };
  const fresh = await unqueued(deps.db, [cycleOpensEmail({ ...parts, link: deps.baseUrl })]);
  return fresh.length === 0 ? [] : [cycleOpensEmail({ ...parts, link: await againLink(deps, interest, cycle) })];
}
