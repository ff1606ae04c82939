import { mustProveSecondFactor } from '../../../src/features/accounts/account';
import { isNotOver, isOn, isWellPlaced } from '../../../src/features/accounts/role';
import { peoplePolicy } from '../../../src/features/accounts/role.policy';
import { readConfig } from '../../../src/config';
import { visitor, type Actor, type Grant, type RoleName } from '../../../src/lib/actor';

const person = (id: string, grants: readonly Grant[] = [], more: Partial<Actor> = {}): Actor => ({
  ...visitor('en'),
  id,
  name: id,
  grants,
  ...more,
});
const grant = (role: RoleName): Grant => ({ role, collaborativeId: role === 'administrator' ? null : 'c1', cycleId: null });

const administrator = person('me', [grant('administrator')]);
const everybodyElse: [string, Actor][] = [
  ['a visitor', visitor('en')],
  ['a person', person('me')],
  ['an applicant', person('me', [], { openedApplicationIds: ['a1'] })],
  ['a member', person('me', [], { seats: [{ membershipId: 'm', collaborativeId: 'c1', status: 'active' }] })],
  ['an officer', person('me', [], { offices: [{ office: 'chair', collaborativeId: 'c1' }] })],
  ['staff', person('me', [grant('staff')])],
  ['an approver', person('me', [grant('approver')])],
  ['a reviewer', person('me', [grant('reviewer')])],
  ['a caller', person('me', [grant('caller')])],
];

const answers = (actor: Actor, subject: string) => ({
  view: peoplePolicy.view(actor).allowed,
  invite: peoplePolicy.invite(actor).allowed,
  changeRoles: peoplePolicy.changeRoles(actor, subject).allowed,
  endLast: peoplePolicy.endAdministrator(actor, subject, 0).allowed,
  endOneOfTwo: peoplePolicy.endAdministrator(actor, subject, 1).allowed,
  confirmOwn: peoplePolicy.confirmReset(actor, subject, actor.id).allowed,
  confirmAnothers: peoplePolicy.confirmReset(actor, subject, 'third').allowed,
});

const nothing = {
  view: false,
  invite: false,
  changeRoles: false,
  endLast: false,
  endOneOfTwo: false,
  confirmOwn: false,
  confirmAnothers: false,
};

describe('people and roles', () => {
  it.each(everybodyElse)('are nothing for %s', (_, actor) => {
    expect(answers(actor, 'other')).toEqual(nothing);
    expect(answers(actor, 'me')).toEqual(nothing);
  });

  it('are for administrators, but for the last of them and for what they asked for themselves', () => {
    expect(answers(administrator, 'other')).toEqual({
      ...nothing,
      view: true,
      invite: true,
      changeRoles: true,
      endOneOfTwo: true,
      confirmAnothers: true,
    });
  });

  it('are not for administrators where it is about themselves', () => {
    expect(answers(administrator, 'me')).toEqual({ ...nothing, view: true, invite: true });
  });
});

describe('a role', () => {
  it.each([
    ['2026-11-20', '2026-11-21', null, false, true],
    ['2026-11-21', '2026-11-21', null, true, true],
    ['2026-11-21', '2026-11-01', '2026-11-21', true, true],
    ['2026-11-22', '2026-11-01', '2026-11-21', false, false],
  ])('on %s, given from %s to %s: on %s, not over %s', (today, startsOn, endsOn, on, notOver) => {
    expect(isOn({ startsOn, endsOn }, today)).toBe(on);
    expect(isNotOver({ endsOn }, today)).toBe(notOver);
  });

  it.each([
    ['administrator', null, null, true],
    ['administrator', 'c1', null, false],
    ['staff', 'c1', null, true],
    ['staff', null, null, false],
    ['approver', 'c1', null, true],
    ['approver', 'c1', 'y1', false],
    ['reviewer', 'c1', 'y1', true],
    ['reviewer', 'c1', null, false],
    ['caller', 'c1', 'y1', true],
    ['caller', null, 'y1', false],
  ] as const)('%s at %s in %s is well placed: %s', (role, collaborativeId, cycleId, well) => {
    expect(isWellPlaced({ role, collaborativeId, cycleId })).toBe(well);
  });
});

describe('the second factor', () => {
  const config = readConfig({ NODE_ENV: 'production', SECRET: 'x' });
  const demo = readConfig({ NODE_ENV: 'demo' });
  const must = new Set(['an officer', 'staff', 'an approver', 'a reviewer', 'an administrator']);

  it.each([...everybodyElse, ['an administrator', administrator] as [string, Actor]])('is asked of %s as the rule says', (name, actor) => {
    expect(mustProveSecondFactor(actor, {}, config)).toBe(must.has(name));
    expect(mustProveSecondFactor(actor, { strong: true }, config)).toBe(false);
    expect(mustProveSecondFactor(actor, {}, demo)).toBe(false);
    expect(mustProveSecondFactor(actor, { factorDue: true }, demo)).toBe(
      name !== 'a visitor' && name !== 'an applicant' ? true : actor.id !== null,
    );
  });
});
