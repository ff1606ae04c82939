import { visitor, type Actor } from '../../../src/lib/actor';
import { collaborativesSeen, cyclePolicy } from '../../../src/features/cycles/cycle.policy';
import { cycleMachine } from '../../../src/features/cycles/cycle';
import { theCycle } from '../../support/builders/application';

const someone = (given: Partial<Actor>): Actor => ({ ...visitor('en'), id: 'someone', ...given });

/** Every kind of person: may they see the cycle, the list, manage it; and which collaboratives' figures they see. */
const people: readonly [string, Actor, readonly boolean[], readonly string[]][] = [
  ['a visitor', visitor('en'), [false, false, false], []],
  ['a person', someone({}), [false, false, false], []],
  ['a member', someone({ seats: [{ membershipId: 'm', collaborativeId: 'central', status: 'active' }] }), [false, false, false], []],
  ['an officer', someone({ offices: [{ office: 'chair', collaborativeId: 'central' }] }), [false, false, false], []],
  ['a reviewer', someone({ grants: [{ role: 'reviewer', collaborativeId: 'central', cycleId: 'cycle' }] }), [false, false, false], []],
  ['staff', someone({ grants: [{ role: 'staff', collaborativeId: 'central', cycleId: null }] }), [true, true, false], ['central']],
  ['an approver', someone({ grants: [{ role: 'approver', collaborativeId: 'south', cycleId: null }] }), [true, true, false], ['south']],
  [
    'staff of a collaborative outside it',
    someone({ grants: [{ role: 'staff', collaborativeId: 'west', cycleId: null }] }),
    [false, true, false],
    [],
  ],
  [
    'an administrator',
    someone({ grants: [{ role: 'administrator', collaborativeId: null, cycleId: null }] }),
    [true, true, true],
    ['central', 'south'],
  ],
];

describe('who may do what with a cycle', () => {
  it.each(people)('%s', (_name, actor, promised, seen) => {
    const cycle = theCycle();
    const decisions = [cyclePolicy.view(actor, cycle), cyclePolicy.list(actor), cyclePolicy.manage(actor)];
    expect([decisions.map(({ allowed }) => allowed), collaborativesSeen(actor, cycle)]).toEqual([promised, seen]);
  });

  it('lets everybody read the rubric from the opening on, and before it those who see the cycle', () => {
    const before = '2026-10-31T00:00:00.000Z';
    const after = '2026-11-02T00:00:00.000Z';
    const read = (status: (typeof cycleMachine.states)[number], now: string, actor = visitor('en')) =>
      cyclePolicy.readRubric(actor, theCycle({ status }), now).allowed;
    expect(cycleMachine.states.filter((status) => read(status, before))).toEqual([
      'open',
      'closed',
      'in_review',
      'deciding',
      'released',
      'complete',
    ]);
    expect(cycleMachine.states.filter((status) => read(status, after))).toEqual([
      'scheduled',
      'open',
      'closed',
      'in_review',
      'deciding',
      'released',
      'complete',
    ]);
    const staff = someone({ grants: [{ role: 'staff', collaborativeId: 'central', cycleId: null }] });
    expect(cycleMachine.states.filter((status) => read(status, before, staff))).toEqual(cycleMachine.states);
  });
});
