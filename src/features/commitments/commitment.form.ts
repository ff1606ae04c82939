import { field, fieldError, parseForm, type Parsed, type RawForm } from '../../lib/form';
import { isSafeLink } from '../../lib/link';
import type { CalendarDate } from '../../lib/time';
import { commitmentStatuses, moveFault, type MoveFault, type Promised } from './commitment';
import type { MoveOrder } from './commitment.actions';

const faults = {
  notAllowed: { name: 'status', error: fieldError('common.form.choose') },
  dayOver: { name: 'dueOn', error: fieldError('commitments.errors.dayOver') },
  dayClosed: { name: 'dueOn', error: fieldError('commitments.errors.dayClosed') },
} as const satisfies Record<MoveFault, { name: string; error: unknown }>;

/** How a promise stands, checked against what stood before. */
export function parseMove(body: unknown, promise: Promised, today: CalendarDate): Parsed<MoveOrder> {
  const fields = {
    status: field.choice(commitmentStatuses),
    dueOn: field.date(),
    words: field.words(200),
    evidenceUrl: field.optionalText(500),
  };
  const form = parseForm({ ...fields, version: field.version() }, body);
  if (!form.ok) return form;
  const { values, raw } = form;
  const fault = moveFault(promise, values, today);
  if (fault !== null) return { ok: false, raw, errors: { [faults[fault].name]: faults[fault].error } };
  if (values.evidenceUrl !== '' && !isSafeLink(values.evidenceUrl))
    return { ok: false, raw, errors: { evidenceUrl: fieldError('meetings.errors.link') } };
  return { ok: true, raw, values: { ...values, evidenceUrl: values.evidenceUrl === '' ? null : values.evidenceUrl } };
}

/** The form as the promise stands. */
export const rawMove = ({ status, dueOn, version }: Promised): RawForm => ({ status, dueOn, version: String(version) });
