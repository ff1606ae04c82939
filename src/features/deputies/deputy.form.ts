import { field, fieldError, parseForm, type Parsed } from '../../lib/form';
import type { CalendarDate } from '../../lib/time';
import { mostDays, wrongDays } from './deputy';

export interface DeputyWanted {
  readonly collaborative: string;
  readonly deputy: string;
  readonly starts_on: CalendarDate;
  readonly ends_on: CalendarDate;
}

/** Who is to stand in, where and on which days; the first day is today unless said. */
export function parseDeputy(body: unknown, today: CalendarDate): Parsed<DeputyWanted> {
  const form = parseForm(
    {
      collaborative: field.text(40, 'common.form.choose'),
      deputy: field.text(40, 'common.form.choose'),
      starts_on: field.optionalDate(),
      ends_on: field.date(),
    },
    body,
  );
  if (!form.ok) return form;
  const values = { ...form.values, starts_on: form.values.starts_on === '' ? today : form.values.starts_on };
  const wrong = wrongDays({ startsOn: values.starts_on, endsOn: values.ends_on }, today);
  if (wrong === null) return { ok: true, values, raw: form.raw };
  const name = wrong === 'past' ? 'starts_on' : 'ends_on';
  return { ok: false, raw: form.raw, errors: { [name]: fieldError(`deputies.errors.${wrong}`, { days: mostDays }) } };
}
