import { field, fieldError, parseForm, type FormErrors, type Parsed } from '../../lib/form';
import { formatDate } from '../../i18n/format';
import type { CalendarDate } from '../../lib/time';
import { endReasons, type Membership } from './membership';
import { electionMethods, officeNames } from './office';

const endFields = { reason: field.choice(endReasons), last_day: field.date(), version: field.version() };

/** The end of a membership: reason and last day, not before the seat began; a death does not lie ahead. */
export function parseEnding(
  body: unknown,
  membership: Membership,
  { today, locale }: { today: CalendarDate; locale: string },
): ReturnType<typeof parseForm<typeof endFields>> {
  const parsed = parseForm(endFields, body);
  if (!parsed.ok) return parsed;
  const { startedOn } = membership;
  const { reason, last_day: lastDay } = parsed.values;
  if (reason === 'died' && lastDay > today) return refused(parsed, { last_day: fieldError('membership.show.diedAhead') });
  if (startedOn === null || lastDay >= startedOn) return parsed;
  return refused(parsed, { last_day: fieldError('membership.show.beforeStart', { date: formatDate(locale, startedOn) }) });
}

const leaveFields = { starts_on: field.date(), ends_on: field.optionalDate(), reason: field.optionalText(1000) };

/** A leave: from, until (may be open), and its private reason. */
export function parseLeave(body: unknown): ReturnType<typeof parseForm<typeof leaveFields>> {
  const parsed = parseForm(leaveFields, body);
  if (!parsed.ok || parsed.values.ends_on === '' || parsed.values.ends_on >= parsed.values.starts_on) return parsed;
  return refused(parsed, { ends_on: fieldError('membership.leave.untilFirst') });
}

const termFields = { starts_on: field.date(), ends_on: field.date() };

/** A further term: its first and last day. */
export function parseTerm(body: unknown): ReturnType<typeof parseForm<typeof termFields>> {
  const parsed = parseForm(termFields, body);
  if (!parsed.ok || parsed.values.ends_on > parsed.values.starts_on) return parsed;
  return refused(parsed, { ends_on: fieldError('membership.offices.endsFirst') });
}

const moveFields = { seat: field.id(), on: field.date(), ends_on: field.date(), version: field.version() };

/** A move: which seat, from which day, until when. */
export function parseMove(body: unknown): ReturnType<typeof parseForm<typeof moveFields>> {
  const parsed = parseForm(moveFields, body);
  if (!parsed.ok || parsed.values.ends_on > parsed.values.on) return parsed;
  return refused(parsed, { ends_on: fieldError('membership.offices.endsFirst') });
}

const resignFields = {
  last_day: field.date(),
  words: field.optionalText(2000),
  sure: field.choice(['yes']),
  version: field.version(),
};

/** A resignation: a last day from today to the end of the term (any day once it is over), and that it is meant. */
export function parseResignation(
  body: unknown,
  membership: Membership,
  { today, locale }: { today: CalendarDate; locale: string },
): ReturnType<typeof parseForm<typeof resignFields>> {
  const parsed = parseForm(resignFields, body);
  if (!parsed.ok) return parsed;
  const { last_day: lastDay } = parsed.values;
  if (lastDay < today) return refused(parsed, { last_day: fieldError('membership.resign.past') });
  const { termEndsOn } = membership;
  if (lastDay <= termEndsOn || termEndsOn < today) return parsed;
  return refused(parsed, { last_day: fieldError('membership.resign.afterTerm', { date: formatDate(locale, termEndsOn) }) });
}

const officeFields = {
  office: field.choice(officeNames),
  member: field.id(),
  starts_on: field.date(),
  ends_on: field.optionalDate(),
  method: field.choice(electionMethods),
  held_on: field.date(),
  votes: field.optionalText(1000),
};

/** An office: which, who, from when, until when, and how it came about: a vote names its candidates. */
export function parseOffice(body: unknown): ReturnType<typeof parseForm<typeof officeFields>> {
  const parsed = parseForm(officeFields, body);
  if (!parsed.ok) return parsed;
  const { ends_on: endsOn, starts_on: startsOn, held_on: heldOn, method, votes } = parsed.values;
  if (endsOn !== '' && endsOn < startsOn) return refused(parsed, { ends_on: fieldError('membership.offices.endsFirst') });
  if (heldOn > startsOn) return refused(parsed, { held_on: fieldError('membership.offices.heldAfter') });
  if (method === 'vote' && votes === '') return refused(parsed, { votes: fieldError('membership.offices.votesMissing') });
  return parsed;
}

const refused = <Values>({ raw }: Parsed<Values>, errors: FormErrors): Parsed<Values> => ({ ok: false, raw, errors });
