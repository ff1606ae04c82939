import { field, fieldError, parseForm, type Parsed } from '../../lib/form';
import type { CycleEvent } from '../cycles';
import type { NextStep } from './standing';

interface StepByHand {
  readonly step: CycleEvent;
  readonly reason: string;
}

/** Reads the next step by hand. The release and the scheduling have their own pages; a step that is not the next one any more is refused. */
export function readStepForm(body: unknown, next: NextStep | null): Parsed<StepByHand> {
  const parsed = parseForm({ step: field.text(20), reason: field.optionalText(500) }, body);
  if (!parsed.ok) return parsed;
  const { raw, values } = parsed;
  if (next === null || next.step === 'release' || next.step === 'schedule' || values.step !== next.step)
    return { ok: false, raw, errors: { form: fieldError('cycleDesk.errors.step') } };
  if (values.reason === '' && next.needsReason) return { ok: false, raw, errors: { reason: fieldError('cycleDesk.errors.reason') } };
  return { ok: true, raw, values: { step: next.step, reason: values.reason } };
}

/** Reads why a cycle is cancelled. */
export const readCancellationForm = (body: unknown): Parsed<{ reason: string }> =>
  parseForm({ reason: field.text(500, 'cycleDesk.errors.reason') }, body);
