import type { LocalText } from '../../lib/local-text';
import { dateOf, plusDays, type CalendarDate } from '../../lib/time';

/** How many of each: by the value that was answered, the state, the bin. */
export type Counts = ReadonlyMap<string, number>;

/** Answers to one optional question that is kept apart, by option; `''`: did not answer. */
export interface ApartCounts {
  readonly key: string;
  readonly label: LocalText;
  readonly options: ReadonlyMap<string, LocalText>;
  readonly counts: Counts;
}

/** The figures of a cycle, or of one collaborative in it. Applications count where they are the first choice. */
export interface Figures {
  readonly applications: number;
  readonly byHour: Counts;
  readonly byConstituency: Counts;
  readonly byLanguage: Counts;
  readonly byZip: Counts;
  readonly bySource: Counts;
  /** Applications that the panel reads, by complete reviews. */
  readonly coverage: Counts;
  /** Totals from 0 to 100 in ten bins, `0` for 0 to 9. */
  readonly scores: Counts;
  readonly withSpread: number;
  readonly offers: Counts;
}

export interface Row {
  readonly key: string;
  readonly count: number;
}

/** Applications by day on the district's calendar, from the first day to the last, with days of none. `byHour`: UTC hours. */
export function byDay(byHour: Counts): Row[] {
  const days = new Map<CalendarDate, number>();
  for (const [hour, count] of byHour) {
    const day = dateOf(`${hour}:00:00.000Z`);
    days.set(day, (days.get(day) ?? 0) + count);
  }
  const dates = [...days.keys()].sort();
  const rows: Row[] = [];
  for (let day = dates[0] ?? ''; day !== '' && day <= (dates.at(-1) ?? ''); day = plusDays(day, 1))
    rows.push({ key: day, count: days.get(day) ?? 0 });
  return rows;
}

/** The largest first. */
export const ranked = (counts: Counts): Row[] =>
  [...counts].map(([key, count]) => ({ key, count })).sort((a, b) => b.count - a.count || a.key.localeCompare(b.key));

/** The largest few, and the others together under `rest`. */
export function topOf(counts: Counts, most: number, rest: string): Row[] {
  const all = ranked(counts);
  const others = all.slice(most).reduce((sum, { count }) => sum + count, 0);
  return others === 0 ? all : [...all.slice(0, most), { key: rest, count: others }];
}

/** Ten bins in their order, with those of none; empty where there is nothing. */
export const binsOf = (scores: Counts): Row[] =>
  scores.size === 0 ? [] : Array.from({ length: 10 }, (_, bin) => ({ key: String(bin), count: scores.get(String(bin)) ?? 0 }));

/** By number of complete reviews, from none to `most` or more. */
export function coverageRows(coverage: Counts, most: number): Row[] {
  if (coverage.size === 0) return [];
  const rows = Array.from({ length: most + 1 }, (_, reviews) => ({ key: String(reviews), count: 0 }));
  for (const [reviews, count] of coverage) {
    const row = rows[Math.min(Number(reviews), most)];
    if (row !== undefined) row.count += count;
  }
  return rows;
}
