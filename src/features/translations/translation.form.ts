import { field, fieldError, parseForm, rawForm, rawList, type FormErrors, type Parsed } from '../../lib/form';
import type { CalendarDate } from '../../lib/time';
import { textKinds, type WaitingText } from './translation';

/** A ticked text as it was when the list was read. */
export type Ticked = Pick<WaitingText, 'kind' | 'subjectId' | 'part' | 'version'>;

export interface Assignment {
  readonly texts: readonly Ticked[];
  readonly ownerId: string | null;
  readonly dueOn: CalendarDate | null;
}

export const tickOf = ({ kind, subjectId, part, version }: Ticked): string => `${kind}:${subjectId}:${part}:${version}`;

/** Reads which texts were ticked, who is to translate them (`people`: who may), and until when: today or later. */
export function parseAssignment(body: unknown, people: readonly string[], today: CalendarDate): Parsed<Assignment> {
  const parsed = parseForm({ owner: field.optionalChoice(people), due: field.optionalDate() }, body);
  const raw = rawForm(body);
  const texts = rawList(raw, 'texts').slice(0, 500).flatMap(readTick);
  const none: FormErrors = texts.length === 0 ? { texts: fieldError('translations.errors.none') } : {};
  if (!parsed.ok) return { ok: false, errors: { ...none, ...parsed.errors }, raw };
  const dueOn = parsed.values.due === '' ? null : parsed.values.due;
  const errors = dueOn !== null && dueOn < today ? { ...none, due: fieldError('translations.errors.past') } : none;
  if (Object.keys(errors).length > 0) return { ok: false, errors, raw };
  return { ok: true, values: { texts, ownerId: parsed.values.owner === '' ? null : parsed.values.owner, dueOn }, raw };
}

function readTick(tick: string): Ticked[] {
  const [, of, subjectId, part, version] = /^(\w{1,8}):([\w-]{1,26}):([\w-]{1,26}):(\d{1,9})$/.exec(tick) ?? [];
  const kind = textKinds.find((known) => known === of);
  return kind === undefined || subjectId === undefined || part === undefined ? [] : [{ kind, subjectId, part, version: Number(version) }];
}
