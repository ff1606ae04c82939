import { actionItemMachine } from '../../../src/features/in-session/action-item';
import { checkCorrection, mayTakeBack, movementProblem, type Attendance } from '../../../src/features/in-session/attendance';
import {
  decideMotion,
  isCarried,
  isCarriedByAll,
  letDie,
  motionMachine,
  moveMotion,
  secondMotion,
  type Motion,
  type SpokenChoice,
  type VoteChoice,
} from '../../../src/features/in-session/motion';
import { seemsPersonal } from '../../../src/features/in-session/personal-data';
import { jointQuorum, type Quorum } from '../../../src/features/in-session/quorum';
import { checkAdjournment, checkStart, outcomesFor } from '../../../src/features/in-session/session';
import { anItem } from '../../support/builders/agenda';
import { statusOf } from '../../support/status';

const at = (time: string) => `2026-12-04T02:${time}:00.000Z`;
describe('machines', () => {
  it('take motions from the floor to a vote, once', () => {
    expect(Object.fromEntries(motionMachine.states.map((state) => [state, motionMachine.eventsFrom(state)]))).toEqual({
      waiting: ['second', 'die', 'withdraw'],
      moved: ['carry', 'fail', 'withdraw'],
      carried: [],
      failed: [],
      withdrawn: [],
      died: [],
    });
    expect(motionMachine.next('waiting', 'second')).toBe('moved');
    expect(motionMachine.next('moved', 'fail')).toBe('failed');
  });

  it('close what is to be done once', () => {
    expect(Object.fromEntries(actionItemMachine.states.map((state) => [state, actionItemMachine.eventsFrom(state)]))).toEqual({
      open: ['finish', 'drop'],
      done: [],
      dropped: [],
    });
  });
});

const votes = (...choices: VoteChoice[]) => choices.map((choice, index) => ({ membershipId: `m${index}`, choice }));

it.each([
  [votes('yes', 'no', 'yes'), true],
  [votes('yes', 'no'), false],
  [votes('yes', 'abstain', 'abstain', 'recused', 'absent'), true],
  [votes('abstain', 'abstain', 'absent'), false],
  [votes('no', 'no', 'yes'), false],
])('counts the majority of those voting: %j carries %s', (cast, carries) => {
  expect(isCarried(cast, 'majority_of_votes')).toBe(carries);
});

it.each([
  [votes('yes', 'yes', 'no'), true],
  [votes('yes', 'abstain'), false],
  [votes('yes', 'yes', 'abstain', 'recused', 'absent'), false],
  [votes('yes', 'yes', 'yes', 'abstain', 'recused', 'absent'), true],
  [votes('absent'), false],
])('counts, where a collaborative asks for it, the majority of those there: %j carries %s', (cast, carries) => {
  expect(isCarried(cast, 'majority_of_present')).toBe(carries);
});

const motion = (given: Partial<Motion> = {}): Motion => ({
  id: 'x',
  meetingId: 'meeting-1',
  itemId: 'a',
  number: 1,
  text: 'Go',
  moverId: 'a',
  seconderId: 'b',
  status: 'moved',
  movedAt: at('10'),
  decidedAt: null,
  version: 1,
  ...given,
});
const floor = {
  hasQuorum: true,
  mayTakeAction: true,
  present: new Set(['a', 'b', 'c']),
  bodies: [{ voters: new Set(['a', 'b', 'c', 'd']), rule: 'majority_of_votes' as const, regime: 'brown' as const }],
};

