import { plusMonths, wallParts, type CalendarDate } from '../../lib/time';
import type { Cycle } from './cycle';

/** By how many months the dates of a copy may lie behind those of the cycle it is made from. */
export const shifts = [0, 6, 12, 24] as const;

/** What a new cycle takes from an earlier one beside its form, rubric, settings and collaboratives. */
export interface CopyAsked {
  readonly from: string;
  readonly panels: boolean;
}

interface CopiedFields {
  readonly [name: string]: string;
}

/** A new cycle as its form shows it, made from an earlier one with every date moved by whole months. */
export function copiedFields(cycle: Cycle, months: number): CopiedFields {
  const opens = wallParts(cycle.opensAt);
  const closes = wallParts(cycle.closesAt);
  const moved = (date: CalendarDate) => plusMonths(date, months);
  const years = Number(moved(cycle.termStartsOn).slice(0, 4)) - Number(cycle.termStartsOn.slice(0, 4));
  return {
    version: '0',
    from: cycle.code,
    code: yearsLater(cycle.code, years),
    name_en: yearsLater(cycle.name.en, years),
    name_es: yearsLater(cycle.name['es'] ?? '', years),
    opens_on: moved(opens.date),
    opens_time: opens.time,
    closes_on: moved(closes.date),
    closes_time: closes.time,
    review_by: moved(cycle.reviewBy),
    decisions_on: moved(cycle.decisionsOn),
    answer_days: String(cycle.answerDays),
    term_starts_on: moved(cycle.termStartsOn),
    term_ends_on: moved(cycle.termEndsOn),
  };
}

/** A name or code with each year in it moved: "Renewal 2027" becomes "Renewal 2028". */
const yearsLater = (text: string, years: number): string => text.replace(/\b2\d{3}\b/g, (year) => String(Number(year) + years));
