import { field, fieldError, parseForm, type Parsed } from '../../lib/form';
import type { CalendarDate } from '../../lib/time';
import type { Note } from './note';
import { extensionFault, type ExtensionFault } from './note-clock';

export interface ExtensionWish {
  readonly to: CalendarDate;
  readonly reason: string;
  readonly version: number;
}

/** The new day and why, checked against the note as it stands. */
export function parseExtension(
  body: unknown,
  note: Note,
  calendar: { readonly today: CalendarDate; readonly daysOff: ReadonlySet<CalendarDate> },
): Parsed<ExtensionWish> {
  const form = parseForm({ to: field.date(), reason: field.words(100), version: field.version() }, body);
  if (!form.ok) return form;
  const fault = extensionFault(note, form.values.to, calendar);
  return fault === null ? form : { ok: false, raw: form.raw, errors: { to: fieldError(faults[fault]) } };
}

const faults = {
  notLater: 'advice.clock.notLater',
  dayOff: 'advice.clock.dayOff',
  tooLong: 'advice.clock.tooLong',
} as const satisfies Record<ExtensionFault, string>;

export const parseQuestion = (body: unknown) => parseForm({ question: field.words(200), version: field.version() }, body);

export const parseReply = (body: unknown) => parseForm({ reply: field.words(300), version: field.version() }, body);
