import { defineMachine } from '../../../src/lib/state-machine';
import { machines, mermaid } from '../../../src/state-diagrams';

describe('the picture of a lifecycle', () => {
  it('begins at the first state, names every step and ends where nothing follows', () => {
    expect(mermaid(defineMachine<'draft' | 'sent', 'send'>({ draft: { send: 'sent' }, sent: {} }))).toBe(
      'stateDiagram-v2\n  [*] --> draft\n  draft --> sent: send\n  sent --> [*]',
    );
  });

  it.each(Object.entries(machines))('of %s leads from its first state to every other', (_, machine) => {
    const [first = ''] = machine.states;
    const reached = new Set([first]);
    for (const state of reached) for (const event of machine.eventsFrom(state)) reached.add(machine.next(state, event));
    expect([...reached].sort()).toEqual([...machine.states].sort());
  });
});
