import type { Instant } from '../../lib/time';

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
}

interface Known {
  readonly personId: string;
  readonly name: string;
  readonly seatCode: string;
  readonly email: string | null;
  readonly phone: string;
  readonly entry: Entry | null;
}

/** The directory: those who opted in, each with only what they show. */
export const listedAmong = (members: readonly Known[]): Listed[] =>
  members.flatMap(({ entry, personId, name, seatCode, email, phone }) =>
    entry === null
      ? []
      : [{ personId, name, seatCode, email: entry.showsEmail ? email : null, phone: entry.showsPhone && phone !== '' ? phone : null }],
  );
