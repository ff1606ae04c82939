import fc from 'fast-check';
import { extend, extensionFault, isRunning, reminderDays, resume, stop } from '../../../src/features/advice/note-clock';
import type { Note } from '../../../src/features/advice/note';
import { addWorkingDays, isWorkingDay } from '../../../src/features/advice/working-days';
import { Conflict } from '../../../src/lib/errors';
import { plusDays } from '../../../src/lib/time';

const none: ReadonlySet<string> = new Set();
const waiting = { status: 'acknowledged', answerBy: '2027-01-20', stoppedOn: null } as Note;
const noon = (date: string): string => `${date}T20:00:00.000Z`;

describe('putting the answer off', () => {
  const calendar = { today: '2027-01-05', daysOff: none };

  it.each([
    ['2027-01-20', 'notLater', 'the day it is due already'],
    ['2027-01-21', null, 'the working day after'],
    ['2027-01-23', 'dayOff', 'a Saturday'],
    ['2027-02-15', 'dayOff', 'Presidents’ Day'],
    ['2027-07-22', null, 'the last of six months'],
    ['2027-07-23', 'tooLong', 'a day longer'],
  ] as const)('to %s is judged %s: %s', (to, fault, _) => {
    expect(extensionFault(waiting, to, calendar)).toBe(fault);
  });

  it('once late needs a day after today', () => {
    const late = { today: '2027-02-03', daysOff: none };
    expect(extensionFault(waiting, '2027-02-03', late)).toBe('notLater');
    expect(extensionFault(waiting, '2027-02-04', late)).toBeNull();
    expect(extensionFault(waiting, '2027-02-04', { ...late, daysOff: new Set(['2027-02-04']) })).toBe('dayOff');
  });

  it('is possible while the clock runs and at no other time', () => {
    expect(extend(waiting, '2027-01-21').answerBy).toBe('2027-01-21');
    expect(extend({ ...waiting, status: 'delivered' }, '2027-01-21').answerBy).toBe('2027-01-21');
    for (const status of ['draft', 'open', 'adopted', 'answered', 'closed', 'withdrawn'] as const) {
      expect(isRunning({ ...waiting, status })).toBe(false);
      expect(() => extend({ ...waiting, status }, '2027-01-21')).toThrow(Conflict);
    }
    expect(() => extend({ ...waiting, stoppedOn: '2027-01-04' }, '2027-01-21')).toThrow(Conflict);
  });
});

describe('asking the authors', () => {
  it('stops the clock once, after the acknowledgement only', () => {
    const stopped = stop(waiting, noon('2027-01-05'));
    expect(stopped.stoppedOn).toBe('2027-01-05');
    expect(() => stop(stopped, noon('2027-01-06'))).toThrow(Conflict);
    expect(() => stop({ ...waiting, status: 'delivered' }, noon('2027-01-05'))).toThrow(Conflict);
  });

  it.each([
    ['2027-01-05', '2027-01-20', 'the same day moves nothing'],
    ['2027-01-06', '2027-01-21', 'one working day'],
    ['2027-01-09', '2027-01-25', 'a Saturday counts as the Friday before'],
    ['2027-01-19', '2027-02-02', 'Dr. King’s day on the way is none'],
  ])('a reply on %s makes it due on %s: %s', (day, due) => {
    expect(resume({ ...waiting, stoppedOn: '2027-01-05' }, noon(day), none)).toMatchObject({ answerBy: due, stoppedOn: null });
  });

  it('takes no reply when nobody asked', () => {
    expect(() => resume(waiting, noon('2027-01-05'), none)).toThrow(Conflict);
  });

  it('gives the days that a walk over the calendar gives, over ten years of pauses', () => {
    const pauses = fc.array(fc.record({ wait: fc.integer({ min: 1, max: 6 }), length: fc.integer({ min: 0, max: 40 }) }), { maxLength: 4 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3_650 }), pauses, (start, gaps) => {
        const delivered = plusDays('2026-01-01', start);
        let note: Note = { ...waiting, answerBy: addWorkingDays(delivered, 30, none) };
        const stood = new Set<string>();
        let day = delivered;
        for (const { wait, length } of gaps) {
          const asked = plusDays(day, wait);
          const replied = plusDays(asked, length);
          note = resume(stop(note, noon(asked)), noon(replied), none);
          for (let one = plusDays(asked, 1); one <= replied; one = plusDays(one, 1)) stood.add(one);
          day = replied;
        }
        let left = 30;
        let walked = delivered;
        while (left > 0) {
          walked = plusDays(walked, 1);
          if (isWorkingDay(walked, none) && !stood.has(walked)) left -= 1;
        }
        expect(note.answerBy).toBe(walked);
      }),
      { numRuns: 60 },
    );
  });
});

describe('reminders of what is due', () => {
  const days = (today: string, since = '2026-12-03') => reminderDays('2027-01-20', { since, today, daysOff: none });

  it('come 14, 7, 4, 2, 1 and 0 days before, never before it was delivered', () => {
    expect(days('2027-01-20')).toEqual(['2027-01-06', '2027-01-13', '2027-01-16', '2027-01-18', '2027-01-19', '2027-01-20']);
    expect(days('2027-01-12')).toEqual(['2027-01-06']);
    expect(days('2027-01-20', '2027-01-13')).toEqual(['2027-01-16', '2027-01-18', '2027-01-19', '2027-01-20']);
  });

  it('come each third working day once it is late', () => {
    expect(days('2027-02-02').slice(6)).toEqual(['2027-01-25', '2027-01-28', '2027-02-02']);
    expect(days('2027-01-24').slice(6)).toEqual([]);
  });
});
