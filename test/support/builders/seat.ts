import type { Deps } from '../../../src/deps';
import { insertPerson, type NewPerson, type Person } from '../../../src/features/accounts';
import { insertCollaborative, usualSettings, type Collaborative, type NewCollaborative } from '../../../src/features/collaboratives';
import { insertMembership, insertSeat, type Membership, type Seat } from '../../../src/features/membership';
import { insertRole } from '../../../src/features/accounts/role.queries';

const areas: Readonly<Record<string, string>> = { central: 'Central', east: 'East', south: 'South' };

/** A collaborative by slug; only its area differs from one to the next. */
export function aCollaborative(deps: Deps, slug = 'central', given: Partial<NewCollaborative> = {}): Promise<Collaborative> {
  const area = areas[slug] ?? slug;
  return insertCollaborative(deps, {
    slug,
    code: slug.slice(0, 2).toUpperCase(),
    name: { en: `Local District ${area} Collaborative`, es: `Colaborativo del Distrito Local ${area}` },
    area: { en: area, es: area },
    purpose: { en: 'To advise', es: 'Aconsejar' },
    duties: { en: 'Meet', es: 'Reunirse' },
    contactEmail: 'staff@example.org',
    contactPhone: '213 555 0100',
    officeAddress: '1 Main Street',
    usualMeeting: { en: 'Third Thursday', es: 'Tercer jueves' },
    regime: 'brown',
    regimeDecidedBy: null,
    regimeDecidedOn: null,
    settings: usualSettings,
    startsOn: '2020-07-01',
    endsOn: null,
    ...given,
  });
}

/** A voting seat for families with a term of two years. */
export const aSeat = (deps: Deps, collaborativeId: string, given: Partial<Seat> = {}): Promise<Seat> =>
  insertSeat(deps, {
    collaborativeId,
    code: 'FAM-1',
    constituency: 'families',
    isVoting: true,
    takesApplications: true,
    termYears: 2,
    startsOn: '2020-07-01',
    endsOn: null,
    ...given,
  });

type Given = Partial<Omit<Membership, 'id' | 'version' | 'seatCode' | 'collaborativeId'>>;

/** An active membership from July 2025 to June 2027. */
export const aMembership = (deps: Deps, seatId: string, personId: string, given: Given = {}): Promise<Membership> =>
  insertMembership(deps, {
    seatId,
    personId,
    candidacyId: null,
    status: 'active',
    termStartsOn: '2025-07-01',
    termEndsOn: '2027-06-30',
    isStub: false,
    startedOn: '2025-07-01',
    endedOn: null,
    endReason: null,
    acceptedOn: null,
    followsId: null,
    ...given,
  });

/** A person by first name, with an address of their own. */
export const someone = (deps: Deps, name: string, given: Partial<NewPerson> = {}): Promise<Person> =>
  insertPerson(deps, { name, email: `${name.toLowerCase().replace(/[^a-z]/g, '.')}@example.org`, ...given });

/** Staff of a collaborative. */
export async function staffOf(deps: Deps, collaborativeId: string, name = 'Sam Staff'): Promise<Person> {
  const person = await someone(deps, name);
  await insertRole(deps, { personId: person.id, role: 'staff', collaborativeId });
  return person;
}
