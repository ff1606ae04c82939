import { seriesDates } from '../../src/features/meetings/series-rule';

/** Ten years of third Thursdays at six, for a process that keeps another time zone. */
const rule = {
  weeks: ['third'],
  weekday: 4,
  starts: '18:00',
  ends: '20:00',
  from: '2026-01-01',
  until: '2035-12-31',
  onHoliday: 'next',
} as const;

process.stdout.write(
  seriesDates(rule, new Map(), '')
    .map(({ meets }) => meets?.startsAt ?? '')
    .join('\n'),
);
