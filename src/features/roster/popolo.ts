import { inBoth } from '../../lib/local-text';
import type { CalendarDate } from '../../lib/time';
import type { Collaborative } from '../collaboratives';
import type { RosterLine } from './roster';

interface Post {
  readonly id: string;
  readonly label: string;
  readonly role: string;
  readonly organization_id: string;
}

interface PopoloMembership {
  readonly id: string;
  readonly label: string;
  readonly role: string;
  readonly person_id: string;
  readonly organization_id: string;
  readonly post_id: string;
  readonly start_date: CalendarDate;
  /** `holdover` and `on_leave` beside `active`: ours, Popolo has no word for it. */
  readonly standing: string;
  /** When the term ends, which is not yet when the membership does. */
  readonly term_end_date: CalendarDate;
}

export interface PopoloOrganization {
  readonly id: string;
  readonly name: string;
  readonly other_names: readonly { readonly name: string; readonly note: string }[];
  readonly classification: string;
  readonly founding_date: CalendarDate;
  readonly dissolution_date?: CalendarDate;
}

/** A roster by the Popolo specification (popoloproject.com): posts stand without holders, people carry a name and nothing else. */
export interface Popolo {
  readonly as_of: CalendarDate;
  readonly organizations: readonly PopoloOrganization[];
  readonly posts: readonly Post[];
  readonly persons: readonly { readonly id: string; readonly name: string }[];
  readonly memberships: readonly PopoloMembership[];
}

/** The roster of a day as open data. An officer has a second membership, with the office as its role. */
export function popoloOf(collaborative: Collaborative, lines: readonly RosterLine[], date: CalendarDate): Popolo {
  const people = new Map(lines.flatMap(({ member }) => (member === null ? [] : [[member.personId, member.name] as const])));
  return {
    as_of: date,
    organizations: [organizationOf(collaborative, date)],
    posts: lines.map(({ seat }) => ({ id: seat.id, label: seat.code, role: seat.constituency, organization_id: collaborative.id })),
    persons: [...people].map(([id, name]) => ({ id, name })),
    memberships: lines.flatMap((line) => membershipsOf(collaborative.id, line)),
  };
}

/** A body as it was known on a day: an end still to come is left out. */
export function organizationOf({ id, name, startsOn, endsOn }: Collaborative, date: CalendarDate): PopoloOrganization {
  const names = inBoth(name);
  return {
    id,
    name: names.en,
    other_names: [{ name: names.es, note: 'es' }],
    classification: 'advisory body',
    founding_date: startsOn,
    ...(endsOn === null || endsOn > date ? {} : { dissolution_date: endsOn }),
  };
}

function membershipsOf(organizationId: string, { seat, member }: RosterLine): PopoloMembership[] {
  if (member === null) return [];
  const common = {
    person_id: member.personId,
    organization_id: organizationId,
    post_id: seat.id,
    start_date: member.startedOn,
    standing: member.status,
    term_end_date: member.termEndsOn,
  };
  const sits = { id: member.membershipId, label: seat.code, role: 'member', ...common };
  if (member.office === null) return [sits];
  return [sits, { ...common, id: `${member.membershipId}-${member.office}`, label: seat.code, role: member.office }];
}
