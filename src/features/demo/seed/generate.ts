import type { Deps } from '../../../deps';
import { recordEvents } from '../../../history/events';
import type { MovableClock } from '../../../lib/clock';
import { idMaker } from '../../../lib/ids';
import { dateOf, type Instant } from '../../../lib/time';
import { indexMissing } from '../../applications';
import { importCarriedFacts, listCollaboratives, listSchools } from '../../collaboratives';
import { getRubric } from '../../cycles';
import { demoPersonId, slugs } from '../demo-people';
import { insertApplications, type DemoApplication } from './applications';
import { nameStandIn } from './deputies';
import { insertCycles, offerSeats, type DemoCycles } from './cycles';
import { fillDirectory } from './directory';
import { enterSheets, insertCaller } from './paper';
import { insertStaff } from './people';
import { chanceFrom } from './random';
import { insertReviews } from './reviews';
import { insertSlates } from './slates';
import { settleOutbox } from './rows.queries';
import { insertSeatsAndMembers } from './seats';
import { liveThrough, meetTogether } from './year';
import { goTo, momentOn, type Body, type World } from './world';

/** The number the demo's chance begins with: the same district each time. */
const seed = 20_261_121;

/** How many apply with each collaborative as first choice to the cycle in review: 1,140 in all. */
const perBody = 190;

type Progress = (line: string) => void;

/**
 * Fills an empty, migrated database with a believable district around the date of `now`: the same bytes for the same
 * `now`. `clock` is moved through the story and left at `now`.
 */
export async function generateDistrict(deps: Deps, clock: MovableClock, now: Instant, progress: Progress): Promise<void> {
  const chance = chanceFrom(seed);
  const { db } = deps;
  let number = 0;
  await ('isTransaction' in db && db.isTransaction
    ? Promise.reject(new Error('needs the database itself'))
    : db.transaction(async (trx) => {
        const seeded: Deps = { ...deps, db: trx, reads: trx, clock, random: chance.bytes, newId: idMaker(clock, chance.bytes) };
        clock.moveTo(now);
        const today = dateOf(now);
        clock.moveTo(momentOn({ today }, -600, '08:00'));
        await importCarriedFacts(seeded, 'system');
        const bodies = (await listCollaboratives(trx)).filter((body): body is Body => (slugs as readonly string[]).includes(body.slug));
        const world: World = { deps: seeded, clock, chance, today, bodies, nextNumber: () => (number += 1), happened: [] };
        await tell(world, progress);
        await recordEvents(
          seeded,
          [...world.happened].sort((a, b) => (a.at < b.at ? -1 : 1)),
        );
        await indexMissing(trx);
        await settleOutbox(trx);
        goTo(world, now);
      }));
}

async function tell(world: World, progress: Progress): Promise<void> {
  progress('people');
  await insertStaff(world);
  const cycles = await insertCycles(world);
  progress('seats');
  await insertSeatsAndMembers(world);
  await offerSeats(world, cycles);
  progress('applications');
  const files = await insertAllApplications(world, cycles);
  progress('reviews');
  const rubric = await getRubric(world.deps.db, cycles.inReview.rubricId);
  for (const body of world.bodies) await insertReviews(world, { cycle: cycles.inReview, body, rubric }, files.get(body.id) ?? []);
  progress('slates');
  await insertSlates(world, cycles.inReview);
  progress('meetings');
  for (const [index, body] of world.bodies.entries()) await liveThrough(world, body, index);
  await meetTogether(world);
  for (const body of world.bodies) await fillDirectory(world, body);
  progress('paper and phone');
  for (const body of world.bodies) await insertCaller(world, body, cycles.inReview);
  for (const body of world.bodies.slice(0, 1)) await enterSheets(world, body, cycles.open);
  await nameStandIn(world);
}

async function insertAllApplications(world: World, cycles: DemoCycles): Promise<Map<string, DemoApplication[]>> {
  const inReview = new Map<string, DemoApplication[]>();
  for (const [index, body] of world.bodies.entries()) {
    const places = (await listSchools(world.deps.db, body.id)).map(({ id, zip }) => ({ zip, schoolId: id }));
    await insertApplications(world, { cycle: cycles.finished, body, count: 24, status: () => 'not_selected' }, places);
    const applicant = index === 0 ? { firstPersonId: demoPersonId('applicant') } : {};
    inReview.set(
      body.id,
      await insertApplications(world, { cycle: cycles.inReview, body, count: perBody, status: () => 'in_review', ...applicant }, places),
    );
    await insertApplications(world, { cycle: cycles.open, body, count: 6, status: () => 'in_review' }, places);
  }
  return inReview;
}
