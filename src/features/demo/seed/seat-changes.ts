import { idMaker } from '../../../lib/ids';
import { plusDays, plusMonths, type CalendarDate } from '../../../lib/time';
import { endMemberships, moveLeaves, moveToSeat, resign, takeLeave } from '../../membership';
import { consentText, showProfile } from '../../roster';
import { slugs } from '../demo-people';
import { chanceFrom } from './random';
import { actorOf, as, dayOf, goTo, momentOn, type Body, type World } from './world';

/** Which seat of a body shows what, by its place in the order of the codes. */
export const places = { heldOver: 7, away: 8, leaving: 10, moving: 12, free: 14, shown: 6 } as const;

interface Seated {
  readonly seats: readonly { readonly id: string; readonly termEndsOn: CalendarDate }[];
  readonly memberships: readonly { readonly id: string; readonly person_id: string }[];
}

/**
 * What happened to members of a body since: one is held over, one is on a second leave, one leaves soon and one moves to a
 * seat that is free. Done as staff and members do it, so that letters and history are there.
 */
export async function changeMemberships(world: World, body: Body, { seats, memberships }: Seated): Promise<void> {
  const before = world.deps.clock.now();
  // Chance of its own: the rest of the district stays as it was.
  const chance = chanceFrom(2026 + slugs.indexOf(body.slug));
  const deps = { ...world.deps, random: chance.bytes, newId: idMaker(world.clock, chance.bytes) };
  const one = (place: number) => memberships[place] ?? { id: '', person_id: '' };

  const leave = async (noted: number, first: number, last: number) => {
    goTo(world, momentOn(world, noted, '09:40'));
    const wanted = { startsOn: dayOf(world, first), endsOn: dayOf(world, last), reason: '' };
    await takeLeave(deps, await as(world, 'staff', body), one(places.away).id, wanted);
  };
  await leave(-210, -200, -185);
  for (const day of [-200, -184]) {
    goTo(world, momentOn(world, day, '00:10'));
    await moveLeaves(deps);
  }
  goTo(world, momentOn(world, -39, '00:10'));
  await endMemberships(deps);
  await leave(-20, -20, 25);

  goTo(world, momentOn(world, -6, '19:15'));
  const leaver = one(places.leaving);
  const given = { lastDay: dayOf(world, 18), words: '', version: 1, whenEnded: () => Promise.resolve() };
  await resign(deps, await actorOf(world, leaver.person_id), leaver.id, given);

  goTo(world, momentOn(world, -4, '11:05'));
  const on = dayOf(world, 14);
  const move = { seatId: seats[places.free]?.id ?? '', on, endsOn: plusDays(plusMonths(on, 24), -1), version: 1 };
  await moveToSeat(deps, await as(world, 'staff', body), one(places.moving).id, move);
  await tellOfThemselves(world, deps, one(places.shown).person_id);
  goTo(world, before);
}

/** A member lets everyone read a few words, in the one language they were written in. */
async function tellOfThemselves(world: World, deps: World['deps'], personId: string): Promise<void> {
  goTo(world, momentOn(world, -3, '20:30'));
  const biography = {
    en: '',
    es: 'Tengo dos hijos en la primaria y coordino la despensa del barrio. Me importa que las familias entiendan cada decisión.',
  };
  const agreed = { photo: null, consentText: consentText(deps.translate('es')), version: 0 };
  await showProfile(deps, await actorOf(world, personId), { biography, alt: { en: '', es: '' }, ...agreed });
}
