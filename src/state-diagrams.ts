import { applicationMachine, candidacyMachine } from './features/applications';
import { cycleMachine } from './features/cycles';
import { meetingMachine } from './features/meetings';
import { membershipMachine } from './features/membership/membership';
import { reviewMachine } from './features/reviews/review';
import { offerMachine } from './features/selection/offer';
import { slateMachine } from './features/selection/slate';
import type { Machine } from './lib/state-machine';

/** Every lifecycle of the product, by the record it belongs to. */
export const machines: Readonly<Record<string, Machine<string, string>>> = {
  cycle: cycleMachine,
  application: applicationMachine,
  candidacy: candidacyMachine,
  review: reviewMachine,
  slate: slateMachine,
  offer: offerMachine,
  membership: membershipMachine,
  meeting: meetingMachine,
};

/** A lifecycle as a Mermaid state diagram: the first state is where it begins, final ones lead out. */
export function mermaid(machine: Machine<string, string>): string {
  const [first] = machine.states;
  const steps = machine.states.flatMap((state) =>
    machine.eventsFrom(state).map((event) => `  ${state} --> ${machine.next(state, event)}: ${event}`),
  );
  const ends = machine.states.filter((state) => machine.isFinal(state)).map((state) => `  ${state} --> [*]`);
  return ['stateDiagram-v2', ...(first === undefined ? [] : [`  [*] --> ${first}`]), ...steps, ...ends].join('\n');
}
