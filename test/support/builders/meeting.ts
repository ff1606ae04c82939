import type { Deps } from '../../../src/deps';
import { insertPerson, insertRole, type NewPerson, type Person } from '../../../src/features/accounts';
import { insertCollaborative, usualSettings, type Collaborative } from '../../../src/features/collaboratives';
import { insertMeeting, type Meeting } from '../../../src/features/meetings';
import { insertMembership, insertOffice, insertSeat } from '../../../src/features/membership';
import type { OfficeName, RoleName } from '../../../src/lib/actor';

const areas: Readonly<Record<string, string>> = { central: 'Central', south: 'South' };

/** The body of a local district, with the usual settings. */
export const aCollaborative = (deps: Deps, slug = 'central', given: Partial<Collaborative> = {}): Promise<Collaborative> =>
  insertCollaborative(deps, {
    slug,
    code: slug.charAt(0).toUpperCase(),
    name: { en: `Local District ${areas[slug] ?? slug} Collaborative`, es: `Colaborativo del Distrito Local ${areas[slug] ?? slug}` },
    area: { en: areas[slug] ?? slug },
    purpose: { en: 'To advise' },
    duties: { en: 'To meet' },
    contactEmail: `${slug}@example.org`,
    contactPhone: '213 555 0100',
    officeAddress: '333 S. Beaudry Ave\nLos Angeles, CA 90017',
    usualMeeting: { en: 'Third Thursday, 6 PM' },
    regime: 'brown',
    regimeDecidedBy: null,
    regimeDecidedOn: null,
    settings: usualSettings,
    startsOn: '2020-07-01',
    endsOn: null,
    ...given,
  });

/** A member who sits since July, with an office where given. */
export async function aMember(
  deps: Deps,
  collaborative: Collaborative,
  given: Partial<NewPerson> & { readonly office?: OfficeName; readonly seat: string },
): Promise<Person> {
  const { office, seat: code, ...person } = given;
  const member = await insertPerson(deps, { name: 'Ana Reyes', email: 'ana@example.org', ...person });
  const seat = await insertSeat(deps, {
    collaborativeId: collaborative.id,
    code,
    constituency: 'families',
    isVoting: true,
    takesApplications: true,
    termYears: 2,
    startsOn: '2020-07-01',
    endsOn: null,
  });
  const membership = await insertMembership(deps, {
    seatId: seat.id,
    personId: member.id,
    candidacyId: null,
    status: 'active',
    termStartsOn: '2026-07-01',
    termEndsOn: '2028-06-30',
    isStub: false,
    startedOn: '2026-07-01',
    endedOn: null,
    endReason: null,
    acceptedOn: null,
    followsId: null,
  });
  if (office !== undefined)
    await insertOffice(deps, {
      collaborativeId: collaborative.id,
      membershipId: membership.id,
      office,
      startsOn: '2026-07-01',
      endsOn: null,
    });
  return member;
}

/** Someone with a role in this collaborative (everywhere with null). */
export async function someoneAs(deps: Deps, role: RoleName, collaborative: Collaborative | null, email: string): Promise<Person> {
  const person = await insertPerson(deps, { name: email.split('@')[0] ?? email, email });
  await insertRole(deps, { personId: person.id, role, collaborativeId: collaborative?.id ?? null });
  return person;
}

/** A regular meeting on Thursday, December 3, 2026, 6 PM, with all that an agenda must say. */
export const aMeeting = (given: Partial<Meeting> = {}): Meeting => ({
  id: 'meeting-1',
  collaborativeId: 'central-1',
  withBodies: [],
  kind: 'regular',
  kindReason: '',
  status: 'scheduled',
  title: { en: 'December meeting', es: 'Reunión de diciembre' },
  startsAt: '2026-12-04T02:00:00.000Z',
  endsAt: '2026-12-04T04:00:00.000Z',
  place: 'Lincoln High School',
  address: '3501 N. Broadway\nLos Angeles, CA 90031',
  room: 'Library',
  remoteUrl: 'https://meet.example.org/central',
  remotePhone: '',
  interpretation: 'Spanish',
  accessContact: 'central@example.org, 213 555 0100',
  accessAskBy: '2026-11-30',
  papersAddress: '333 S. Beaudry Ave, Los Angeles',
  cancelReason: null,
  postponedTo: null,
  seriesId: null,
  seriesOn: null,
  inSessionAt: null,
  adjournedAt: null,
  sequence: 0,
  changedAt: '2026-11-21T20:00:00.000Z',
  version: 1,
  ...given,
});

/** The same in the database. */
export async function aStoredMeeting(deps: Deps, collaborative: Collaborative, given: Partial<Meeting> = {}): Promise<Meeting> {
  const meeting = aMeeting({ collaborativeId: collaborative.id, ...given });
  await insertMeeting(deps.db, meeting);
  return meeting;
}
