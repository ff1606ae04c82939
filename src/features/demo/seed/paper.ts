import { enterApplication, type EntryWay } from '../../applications';
import type { Answers, Cycle } from '../../cycles';
import { demoKey, demoPersonId } from '../demo-people';
import { useLateCodeFor } from '../../late-entry';
import { insertPeople, insertRoles, inventPerson } from './people';
import { as, dayOf, goTo, momentOn, type Body, type World } from './world';

interface Sheet {
  readonly way: EntryWay;
  /** Days from today. */
  readonly received: number;
  readonly typed: number;
  readonly address: string;
  readonly bestTime: string;
  readonly answers: Answers;
}

const common = {
  email: '',
  age: 'adult',
  constituency: 'community',
  connection: ['lives'],
  full_term: 'yes',
  consent_record: 'yes',
  consent_conduct: 'yes',
} as const;

/** Two neighbors without e-mail: a sheet of paper in Spanish, and a phone call in English. */
const sheets: readonly Sheet[] = [
  {
    way: 'paper',
    received: -5,
    typed: -3,
    address: '1425 Pleasant Ave\nLos Angeles, CA',
    bestTime: 'después de las 5 de la tarde',
    answers: {
      ...common,
      name: 'Hortensia Villalobos Peña',
      phone: '213 555 0171',
      language: 'es',
      zip: '90033',
      times: ['weekday_evenings'],
      reasons: 'Cuido a mis nietos y camino con ellos a la escuela cada mañana. Quiero que se escuche a las abuelas y los abuelos.',
    },
  },
  {
    way: 'phone',
    received: -2,
    typed: -2,
    address: '870 S Grand Ave, Apt 12\nLos Angeles, CA',
    bestTime: 'mornings',
    answers: {
      ...common,
      name: 'Walter Okafor',
      phone: '213 555 0172',
      language: 'en',
      zip: '90017',
      times: ['weekday_mornings'],
      reasons: 'I drove a school bus for thirty years. I know what makes a morning easy or hard for a child.',
    },
  },
];

/** What staff typed in for people without e-mail; their receipts wait to be printed. */
export async function enterSheets(world: World, body: Body, cycle: Cycle): Promise<void> {
  for (const { way, received, typed, address, bestTime, answers } of sheets) {
    goTo(world, momentOn(world, typed, '10:15'));
    const sheet = {
      cycleId: cycle.id,
      collaborativeId: body.id,
      answers: { ...answers, collaboratives: [body.id] },
      apart: {},
      note: { way, receivedOn: dayOf(world, received), bestTime },
      address,
    };
    await enterApplication(world.deps, await as(world, 'staff', body), sheet, useLateCodeFor);
  }
}

/** Somebody who will phone those who do not answer an offer of this cycle. */
export async function insertCaller(world: World, body: Body, cycle: Cycle): Promise<void> {
  const id = demoPersonId(demoKey('caller', body.slug));
  await insertPeople(world, [inventPerson(world, { locale: 'es', at: momentOn(world, -30, '09:00'), id })], true);
  const startsOn = dayOf(world, -20);
  await insertRoles(world, [{ personId: id, role: 'caller', collaborativeId: body.id, cycleId: cycle.id, startsOn }]);
}
