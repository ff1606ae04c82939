import { missedInRow, sumsOf, type Attended } from '../../../src/features/attendance/attendance-record';

const at = (day: number, given: Partial<Attended> = {}): Attended => ({
  personId: 'p',
  name: 'Ana',
  meetingId: `m${String(day)}`,
  startsAt: `2026-11-${String(day).padStart(2, '0')}T02:00:00.000Z`,
  status: 'present',
  cameLater: false,
  ...given,
});
const missed = { status: 'absent' } as const;

describe('the record of a member', () => {
  it('counts who came after the roll call as there, whatever the roll said', () => {
    const all = [
      at(1),
      at(2, { status: 'remote' }),
      at(3, missed),
      at(4, { status: 'excused' }),
      at(5, { ...missed, cameLater: true }),
      at(6, { status: 'excused', cameLater: true }),
    ];
    expect(sumsOf(all)).toEqual({ called: 6, there: 4, remote: 1, excused: 1, absent: 1 });
  });

  it.each([
    ['nothing', [], 0],
    ['a meeting attended last', [at(1, missed), at(2)], 0],
    ['two missed, in any order', [at(2, missed), at(1), at(3, missed)], 2],
    ['one excused between, which is passed over', [at(1, missed), at(2, { status: 'excused' }), at(3, missed), at(4, missed)], 3],
    ['one come to late between', [at(1, missed), at(2, { ...missed, cameLater: true }), at(3, missed)], 1],
    ['all missed', [at(1, missed), at(2, missed)], 2],
  ])('with %s has that many missed in a row', (_, attended, count) => {
    expect(missedInRow(attended)).toBe(count);
  });
});
