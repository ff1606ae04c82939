import { daysBetween, plusDays, plusMonths, type CalendarDate } from '../../lib/time';
import type { Membership } from './membership';

type Served = Pick<Membership, 'termStartsOn' | 'termEndsOn' | 'isStub' | 'startedOn' | 'endedOn' | 'status'>;

/** Days away after which terms count anew. */
const breakDays = 365;

/**
 * How many full terms in a row a person has served or is serving, those to come included (domain.md 8: the limit counts terms
 * in a row, rests of other people's terms do not count). A year away begins the count anew. Seats never taken up do not count.
 */
export function termsInARow(terms: readonly Served[]): number {
  const taken = terms.filter(wasTaken).sort((a, b) => a.termStartsOn.localeCompare(b.termStartsOn));
  let count = 0;
  let last: Served | undefined;
  for (const term of taken) {
    if (last !== undefined && daysBetween(lastDay(last), term.termStartsOn) > breakDays) count = 0;
    if (!term.isStub) count += 1;
    last = term;
  }
  return count;
}

const wasTaken = ({ status, startedOn }: Served): boolean => startedOn !== null || status === 'pending';
const lastDay = ({ termEndsOn, endedOn }: Served): CalendarDate => endedOn ?? termEndsOn;

/** The days a next term in the same seat has by rule: from the day after the last, for `years` years. */
export function nextTerm(membership: Pick<Membership, 'termEndsOn'>, years: number): { startsOn: CalendarDate; endsOn: CalendarDate } {
  const startsOn = plusDays(membership.termEndsOn, 1);
  return { startsOn, endsOn: plusDays(plusMonths(startsOn, 12 * years), -1) };
}
