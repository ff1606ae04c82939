import { plusMonths, startOfDay, type CalendarDate, type Instant } from '../../lib/time';

/** How long a kind of record is kept (domain.md 14; reliability.md 4.12), in the order of the page; the words stand at `rights.rules.<name>`. */
export const retentionRules = [
  { name: 'drafts', does: 'byItself' },
  { name: 'mailBodies', does: 'byItself' },
  { name: 'accessRequests', does: 'byItself' },
  { name: 'notSelected', does: 'run', years: 2 },
  { name: 'memberFiles', does: 'run', years: 4 },
  { name: 'decisionRecord', does: 'byItself' },
  { name: 'publicRecords', does: 'never' },
] as const;

export type RuleName = (typeof retentionRules)[number]['name'];
export type RunnableRule = Extract<(typeof retentionRules)[number], { does: 'run' }>['name'];
export const runnableRules = retentionRules.filter((rule) => rule.does === 'run');

/** The day before which records of a rule are past their time. */
export const pastBefore = (today: CalendarDate, years: number): CalendarDate => plusMonths(today, -12 * years);

/** The moment before which decisions are past their time. */
export const pastBeforeMoment = (today: CalendarDate, years: number): Instant => startOfDay(pastBefore(today, years));
