import { field, fieldError, parseForm, type FormErrors, type Parsed } from '../../lib/form';
import { formatDate } from '../../i18n/format';
import { endReasons, type Membership } from './membership';
import { officeNames } from './office';

const endFields = { reason: field.choice(endReasons), last_day: field.date(), version: field.version() };

/** The end of a membership: reason and last day, not before the seat began. */
export function parseEnding(body: unknown, membership: Membership, locale: string): ReturnType<typeof parseForm<typeof endFields>> {
  const parsed = parseForm(endFields, body);
  const { startedOn } = membership;
  if (!parsed.ok || startedOn === null || parsed.values.last_day >= startedOn) return parsed;
  return refused(parsed, { last_day: fieldError('membership.show.beforeStart', { date: formatDate(locale, startedOn) }) });
}

const officeFields = { office: field.choice(officeNames), member: field.id(), starts_on: field.date(), ends_on: field.optionalDate() };

/** An office: which, who, from when, until when. */
export function parseOffice(body: unknown): ReturnType<typeof parseForm<typeof officeFields>> {
  const parsed = parseForm(officeFields, body);
  if (!parsed.ok || parsed.values.ends_on === '' || parsed.values.ends_on >= parsed.values.starts_on) return parsed;
  return refused(parsed, { ends_on: fieldError('membership.offices.endsFirst') });
}

const refused = <Values>({ raw }: Parsed<Values>, errors: FormErrors): Parsed<Values> => ({ ok: false, raw, errors });
