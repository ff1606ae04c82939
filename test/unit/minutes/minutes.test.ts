import { approvalsOf, approvingBodies, stillToApprove } from '../../../src/features/minutes/approval';
import { correctionMachine } from '../../../src/features/minutes/correction';
import {
  approve,
  circulate,
  minutesDueOn,
  minutesMachine,
  reminderDay,
  rewrite,
  type Minutes,
} from '../../../src/features/minutes/minutes';
import {
  approveCorrection,
  awaitingVersion,
  changedParts,
  isSameText,
  proposedVersion,
  standingVersion,
  visibleVersions,
  withdrawCorrection,
  type MinutesVersion,
  type Stage,
} from '../../../src/features/minutes/version';
import { minutesPolicy } from '../../../src/features/minutes/minutes.policy';
import { sessionPolicy } from '../../../src/features/in-session/session.policy';
import { visitor, type Actor } from '../../../src/lib/actor';

const text = { opening: '', items: { a: 'Words' }, closing: '' };
const minutes = (given: Partial<Minutes> = {}): Minutes => ({
  id: 'x',
  meetingId: 'meeting-1',
  status: 'drafted',
  record: {} as Minutes['record'],
  text,
  compiledAt: '2026-12-05T02:00:00.000Z',
  circulatedAt: null,
  approvedAt: null,
  approvedByMotion: null,
  version: 1,
  ...given,
});

it('goes from drafted to circulated to approved and nowhere else', () => {
  expect(Object.fromEntries(minutesMachine.states.map((state) => [state, minutesMachine.eventsFrom(state)]))).toEqual({
    drafted: ['circulate'],
    circulated: ['approve'],
    approved: [],
  });
  expect(Object.fromEntries(correctionMachine.states.map((state) => [state, correctionMachine.eventsFrom(state)]))).toEqual({
    proposed: ['take', 'decline'],
    taken: [],
    declined: [],
  });
  expect(circulate(minutes(), 'now').status).toBe('circulated');
  expect(() => circulate(minutes({ status: 'approved' }), 'now')).toThrow();
  expect(() => approve(minutes(), 'motion', 'now')).toThrow();
  expect(approve(minutes({ status: 'circulated' }), 'motion', 'now')).toEqual(
    minutes({ status: 'approved', approvedAt: 'now', approvedByMotion: 'motion' }),
  );
});

it('locks the words of approved minutes', () => {
  expect(rewrite(minutes({ status: 'circulated' }), { ...text, closing: 'End' }).text.closing).toBe('End');
  expect(() => rewrite(minutes({ status: 'approved' }), text)).toThrow();
});

describe('the approval of each body', () => {
  const by = (collaborativeId: string, wording = 2) => ({ collaborativeId, wording });

  it('counts for the words it was given to, and for no others', () => {
    const all = [by('central', 1), by('south', 2)];
    expect([approvalsOf(all, 1), approvalsOf(all, 2), approvalsOf(all, 3), approvalsOf(all, undefined)]).toEqual([
      [all[0]],
      [all[1]],
      [],
      [],
    ]);
  });

  it('is missing until it is given, and is given by a motion of a meeting of that body alone', () => {
    expect(stillToApprove(['central', 'south'], [by('south')])).toEqual(['central']);
    expect(stillToApprove(['central', 'south'], [by('south'), by('central')])).toEqual([]);
    expect(approvingBodies(['central'], ['central', 'south'], [])).toEqual(['central']);
    expect(approvingBodies(['south', 'central', 'west'], ['central', 'south'], [])).toEqual(['central', 'south']);
    expect(approvingBodies(['south', 'central'], ['central', 'south'], [by('central')])).toEqual(['south']);
    expect(approvingBodies(['west'], ['central', 'south'], [])).toEqual([]);
  });
});

it('is due so many days after the day of the meeting, on the wall clock', () => {
  expect(minutesDueOn('2026-12-04T04:00:00.000Z', 10)).toBe('2026-12-13');
  expect(minutesDueOn('2026-12-04T08:00:00.000Z', 10)).toBe('2026-12-14');
});

it.each([
  [6, null],
  [7, 7],
  [9, 7],
  [10, 10],
  [16, 10],
  [17, 17],
  [24, 24],
])('is reminded of %i days after as of day %s', (days, day) => {
  expect(reminderDay(days, 10)).toBe(day);
});

const person: Actor = { ...visitor('en'), id: 'ana', name: 'Ana' };
const grant = (role: Actor['grants'][number]['role'], collaborativeId: string | null): Actor => ({
  ...person,
  grants: [{ role, collaborativeId, cycleId: null }],
});
const seat = (status: Actor['seats'][number]['status'], collaborativeId = 'central'): Actor => ({
  ...person,
  seats: [{ membershipId: 'm', collaborativeId, status }],
});
const people: Readonly<Record<string, Actor>> = {
  visitor: visitor('en'),
  person,
  pending: seat('pending'),
  member: seat('active'),
  'on leave': seat('on_leave'),
  'member elsewhere': seat('active', 'south'),
  officer: { ...seat('active'), offices: [{ office: 'secretary', collaborativeId: 'central' }] },
  'officer elsewhere': { ...person, offices: [{ office: 'chair', collaborativeId: 'south' }] },
  reviewer: grant('reviewer', 'central'),
  caller: grant('caller', 'central'),
  approver: grant('approver', 'central'),
  staff: grant('staff', 'central'),
  'staff elsewhere': grant('staff', 'south'),
  administrator: grant('administrator', null),
};
const central = { collaborativeId: 'central', withBodies: [] };
const allowedFor = (may: (actor: Actor) => { allowed: boolean }) =>
  Object.entries(people)
    .filter(([, actor]) => may(actor).allowed)
    .map(([name]) => name);

