import type { Deps } from '../../deps';
import { dateOf, onWallClock, plusDays, plusElapsed, startOfDay, type CalendarDate } from '../../lib/time';
import type { Email } from '../../mail/email';
import { reminder } from '../../mail/reminders';
import { getPerson, listPeopleWithRole, recipientOf } from '../accounts';
import { listCollaboratives, type Collaborative } from '../collaboratives';
import { dueKind, dueReminder, stuckEmail, stuckKind } from './onboarding.emails';
import { stuckOn } from './plan';
import { aboutPlan } from './plan.actions';
import { getPlan, listPlansToSeats } from './plan.queries';
import { isForMember, reminderDays, type Task } from './task';
import { listDueTasks, listTasks } from './task.queries';

/** The steps of one checklist that are due on one day, and how many days from it this reminder goes. */
interface Due {
  readonly planId: string;
  readonly dueOn: CalendarDate;
  readonly tasks: readonly Task[];
  readonly days: number;
}

interface Week {
  readonly collaborative: Collaborative;
  readonly on: CalendarDate;
}

const nine = (date: CalendarDate) => plusElapsed(startOfDay(date), { hours: 9 });
const windowHours = 48;

export const onboardingReminders = [
  reminder<Due>({
    kind: dueKind,
    windowHours,
    mayComeAtNight: false,
    subjects: listDue,
    moment: ({ dueOn, days }) => nine(plusDays(dueOn, days)),
    compose: composeDue,
    stillDue: async ({ db, clock }, mail) => {
      const today = dateOf(clock.now());
      return (await listDueTasks(db, plusDays(today, -70), plusDays(today, 3))).some(
        (task) => task.planId === mail.about_id && isForMember(task),
      );
    },
  }),
  reminder<Week>({
    kind: stuckKind,
    windowHours,
    mayComeAtNight: false,
    subjects: async ({ db }, now) => {
      const today = dateOf(now);
      const monday = plusDays(today, 1 - onWallClock(now).weekday);
      return (await listCollaboratives(db, today)).map((collaborative) => ({ collaborative, on: monday }));
    },
    moment: ({ on }) => nine(on),
    compose: composeStuck,
    stillDue: () => Promise.resolve(true),
  }),
];

async function listDue({ db }: Deps, now: string): Promise<Due[]> {
  const today = dateOf(now);
  const tasks = (await listDueTasks(db, plusDays(today, -70), plusDays(today, 3))).filter(isForMember);
  const groups = new Map<string, Task[]>();
  for (const task of tasks) {
    const key = `${task.planId} ${task.dueOn ?? ''}`;
    groups.set(key, [...(groups.get(key) ?? []), task]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    const dueOn = first?.dueOn ?? null;
    if (first === undefined || dueOn === null) return [];
    return reminderDays.map((days) => ({ planId: first.planId, dueOn, tasks: group, days }));
  });
}

async function composeDue(deps: Deps, { planId, ...given }: Due): Promise<readonly Email[]> {
  const plan = await getPlan(deps.db, planId);
  const to = recipientOf(await getPerson(deps.db, plan.personId));
  return [dueReminder(to, await aboutPlan(deps, plan, to.locale), given)];
}

/** Everyone with a late required step, to each of the staff; nothing when nobody is stuck. */
async function composeStuck(deps: Deps, { collaborative, on }: Week): Promise<readonly Email[]> {
  const today = dateOf(deps.clock.now());
  const plans = await listPlansToSeats(deps.db, collaborative.id);
  const tasks = await listTasks(
    deps.db,
    plans.map(({ id }) => id),
  );
  const people = plans.flatMap((plan) => {
    const step = stuckOn(
      tasks.filter(({ planId }) => planId === plan.id),
      today,
    );
    return step?.dueOn === undefined || step.dueOn === null || step.dueOn >= today ? [] : [{ name: plan.name, step: step.title }];
  });
  if (people.length === 0) return [];
  const staff = await listPeopleWithRole(deps.db, 'staff', collaborative.id, today);
  return staff.map((to) => stuckEmail(to, { t: deps.translate(to.locale), baseUrl: deps.baseUrl, collaborative, people, on }));
}
