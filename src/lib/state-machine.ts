import { IllegalTransition } from './errors';

/** A lifecycle as data: which events each state takes, and where they lead. */
export interface Machine<State extends string, Event extends string> {
  readonly states: readonly State[];
  can(from: State, event: Event): boolean;
  eventsFrom(from: State): readonly Event[];
  isFinal(state: State): boolean;
  /** The state after the event. Throws IllegalTransition (409) when there is no such step. */
  next(from: State, event: Event): State;
}

type Table<State extends string, Event extends string> = Readonly<Record<State, Readonly<Partial<Record<Event, State>>>>>;

export function defineMachine<State extends string, Event extends string>(table: Table<State, Event>): Machine<State, Event> {
  const eventsFrom = (from: State) => Object.keys(table[from]) as Event[];
  return {
    states: Object.keys(table) as State[],
    can: (from, event) => table[from][event] !== undefined,
    eventsFrom,
    isFinal: (state) => eventsFrom(state).length === 0,
    next(from, event) {
      const to = table[from][event];
      if (to === undefined) throw new IllegalTransition(from, event);
      return to;
    },
  };
}
