import type { LocalText } from '../../lib/local-text';
import type { Instant } from '../../lib/time';

/** One of the things a local district holds most important, in both languages (its vision; domain.md 9 and 12). */
export interface Priority {
  readonly id: string;
  readonly collaborativeId: string;
  /** From 1, the retired ones among them. */
  readonly place: number;
  readonly title: LocalText;
  /** Plain words; may be empty. */
  readonly text: LocalText;
  /** Whether an agenda line or a note was ever linked to it. */
  readonly isLinked: boolean;
  readonly retiredAt: Instant | null;
  readonly version: number;
}

/** A priority as what is linked to it names it. */
export type LinkedPriority = Pick<Priority, 'id' | 'title'>;

/** Its id, as a column or field keeps it. */
export const idOf = (priority: LinkedPriority | null | undefined): string | null => priority?.id ?? null;

export type PriorityWords = Pick<Priority, 'title' | 'text'>;

export const isRetired = ({ retiredAt }: Pick<Priority, 'retiredAt'>): boolean => retiredAt !== null;

/** What was once linked stays for good, retired or not: the record names it. */
export const mayDelete = ({ isLinked }: Pick<Priority, 'isLinked'>): boolean => !isLinked;

/** Those a line or a note can be linked to: all in force, and the one it is linked to already. */
export const offered = (priorities: readonly Priority[], own: string | null): Priority[] =>
  priorities.filter((priority) => !isRetired(priority) || priority.id === own);

/** Those the public sees: in force in their order, then the retired ones that something was linked to. */
export const shown = (priorities: readonly Priority[]): Priority[] => [
  ...priorities.filter((priority) => !isRetired(priority)),
  ...priorities.filter((priority) => isRetired(priority) && priority.isLinked),
];

export type Direction = 'up' | 'down';

/** The priority it would change places with; undefined at an edge. The retired ones stand apart and have no order to change. */
export function neighbour(priorities: readonly Priority[], id: string, direction: Direction): Priority | undefined {
  const inForce = priorities.filter((priority) => !isRetired(priority));
  const index = inForce.findIndex((priority) => priority.id === id);
  return index === -1 ? undefined : inForce[index + (direction === 'up' ? -1 : 1)];
}
