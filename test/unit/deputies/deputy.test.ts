import { isOpenOn, mostDays, overlap, stateOn, wrongDays } from '../../../src/features/deputies/deputy';
import { parseDeputy } from '../../../src/features/deputies/deputy.form';
import { deputyPolicy } from '../../../src/features/deputies/deputy.policy';
import { slatePolicy } from '../../../src/features/selection/slate.policy';
import { notePolicy } from '../../../src/features/advice/note.policy';
import { approvesFor, capacityOf, needsSecondFactor, visitor, type Actor, type Grant, type RoleName } from '../../../src/lib/actor';
import { plusDays } from '../../../src/lib/time';

const days = { startsOn: '2026-12-01', endsOn: '2026-12-10' };

describe('a deputy', () => {
  it.each([
    ['2026-11-30', 'coming', true],
    ['2026-12-01', 'now', true],
    ['2026-12-10', 'now', true],
    ['2026-12-11', 'over', false],
  ] as const)('named for 1 to 10 December is on %s: %s, can still be ended: %s', (today, state, open) => {
    expect(stateOn({ ...days, endedAt: null }, today)).toBe(state);
    expect(isOpenOn({ ...days, endedAt: null }, today)).toBe(open);
  });

  it('who was ended early stays ended, whatever the day', () => {
    for (const today of ['2026-11-30', '2026-12-05', '2026-12-11'])
      expect([stateOn({ ...days, endedAt: 'then' }, today), isOpenOn({ ...days, endedAt: 'then' }, today)]).toEqual(['ended', false]);
  });

  it('lets nobody do anything within its days while the approver does not hold the role, and can still be ended', () => {
    const states = ['2026-11-30', '2026-12-01', '2026-12-10', '2026-12-11'].map((today) =>
      stateOn({ ...days, endedAt: null }, today, false),
    );
    expect(states).toEqual(['coming', 'idle', 'idle', 'over']);
    expect(stateOn({ ...days, endedAt: 'then' }, '2026-12-05', false)).toBe('ended');
  });

  it('is named from today on, in order, for a year at most', () => {
    expect(wrongDays({ startsOn: '2026-11-30', endsOn: '2026-12-10' }, '2026-12-01')).toBe('past');
    expect(wrongDays({ startsOn: '2026-12-01', endsOn: '2026-12-01' }, '2026-12-01')).toBeNull();
    expect(wrongDays({ startsOn: '2026-12-02', endsOn: '2026-12-01' }, '2026-12-01')).toBe('order');
    const last = plusDays('2026-12-01', mostDays - 1);
    expect(wrongDays({ startsOn: '2026-12-01', endsOn: last }, '2026-12-01')).toBeNull();
    expect(wrongDays({ startsOn: '2026-12-01', endsOn: plusDays(last, 1) }, '2026-12-01')).toBe('long');
  });

  it('meets another on their last or first day, and not on the day after', () => {
    expect(overlap(days, { startsOn: '2026-12-10', endsOn: '2026-12-20' })).toBe(true);
    expect(overlap(days, { startsOn: '2026-12-11', endsOn: '2026-12-20' })).toBe(false);
    expect(overlap(days, { startsOn: '2026-11-20', endsOn: '2026-12-01' })).toBe(true);
    expect(overlap(days, { startsOn: '2026-11-20', endsOn: '2026-11-30' })).toBe(false);
  });

  it('needs a place, a person and a last day; the first day is today unless said', () => {
    const form = parseDeputy({ collaborative: 'c1', deputy: 'p1', starts_on: '', ends_on: '2026-12-03' }, '2026-12-01');
    expect(form.ok && form.values).toEqual({ collaborative: 'c1', deputy: 'p1', starts_on: '2026-12-01', ends_on: '2026-12-03' });
    const empty = parseDeputy({}, '2026-12-01');
    expect(empty.ok ? [] : Object.keys(empty.errors).sort()).toEqual(['collaborative', 'deputy', 'ends_on']);
    const past = parseDeputy({ collaborative: 'c1', deputy: 'p1', starts_on: '2026-11-30', ends_on: '2026-12-03' }, '2026-12-01');
    expect(past.ok ? [] : Object.keys(past.errors)).toEqual(['starts_on']);
  });
});

const person = (id: string, grants: readonly Grant[] = [], more: Partial<Actor> = {}): Actor => ({ ...visitor('en'), id, grants, ...more });
const grant = (role: RoleName, given: Partial<Grant> = {}): Grant => ({
  role,
  collaborativeId: role === 'administrator' ? null : 'c1',
  cycleId: null,
  ...given,
});
const standingIn = (deputyFor: string, collaborativeId = 'c1') => grant('approver', { deputyFor, collaborativeId });

