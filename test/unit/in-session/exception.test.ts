import {
  checkNoneOpen,
  decideException,
  exceptionMachine,
  isTakenUp,
  obstacleTo,
  proposeException,
  withdrawException,
  type ExceptionGround,
} from '../../../src/features/in-session/exception';
import type { SpokenChoice, VoteChoice } from '../../../src/features/in-session/motion';
import { statusOf } from '../../support/status';

const at = '2026-12-04T02:10:00.000Z';
/** So many votes of each kind. */
const cast = (counts: Partial<Record<VoteChoice, number>>) =>
  Object.entries(counts).flatMap(([choice, count]) => Array.from({ length: count }, () => ({ choice: choice as VoteChoice })));

const body = (regime: 'brown' | 'greene' | 'policy', seats: number) => ({ regime, seats, rule: 'majority_of_votes' as const });

describe('the Brown Act', () => {
  it.each([
    // Nine members, six there: just two thirds of them, so two thirds of the six will do.
    [9, { yes: 4, no: 2, absent: 3 }, true],
    [9, { yes: 3, no: 3, absent: 3 }, false],
    [9, { yes: 4, abstain: 1, recused: 1, absent: 3 }, true],
    // Five of nine there: fewer than two thirds, so all five.
    [9, { yes: 5, absent: 4 }, true],
    [9, { yes: 4, no: 1, absent: 4 }, false],
    [9, { yes: 4, abstain: 1, absent: 4 }, false],
    // Vacant seats, where the quorum counts them, are members too.
    [10, { yes: 4, no: 2, absent: 3 }, false],
    [7, { yes: 4, no: 1, recused: 1, absent: 1 }, true],
    [9, { absent: 9 }, false],
  ])('asks of %d members two thirds of those there, or all when fewer than two thirds are: %j taken up %s', (seats, votes, expected) => {
    expect(isTakenUp(cast(votes), body('brown', seats))).toBe(expected);
  });
});

it.each([
  [{ yes: 6, absent: 3 }, true],
  [{ yes: 5, no: 1, absent: 3 }, false],
  [{ yes: 5, abstain: 1, absent: 3 }, false],
  [{ yes: 5, recused: 1, absent: 3 }, false],
  [{ absent: 9 }, false],
])('the Greene Act asks for everybody who is there: %j taken up %s', (votes, expected) => {
  expect(isTakenUp(cast(votes), body('greene', 9))).toBe(expected);
});

it.each([
  [{ yes: 2, no: 1, abstain: 3 }, true],
  [{ yes: 2, no: 2 }, false],
])('the district’s own policy asks for what a motion needs: %j taken up %s', (votes, expected) => {
  expect(isTakenUp(cast(votes), body('policy', 9))).toBe(expected);
});

const members = new Set(['a', 'b', 'c']);
const ground = (given: Partial<ExceptionGround> = {}): ExceptionGround => ({
  kind: 'regular',
  isPostedInTime: true,
  hasQuorum: true,
  present: members,
  bodies: [{ ...body('brown', 3), voters: members }],
  ...given,
});
const under = (regime: 'brown' | 'greene' | 'policy', kind: ExceptionGround['kind']) =>
  obstacleTo(ground({ kind, bodies: [{ ...body(regime, 3), voters: members }] }));

it('is never there for a meeting posted late, nor where only what the notice lists may be done, nor without quorum', () => {
  expect(obstacleTo(ground())).toBeNull();
  expect(obstacleTo(ground({ isPostedInTime: false }))).toBe('late');
  expect(obstacleTo(ground({ hasQuorum: false }))).toBe('noQuorum');
  expect([under('brown', 'special'), under('brown', 'emergency'), under('brown', 'community')]).toEqual([
    'onlyListed',
    'onlyListed',
    'late',
  ]);
  expect([under('greene', 'special'), under('policy', 'special'), under('policy', 'orientation')]).toEqual([null, null, 'late']);
});

describe('a matter off the agenda', () => {
  const wanted = { id: 'x', meetingId: 'm', title: { en: 'A broken gate' }, why: 'It broke today', proposedAt: at };
  const matter = () => proposeException(wanted, ground(), []);
  const answers = (...choices: SpokenChoice[]) => ({ choices: new Map(choices.map((choice, index) => ['abc'.charAt(index), choice])) });

  it('waits for one vote, and ends once', () => {
    expect(Object.fromEntries(exceptionMachine.states.map((state) => [state, exceptionMachine.eventsFrom(state)]))).toEqual({
      proposed: ['carry', 'fail', 'withdraw'],
      carried: [],
      failed: [],
      withdrawn: [],
    });
    expect(matter()).toEqual({ ...wanted, status: 'proposed', regimes: ['brown'], itemId: null, decidedAt: null, version: 1 });
    expect(statusOf(() => proposeException(wanted, ground(), [matter()]))).toBe(409);
    expect(statusOf(() => proposeException(wanted, ground({ isPostedInTime: false }), []))).toBe(409);
    expect(statusOf(() => proposeException(wanted, ground(), [withdrawException(matter(), at)]))).toBe(200);
    expect([statusOf(() => checkNoneOpen([matter()])), statusOf(() => checkNoneOpen([withdrawException(matter(), at)]))]).toEqual([
      409, 200,
    ]);
  });

  it('is decided by everybody who is there, and by each body for itself', () => {
    const room = { ...ground(), voters: ['a', 'b', 'c'], at };
    expect(decideException(matter(), answers('yes', 'yes', 'no'), room)).toMatchObject({ status: 'carried', decidedAt: at });
    expect(decideException(matter(), answers('yes', 'no', 'no'), room).status).toBe('failed');
    expect(statusOf(() => decideException(matter(), answers('yes', 'yes'), room))).toBe(409);
    expect(statusOf(() => decideException(matter(), answers('yes', 'yes', 'yes'), { ...room, hasQuorum: false }))).toBe(409);
    const two = [
      { ...body('brown', 2), voters: new Set(['a', 'b']) },
      { ...body('greene', 1), voters: new Set(['c']) },
    ];
    const joint = decideException(matter(), answers('yes', 'yes', 'abstain'), { ...room, bodies: two });
    expect([joint.status, joint.regimes, joint.votes.map(({ choice }) => choice)]).toEqual([
      'failed',
      ['brown', 'greene'],
      ['yes', 'yes', 'abstain'],
    ]);
  });
});
