import { field, fieldError, parseForm, type Parsed } from '../../lib/form';
import type { CalendarDate } from '../../lib/time';

/** A roster asked for: of which day, with the changes since when (null: the last ones). */
export interface RosterQuery {
  readonly on: CalendarDate;
  readonly from: CalendarDate | null;
}

const fields = { on: field.optionalDate(), from: field.optionalDate() };

/** Reads the days of an address: today unless told; no day to come, and no beginning after the end. */
export function parseRosterQuery(query: unknown, today: CalendarDate): Parsed<RosterQuery> {
  const parsed = parseForm(fields, query);
  if (!parsed.ok) return parsed;
  const { raw } = parsed;
  const on = parsed.values.on === '' ? today : parsed.values.on;
  const from = parsed.values.from === '' ? null : parsed.values.from;
  if (on > today) return { ok: false, raw, errors: { on: fieldError('roster.future') } };
  if (from !== null && from > on) return { ok: false, raw, errors: { from: fieldError('roster.fromFirst') } };
  return { ok: true, raw, values: { on, from } };
}
