import type { Deps } from '../../../deps';
import type { EventToRecord } from '../../../history/events';
import { visitor, type Actor } from '../../../lib/actor';
import type { MovableClock } from '../../../lib/clock';
import { plusDays, wallTime, type CalendarDate, type Instant } from '../../../lib/time';
import { loadActor } from '../../accounts';
import type { Collaborative } from '../../collaboratives';
import { demoKey, demoPersonId, type Part, type Slug } from '../demo-people';
import type { Chance } from './random';

/** What the parts of the demo's generator share. */
export interface World {
  /** Inside one transaction; `clock` stands where the story is. */
  readonly deps: Deps;
  readonly clock: MovableClock;
  readonly chance: Chance;
  readonly today: CalendarDate;
  readonly bodies: readonly Body[];
  /** Counts up; makes addresses unlike. */
  readonly nextNumber: () => number;
  /** History of what is inserted in bulk, written at the end in order of time. */
  readonly happened: (EventToRecord & { readonly at: Instant })[];
}

export type Body = Collaborative & { readonly slug: Slug };

/** A moment so many days from today, at a wall-clock time of Los Angeles (times that clocks skip are not used here). */
export function momentOn(world: Pick<World, 'today'>, days: number, time: string): Instant {
  const found = wallTime(plusDays(world.today, days), time, 'earlier');
  if (!('instant' in found)) throw new RangeError(`${time} is ${found.problem}`);
  return found.instant;
}

export const dayOf = (world: Pick<World, 'today'>, days: number): CalendarDate => plusDays(world.today, days);

/** Moves the story on (or back) to a moment. */
export const goTo = (world: World, instant: Instant): void => {
  world.clock.moveTo(instant);
};

/** The person who plays this part, as they act at this point of the story. */
export async function as(world: World, part: Part, body: Body): Promise<Actor & { readonly id: string }> {
  return actorOf(world, demoPersonId(demoKey(part, body.slug)));
}

/** Anyone by their id. Throws when there is nobody. */
export async function actorOf(world: World, personId: string): Promise<Actor & { readonly id: string }> {
  const actor = await loadActor(world.deps.db, personId, world.deps.clock.now().slice(0, 10), []);
  if (actor?.id == null) throw new Error(`nobody is ${personId}`);
  return { ...actor, id: actor.id };
}

/** Somebody without an account. */
export const stranger: Actor = visitor('en');
