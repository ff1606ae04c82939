import { field, fieldError, momentOf, parseForm, type Parsed } from '../../lib/form';
import type { Instant } from '../../lib/time';
import { callOutcomes, isSameName, type CallOutcome } from './call';

const logFields = { outcome: field.choice(callOutcomes), again_on: field.optionalDate(), again_at: field.optionalText(5) };

/** How a call ended; a day without a time means its morning. */
export function readLog(body: unknown, now: Instant): Parsed<{ outcome: CallOutcome; againAt: Instant | null }> {
  const form = parseForm(logFields, body);
  if (!form.ok) return form;
  const { outcome, again_on: day, again_at: time } = form.values;
  if (day === '') return { ok: true, values: { outcome, againAt: null }, raw: form.raw };
  const moment = momentOf(day, time === '' ? '08:00' : time);
  if ('error' in moment) return { ok: false, errors: { again_at: moment.error }, raw: form.raw };
  if (moment.instant <= now && time !== '') return { ok: false, errors: { again_on: fieldError('outreach.errors.past') }, raw: form.raw };
  return { ok: true, values: { outcome, againAt: moment.instant }, raw: form.raw };
}

const answerFields = { answer: field.choice(['yes', 'no']), said_name: field.text(200), reason: field.optionalText(500) };

/** A spoken answer counts with the applicant's name read back. */
export function readAnswer(body: unknown, name: string): Parsed<{ answer: 'yes' | 'no'; name: string; reason: string }> {
  const form = parseForm(answerFields, body);
  if (!form.ok) return form;
  const { answer, said_name: said, reason } = form.values;
  if (!isSameName(said, name)) return { ok: false, errors: { said_name: fieldError('outreach.errors.otherName') }, raw: form.raw };
  return { ok: true, values: { answer, name: said, reason }, raw: form.raw };
}

export const callerFields = { name: field.text(200), email: field.email() };
