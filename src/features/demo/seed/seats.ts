import type { Constituency } from '../../membership';
import { plusDays, plusMonths, type CalendarDate } from '../../../lib/time';
import { demoKey, demoPersonId, type Part } from '../demo-people';
import { insertPeople, inventPerson, type NewPerson } from './people';
import { insertRows } from './rows.queries';
import { changeMemberships, places } from './seat-changes';
import { dayOf, momentOn, type Body, type World } from './world';

/** The fifteen seats of each body, in the order of their codes. */
const plan: readonly Constituency[] = [
  ...Array<Constituency>(6).fill('families'),
  ...Array<Constituency>(4).fill('community'),
  ...Array<Constituency>(2).fill('organizations'),
  'philanthropy',
  ...Array<Constituency>(2).fill('business'),
];

const letters: Readonly<Record<Constituency, string>> = {
  families: 'F',
  students: 'S',
  community: 'C',
  organizations: 'O',
  philanthropy: 'P',
  business: 'B',
  at_large: 'L',
};

interface SeatPlan {
  readonly id: string;
  readonly code: string;
  readonly constituency: Constituency;
  /** The last day of the first term; terms are staggered: half of the seats end a year earlier, one of them not long ago. */
  readonly termEndsOn: CalendarDate;
  readonly isShort: boolean;
  /** Left before the end: open now for a mid-term vacancy. */
  readonly isVacant: boolean;
}

/** Places whose holders carry a demo key: the first seats of each body. */
const keyed: readonly Part[] = ['chair', 'secretary', 'member'];

/** Adds every body's seats with the people who sit in them since the first selection, and their offices. */
export async function insertSeatsAndMembers(world: World): Promise<void> {
  for (const body of world.bodies) {
    const seats = seatsOf(world);
    await insertRows(
      world.deps.db,
      'seats',
      seats.map((seat) => seatRow(world, body, seat)),
    );
    const people = seats.map((_, index) => holderOf(world, body, index));
    await insertPeople(world, people, true);
    const memberships = seats.map((seat, index) => membershipRow(world, seat, people[index]));
    await insertRows(world.deps.db, 'memberships', memberships);
    world.happened.push(...memberships.flatMap((row) => historyOf(world, body, row)));
    await insertOffices(world, body, people);
    await changeMemberships(world, body, { seats, memberships });
  }
}

function seatsOf(world: World): SeatPlan[] {
  const counted = new Map<Constituency, number>();
  const short = plusDays(dayOf(world, -340), 400);
  return plan.map((constituency, index) => {
    const number = (counted.get(constituency) ?? 0) + 1;
    counted.set(constituency, number);
    return {
      id: world.deps.newId(),
      code: `${letters[constituency]}${number}`,
      constituency,
      termEndsOn:
        index === places.heldOver ? dayOf(world, -40) : index % 2 === 1 ? short : plusDays(plusMonths(dayOf(world, -340), 24), -1),
      isShort: index % 2 === 1,
      isVacant: [5, 9, places.free].includes(index),
    };
  });
}

const seatRow = (world: World, body: Body, seat: SeatPlan) => ({
  id: seat.id,
  collaborative_id: body.id,
  code: seat.code,
  constituency: seat.constituency,
  is_voting: true,
  takes_applications: true,
  term_years: 2,
  starts_on: dayOf(world, -340),
  ends_on: null,
  requirements: JSON.stringify({ en: '', es: '' }),
  // Terms are counted so that the running one is the first by rule.
  seeds_on: plusMonths(plusDays(seat.termEndsOn, 1), seat.isShort ? -12 : -24),
  first_term_years: seat.isShort ? 1 : null,
  term_limit: null,
  version: 1,
});

function holderOf(world: World, body: Body, index: number): NewPerson {
  const part = keyed[index];
  const locale = world.chance.often(0.45) ? 'es' : 'en';
  const at = momentOn(world, -425, '19:20');
  return inventPerson(world, { locale, at, ...(part === undefined ? {} : { id: demoPersonId(demoKey(part, body.slug)) }) });
}

function membershipRow(world: World, seat: SeatPlan, person: NewPerson | undefined) {
  const startsOn = dayOf(world, -340);
  return {
    id: world.deps.newId(),
    seat_id: seat.id,
    person_id: person?.id ?? '',
    candidacy_id: null,
    status: seat.isVacant ? ('ended' as const) : ('active' as const),
    term_starts_on: startsOn,
    term_ends_on: seat.termEndsOn,
    is_stub: false,
    started_on: startsOn,
    ended_on: seat.isVacant ? dayOf(world, -30) : null,
    end_reason: seat.isVacant ? ('resigned' as const) : null,
    accepted_on: startsOn,
    follows_id: null,
    leaving_words: '',
    version: 1,
  };
}

/** How each of them began and, where that is past, resigned. */
function historyOf(world: World, body: Body, row: ReturnType<typeof membershipRow>): World['happened'] {
  const about = { subject: { kind: 'membership', id: row.id }, collaborativeId: body.id } as const;
  const began = { ...about, actor: 'system', action: 'membership.begun', after: { status: 'active', startedOn: row.started_on } } as const;
  const lines: World['happened'] = [{ ...began, at: momentOn(world, -340, '08:00') }];
  if (row.ended_on === null) return lines;
  const after = { status: row.status, endedOn: row.ended_on, reason: row.end_reason };
  return [...lines, { ...about, actor: 'system', action: 'membership.ended', after, at: momentOn(world, -45, '10:30') }];
}

async function insertOffices(world: World, body: Body, people: readonly NewPerson[]): Promise<void> {
  const held = await world.deps
    .db('memberships')
    .whereIn(
      'person_id',
      people.map((person) => person.id),
    )
    .select('id', 'person_id');
  const membershipOf = (index: number): string => held.find((row) => row.person_id === people[index]?.id)?.id ?? '';
  const offices = [
    ['chair', 0],
    ['secretary', 1],
    ['vice_chair', 3],
  ] as const;
  await insertRows(
    world.deps.db,
    'offices',
    offices.map(([office, index]) => ({
      id: world.deps.newId(),
      collaborative_id: body.id,
      membership_id: membershipOf(index),
      office,
      starts_on: dayOf(world, -320),
      ends_on: null,
    })),
  );
}
