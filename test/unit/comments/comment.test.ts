import { checkOpen, commentMachine, hold, publish, takesComments, type Comment } from '../../../src/features/comments/comment';

const meeting = { status: 'posted', startsAt: '2026-12-04T02:00:00.000Z' } as const;
const comment: Comment = {
  id: 'c',
  meetingId: 'm',
  itemId: null,
  name: '',
  email: '',
  locale: 'es',
  text: 'Más luz en la calle.',
  status: 'waiting',
  reason: null,
  sentAt: '2026-12-01T02:00:00.000Z',
  checkedAt: null,
  checkedBy: null,
  version: 1,
};
const check = { by: 'sam', at: '2026-12-02T02:00:00.000Z' };

describe('written comments', () => {
  it('are taken up to the very moment, a day before the start, and not a millisecond later', () => {
    expect(takesComments(meeting, 24, '2026-12-03T02:00:00.000Z')).toBe(true);
    expect(takesComments(meeting, 24, '2026-12-03T02:00:00.001Z')).toBe(false);
    expect(() => checkOpen(meeting, 24, '2026-12-03T02:00:00.001Z')).toThrow('comments.errors.closed');
  });

  it.each(['draft', 'scheduled', 'in_session', 'adjourned', 'cancelled', 'postponed'] as const)(
    'are not taken on a meeting that is %s',
    (status) => {
      expect(takesComments({ ...meeting, status }, 24, '2026-12-01T02:00:00.000Z')).toBe(false);
    },
  );

  it.each([
    ['waiting', ['publish', 'hold']],
    ['published', ['hold']],
    ['held', ['publish']],
  ] as const)('that are %s can only %j', (status, events) => {
    expect(commentMachine.eventsFrom(status)).toEqual(events);
  });

  it('lose the reason they were held for once they are published', () => {
    const held = hold(comment, 'child', check);
    expect([held.status, held.reason, held.checkedBy]).toEqual(['held', 'child', 'sam']);
    const shown = publish(held, { by: 'ada', at: check.at });
    expect([shown.status, shown.reason, shown.checkedBy]).toEqual(['published', null, 'ada']);
  });
});
