import type { LocalText } from '../../lib/local-text';
import { plusElapsed, type Instant } from '../../lib/time';
import type { Meeting } from '../meetings';
import type { LinkedPriority } from '../priorities';

export const itemKinds = ['opening', 'public_comment', 'minutes', 'business', 'closing'] as const;
export type ItemKind = (typeof itemKinds)[number];

/** What a collaborative does with an item: hear, spread, give advice, or run its own affairs. */
export const itemPurposes = ['inform', 'promote', 'advise', 'procedure'] as const;
export type ItemPurpose = (typeof itemPurposes)[number];

export type ItemOutcome = 'decided' | 'postponed' | 'no_action';

/** The line of an earlier meeting that was not reached there, or put off, and is taken up again. */
export interface CarriedFrom {
  readonly itemId: string;
  readonly meetingId: string;
  /** When that meeting began by its plan. */
  readonly startsAt: Instant;
}

/** One numbered line of an agenda; its number is its place. */
export interface AgendaItem {
  readonly id: string;
  readonly meetingId: string;
  readonly place: number;
  readonly kind: ItemKind;
  readonly title: LocalText;
  readonly purpose: ItemPurpose;
  readonly presenter: string;
  readonly minutes: number;
  /** Markdown. */
  readonly text: LocalText;
  readonly isAction: boolean;
  /** Routine: taken together with others like it by one motion. Only of items that may be decided. */
  readonly isConsent: boolean;
  readonly noteId: string | null;
  /** The priority of the local district it serves, in its present words. */
  readonly priority: LinkedPriority | null;
  readonly approvesMinutesOf: string | null;
  /** Null for a line that is new here. */
  readonly carriedFrom: CarriedFrom | null;
  readonly addedAt: Instant;
  /** Added after the posting deadline: it may be told, not decided. */
  readonly isInformationOnly: boolean;
  readonly outcome: ItemOutcome | null;
  readonly outcomeWords: string;
  readonly version: number;
}

/** What it takes to put a line on an agenda. */
export interface ItemDraft {
  readonly kind: ItemKind;
  readonly title: LocalText;
  readonly purpose: ItemPurpose;
  readonly presenter: string;
  readonly minutes: number;
  readonly text: LocalText;
  readonly isAction: boolean;
  readonly isConsent?: boolean;
  readonly noteId?: string | null;
  readonly priority?: LinkedPriority | null;
  readonly approvesMinutesOf?: string | null;
  readonly carriedFrom?: CarriedFrom | null;
}

/** Whether a meeting's draft agenda may still be changed. */
export const isOpenForItems = (meeting: Pick<Meeting, 'status'>): boolean => ['draft', 'scheduled', 'posted'].includes(meeting.status);

/** Opening lines come first, closing ones last; between them the officers order as they like. */
const rank: Readonly<Record<ItemKind, number>> = { opening: 0, public_comment: 1, minutes: 1, business: 1, closing: 2 };

/** Lines that every agenda has and nobody takes off (54954.3(a) for public comment). */
export const isFixed = (item: Pick<AgendaItem, 'kind'>): boolean => ['opening', 'public_comment', 'closing'].includes(item.kind);

/** The items with places 1, 2, 3 … as they stand in the list, opening and closing lines where they belong. */
export const renumber = (items: readonly AgendaItem[]): AgendaItem[] =>
  [...items].sort((a, b) => rank[a.kind] - rank[b.kind]).map((item, index) => ({ ...item, place: index + 1 }));

/** Adds an item at the end of the business. */
export const append = (items: readonly AgendaItem[], item: AgendaItem): AgendaItem[] => renumber([...items, item]);

export type Direction = 'up' | 'down';

/** Whether an item has a neighbour of its own kind of place on that side. */
export const canMove = (items: readonly AgendaItem[], id: string, direction: Direction): boolean =>
  neighbour(items, id, direction) !== undefined;

/** Swaps an item with its neighbour; at an edge nothing changes. */
export function move(items: readonly AgendaItem[], id: string, direction: Direction): AgendaItem[] {
  const other = neighbour(items, id, direction);
  const from = items.findIndex((item) => item.id === id);
  const moved = items[from];
  if (other === undefined || moved === undefined) return [...items];
  const swapped = [...items];
  swapped[from] = other;
  swapped[items.indexOf(other)] = moved;
  return renumber(swapped);
}

function neighbour(items: readonly AgendaItem[], id: string, direction: Direction): AgendaItem | undefined {
  const index = items.findIndex((item) => item.id === id);
  const item = items[index];
  const other = items[index + (direction === 'up' ? -1 : 1)];
  return item !== undefined && other !== undefined && rank[other.kind] === rank[item.kind] && rank[item.kind] === 1 ? other : undefined;
}

export interface TimedItem {
  readonly item: AgendaItem;
  /** When it is due to begin, if all before it keep to their minutes. */
  readonly startsAt: Instant;
}

/** The computed clock: each item's beginning, the end, and the minutes beyond the planned end (0 when it fits). */
export function timetable(
  meeting: { readonly startsAt: Instant; readonly endsAt: Instant },
  items: readonly AgendaItem[],
): { readonly items: readonly TimedItem[]; readonly endsAt: Instant; readonly overrun: number } {
  let at = meeting.startsAt;
  const timed = items.map((item) => {
    const startsAt = at;
    at = plusElapsed(at, { minutes: item.minutes });
    return { item, startsAt };
  });
  const overrun = Math.max(0, Math.round((Date.parse(at) - Date.parse(meeting.endsAt)) / 60_000));
  return { items: timed, endsAt: at, overrun };
}
