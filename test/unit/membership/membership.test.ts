import {
  begin,
  end,
  givesUpNext,
  giveWay,
  isListedOn,
  isStubTerm,
  mayBegin,
  membershipMachine,
  standingOn,
  termsOverlap,
  votingMembers,
  type Member,
  type Membership,
  type MembershipEvent,
  type MembershipStatus,
} from '../../../src/features/membership/membership';

const promised: Record<MembershipStatus, Partial<Record<MembershipEvent, MembershipStatus>>> = {
  pending: { begin: 'active', end: 'ended' },
  active: { takeLeave: 'on_leave', holdOver: 'holdover', end: 'ended' },
  on_leave: { comeBack: 'active', holdOver: 'holdover', end: 'ended' },
  holdover: { end: 'ended' },
  ended: {},
};

const events: MembershipEvent[] = ['begin', 'takeLeave', 'comeBack', 'holdOver', 'end'];

const aTerm = (given: Partial<Membership> = {}): Membership => ({
  id: 'm1',
  seatId: 's1',
  seatCode: 'FAM-1',
  collaborativeId: 'c1',
  personId: 'p1',
  candidacyId: null,
  status: 'active',
  termStartsOn: '2025-07-01',
  termEndsOn: '2027-06-30',
  isStub: false,
  startedOn: '2025-07-01',
  endedOn: null,
  endReason: null,
  acceptedOn: null,
  followsId: null,
  version: 1,
  ...given,
});

describe('the life of a membership', () => {
  it.each(membershipMachine.states)('%s takes exactly the events we promise', (status) => {
    for (const event of events) {
      const to = promised[status][event];
      expect(membershipMachine.can(status, event)).toBe(to !== undefined);
      if (to === undefined) expect(() => membershipMachine.next(status, event)).toThrow(`no ${event} from ${status}`);
      else expect(membershipMachine.next(status, event)).toBe(to);
    }
  });

  it('begins on its term start, not a day before, and only when the checklist is done', () => {
    const pending = aTerm({ status: 'pending', startedOn: null });
    expect(mayBegin(pending, true, '2025-06-30')).toBe(false);
    expect(mayBegin(pending, true, '2025-07-01')).toBe(true);
    expect(mayBegin(pending, false, '2025-07-01')).toBe(false);
    expect(mayBegin(aTerm(), true, '2025-07-01')).toBe(false);
    expect(begin(pending, '2025-07-20')).toEqual({ ...pending, status: 'active', startedOn: '2025-07-20' });
  });

  it('stays active until its last day is over', () => {
    expect(end(aTerm(), 'resigned', '2026-03-10', '2026-03-10').status).toBe('active');
    expect(end(aTerm(), 'resigned', '2026-03-10', '2026-03-11').status).toBe('ended');
    expect(end(aTerm({ status: 'pending', startedOn: null }), 'abandoned', '2026-03-10', '2026-03-10').status).toBe('ended');
    expect(() => end(aTerm({ status: 'ended' }), 'resigned', '2026-03-10', '2026-03-11')).toThrow('no end from ended');
  });

  it('gives way the day before the next one begins', () => {
    expect(giveWay(aTerm({ status: 'holdover' }), '2027-07-20')).toEqual(
      aTerm({ status: 'ended', endedOn: '2027-07-19', endReason: 'term_completed' }),
    );
  });

  it('gives way earlier where it was to end later, and keeps an end that comes before', () => {
    const resigned = (endedOn: string) => aTerm({ status: 'holdover', endedOn, endReason: 'resigned' });
    expect(giveWay(resigned('2027-07-20'), '2027-07-20')).toMatchObject({ endedOn: '2027-07-19', endReason: 'term_completed' });
    expect(giveWay(resigned('2027-07-19'), '2027-07-20')).toMatchObject({ endedOn: '2027-07-19', endReason: 'resigned' });
    expect(giveWay(resigned('2027-07-10'), '2027-07-20')).toMatchObject({ endedOn: '2027-07-10', endReason: 'resigned' });
  });
});