describe('a motion', () => {
  it('needs a quorum, an item that was posted, a free floor, and two members who are there', () => {
    const wanted = { id: 'x', meetingId: 'meeting-1', itemId: 'a', text: 'Go', moverId: 'a', seconderId: 'b', movedAt: at('10') };
    expect(moveMotion(wanted, floor, [motion({ number: 4, status: 'failed' })])).toEqual(motion({ number: 5 }));
    const refusals = [
      statusOf(() => moveMotion(wanted, { ...floor, hasQuorum: false }, [])),
      statusOf(() => moveMotion(wanted, { ...floor, mayTakeAction: false }, [])),
      statusOf(() => moveMotion(wanted, floor, [motion()])),
      statusOf(() => moveMotion({ ...wanted, seconderId: 'a' }, floor, [])),
      statusOf(() => moveMotion({ ...wanted, seconderId: 'd' }, floor, [])),
    ];
    expect(refusals).toEqual([409, 409, 409, 409, 409]);
  });

  it('waits for another member who is there to second it, and is not voted on before', () => {
    const wanted = { id: 'x', meetingId: 'meeting-1', itemId: 'a', text: 'Go', moverId: 'a', seconderId: null, movedAt: at('10') };
    const waiting = moveMotion(wanted, floor, []);
    expect(waiting).toEqual(motion({ status: 'waiting', seconderId: null }));
    expect(secondMotion(waiting, 'b', floor)).toEqual(motion());
    const choices = new Map<string, SpokenChoice>([...floor.present].map((id) => [id, 'yes']));
    const refusals = [
      statusOf(() => moveMotion({ ...wanted, moverId: 'd' }, floor, [])),
      statusOf(() => moveMotion(wanted, floor, [waiting])),
      statusOf(() => secondMotion(waiting, 'a', floor)),
      statusOf(() => secondMotion(waiting, 'd', floor)),
      statusOf(() => secondMotion(waiting, 'b', { ...floor, hasQuorum: false })),
      statusOf(() => secondMotion(motion(), 'c', floor)),
      statusOf(() => decideMotion(waiting, { choices }, { ...floor, voters: ['a', 'b', 'c'], at: at('12') })),
    ];
    expect(refusals).toEqual([409, 409, 409, 409, 409, 409, 409]);
  });

  it('dies when nobody seconds it, and not once somebody did', () => {
    expect(letDie(motion({ status: 'waiting', seconderId: null }), at('12'))).toEqual(
      motion({ status: 'died', seconderId: null, decidedAt: at('12') }),
    );
    expect(statusOf(() => letDie(motion(), at('12')))).toBe(409);
  });

  it('holds up the end of the meeting while it waits, and no longer once it died', () => {
    expect(statusOf(() => checkAdjournment([], [motion({ status: 'waiting', seconderId: null })]))).toBe(409);
    expect(statusOf(() => checkAdjournment([], [motion({ status: 'died', seconderId: null })]))).toBe(200);
  });

  it('is decided by all who are there and nobody else; the rest are absent', () => {
    const answers = new Map<string, SpokenChoice>([
      ['a', 'yes'],
      ['b', 'no'],
      ['c', 'yes'],
    ]);
    const room = { ...floor, voters: ['a', 'b', 'c', 'd'], at: at('12') };
    const decided = decideMotion(motion(), { choices: answers }, room);
    expect([decided.status, decided.decidedAt, decided.votes.map(({ choice }) => choice)]).toEqual([
      'carried',
      at('12'),
      ['yes', 'no', 'yes', 'absent'],
    ]);
    expect(statusOf(() => decideMotion(motion(), { choices: new Map([...answers, ['d', 'yes']]) }, room))).toBe(409);
    expect(statusOf(() => decideMotion(motion(), { choices: new Map([['a', 'yes']]) }, room))).toBe(409);
    expect(statusOf(() => decideMotion(motion(), { choices: answers }, { ...room, hasQuorum: false }))).toBe(409);
    expect(statusOf(() => decideMotion(motion({ status: 'withdrawn' }), { choices: answers }, room))).toBe(409);
  });
});

describe('a joint meeting', () => {
  const of = (from: string, to: string | null) => ({ from: at(from), to: to === null ? null : at(to) });
  const quorum = (present: number, spans: Quorum['spans']): Quorum => ({ seats: 5, needed: 3, present, isMet: present >= 3, spans });

  it('has a quorum only while each body has its own', () => {
    const both = jointQuorum([quorum(3, [of('10', '20'), of('30', null)]), quorum(4, [of('05', '12'), of('15', '35'), of('40', null)])]);
    expect(both).toEqual({
      seats: 10,
      needed: 6,
      present: 7,
      isMet: true,
      spans: [of('10', '12'), of('15', '20'), of('30', '35'), of('40', null)],
    });
    expect(jointQuorum([quorum(2, []), quorum(5, [of('05', null)])])).toMatchObject({ present: 7, isMet: false, spans: [] });
    expect(jointQuorum([quorum(3, [of('10', '20')]), quorum(3, [of('20', null)])]).spans).toEqual([]);
    expect(jointQuorum([quorum(3, [of('10', '20')])])).toEqual(quorum(3, [of('10', '20')]));
  });

  it('carries what each body carries by the votes of its own members and by its own rule', () => {
    const rules = (second: 'majority_of_votes' | 'majority_of_present') => [
      { voters: new Set(['a', 'b']), rule: 'majority_of_votes' as const, regime: 'brown' as const },
      { voters: new Set(['c', 'd']), rule: second, regime: 'brown' as const },
    ];
    const cast = (...choices: VoteChoice[]) => choices.map((choice, index) => ({ membershipId: 'abcd'.charAt(index), choice }));
    expect(isCarriedByAll(cast('yes', 'yes', 'yes', 'abstain'), rules('majority_of_votes'))).toBe(true);
    expect(isCarriedByAll(cast('yes', 'yes', 'yes', 'abstain'), rules('majority_of_present'))).toBe(false);
    expect(isCarriedByAll(cast('yes', 'yes', 'yes', 'no'), rules('majority_of_votes'))).toBe(false);
    expect(isCarriedByAll(cast('no', 'abstain', 'yes', 'yes'), rules('majority_of_votes'))).toBe(false);
  });
});

