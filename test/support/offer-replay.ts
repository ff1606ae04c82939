/** A candidacy as far as the order of offers needs it. */
export interface Standing {
  readonly id: string;
  readonly applicationId: string;
  readonly collaborativeId: string;
  /** In the line of alternates; 0 for who was chosen for a seat that was gone when their turn came. */
  readonly place: number;
}

/** A line of the history about a candidacy. */
export interface Line {
  readonly action: string;
  readonly candidacyId: string;
  readonly seatId: string | null;
}

const after: Readonly<Record<string, string>> = {
  'offers.offer': 'offered',
  'offers.placeAsAlternate': 'alternate',
  'offers.refuse': 'not_selected',
  'offers.endOther': 'withdrawn',
  'offers.expire': 'expired',
  'offers.accept': 'accepted',
  'offers.decline': 'declined',
  'offers.lapse': 'lapsed',
};

/**
 * Reads the history from its beginning, line by line, and says where an alternate was passed over who was free at that very
 * moment, or somebody was given a second offer, or a seat was given twice; and how many alternates were asked.
 */
export function replayOffers(people: readonly Standing[], lines: readonly Line[]): { wrongs: string[]; asked: number } {
  const status = new Map<string, string>();
  const seats = new Map<string, string>();
  const of = new Map(people.map((one) => [one.id, one]));
  const binds = (id: string): boolean => ['offered', 'accepted'].includes(status.get(id) ?? '');
  const isBound = ({ id, applicationId }: Standing): boolean =>
    people.some((other) => other.applicationId === applicationId && other.id !== id && binds(other.id));
  const wrongs: string[] = [];
  let asked = 0;
  const look = (own: Standing, seatId: string | null): void => {
    const isFree = (one: Standing): boolean => status.get(one.id) === 'alternate' && !isBound(one);
    const before = people.filter((one) => one.collaborativeId === own.collaborativeId && one.place < own.place && isFree(one));
    if (status.get(own.id) === 'alternate') {
      asked += 1;
      if (before.length > 0) wrongs.push(`place ${own.place} before ${before.map(({ place }) => place).join(', ')}`);
    }
    if (isBound(own)) wrongs.push('a second offer to one person');
    const holder = seats.get(seatId ?? '');
    if (holder !== undefined && binds(holder)) wrongs.push('a seat given twice');
    seats.set(seatId ?? '', own.id);
  };
  for (const { action, candidacyId, seatId } of lines) {
    const own = of.get(candidacyId);
    const next = after[action];
    if (own === undefined || next === undefined) continue;
    if (next === 'offered') look(own, seatId);
    status.set(own.id, next);
  }
  return { wrongs, asked };
}
