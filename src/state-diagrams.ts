import { accessMachine } from './features/access/access-request';
import { answerMachine } from './features/advice/answer';
import { noteMachine } from './features/advice/note';
import { applicationMachine, candidacyMachine } from './features/applications';
import { cycleMachine } from './features/cycles';
import { actionItemMachine } from './features/in-session/action-item';
import { motionMachine } from './features/in-session/motion';
import { lotMachine } from './features/lots';
import { meetingMachine } from './features/meetings';
import { membershipMachine } from './features/membership/membership';
import { correctionMachine } from './features/minutes/correction';
import { minutesMachine } from './features/minutes/minutes';
import { planMachine } from './features/onboarding/plan';
import { taskMachine } from './features/onboarding/task';
import { reviewMachine } from './features/reviews/review';
import { offerMachine } from './features/offers/offer';
import { slateMachine } from './features/selection/slate';
import type { Machine } from './lib/state-machine';

/** Every lifecycle of the product, by the record it belongs to. */
export const machines: Readonly<Record<string, Machine<string, string>>> = {
  cycle: cycleMachine,
  application: applicationMachine,
  candidacy: candidacyMachine,
  review: reviewMachine,
  slate: slateMachine,
  lot: lotMachine,
  offer: offerMachine,
  'onboarding plan': planMachine,
  'onboarding task': taskMachine,
  membership: membershipMachine,
  meeting: meetingMachine,
  'access request': accessMachine,
  motion: motionMachine,
  'action item': actionItemMachine,
  minutes: minutesMachine,
  correction: correctionMachine,
  note: noteMachine,
  answer: answerMachine,
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
