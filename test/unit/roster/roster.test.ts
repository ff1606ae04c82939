import { usualSeat, type Seat } from '../../../src/features/membership/seat';
import type { Member } from '../../../src/features/membership/membership';
import { asKnownOn, changesBetween, publicReason, rosterOn, type Life } from '../../../src/features/roster/roster';
import { parseRosterQuery } from '../../../src/features/roster/roster.form';

const aSeat = (code: string, given: Partial<Seat> = {}): Seat => ({
  id: code,
  collaborativeId: 'central',
  code,
  constituency: 'families',
  isVoting: true,
  takesApplications: true,
  termYears: 2,
  startsOn: '2020-07-01',
  endsOn: null,
  version: 1,
  ...usualSeat,
  ...given,
});
const member = (seatCode: string): Member => ({ seatCode, name: `Member of ${seatCode}` }) as Member;
const codes = (seats: readonly Seat[], members: readonly Member[], date: string) =>
  rosterOn(seats, members, date).map((line) => [line.seat.code, line.member?.name ?? null]);

describe('the roster of a day', () => {
  it('names a seat from its first day to its last, vacant or held, and never leaves out a member', () => {
    const seats = [aSeat('FAM-10', { startsOn: '2026-01-01' }), aSeat('FAM-2', { endsOn: '2026-01-01' })];
    expect(codes(seats, [], '2025-12-31')).toEqual([['FAM-2', null]]);
    expect(codes(seats, [member('FAM-2')], '2026-01-01')).toEqual([
      ['FAM-2', 'Member of FAM-2'],
      ['FAM-10', null],
    ]);
    expect(codes(seats, [], '2026-01-02')).toEqual([['FAM-10', null]]);
    expect(codes(seats, [member('FAM-2')], '2026-01-02')).toEqual([
      ['FAM-2', 'Member of FAM-2'],
      ['FAM-10', null],
    ]);
  });
});

const life = (given: Partial<Life> = {}): Life => ({
  membershipId: 'm',
  personId: 'ana',
  name: 'Ana',
  collaborativeId: 'central',
  seatCode: 'FAM-1',
  constituency: 'families',
  termStartsOn: '2024-07-01',
  termEndsOn: '2026-06-30',
  isStub: false,
  startedOn: '2024-07-01',
  endedOn: null,
  endReason: null,
  cameFrom: null,
  leaves: [],
  offices: [],
  ...given,
});
const told = (given: Partial<Life>, from: string | null, until: string, isPublic = true) =>
  changesBetween([life(given)], { from, until }, isPublic).map(({ on, kind, reason }) => [on, kind, reason]);

describe('what changed a roster', () => {
  it('is told from the first day to the last, both counted', () => {
    const given = { endedOn: '2026-03-31', endReason: 'resigned' } as const;
    expect(told(given, '2024-07-01', '2026-03-31')).toEqual([
      ['2026-03-31', 'left', 'resigned'],
      ['2024-07-01', 'joined', null],
    ]);
    expect(told(given, '2024-07-02', '2026-03-30')).toEqual([]);
  });

  it('names the day after a term as holding over, unless the member left with it', () => {
    expect(told({}, '2024-07-02', '2026-07-01')).toEqual([['2026-07-01', 'heldOver', null]]);
    expect(told({ endedOn: '2026-06-30', endReason: 'term_completed' }, '2024-07-02', '2026-07-01')).toEqual([
      ['2026-06-30', 'left', 'term_completed'],
    ]);
  });

  it('tells of leaves and of coming back, but not after the member left', () => {
    const leaves = [{ startsOn: '2025-01-01', endsOn: '2025-02-01' }];
    expect(told({ leaves }, '2024-07-02', '2025-12-31')).toEqual([
      ['2025-02-02', 'cameBack', null],
      ['2025-01-01', 'leaveBegan', null],
    ]);
    const gone = { leaves, endedOn: '2025-02-01', endReason: 'resigned' } as const;
    expect(told(gone, '2024-07-02', '2025-12-31').map(([, kind]) => kind)).toEqual(['left', 'leaveBegan']);
  });

  it('tells of an office that was laid down, and of one that ended with its seat only the ending', () => {
    const offices = [
      { office: 'chair', startsOn: '2024-09-01', endsOn: '2025-08-31' },
      { office: 'secretary', startsOn: '2025-09-01', endsOn: '2026-03-31' },
    ] as const;
    const kinds = told({ offices, endedOn: '2026-03-31', endReason: 'resigned' }, '2024-07-02', '2026-04-30').map(([, kind]) => kind);
    expect(kinds).toEqual(['left', 'officeBegan', 'officeOver', 'officeBegan']);
  });

  it('tells newcomers, further terms and moves apart', () => {
    const begins = (cameFrom: string | null) => told({ cameFrom }, null, '2024-07-01').map(([, kind]) => kind);
    expect([begins(null), begins('FAM-1'), begins('COM-1')]).toEqual([['joined'], ['further'], ['movedIn']]);
  });

  it('tells staff that somebody was removed, and everyone else that they left', () => {
    const removed = { endedOn: '2026-03-31', endReason: 'removed' } as const;
    expect(told(removed, '2026-01-01', '2026-04-01', true)).toEqual([['2026-03-31', 'left', null]]);
    expect(told(removed, '2026-01-01', '2026-04-01', false)).toEqual([['2026-03-31', 'left', 'removed']]);
    expect((['term_completed', 'resigned', 'transferred', 'died', 'abandoned'] as const).map(publicReason)).toEqual([
      'term_completed',
      'resigned',
      'transferred',
      'died',
      null,
    ]);
  });
});

describe('what is known of a life on a day', () => {
  it('leaves out what is decided and still to come', () => {
    const given = life({
      endedOn: '2026-03-31',
      endReason: 'resigned',
      leaves: [{ startsOn: '2026-03-01', endsOn: null }],
      offices: [{ office: 'chair', startsOn: '2025-01-01', endsOn: '2026-03-31' }],
    });
    expect(asKnownOn(given, '2026-02-28')).toMatchObject({
      endedOn: null,
      endReason: null,
      leaves: [],
      offices: [{ office: 'chair', endsOn: null }],
    });
    expect(asKnownOn(given, '2026-03-31')).toEqual(given);
  });
});

describe('the day asked for', () => {
  it.each([
    [{}, { on: '2026-11-21', from: null }],
    [{ on: '2026-11-21' }, { on: '2026-11-21', from: null }],
    [
      { on: '2026-11-20', from: '2026-11-20' },
      { on: '2026-11-20', from: '2026-11-20' },
    ],
  ])('%j is %j', (query, values) => {
    expect(parseRosterQuery(query, '2026-11-21')).toMatchObject({ ok: true, values });
  });

  it.each([
    [{ on: '2026-11-22' }, 'on', 'roster.future'],
    [{ on: 'x' }, 'on', 'common.form.date'],
    [{ on: '2026-13-45' }, 'on', 'common.form.date'],
    [{ on: ['2026-01-01', '2026-01-02'] }, 'on', 'common.form.required'],
    [{ on: '2026-11-20', from: '2026-11-21' }, 'from', 'roster.fromFirst'],
  ])('%j is refused', (query, name, key) => {
    expect(parseRosterQuery(query, '2026-11-21')).toMatchObject({ ok: false, errors: { [name]: { key } } });
  });
});