describe('who may', () => {
  const writers = ['officer', 'staff', 'administrator'];
  const everyone = Object.keys(people);

  it('run meetings and write minutes', () => {
    expect(allowedFor((actor) => sessionPolicy.run(actor, central))).toEqual(writers);
    expect(allowedFor((actor) => minutesPolicy.write(actor, central))).toEqual(writers);
  });

  it('read and correct the draft of a joint meeting: each body that met, while its host writes it', () => {
    const joint = { collaborativeId: 'central', withBodies: ['south'] };
    const met = ['member', 'on leave', 'member elsewhere', 'officer', 'officer elsewhere', 'staff', 'staff elsewhere'];
    expect(allowedFor((actor) => minutesPolicy.correct(actor, joint))).toEqual(met);
    const circulated = { ...joint, status: 'circulated' as const, draftsArePublic: false };
    expect(allowedFor((actor) => minutesPolicy.view(actor, circulated))).toEqual([...met, 'administrator']);
    expect(allowedFor((actor) => minutesPolicy.view(actor, { ...circulated, status: 'drafted' }))).toEqual(writers);
    expect(allowedFor((actor) => minutesPolicy.write(actor, joint))).toEqual(writers);
  });

  it('propose corrections', () => {
    expect(allowedFor((actor) => minutesPolicy.correct(actor, central))).toEqual(['member', 'on leave', 'officer', 'staff']);
  });

  it.each([
    ['drafted', true, writers],
    ['drafted', false, writers],
    ['circulated', true, everyone],
    ['circulated', false, ['member', 'on leave', ...writers]],
    ['approved', false, everyone],
  ] as const)('read %s minutes where drafts are public: %s', (status, draftsArePublic, expected) => {
    expect(allowedFor((actor) => minutesPolicy.view(actor, { ...central, status, draftsArePublic }))).toEqual(expected);
  });
});

describe('the wordings of minutes', () => {
  const stages: readonly Stage[] = ['drafted', 'circulated', 'approved', 'proposed', 'withdrawn', 'corrected'];
  const version = (stage: Stage, number = 1): MinutesVersion => ({
    ...{ minutesId: 'x', number, stage, text, reason: '', savedAt: 'now', savedBy: 'ana', approvedAt: null, approvedByMotion: null },
  });
  const all = stages.map((stage, index) => version(stage, index + 1));

  it('stand once approved, and are superseded by an approved correction alone', () => {
    const standing = (...given: Stage[]) => standingVersion(given.map((stage, index) => version(stage, index + 1)))?.number;
    expect([standing(), standing('drafted', 'circulated'), standing('circulated', 'approved', 'proposed')]).toEqual([undefined, 2, 2]);
    expect([standing('approved', 'withdrawn'), standing('approved', 'corrected', 'withdrawn', 'corrected', 'proposed')]).toEqual([1, 4]);
    expect([proposedVersion(all)?.number, proposedVersion([version('approved')])]).toEqual([4, undefined]);
  });

  it('wait for meetings while the newest of them is circulated, or a correction that is proposed', () => {
    const waiting = (...given: Stage[]) => awaitingVersion(given.map((stage, index) => version(stage, index + 1)))?.number;
    expect([waiting(), waiting('drafted'), waiting('drafted', 'circulated'), waiting('circulated', 'circulated')]).toEqual([
      ...[undefined, undefined, 2, 2],
    ]);
    expect([waiting('circulated', 'approved'), waiting('approved', 'proposed'), waiting('approved', 'withdrawn')]).toEqual([
      ...[undefined, 2, undefined],
    ]);
    expect(waiting('approved', 'corrected')).toBeUndefined();
  });

  it('become a correction only from being proposed', () => {
    expect(approveCorrection(version('proposed'), 'motion', 'then')).toMatchObject({
      stage: 'corrected',
      approvedByMotion: 'motion',
      approvedAt: 'then',
    });
    for (const stage of stages.filter((one) => one !== 'proposed')) {
      expect(() => approveCorrection(version(stage), 'motion', 'then')).toThrow();
      expect(() => withdrawCorrection(version(stage))).toThrow();
    }
  });

  it('are seen by who may: approved ones by all, drafts that are out by who reads drafts, the rest by who writes', () => {
    const seen = (readsDrafts: boolean, writes: boolean) => visibleVersions(all, { readsDrafts, writes }).map(({ stage }) => stage);
    expect(seen(false, false)).toEqual(['approved', 'corrected']);
    expect(seen(true, false)).toEqual(['circulated', 'approved', 'proposed', 'corrected']);
    expect(seen(true, true)).toEqual(stages);
  });

  it('differ by part and word, in the order of the minutes', () => {
    const after = { opening: 'Good evening.', items: { b: 'Two', a: 'Words said' }, closing: '' };
    expect(changedParts(text, after, ['a', 'b']).map(({ part, changes }) => [part, changes.map(({ kind }) => kind)])).toEqual([
      ['opening', ['added']],
      ['a', ['same', 'added']],
      ['b', ['added']],
    ]);
    expect([isSameText(text, { ...text, items: { a: 'Words', b: '' } }), isSameText(text, after)]).toEqual([true, false]);
  });
});
