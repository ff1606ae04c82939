import { defineMachine } from '../../lib/state-machine';
import type { CalendarDate, Instant } from '../../lib/time';

export type ActionItemStatus = 'open' | 'done' | 'dropped';
export type ActionItemEvent = 'finish' | 'drop';

/** Something to be done after the meeting: by whom, until when. */
export interface ActionItem {
  readonly id: string;
  readonly meetingId: string;
  readonly itemId: string | null;
  readonly text: string;
  readonly ownerId: string | null;
  readonly dueOn: CalendarDate | null;
  readonly status: ActionItemStatus;
  readonly madeAt: Instant;
  readonly version: number;
}

export const actionItemMachine = defineMachine<ActionItemStatus, ActionItemEvent>({
  open: { finish: 'done', drop: 'dropped' },
  done: {},
  dropped: {},
});
