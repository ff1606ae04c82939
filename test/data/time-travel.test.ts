import { loadSessionActor, type Person } from '../../src/features/accounts';
import type { Collaborative } from '../../src/features/collaboratives';
import { chanceFrom } from '../../src/features/demo/seed/random';
import {
  beginMemberships,
  createPendingMembership,
  endMemberships,
  listMembers,
  listSeats,
  moveLeaves,
  type Seat,
} from '../../src/features/membership';
import { endLeave, moveToSeat, reappoint, takeBackEnding, takeLeave } from '../../src/features/membership/life.actions';
import { endMembership, resign } from '../../src/features/membership/membership.actions';
import { giveOffice } from '../../src/features/membership/office.actions';
import { inTransaction } from '../../src/db/database';
import type { Actor } from '../../src/lib/actor';
import { AppError } from '../../src/lib/errors';
import { daysBetween, plusDays } from '../../src/lib/time';
import { testProduct, type TestProduct } from '../support/app';
import { aCollaborative, aSeat, someone, staffOf } from '../support/builders/seat';
import { onEachEngine } from '../support/database';
import { replayHistory, type Replayed } from '../support/roster-replay';

const firstDay = '2026-07-01';
const years = 6;
const lastDay = '2032-06-30';
const slugs = ['central', 'east', 'northeast', 'northwest', 'south', 'west'];
const codes = ['C', 'E', 'NE', 'NW', 'S', 'W'];

interface Live {
  readonly id: string;
  readonly person_id: string;
  readonly version: number;
  readonly term_ends_on: string;
  readonly ended_on: string | null;
}

interface Body {
  readonly collaborative: Collaborative;
  readonly seats: readonly Seat[];
  readonly staff: Actor;
}

