import {
  insertCycle,
  insertForm,
  insertRubric,
  saveSeatsOnOffer,
  standardForm,
  standardRubric,
  usualCycleSettings,
  type Cycle,
  type CycleStatus,
} from '../../cycles';
import { listSeats, type SeatWithHolder } from '../../membership';
import { tellCycles } from './cycle-history';
import { dayOf, momentOn, type World } from './world';

interface Plan {
  readonly code: string;
  readonly name: { readonly en: string; readonly es: string };
  readonly status: CycleStatus;
  /** Days from today. */
  readonly opens: number;
  readonly closes: number;
  readonly reviewBy: number;
  readonly decisions: number;
  readonly termStarts: number;
}

/** The four cycles of the demo, by what they show. */
export interface DemoCycles {
  readonly finished: Cycle;
  readonly inReview: Cycle;
  readonly open: Cycle;
  readonly scheduled: Cycle;
}

const yearOf = (world: World, days: number): string => dayOf(world, days).slice(0, 4);

/** Adds the cycles: one finished, one in review, one open for mid-term vacancies, one scheduled. */
export async function insertCycles(world: World): Promise<DemoCycles> {
  const add = (plan: Plan) => addCycle(world, plan);
  const plans = plansFor(world);
  const cycles = {
    finished: await add(plans.finished),
    inReview: await add(plans.inReview),
    open: await add(plans.open),
    scheduled: await add(plans.scheduled),
  };
  await tellCycles(world, Object.values(cycles));
  return cycles;
}

type Days = Pick<Plan, 'opens' | 'closes' | 'reviewBy' | 'decisions' | 'termStarts'>;

function plansFor(world: World): Record<keyof DemoCycles, Plan> {
  const plan = (year: string, kind: 'first' | 'renewal' | 'vacancies', status: CycleStatus, days: Days): Plan => ({
    ...days,
    code: `${year}-${kind}`,
    name: names(year, cycleNames[kind][0], cycleNames[kind][1]),
    status,
  });
  const [past, present] = [yearOf(world, -420), yearOf(world, 40)];
  const next = String(Number(present) + 1);
  return {
    finished: plan(past, 'first', 'complete', { opens: -430, closes: -400, reviewBy: -380, decisions: -370, termStarts: -340 }),
    inReview: plan(present, 'renewal', 'in_review', { opens: -45, closes: -9, reviewBy: 12, decisions: 26, termStarts: 61 }),
    open: plan(present, 'vacancies', 'open', { opens: -8, closes: 13, reviewBy: 27, decisions: 38, termStarts: 52 }),
    scheduled: plan(next, 'renewal', 'scheduled', { opens: 320, closes: 350, reviewBy: 370, decisions: 384, termStarts: 420 }),
  };
}

const cycleNames = {
  first: ['First selection', 'Primera selección'],
  renewal: ['Renewal', 'Renovación'],
  vacancies: ['Mid-term vacancies', 'Vacantes a medio periodo'],
} as const;

const names = (year: string, en: string, es: string) => ({ en: `${en} ${year}`, es: `${es} ${year}` });

const writers = 'Program office, with two members of each collaborative';

async function addCycle(world: World, plan: Plan): Promise<Cycle> {
  const termStartsOn = dayOf(world, plan.termStarts);
  const opening = { number: 1, writtenBy: writers, frozenAt: plan.opens > 0 ? null : momentOn(world, plan.opens, '08:00') };
  return insertCycle(world.deps, {
    formId: await insertForm(world.deps, { ...opening, pages: standardForm }),
    rubricId: await insertRubric(world.deps, { ...opening, criteria: standardRubric }),
    code: plan.code,
    name: plan.name,
    status: plan.status,
    opensAt: momentOn(world, plan.opens, '08:00'),
    closesAt: momentOn(world, plan.closes, '23:59'),
    reviewBy: dayOf(world, plan.reviewBy),
    decisionsOn: dayOf(world, plan.decisions),
    answerDays: 10,
    termStartsOn,
    termEndsOn: dayOf(world, plan.termStarts + 730),
    settings: usualCycleSettings,
    collaborativeIds: world.bodies.map((body) => body.id),
  });
}

/** Puts seats on offer: those whose term ends go to the renewal, vacant ones to the open cycle, all to the first. */
export async function offerSeats(world: World, cycles: DemoCycles): Promise<void> {
  const seats: SeatWithHolder[] = [];
  for (const body of world.bodies) seats.push(...(await listSeats(world.deps.db, body.id, world.today)));
  const ids = (wanted: (seat: SeatWithHolder) => boolean) => seats.filter(wanted).map((seat) => seat.id);
  await saveSeatsOnOffer(
    world.deps.db,
    cycles.finished.id,
    ids(() => true),
  );
  await saveSeatsOnOffer(
    world.deps.db,
    cycles.inReview.id,
    ids((seat) => seat.status === 'ending' || seat.status === 'holdover'),
  );
  await saveSeatsOnOffer(
    world.deps.db,
    cycles.open.id,
    ids((seat) => seat.status === 'vacant'),
  );
}
