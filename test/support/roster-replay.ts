import { plusDays } from '../../src/lib/time';

/** A line of the history as the database holds it. */
export interface HistoryLine {
  readonly action: string;
  readonly subject_kind: string;
  readonly subject_id: string;
  readonly collaborative_id: string | null;
  readonly details: string | null;
  readonly at: string;
}

interface Span {
  from: string;
  until: string;
}

interface GivenBack {
  readonly offices?: readonly { readonly office: string; readonly startsOn: string; readonly endsOn: string | null }[];
  readonly leaves?: readonly { readonly leave: string; readonly startsOn: string; readonly endsOn: string | null }[];
}
type Given = Readonly<Record<string, string | null>>;
type Deed = (id: string, one: Told, given: Given, body: string, back: GivenBack) => void;

interface Told {
  readonly seat: string;
  readonly termEndsOn: string;
  sits: Span | null;
  readonly leaves: Map<string, Span>;
}

type Line = readonly [membershipId: string, seat: string, standing: string, office: string | null];

/** The roster told by the history alone, in the words of domain.md 8: nothing of the product's own rules or tables is used. */
export interface Replayed {
  readonly on: (date: string) => Line[];
  /** Each first and last day, and the days beside them. */
  readonly edges: () => string[];
}

/** What a line says things are like after it. */
const givenIn = (details: string | null): Given => (JSON.parse(details ?? '{}') as { after?: Given | null }).after ?? {};

const ever = '9999-12-31';
const rank = ['chair', 'vice_chair', 'secretary'];

/** Reads the history line by line, as they were written. */
export function replayHistory(lines: readonly HistoryLine[]): Replayed {
  const told = new Map<string, Told>();
  const offices: { membership: string; body: string; office: string; span: Span }[] = [];
  function tell({ action, subject_id: id, details, collaborative_id: body }: HistoryLine): void {
    const given = givenIn(details);
    if (action === 'membership.accepted') {
      told.set(id, { seat: given['seat'] ?? '', termEndsOn: given['termEndsOn'] ?? '', sits: null, leaves: new Map() });
      return;
    }
    const one = told.get(id);
    if (one !== undefined) deeds[action]?.(id, one, given, body ?? '', given);
  }

  const ends: Deed = (id, one, given, body, back) => {
    giveBack(id, one, body, back);
    cut(id, one, given['endedOn'] ?? '');
  };
  const deeds: Readonly<Record<string, Deed>> = {
    'membership.begun': (_, one, given) => {
      one.sits = { from: given['startedOn'] ?? '', until: ever };
    },
    'membership.ended': ends,
    'membership.resigned': ends,
    'membership.moved': ends,
    'membership.endingTakenBack': (id, one, _, body, back) => {
      if (one.sits !== null) one.sits.until = ever;
      giveBack(id, one, body, back);
    },
    'membership.leaveTaken': (_, one, given) => {
      one.leaves.set(given['leave'] ?? '', { from: given['startsOn'] ?? '', until: given['endsOn'] ?? ever });
    },
    'membership.leaveEnded': (_, one, given) => {
      endLeave(one, given['leave'] ?? '', given['endsOn'] ?? null);
    },
    'membership.officeGiven': (id, _, given, body) => {
      elect(id, given, body);
    },
  };

  function cut(id: string, one: Told, lastDay: string): void {
    if (one.sits !== null) one.sits.until = lastDay;
    for (const [key, leave] of one.leaves) {
      if (leave.from > lastDay) one.leaves.delete(key);
      else if (leave.until > lastDay) leave.until = lastDay;
    }
    for (const held of offices.filter(({ membership }) => membership === id)) if (held.span.until > lastDay) held.span.until = lastDay;
  }

  /** What an ending had cut short, as the line says it is now. */
  function giveBack(id: string, one: Told, body: string, { offices: given = [], leaves = [] }: GivenBack): void {
    for (const { leave, startsOn, endsOn } of leaves) one.leaves.set(leave, { from: startsOn, until: endsOn ?? ever });
    for (const { office, startsOn, endsOn } of given)
      holdAgain({ membership: id, body, office, span: { from: startsOn, until: endsOn ?? ever } });
  }

  function holdAgain(again: (typeof offices)[number]): void {
    const { membership, office, span } = again;
    const held = offices.find((was) => was.membership === membership && was.office === office && was.span.from === span.from);
    if (held === undefined) offices.push(again);
    else held.span.until = span.until;
  }

  function endLeave(one: Told, key: string, lastDay: string | null): void {
    const leave = one.leaves.get(key);
    if (leave === undefined) return;
    if (lastDay === null) one.leaves.delete(key);
    else leave.until = lastDay;
  }

  function elect(id: string, given: Given, body: string): void {
    const [office, from] = [given['office'] ?? '', given['startsOn'] ?? ''];
    for (const held of offices.filter((before) => before.body === body && before.office === office && before.span.until >= from))
      held.span.until = plusDays(from, -1);
    offices.push({ membership: id, body, office, span: { from, until: given['endsOn'] ?? ever } });
  }

  for (const line of lines.filter(({ subject_kind: kind }) => kind === 'membership')) tell(line);

  const within = ({ from, until }: Span, date: string): boolean => from <= date && date <= until;

  const standing = (one: Told, date: string): string => {
    if ([...one.leaves.values()].some((leave) => within(leave, date))) return 'on_leave';
    return one.termEndsOn < date ? 'holdover' : 'active';
  };

  const officeOf = (id: string, date: string): string | null =>
    offices
      .filter(({ membership, span }) => membership === id && within(span, date))
      .map(({ office }) => office)
      .sort((a, b) => rank.indexOf(a) - rank.indexOf(b))[0] ?? null;

  return {
    on: (date) =>
      [...told]
        .filter(([, one]) => one.sits !== null && within(one.sits, date))
        .map(([id, one]) => [id, one.seat, standing(one, date), officeOf(id, date)] as const),
    edges: () =>
      [...told.values()].flatMap(({ sits }) =>
        sits === null || sits.until === ever ? [] : [sits.from, plusDays(sits.from, -1), sits.until, plusDays(sits.until, 1)],
      ),
  };
}
