import { plusDays, type CalendarDate, type Instant } from '../../lib/time';

/** What a member lets fellow members of one collaborative see. */
export interface Entry {
  readonly showsEmail: boolean;
  readonly showsPhone: boolean;
}

/** A member as fellow members see them: what they let be seen, nothing else. */
export interface Listed {
  readonly personId: string;
  readonly name: string;
  readonly seatCode: string;
  readonly email: string | null;
  readonly phone: string | null;
}

export interface MemberMessage {
  readonly id: string;
  readonly collaborativeId: string;
  readonly fromId: string;
  readonly toId: string;
  readonly text: string;
  readonly sentAt: Instant;
  readonly reportedAt: Instant | null;
  readonly reportWords: string;
  /** Set where its reader had blocked the writer: it never reached them. */
  readonly withheldAt: Instant | null;
  readonly dealtWithAt: Instant | null;
}

interface Known {
  readonly personId: string;
  readonly name: string;
  readonly seatCode: string;
  readonly email: string | null;
  readonly phone: string;
  readonly entry: Entry | null;
}

/** Days on the roster of one collaborative. `endedOn`: the last day; null while it lasts. */
export interface Spell {
  readonly startedOn: CalendarDate;
  readonly endedOn: CalendarDate | null;
}

/**
 * Whether a word given on a day still counts: it ends with the time on the roster it was given for, so that whoever comes
 * back is asked again. A move or a further term that follows on the next day is the same time.
 */
export function stillCounts(givenOn: CalendarDate, spells: readonly Spell[]): boolean {
  const sorted = [...spells].sort((a, b) => b.startedOn.localeCompare(a.startedOn));
  let since = sorted[0]?.startedOn ?? givenOn;
  for (const { startedOn, endedOn } of sorted)
    if (endedOn === null || plusDays(endedOn, 1) >= since) since = startedOn < since ? startedOn : since;
    else return endedOn < givenOn;
  return true;
}

/** The directory: those who opted in, each with only what they show. */
export const listedAmong = (members: readonly Known[]): Listed[] =>
  members.flatMap(({ entry, personId, name, seatCode, email, phone }) =>
    entry === null
      ? []
      : [{ personId, name, seatCode, email: entry.showsEmail ? email : null, phone: entry.showsPhone && phone !== '' ? phone : null }],
  );