onEachEngine((engine) => {
  let product: TestProduct;
  let bodies: Body[];
  let replayed: Replayed;
  const done = new Map<string, number>();
  const chance = chanceFrom(2026);

  beforeAll(async () => {
    product = await testProduct({ engine });
    product.clock.moveTo(`${firstDay}T19:00:00.000Z`);
    bodies = [];
    for (const slug of slugs) bodies.push(await found(slug));
    for (let date = firstDay; date <= lastDay; date = plusDays(date, 1)) await live(date);
    replayed = replayHistory(await product.db('events').orderBy(['collaborative_id', 'place']).select('action', 'subject_kind', 'subject_id', 'collaborative_id', 'details', 'at'));
  }, 300_000);
  afterAll(() => product.close());

  async function found(slug: string): Promise<Body> {
    const collaborative = await aCollaborative(product.deps, slug, { code: codes[slugs.indexOf(slug)] ?? slug });
    const seats: Seat[] = [];
    for (const [index, constituency] of (['families', 'families', 'community', 'business', 'philanthropy'] as const).entries()) {
      const given = { code: `S-${String(index + 1)}`, constituency, startsOn: firstDay, firstTermYears: index % 2 === 0 ? null : 1 };
      seats.push(await aSeat(product.deps, collaborative.id, given));
    }
    return { collaborative, seats, staff: await actorOf(await staffOf(product.deps, collaborative.id, `Staff of ${slug}`)) };
  }

  async function actorOf(person: Pick<Person, 'id'>): Promise<Actor> {
    const actor = await loadSessionActor(product.deps, person.id, product.clock.now(), []);
    if (actor === null) throw new Error('no actor');
    return actor;
  }

  /** One day: what the worker does by date, then now and then something that people do. */
  async function live(date: string): Promise<void> {
    product.clock.moveTo(`${date}T19:00:00.000Z`);
    await beginMemberships(product.deps, (db) => db('memberships').where('status', 'pending').where('term_starts_on', '<=', date).pluck('id'));
    await moveLeaves(product.deps);
    await endMemberships(product.deps);
    for (const body of bodies) {
      if (date === firstDay || chance.often(0.03)) await fillOne(body, date, date === firstDay ? body.seats : [chance.pick(body.seats)]);
      if (chance.often(0.04)) await something(body, date);
    }
  }

  async function fillOne({ collaborative, staff }: Body, date: string, seats: readonly Seat[]): Promise<void> {
    const stands = await listSeats(product.db, collaborative.id, date);
    for (const seat of seats) {
      if (!['vacant', 'holdover'].includes(stands.find(({ id }) => id === seat.id)?.status ?? '')) continue;
      const person = await someone(product.deps, `Person ${product.deps.newId()}`, { email: null });
      const startsOn = date === firstDay ? date : plusDays(date, chance.whole(0, 40));
      const endsOn = plusDays(startsOn, seat.firstTermYears === 1 && date === firstDay ? 364 : chance.pick([200, 729]));
      const wanted = { seatId: seat.id, personId: person.id, candidacyId: null, termStartsOn: startsOn, termEndsOn: endsOn };
      await trying('filled', () => inTransaction(product.deps, (tx) => createPendingMembership(tx, staff, wanted)));
    }
  }

  async function something(body: Body, date: string): Promise<void> {
    const { collaborative, staff } = body;
    const rows: Live[] = await product
      .db('memberships')
      .join('seats', 'seats.id', 'memberships.seat_id')
      .where('seats.collaborative_id', collaborative.id)
      .whereNot('memberships.status', 'ended')
      // Not by id: within one moment ids are by chance, and the six years must be the same each time.
      .orderBy(['seats.code', 'memberships.term_starts_on', 'memberships.term_ends_on'])
      .select('memberships.id', 'memberships.person_id', 'memberships.version', 'memberships.term_ends_on', 'memberships.ended_on');
    if (rows.length === 0) return;
    const { id, person_id: personId, version, term_ends_on: termEndsOn } = chance.pick(rows);
    const whenEnded = (): Promise<void> => Promise.resolve();
    const from = plusDays(date, chance.whole(-5, 30));
    const deeds: Readonly<Record<string, () => Promise<unknown>>> = {
      left: async () => takeLeave(product.deps, staff, id, { startsOn: from, endsOn: chance.pick([null, plusDays(from, chance.whole(0, 90))]), reason: '' }),
      back: async () => {
        const [leave] = await product.db('membership_leaves').where({ membership_id: id }).orderBy('starts_on', 'desc').pluck<string[]>('id');
        if (leave !== undefined) await endLeave(product.deps, staff, leave, plusDays(date, chance.whole(-10, 20)));
      },
      resigned: async () => resign(product.deps, await actorOf({ id: personId }), id, { lastDay: plusDays(date, chance.whole(0, 40)), words: '', version, whenEnded }),
      ended: () => {
        const reason = chance.pick(['removed', 'died', 'resigned'] as const);
        return endMembership(product.deps, staff, id, { reason, lastDay: plusDays(date, chance.whole(-3, 20)), version, whenEnded });
      },
      stayed: async () => {
        const leaving = rows.find((row) => row.ended_on !== null && row.ended_on >= date);
        await takeBackEnding(product.deps, staff, leaving?.id ?? id, leaving?.version ?? version);
      },
      renewed: () => {
        const startsOn = plusDays(termEndsOn > date ? termEndsOn : date, 1);
        return reappoint(product.deps, staff, id, { startsOn, endsOn: plusDays(startsOn, 729) });
      },
      moved: () => moveToSeat(product.deps, staff, id, { seatId: chance.pick(body.seats).id, on: plusDays(date, chance.whole(0, 20)), endsOn: plusDays(date, 400), version }),
      elected: () => {
        const office = chance.pick(['chair', 'vice_chair', 'secretary'] as const);
        return giveOffice(product.deps, staff, { collaborativeId: collaborative.id, membershipId: id, office, startsOn: plusDays(date, chance.whole(0, 15)), endsOn: null });
      },
    };
    const name = chance.pick(Object.keys(deeds));
    await trying(name, deeds[name] ?? (() => Promise.resolve()));
  }

  /** Refusals are part of life; anything else is a fault. */
  async function trying(name: string, work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
      done.set(name, (done.get(name) ?? 0) + 1);
    } catch (error) {
      if (!(error instanceof AppError) || ![404, 409].includes(error.status)) throw error;
    }
  }

  const someDates = (count: number): string[] =>
    Array.from({ length: count }, () => plusDays(firstDay, chance.whole(-5, daysBetween(firstDay, lastDay))));

  it('six years of six bodies hold every kind of change', () => {
    const all = ['filled', 'left', 'back', 'resigned', 'ended', 'stayed', 'renewed', 'moved', 'elected'];
    for (const name of all) expect([name, (done.get(name) ?? 0) >= 5]).toEqual([name, true]);
    expect(daysBetween(firstDay, lastDay)).toBeGreaterThan(365 * years - 2);
  });

  it('the roster of any day is what the history says it was, with standing and office, nobody a day too long or too short', async () => {
    for (const date of [...someDates(engine === 'SQLite' ? 2000 : 300), ...replayed.edges().slice(0, 300)]) {
      for (const { collaborative } of bodies) {
        const members = await listMembers(product.db, collaborative.id, date);
        const shown = members.map(({ membershipId, seatCode, status, office }) => [membershipId, seatCode, status, office]);
        const body = await seatsOf(collaborative.id);
        expect([date, shown.sort(byId)]).toEqual([date, replayed.on(date).filter(([id]) => body.has(id)).sort(byId)]);
      }
    }
  }, 300_000);

  const known = new Map<string, Set<string>>();
  async function seatsOf(collaborativeId: string): Promise<Set<string>> {
    const found = known.get(collaborativeId);
    if (found !== undefined) return found;
    const ids = await product
      .db('memberships')
      .join('seats', 'seats.id', 'memberships.seat_id')
      .where('seats.collaborative_id', collaborativeId)
      .pluck<string[]>('memberships.id');
    known.set(collaborativeId, new Set(ids));
    return new Set(ids);
  }

  it('how the seats stand adds up on any day, and agrees with the roster', async () => {
    for (const date of someDates(200)) {
      for (const { collaborative, seats } of bodies) {
        const stands = await listSeats(product.db, collaborative.id, date);
        const expected = date < firstDay ? 0 : seats.length;
        expect([date, stands.length]).toEqual([date, expected]);
        const held = stands.filter(({ status }) => ['filled', 'ending', 'holdover'].includes(status)).map(({ code }) => code);
        const members = await listMembers(product.db, collaborative.id, date);
        expect([date, held.sort()]).toEqual([date, members.map(({ seatCode }) => seatCode).sort()]);
      }
    }
  }, 120_000);

  it('no two terms of a seat, and no two holders, ever share a day', async () => {
    const terms = await product.db('memberships').select('id', 'seat_id', 'term_starts_on', 'term_ends_on', 'started_on', 'ended_on', 'status');
    const sat = terms.filter(({ started_on: startedOn }) => startedOn !== null);
    for (const one of sat)
      for (const other of sat) {
        if (one.id >= other.id || one.seat_id !== other.seat_id) continue;
        const ends = (row: typeof one) => row.ended_on ?? '9999-12-31';
        const shared = (one.started_on ?? '') <= ends(other) && (other.started_on ?? '') <= ends(one);
        expect([one, other, shared]).toEqual([one, other, false]);
      }
  });
});

const byId = (a: readonly unknown[], b: readonly unknown[]): number => String(a[0]).localeCompare(String(b[0]));