const line = (membershipId: string, answer: Attendance['status']): Attendance => ({
  id: membershipId,
  meetingId: 'meeting-1',
  membershipId,
  status: answer,
  reason: '',
  recordedAt: at('04'),
  version: 1,
});

describe('the record of who was there', () => {
  it('may be put right until somebody moved or voted; reasons always', () => {
    const before = [line('a', 'present'), line('b', 'absent')];
    const swap = [line('a', 'present'), line('b', 'present')];
    const still = { movements: [], hasVoted: false };
    expect(
      statusOf(() => {
        checkCorrection(before, swap, still);
      }),
    ).toBe(200);
    expect(
      statusOf(() => {
        checkCorrection(before, swap, { ...still, hasVoted: true });
      }),
    ).toBe(409);
    const moved = [{ id: '1', meetingId: 'meeting-1', membershipId: 'b', kind: 'arrived' as const, at: at('10') }];
    expect(
      statusOf(() => {
        checkCorrection(before, swap, { ...still, movements: moved });
      }),
    ).toBe(409);
    expect(
      statusOf(() => {
        checkCorrection(before, [line('a', 'remote'), line('b', 'excused')], { movements: moved, hasVoted: true });
      }),
    ).toBe(200);
  });

  it('takes times from the last vote to now', () => {
    const presence = { voters: ['a', 'b'], rollCall: { at: at('04'), present: ['a'] }, movements: [] };
    const left = (time: string, lastVoteAt: string | null) =>
      movementProblem(presence, { membershipId: 'a', kind: 'left', at: at(time) }, { now: at('30'), lastVoteAt });
    expect([left('30', null), left('31', null), left('04', null), left('03', null)]).toEqual([null, 'ahead', null, 'tooEarly']);
    expect([left('20', '2026-12-04T02:20:40.000Z'), left('19', '2026-12-04T02:20:40.000Z')]).toEqual([null, 'beforeVote']);
  });

  it('takes back a member’s last movement only, and none that a vote rests on', () => {
    const first = { id: '1', meetingId: 'meeting-1', membershipId: 'a', kind: 'left' as const, at: at('10') };
    const second = { ...first, id: '2', kind: 'arrived' as const, at: at('12') };
    expect([mayTakeBack(first, [first, second], null), mayTakeBack(second, [first, second], null)]).toEqual([false, true]);
    expect([mayTakeBack(second, [first, second], at('12')), mayTakeBack(second, [first, second], at('11'))]).toEqual([false, true]);
  });
});

it('begins on the posted minute', () => {
  const meeting = { startsAt: at('00') };
  expect(
    statusOf(() => {
      checkStart(meeting, at('00'));
    }),
  ).toBe(200);
  expect(
    statusOf(() => {
      checkStart(meeting, '2026-12-04T01:59:59.999Z');
    }),
  ).toBe(409);
});

it('adjourns with an outcome for each action item and an empty floor', () => {
  const items = [anItem('a', { outcome: 'decided' }), anItem('b', { isAction: false })];
  expect(
    statusOf(() => {
      checkAdjournment(items, [motion({ status: 'carried' })]);
    }),
  ).toBe(200);
  expect(
    statusOf(() => {
      checkAdjournment(items, [motion()]);
    }),
  ).toBe(409);
  expect(
    statusOf(() => {
      checkAdjournment([...items, anItem('c')], []);
    }),
  ).toBe(409);
});

it('calls an item decided only after a vote', () => {
  expect(outcomesFor([motion(), motion({ status: 'withdrawn' })])).toEqual(['postponed', 'no_action']);
  expect(outcomesFor([motion({ status: 'failed' })])).toEqual(['decided', 'postponed', 'no_action']);
});

it.each([
  ['write to ana@example.org', true],
  ['call (213) 555-0100', true],
  ['call 213.555.0100 today', true],
  ['she lives at 1420 North Hill Street', true],
  ['vive en la Calle San Pedro 142', true],
  ['a student born on May 3, 2011', true],
  ['nacida el 3 de mayo de 2011', true],
  ['an idea born of long talks in many schools, 3 of 5 voted', false],
  ['grades K-12 in 2026, 3 of 5 voted', false],
  ['the budget is 2,130,555 dollars, see 35147(c)', false],
  ['by December 18 at 6:30 PM', false],
])('%s: personal %s', (text, is) => {
  expect(seemsPersonal(text)).toBe(is);
});
