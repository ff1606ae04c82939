import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { hoursBefore, isInTime, noticeHoursFor, postBy } from '../../../src/features/meetings/notice';
import { fromInstant, plusElapsed, toInstant, wallTime } from '../../../src/lib/time';
import { edgeSeconds, noticeClocks, noticeDays } from '../../support/notice-edges';
import { meetingKinds } from '../../../src/features/meetings/meeting';

const at = (date: string, time: string): string => {
  const found = wallTime(date, time);
  if (!('instant' in found)) throw new Error(found.problem);
  return found.instant;
};

/** 6 PM on an ordinary Thursday, the Sunday and Tuesday of the change to daylight saving, the same of the change back. */
const days = ['2026-12-03', '2027-03-14', '2027-03-16', '2026-11-01', '2026-11-03'];
const clocks = [
  ['regular', 72],
  ['special', 24],
] as const;
const cases = days.flatMap((day) => clocks.map(([kind, hours]) => ({ day, kind, hours })));

describe('the notice clock', () => {
  it.each(cases)('needs $hours elapsed hours for a $kind meeting on $day', ({ day, kind, hours }) => {
    const startsAt = at(day, '18:00');
    expect(postBy({ kind, startsAt })).toBe(toInstant(fromInstant(startsAt).minus({ milliseconds: hours * 3_600_000 })));
  });

  it.each(cases)('judges each minute around the deadline of a $kind meeting on $day', ({ day, kind, hours }) => {
    const meeting = { kind, startsAt: at(day, '18:00') };
    for (let minute = -120; minute <= 120; minute += 1) {
      const moment = plusElapsed(meeting.startsAt, { hours: -hours, minutes: minute });
      expect([minute, isInTime(meeting, moment)]).toEqual([minute, minute <= 0]);
    }
  });

  it.each(cases)('accepts the last millisecond and refuses the next for a $kind meeting on $day', ({ day, kind, hours }) => {
    const meeting = { kind, startsAt: at(day, '18:00') };
    const last = plusElapsed(meeting.startsAt, { hours: -hours });
    expect([-1, 0, 1].map((milliseconds) => isInTime(meeting, plusElapsed(last, { milliseconds })))).toEqual([true, true, false]);
  });

  it('is an hour off the wall clock across a change: 5 PM before the spring change, 7 PM before the autumn one', () => {
    expect(postBy({ kind: 'regular', startsAt: at('2027-03-16', '18:00') })).toBe(at('2027-03-13', '17:00'));
    expect(postBy({ kind: 'regular', startsAt: at('2026-11-03', '18:00') })).toBe(at('2026-10-31', '19:00'));
    expect(postBy({ kind: 'regular', startsAt: at('2026-12-03', '18:00') })).toBe(at('2026-11-30', '18:00'));
  });

  it('runs for regular and special meetings only', () => {
    expect(meetingKinds.map((kind) => [kind, noticeHoursFor(kind)])).toEqual([
      ['regular', 72],
      ['special', 24],
      ['emergency', null],
      ['orientation', null],
      ['community', null],
    ]);
  });

  it('lets the others be posted until they begin', () => {
    const meeting = { kind: 'community', startsAt: at('2026-12-03', '18:00') } as const;
    expect(isInTime(meeting, plusElapsed(meeting.startsAt, { milliseconds: -1 }))).toBe(true);
    expect(isInTime(meeting, meeting.startsAt)).toBe(false);
  });

  it('follows the hours a collaborative has set', () => {
    const meeting = { kind: 'regular', startsAt: at('2026-12-03', '18:00') } as const;
    expect(postBy(meeting, { regular: 96, special: 48 })).toBe(at('2026-11-29', '18:00'));
  });

  it('never claims more hours than were given', () => {
    const meeting = { startsAt: at('2026-12-03', '18:00') };
    expect(hoursBefore(meeting, plusElapsed(meeting.startsAt, { hours: -72, milliseconds: 1 }))).toBe(71.9);
    expect(hoursBefore(meeting, plusElapsed(meeting.startsAt, { hours: -72 }))).toBe(72);
  });

  it.each(['UTC', 'Asia/Kolkata', 'America/Los_Angeles'])(
    'judges every minute around 72 and 24 hours, to the second, on ordinary days and both days of the change of ten years, on a machine in %s',
    (zone) => {
      const script = "process.stdout.write(require('./test/support/notice-edges').judgedEdges())";
      const root = join(__dirname, '..', '..', '..');
      const printed = execFileSync(process.execPath, ['--import', 'tsx', '-e', script], { cwd: root, env: { ...process.env, TZ: zone } });
      // By the law alone: 6 PM is 1 AM UTC in summer time and 2 AM else, and what is not after the hour is in time.
      const wanted = noticeDays.flatMap(({ day, isSummer }) =>
        noticeClocks.map(([kind]) => {
          const startsAt = new Date(Date.parse(`${day}T00:00:00Z`) + (isSummer ? 25 : 26) * 3_600_000).toISOString();
          return `${day} ${kind} ${startsAt} ${edgeSeconds.map((second) => (second <= 0 ? '1' : '0')).join('')}`;
        }),
      );
      expect(wanted).toHaveLength(80);
      expect(String(printed).split('\n')).toEqual(wanted);
    },
  );
});
