import { onboardingPolicy } from '../../../src/features/onboarding/onboarding.policy';
import { taskKinds } from '../../../src/features/onboarding/task';
import { visitor, type Actor, type RoleName } from '../../../src/lib/actor';

const person = (id: string, given: Partial<Actor> = {}): Actor => ({ ...visitor('en'), id, name: 'Ana', ...given });
const as = (role: RoleName, collaborativeId: string | null): Actor =>
  person('other', { grants: [{ role, collaborativeId, cycleId: null }] });

const everyone: Readonly<Record<string, Actor>> = {
  visitor: visitor('en'),
  'the member': person('ana'),
  'another member': person('bo', { seats: [{ membershipId: 'm2', collaborativeId: 'here', status: 'active' }] }),
  chair: person('chair', { offices: [{ office: 'chair', collaborativeId: 'here' }] }),
  reviewer: as('reviewer', 'here'),
  'staff here': as('staff', 'here'),
  'staff elsewhere': as('staff', 'there'),
  'approver here': as('approver', 'here'),
  administrator: as('administrator', null),
  'the member who is staff': person('ana', { grants: [{ role: 'staff', collaborativeId: 'here', cycleId: null }] }),
};
const plan = { personId: 'ana', collaborativeId: 'here' };
const own = ['the member', 'the member who is staff'];

const who = (decide: (actor: Actor) => { readonly allowed: boolean }): string[] =>
  Object.keys(everyone).filter((name) => decide(everyone[name]!).allowed);

describe('a checklist', () => {
  it('is seen by its member and the staff there, nobody else', () => {
    expect(who((actor) => onboardingPolicy.view(actor, plan))).toEqual(['the member', 'staff here', 'the member who is staff']);
    expect(who((actor) => onboardingPolicy.own(actor, plan))).toEqual(own);
  });

  it.each(taskKinds)('has a step of kind %s done by the member only where it is theirs', (kind) => {
    const isStaffs = kind === 'attend' || kind === 'staff_check';
    expect(who((actor) => onboardingPolicy.complete(actor, plan, { kind }))).toEqual(isStaffs ? [] : own);
  });

  it('is recorded and waived by staff, and never for themselves', () => {
    expect(who((actor) => onboardingPolicy.record(actor, plan))).toEqual(['staff here']);
  });

  it('stands on a board for the staff there alone', () => {
    expect(who((actor) => onboardingPolicy.board(actor, 'here'))).toEqual(['staff here', 'the member who is staff']);
  });
});