describe('the roster of a date', () => {
  it.each([
    ['the day before the seat began', '2025-06-30', null],
    ['its first day', '2025-07-01', 'active'],
    ['the last day of the term', '2027-06-30', 'active'],
    ['the day after the term, with nobody following', '2027-07-01', 'holdover'],
  ])('shows a member on %s as they stood', (_, date, standing) => {
    expect(standingOn(aTerm(), date, false)).toBe(standing);
  });

  it('never lists anybody after the last day', () => {
    const left = aTerm({ endedOn: '2026-03-10', endReason: 'resigned' });
    expect(isListedOn(left, '2026-03-10')).toBe(true);
    expect(isListedOn(left, '2026-03-11')).toBe(false);
  });

  it('shows leave while a leave covers the day, past the end of the term too', () => {
    expect(standingOn(aTerm(), '2026-01-10', true)).toBe('on_leave');
    expect(standingOn(aTerm(), '2027-07-01', true)).toBe('on_leave');
    expect(standingOn(aTerm({ endedOn: '2026-01-09' }), '2026-01-10', true)).toBeNull();
  });

  it('does not list a seat that has not begun', () => {
    expect(standingOn(aTerm({ status: 'pending', startedOn: null }), '2026-01-01', true)).toBeNull();
  });
});

describe('terms of one seat', () => {
  const next = (termStartsOn: string) => ({ termStartsOn, termEndsOn: '2029-06-30', endedOn: null });

  it('may follow each other by a day and may not share one', () => {
    expect(termsOverlap(aTerm(), next('2027-07-01'))).toBe(false);
    expect(termsOverlap(aTerm(), next('2027-06-30'))).toBe(true);
  });

  it('free the days after somebody left early', () => {
    expect(termsOverlap(aTerm({ endedOn: '2026-03-10' }), next('2026-03-11'))).toBe(false);
    expect(termsOverlap(aTerm({ endedOn: '2026-03-10' }), next('2026-03-10'))).toBe(true);
  });

  it('take no days of holdover', () => {
    expect(termsOverlap(aTerm({ endedOn: '2027-09-01' }), next('2027-07-01'))).toBe(false);
  });

  it('are stubs when more than a month short', () => {
    expect(isStubTerm('2025-07-01', '2027-06-30', 2)).toBe(false);
    expect(isStubTerm('2025-07-31', '2027-06-30', 2)).toBe(false);
    expect(isStubTerm('2025-08-01', '2027-06-30', 2)).toBe(true);
  });
});

describe('who counts for quorum', () => {
  const aMember = (given: Partial<Member>): Member => ({
    membershipId: 'm',
    personId: 'p',
    name: 'Ana',
    email: null,
    locale: 'en',
    collaborativeId: 'c1',
    seatCode: 'FAM-1',
    constituency: 'families',
    isVoting: true,
    status: 'active',
    office: null,
    startedOn: '2025-07-01',
    termEndsOn: '2027-06-30',
    ...given,
  });
  const members = [
    aMember({ membershipId: 'votes' }),
    aMember({ membershipId: 'advises', isVoting: false }),
    aMember({ membershipId: 'away', status: 'on_leave' }),
    aMember({ membershipId: 'stays', status: 'holdover' }),
  ];
  const ids = (holdoverVotes: boolean) => votingMembers(members, holdoverVotes).map(({ membershipId }) => membershipId);

  it('are voting seats without those on leave; held over only where that is the rule', () => {
    expect(ids(true)).toEqual(['votes', 'stays']);
    expect(ids(false)).toEqual(['votes']);
  });
});

it.each([
  ['term_completed', false],
  ['resigned', true],
  ['removed', true],
  ['died', true],
  ['transferred', true],
  ['abandoned', true],
] as const)('an ending for the reason %s gives up the further term that waits: %s', (reason, expected) => {
  expect(givesUpNext(reason)).toBe(expected);
});
