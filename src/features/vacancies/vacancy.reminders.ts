import type { Deps } from '../../deps';
import { dateOf, plusDays, plusElapsed, startOfDay, type CalendarDate } from '../../lib/time';
import { reminder } from '../../mail/reminders';
import { getCollaborative, listCollaboratives, type Collaborative } from '../collaboratives';
import { listSeats } from '../membership';
import { getInterest, leaveLink, listInterestsIn, type StandingInterest } from '../standing-interest';
import { isVacancy } from './vacancy';
import { vacancyEmail, vacancyKind } from './vacancies.emails';
import { listLastDays } from './vacancy.queries';

interface Fallen {
  readonly interest: StandingInterest;
  readonly collaborative: Collaborative;
  readonly on: CalendarDate;
}

/** Who asked to be told of a collaborative hears of a seat that fell free there (messages.md). */
export const vacancyReminders = [
  reminder<Fallen>({
    kind: vacancyKind,
    windowHours: 72,
    mayComeAtNight: false,
    subjects: listFallen,
    moment: ({ on }) => plusElapsed(startOfDay(on), { hours: 9 }),
    compose: (deps, { interest, collaborative, on }) => {
      const t = deps.translate(interest.locale);
      const leaveUrl = leaveLink(deps, interest.email);
      return Promise.resolve([vacancyEmail({ interest, collaborative, on, t, baseUrl: deps.baseUrl, leaveUrl })]);
    },
    stillDue: async ({ db, clock }, mail) => {
      const interest = await getInterest(db, mail.about_id);
      const { id } = await getCollaborative(db, interest.collaborativeId);
      return interest.endedAt === null && (await listSeats(db, id, dateOf(clock.now()))).some(isVacancy);
    },
  }),
];

async function listFallen({ db }: Deps, now: string): Promise<Fallen[]> {
  const today = dateOf(now);
  const seats = (await listSeats(db, null, today)).filter(isVacancy).filter(({ status }) => status === 'vacant');
  const lastDays = await listLastDays(
    db,
    seats.map(({ id }) => id),
  );
  const fresh = new Map<string, CalendarDate>();
  for (const { id, collaborativeId } of seats) {
    const last = lastDays.get(id);
    if (last !== undefined && last >= plusDays(today, -4)) fresh.set(`${collaborativeId} ${plusDays(last, 1)}`, plusDays(last, 1));
  }
  if (fresh.size === 0) return [];
  const collaboratives = new Map((await listCollaboratives(db)).map((one) => [one.id, one]));
  const fallen: Fallen[] = [];
  for (const [key, on] of fresh) {
    const collaborative = collaboratives.get(key.split(' ')[0] ?? '');
    if (collaborative === undefined) continue;
    const waiting = await listInterestsIn(db, collaborative.id, startOfDay(on));
    fallen.push(...waiting.map((interest) => ({ interest, collaborative, on })));
  }
  return fallen;
}