const everybody: readonly [string, Actor][] = [
  ['a visitor', visitor('en')],
  ['a person', person('me')],
  ['an applicant', person('me', [], { openedApplicationIds: ['a1'] })],
  ['a member', person('me', [], { seats: [{ membershipId: 'm', collaborativeId: 'c1', status: 'active' }] })],
  ['an officer', person('me', [], { offices: [{ office: 'chair', collaborativeId: 'c1' }] })],
  ['staff', person('me', [grant('staff')])],
  ['the approver', person('me', [grant('approver')])],
  ['an approver elsewhere', person('me', [grant('approver', { collaborativeId: 'c2' })])],
  ['a deputy', person('me', [standingIn('alma')])],
  ['a deputy elsewhere', person('me', [standingIn('alma', 'c2')])],
  ['a reviewer', person('me', [grant('reviewer', { cycleId: 'y1' })])],
  ['a caller', person('me', [grant('caller', { cycleId: 'y1' })])],
  ['an administrator', person('me', [grant('administrator')])],
];

const allowedFor = (ask: (actor: Actor) => boolean): string[] => everybody.filter(([, actor]) => ask(actor)).map(([name]) => name);
const subject = (approverId: string, deputyId: string) => ({ collaborativeId: 'c1', approverId, deputyId });

describe('naming and ending deputies', () => {
  it('is for the approver of the place and for administrators; a deputy passes nothing on', () => {
    expect(allowedFor((actor) => deputyPolicy.name(actor, subject('me', 'dana')).allowed)).toEqual(['the approver', 'an administrator']);
    expect(allowedFor((actor) => deputyPolicy.name(actor, subject('alma', 'dana')).allowed)).toEqual(['an administrator']);
  });

  it('never makes anybody their own deputy, nor an administrator somebody’s', () => {
    expect(allowedFor((actor) => deputyPolicy.name(actor, subject('me', 'me')).allowed)).toEqual([]);
    expect(allowedFor((actor) => deputyPolicy.name(actor, subject('alma', 'alma')).allowed)).toEqual([]);
    expect(allowedFor((actor) => deputyPolicy.name(actor, subject('alma', 'me')).allowed)).toEqual([]);
  });

  it('can be undone by the approver, the deputy and administrators alone', () => {
    expect(allowedFor((actor) => deputyPolicy.end(actor, subject('alma', 'dana')).allowed)).toEqual(['an administrator']);
    const signedIn = everybody.map(([name]) => name).filter((name) => name !== 'a visitor');
    expect(allowedFor((actor) => deputyPolicy.end(actor, subject('me', 'dana')).allowed)).toEqual(signedIn);
    expect(allowedFor((actor) => deputyPolicy.end(actor, subject('alma', 'me')).allowed)).toEqual(signedIn);
  });

  it('shows its page to approvers and deputies, and that of others to administrators', () => {
    expect(allowedFor((actor) => deputyPolicy.view(actor, { isNamed: false }).allowed)).toEqual([
      'the approver',
      'an approver elsewhere',
      'a deputy',
      'a deputy elsewhere',
    ]);
    expect(allowedFor((actor) => deputyPolicy.viewOthers(actor).allowed)).toEqual(['an administrator']);
  });
});

describe('what a deputy may do', () => {
  const slate = (sentBy: string) => ({ collaborativeId: 'c1', sentBy });

  it('is what the approver may there, and nothing elsewhere', () => {
    expect(allowedFor((actor) => slatePolicy.decide(actor, slate('stella')).allowed)).toEqual(['the approver', 'a deputy']);
    expect(
      allowedFor((actor) => notePolicy.sign(actor, { collaborativeId: 'c1' } as Parameters<typeof notePolicy.sign>[1]).allowed),
    ).toEqual(['the approver', 'a deputy']);
  });

  it('is not to approve what they sent, or what the approver they stand in for sent', () => {
    const deputy = person('me', [standingIn('alma')]);
    expect(slatePolicy.decide(deputy, slate('me')).allowed).toBe(false);
    expect(slatePolicy.decide(deputy, slate('alma')).allowed).toBe(false);
    expect(slatePolicy.decide(person('me', [standingIn('alma'), standingIn('bo')]), slate('alma')).allowed).toBe(true);
    expect(slatePolicy.decide(person('me', [standingIn('alma'), grant('approver')]), slate('alma')).allowed).toBe(true);
  });

  it('is done in the place of somebody, unless one approves in one’s own right', () => {
    expect(approvesFor(person('me', [grant('approver'), standingIn('alma')]), 'c1', 'stella')).toBeNull();
    expect(approvesFor(person('me', [standingIn('alma'), standingIn('bo')]), 'c1', 'alma')).toBe('bo');
    expect(approvesFor(person('me', [standingIn('alma')]), 'c1', 'alma')).toBeUndefined();
    expect(approvesFor(person('me', [grant('staff')]), 'c1', 'stella')).toBeUndefined();
    expect([capacityOf(person('me', [standingIn('alma')]), 'c1'), capacityOf(person('me', [grant('approver')]), 'c1')]).toEqual([
      'deputy',
      'approver',
    ]);
  });

  it('takes a second factor, as for the approver', () => {
    expect(needsSecondFactor(person('me', [standingIn('alma')]))).toBe(true);
    expect(needsSecondFactor(person('me'))).toBe(false);
  });
});
