import { districtZone, type CalendarDate, type Instant } from '../lib/time';
import { formattingLocale, type Translate } from './translate';

type Style = keyof typeof styles;

const styles = {
  date: { year: 'numeric', month: 'long', day: 'numeric' },
  shortDate: { year: 'numeric', month: 'short', day: 'numeric' },
  weekdayDate: { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' },
  time: { hour: 'numeric', minute: '2-digit' },
  clock: { hour: 'numeric', minute: '2-digit', second: '2-digit' },
  monthYear: { year: 'numeric', month: 'long' },
  day: { day: 'numeric' },
  shortMonth: { month: 'short' },
  shortWeekday: { weekday: 'short' },
  weekday: { weekday: 'long' },
} as const;

const formatters = new Map<string, Intl.DateTimeFormat>();

/** A calendar date in words: `December 3, 2026`, `3 de diciembre de 2026`. */
export const formatDate = (locale: string, date: CalendarDate, style: Style = 'date'): string =>
  formatter(locale, style, 'UTC').format(new Date(`${date}T00:00:00Z`));

/** The district's date at a moment, in words. */
export const formatDay = (locale: string, instant: Instant, style: Style = 'date'): string =>
  formatter(locale, style, districtZone).format(new Date(instant));

/** The wall-clock time at a moment: `6:05 PM`, `6:05 p.m.`. */
export const formatTime = (locale: string, instant: Instant): string => formatter(locale, 'time', districtZone).format(new Date(instant));

/** The wall-clock time with its seconds: `6:04:10 PM`. */
export const formatClock = (locale: string, instant: Instant): string => formatter(locale, 'clock', districtZone).format(new Date(instant));

/** A time of a wall clock (`18:00`) in words: `6:00 PM`. */
export const formatWallTime = (locale: string, time: string): string =>
  formatter(locale, 'time', 'UTC').format(new Date(`2000-01-01T${time}:00Z`));

/** A moment in full, saying the zone: `Thursday, December 3, 2026, 6:05 PM Pacific Time`. */
export const formatMoment = (t: Translate, instant: Instant): string =>
  t('common.moment', { date: formatDay(t.locale, instant, 'weekdayDate'), time: formatTime(t.locale, instant) });

/** A moment without the weekday, saying the zone. */
export const formatShortMoment = (t: Translate, instant: Instant): string =>
  t('common.moment', { date: formatDay(t.locale, instant, 'shortDate'), time: formatTime(t.locale, instant) });

export const formatNumber = (locale: string, value: number, digits = 0): string =>
  new Intl.NumberFormat(formattingLocale(locale), { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value);

/** A list in words: `Ana, Bo and Cy`. */
export const formatList = (locale: string, words: readonly string[]): string =>
  new Intl.ListFormat(formattingLocale(locale), { type: 'conjunction' }).format(words);

function formatter(locale: string, style: Style, timeZone: string): Intl.DateTimeFormat {
  const key = `${locale} ${style} ${timeZone}`;
  const found = formatters.get(key);
  if (found !== undefined) return found;
  const made = new Intl.DateTimeFormat(formattingLocale(locale), {
    ...styles[style],
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
  });
  formatters.set(key, made);
  return made;
}
