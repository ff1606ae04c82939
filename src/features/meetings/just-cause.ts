import type { Regime } from '../collaboratives';

/** How often members of a body may take part from afar for just cause in a year, and how often each did and means to. */
export interface RemoteUses {
  readonly limit: number;
  /** By person; people who never did are left out. */
  readonly used: ReadonlyMap<string, RemoteUse>;
}

export interface RemoteUse {
  /** Meetings of the year, other than this, in which they took part from afar. */
  readonly held: number;
  /** Meetings still to come in which they said they will. */
  readonly planned: number;
}

/** Only the Brown Act asks for a cause and counts (54953.8.3). */
export const countsCauses = (regime: Regime): boolean => regime === 'brown';

/** Meetings a member may take part in from afar in a year: 2 where the body meets monthly or less, 5 where twice a month, 7 where more often (54953.8.3). */
export function remoteLimit(meetingsInYear: number): number {
  if (meetingsInYear <= 12) return 2;
  return meetingsInYear <= 24 ? 5 : 7;
}

/** What is left to count against the limit before an answer; what is planned counts like what was. */
export const timesUsed = ({ used }: RemoteUses, personId: string): number => {
  const { held, planned } = used.get(personId) ?? { held: 0, planned: 0 };
  return held + planned;
};

/** Why an answer "from afar" is not taken: no cause is given, or the limit is reached. Null where nothing is asked. */
export function remoteProblem(
  uses: RemoteUses | null,
  { personId, reason }: { personId: string; reason: string },
): 'cause' | 'limit' | null {
  if (uses === null) return null;
  if (timesUsed(uses, personId) >= uses.limit) return 'limit';
  return reason === '' ? 'cause' : null;
}
