import { isInTime } from '../../src/features/meetings/notice';
import { toInstant, fromInstant, wallTime } from '../../src/lib/time';

/** The day of the nth Sunday of a month. */
function sunday(year: number, month: number, nth: number): string {
  const first = new Date(Date.UTC(year, month - 1, 1)).getUTCDay();
  const day = 1 + ((7 - first) % 7) + 7 * (nth - 1);
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Of each year 2026 to 2035: two ordinary days and both days of the change, in summer time or not (second Sunday of March to first of November). */
export const noticeDays = Array.from({ length: 10 }, (_, index) => 2026 + index).flatMap((year) => [
  { day: `${year}-06-10`, isSummer: true },
  { day: `${year}-12-10`, isSummer: false },
  { day: sunday(year, 3, 2), isSummer: true },
  { day: sunday(year, 11, 1), isSummer: false },
]);

export const noticeClocks = [
  ['regular', 72],
  ['special', 24],
] as const;

/** Each minute from three before to three after, each with the second before and after it. */
export const edgeSeconds = [-3, -2, -1, 0, 1, 2, 3].flatMap((minute) => [-1, 0, 1].map((second) => minute * 60 + second));

/** Per day and kind the moments around 72:00:00 and 24:00:00 hours before 6 PM, as the product judges them: `1` in time, `0` late. */
export const judgedEdges = (): string =>
  noticeDays.flatMap(({ day }) => noticeClocks.map(([kind, hours]) => judged(day, kind, hours))).join('\n');

function judged(day: string, kind: 'regular' | 'special', hours: number): string {
  const found = wallTime(day, '18:00');
  if (!('instant' in found)) throw new Error(found.problem);
  const startsAt = found.instant;
  const bits = edgeSeconds.map((seconds) => {
    const moment = toInstant(fromInstant(startsAt).minus({ milliseconds: hours * 3_600_000 - seconds * 1000 }));
    return isInTime({ kind, startsAt }, moment) ? '1' : '0';
  });
  return `${day} ${kind} ${startsAt} ${bits.join('')}`;
}
