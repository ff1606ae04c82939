import type { Deps } from '../../src/deps';
import { insertRole, loadActor } from '../../src/features/accounts';
import { importCarriedFacts, listCollaboratives, listSchools } from '../../src/features/collaboratives';
import {
  insertCycle,
  insertForm,
  insertRubric,
  saveSeatsOnOffer,
  standardForm,
  standardRubric,
  usualCycleSettings,
  type Cycle,
} from '../../src/features/cycles';
import { demoKey, demoPersonId, slugs } from '../../src/features/demo/demo-people';
import { insertApplications } from '../../src/features/demo/seed/applications';
import { insertPeople, insertStaff, inventPerson } from '../../src/features/demo/seed/people';
import { chanceFrom, type Chance } from '../../src/features/demo/seed/random';
import { dayOf, momentOn, type Body, type World } from '../../src/features/demo/seed/world';
import { insertSeat, type Constituency } from '../../src/features/membership';
import { insertPanelMember, panelKinds } from '../../src/features/reviews';
import type { Actor } from '../../src/lib/actor';
import { dateOf } from '../../src/lib/time';
import type { TestProduct } from './app';

/** Fifteen seats for each body, as the demo has them. */
const seatPlan: readonly Constituency[] = [
  ...Array<Constituency>(6).fill('families'),
  ...Array<Constituency>(4).fill('community'),
  ...Array<Constituency>(2).fill('organizations'),
  'philanthropy',
  ...Array<Constituency>(2).fill('business'),
];

export interface LargeSelection {
  readonly bodies: readonly Body[];
  readonly cycle: Cycle;
  readonly chance: Chance;
  /** Reviewers of each body, by its id. */
  readonly panels: ReadonlyMap<string, readonly string[]>;
  /** Somebody as they act now. */
  as(personId: string): Promise<Actor & { readonly id: string }>;
  staffOf(body: Body): Promise<Actor & { readonly id: string }>;
  approverOf(body: Body): Promise<Actor & { readonly id: string }>;
}

const perBody = 190;
const readersPerBody = 5;

/** Six bodies with 15 seats each, 1,140 applications of the demo's generator just closed, 30 reviewers. */
export async function aLargeSelection(product: TestProduct): Promise<LargeSelection> {
  const chance = chanceFrom(11_400_015);
  const { clock } = product;
  const today = dateOf(clock.now());
  const made = await product.db.transaction(async (trx) => {
    const deps: Deps = { ...product.deps, db: trx, reads: trx };
    await importCarriedFacts(deps, 'system');
    const bodies = (await listCollaboratives(trx)).filter((body): body is Body => (slugs as readonly string[]).includes(body.slug));
    let number = 0;
    const world: World = { deps, clock, chance, today, bodies, nextNumber: () => (number += 1), happened: [] };
    await insertStaff(world);
    const cycle = await aClosedCycle(world);
    const panels = new Map<string, readonly string[]>();
    for (const body of bodies) {
      const places = (await listSchools(trx, body.id)).map(({ id, zip }) => ({ zip, schoolId: id }));
      await insertApplications(world, { cycle, body, count: perBody, status: () => 'in_review' }, places);
      panels.set(body.id, await aPanel(world, cycle, body));
    }
    return { bodies, cycle, panels };
  });
  const as = async (personId: string) => {
    const actor = await loadActor(product.db, personId, dateOf(clock.now()), []);
    if (actor?.id == null) throw new Error(`nobody is ${personId}`);
    return { ...actor, id: actor.id };
  };
  return {
    ...made,
    chance,
    as,
    staffOf: (body) => as(demoPersonId(demoKey('staff', body.slug))),
    approverOf: (body) => as(demoPersonId(demoKey('approver', body.slug))),
  };
}

async function aClosedCycle(world: World): Promise<Cycle> {
  const { deps, bodies } = world;
  const frozenAt = momentOn(world, -40, '08:00');
  const formId = await insertForm(deps, { number: 1, pages: standardForm, frozenAt });
  const rubricId = await insertRubric(deps, { number: 1, criteria: standardRubric, writtenBy: 'Program office', frozenAt });
  const cycle = await insertCycle(deps, {
    code: 'large',
    name: { en: 'Large selection', es: 'Selección grande' },
    status: 'in_review',
    opensAt: momentOn(world, -40, '08:00'),
    closesAt: momentOn(world, -2, '23:59'),
    reviewBy: dayOf(world, 14),
    decisionsOn: dayOf(world, 21),
    answerDays: 10,
    termStartsOn: dayOf(world, 200),
    termEndsOn: dayOf(world, 930),
    formId,
    rubricId,
    settings: { ...usualCycleSettings, reviewsLowerChoices: true },
    collaborativeIds: bodies.map(({ id }) => id),
  });
  const seats: string[] = [];
  for (const body of bodies)
    for (const [index, constituency] of seatPlan.entries()) {
      const code = `${constituency.slice(0, 1).toUpperCase()}${index + 1}`;
      const startsOn = dayOf(world, -340);
      const kind = { constituency, isVoting: true, takesApplications: true, termYears: 2, startsOn, endsOn: null };
      seats.push((await insertSeat(deps, { collaborativeId: body.id, code, ...kind })).id);
    }
  await saveSeatsOnOffer(deps.db, cycle.id, seats);
  return cycle;
}

async function aPanel(world: World, cycle: Cycle, body: Body): Promise<string[]> {
  const at = momentOn(world, -20, '10:00');
  const people = Array.from({ length: readersPerBody }, (_, index) => inventPerson(world, { locale: index % 2 === 0 ? 'es' : 'en', at }));
  await insertPeople(world, people, true);
  const panel = { cycleId: cycle.id, collaborativeId: body.id };
  for (const [index, { id: personId }] of people.entries()) {
    await insertRole(world.deps, { personId, role: 'reviewer', ...panel });
    await insertPanelMember(world.deps, panel, { personId, kind: panelKinds[index % panelKinds.length] ?? 'public' });
  }
  return people.map(({ id }) => id);
}
