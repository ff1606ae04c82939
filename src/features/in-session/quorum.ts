import type { Instant } from '../../lib/time';

export type MovementKind = 'arrived' | 'left';

/** Somebody coming or going after the roll call; to the minute. */
export interface Movement {
  readonly id: string;
  readonly meetingId: string;
  readonly membershipId: string;
  readonly kind: MovementKind;
  readonly at: Instant;
}

/** All that quorum hangs on: who may vote that day, who answered the roll, who came and went. */
export interface Presence {
  readonly voters: readonly string[];
  /** Null before the roll call: then nobody counts. */
  readonly rollCall: { readonly at: Instant; readonly present: readonly string[] } | null;
  readonly movements: readonly Pick<Movement, 'membershipId' | 'kind' | 'at'>[];
}

export interface QuorumSpan {
  readonly from: Instant;
  /** Null while it lasts. */
  readonly to: Instant | null;
}

/** How the quorum stands and when it was there. */
export interface Quorum {
  /** The seats it is a majority of. */
  readonly seats: number;
  readonly needed: number;
  readonly present: number;
  readonly isMet: boolean;
  readonly spans: readonly QuorumSpan[];
}

/** A majority: more than half, whatever the number. */
export const neededOf = (seats: number): number => Math.floor(seats / 2) + 1;

/** The quorum from the record. People who may not vote that day never count; movements of one minute count together. */
export function quorumOf(presence: Presence, seats: number): Quorum {
  const needed = neededOf(seats);
  const counts = countsOver(presence);
  const present = counts.at(-1)?.count ?? 0;
  return { seats, needed, present, isMet: present >= needed, spans: spansOf(counts, needed) };
}

/**
 * The quorum of a joint meeting: there when each body has its own. Seats, needed and present are sums; the spans are those in
 * which no body was short.
 */
export function jointQuorum(quorums: readonly [Quorum, ...Quorum[]]): Quorum {
  const [first, ...others] = quorums;
  const sum = (of: (quorum: Quorum) => number): number => quorums.reduce((all, quorum) => all + of(quorum), 0);
  return {
    seats: sum(({ seats }) => seats),
    needed: sum(({ needed }) => needed),
    present: sum(({ present }) => present),
    isMet: quorums.every(({ isMet }) => isMet),
    spans: others.reduce((spans, quorum) => commonSpans(spans, quorum.spans), first.spans),
  };
}

const commonSpans = (some: readonly QuorumSpan[], others: readonly QuorumSpan[]): QuorumSpan[] =>
  some.flatMap((one) =>
    others.flatMap((other): QuorumSpan[] => {
      const from = one.from > other.from ? one.from : other.from;
      const to = earlier(one.to, other.to);
      return to === null || from < to ? [{ from, to }] : [];
    }),
  );

/** Of two ends; null: no end yet. */
function earlier(one: Instant | null, other: Instant | null): Instant | null {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
}

/** Who of the voters is in the meeting now. */
export function presentNow(presence: Presence): ReadonlySet<string> {
  const voters = new Set(presence.voters);
  const inside = new Set((presence.rollCall?.present ?? []).filter((id) => voters.has(id)));
  for (const movement of inOrder(presence.movements)) if (voters.has(movement.membershipId)) apply(inside, movement);
  return inside;
}

/** Movements in the order of their times. */
export const inOrder = <Moved extends Pick<Movement, 'at'>>(movements: readonly Moved[]): Moved[] =>
  [...movements].sort((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)));

interface Count {
  readonly at: Instant;
  readonly count: number;
}

function spansOf(counts: readonly Count[], needed: number): QuorumSpan[] {
  const moments = counts.map(({ at, count }) => ({ at, isMet: count >= needed }));
  const turns = moments.filter(({ isMet }, index) => isMet !== (moments[index - 1]?.isMet ?? false));
  return turns.flatMap(({ at, isMet }, index) => (isMet ? [{ from: at, to: turns[index + 1]?.at ?? null }] : []));
}

function countsOver(presence: Presence): Count[] {
  const { rollCall } = presence;
  if (rollCall === null) return [];
  const moments = [...new Set([rollCall.at, ...presence.movements.map(({ at }) => at)])].sort();
  return moments.map((at) => {
    const sofar = presence.movements.filter((movement) => movement.at <= at);
    return { at, count: presentNow({ ...presence, movements: sofar }).size };
  });
}

function apply(inside: Set<string>, { membershipId, kind }: Pick<Movement, 'membershipId' | 'kind'>): void {
  if (kind === 'arrived') inside.add(membershipId);
  else inside.delete(membershipId);
}
