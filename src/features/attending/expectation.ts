import { hoursBetween, type Instant } from '../../lib/time';
import type { RsvpAnswer } from '../meetings';

/** What a meeting's quorum will be, as far as the answers say. */
export interface Expectation {
  /** Voting members of that day. */
  readonly voters: number;
  readonly needed: number;
  /** Voting members who come, in the room or from afar. */
  readonly coming: number;
  readonly declined: number;
  readonly unanswered: number;
}

/** Adds up the answers of those who may vote; others' answers count for nothing here. */
export function expectationOf(voterIds: readonly string[], needed: number, answers: ReadonlyMap<string, RsvpAnswer>): Expectation {
  const given = voterIds.map((id) => answers.get(id));
  const declined = given.filter((answer) => answer === 'not_coming').length;
  const unanswered = given.filter((answer) => answer === undefined).length;
  return { voters: voterIds.length, needed, coming: voterIds.length - declined - unanswered, declined, unanswered };
}

/** Hours before the meeting from which a missing answer counts as a risk. */
const lastHours = 72;

/**
 * `lost`: even if everyone else comes there are too few. `open`: within the last 72 hours too few have said that they come.
 * `safe` otherwise.
 */
export function riskOf({ voters, needed, coming, declined }: Expectation, startsAt: Instant, now: Instant): 'lost' | 'open' | 'safe' {
  if (voters - declined < needed) return 'lost';
  return coming < needed && hoursBetween(now, startsAt) <= lastHours ? 'open' : 'safe';
}
