import { membershipPolicy } from '../../../src/features/membership/membership.policy';
import { visitor, type Actor, type RoleName } from '../../../src/lib/actor';

const person = (given: Partial<Actor> = {}): Actor => ({ ...visitor('en'), id: 'p1', name: 'Ana', ...given });
const as = (role: RoleName, collaborativeId: string | null): Actor => person({ grants: [{ role, collaborativeId, cycleId: null }] });

const everyone: Readonly<Record<string, Actor>> = {
  visitor: visitor('en'),
  person: person(),
  member: person({ seats: [{ membershipId: 'm1', collaborativeId: 'here', status: 'active' }] }),
  chair: person({ offices: [{ office: 'chair', collaborativeId: 'here' }] }),
  reviewer: as('reviewer', 'here'),
  caller: as('caller', 'here'),
  'staff here': as('staff', 'here'),
  'staff elsewhere': as('staff', 'there'),
  'approver here': as('approver', 'here'),
  'approver elsewhere': as('approver', 'there'),
  administrator: as('administrator', null),
};

const may: Readonly<Record<string, readonly string[]>> = {
  view: ['staff here', 'approver here', 'administrator'],
  change: ['staff here', 'administrator'],
};

describe.each(['view', 'change'] as const)('to %s seats', (deed) => {
  it.each(Object.keys(everyone))('%s is answered as pages.md says', (name) => {
    const decision = membershipPolicy[deed](everyone[name]!, { collaborativeId: 'here' });
    expect(decision.allowed).toBe(may[deed]!.includes(name));
  });
});

describe('to leave a seat by oneself', () => {
  const own = { personId: 'p1', status: 'active' } as const;

  it('is for the one who holds it while it is not over, and for nobody else', () => {
    expect(membershipPolicy.resign(everyone['person']!, own).allowed).toBe(true);
    expect(membershipPolicy.resign(everyone['person']!, { ...own, status: 'ended' }).allowed).toBe(false);
    for (const name of Object.keys(everyone)) {
      expect(membershipPolicy.resign(everyone[name]!, { ...own, personId: 'p2' }).allowed).toBe(false);
    }
    expect(membershipPolicy.resign(everyone['visitor']!, own).allowed).toBe(false);
  });
});
