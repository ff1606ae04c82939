import {
  field,
  fieldError,
  momentOf,
  parseForm,
  rawText,
  type FieldError,
  type FormErrors,
  type Parsed,
  type RawForm,
} from '../../lib/form';
import type { CalendarDate, Instant } from '../../lib/time';
import { attendanceStatuses, type RollCallAnswer } from './attendance';
import { spokenChoices, type Answers, type SpokenChoice } from './motion';
import { seemsPersonal } from './personal-data';
import type { MovementKind } from './quorum';

const refused = <Values>(raw: RawForm, errors: FormErrors): Parsed<Values> => ({ ok: false, raw, errors });

interface RollCallValues {
  readonly version: number;
  readonly answers: readonly RollCallAnswer[];
}

/** One status for each voter of that day; who takes part from afar says why, and nobody does so more often than allowed (54953.8.3). */
export function parseRollCall(body: unknown, voters: readonly string[], usedUp: ReadonlySet<string>): Parsed<RollCallValues> {
  const statuses = Object.fromEntries(voters.map((id) => [`status_${id}`, field.choice(attendanceStatuses)] as const));
  const reasons = Object.fromEntries(voters.map((id) => [`reason_${id}`, field.optionalText(500)] as const));
  const fields = { ...statuses, ...reasons, version: field.version() };
  const parsed = parseForm(fields, body);
  if (!parsed.ok) return parsed;
  const answers = voters.map((membershipId) => ({
    membershipId,
    status: rawText(parsed.raw, `status_${membershipId}`) as RollCallAnswer['status'],
    reason: rawText(parsed.raw, `reason_${membershipId}`).trim(),
  }));
  const errors: Record<string, FieldError> = {};
  for (const { membershipId, reason } of answers.filter(({ status }) => status === 'remote')) {
    if (usedUp.has(membershipId)) errors[`status_${membershipId}`] = fieldError('inSession.form.remoteUsedUp');
    else if (reason === '') errors[`reason_${membershipId}`] = fieldError('inSession.form.remoteReason');
    else if (seemsPersonal(reason)) errors[`reason_${membershipId}`] = fieldError('inSession.form.personal');
  }
  if (Object.keys(errors).length > 0) return refused(parsed.raw, errors);
  return { ok: true, raw: parsed.raw, values: { version: Number(rawText(parsed.raw, 'version')), answers } };
}

interface MovementValues {
  readonly membershipId: string;
  readonly kind: MovementKind;
  readonly at: Instant;
}

/** Somebody coming or going; the time is meant on the meeting's date. */
export function parseMovement(body: unknown, date: CalendarDate): Parsed<MovementValues> {
  const parsed = parseForm({ member: field.id(), kind: field.choice(['arrived', 'left']), at: field.time() }, body);
  if (!parsed.ok) return parsed;
  const { member, kind, at } = parsed.values;
  const moment = momentOf(date, at);
  if ('error' in moment) return refused(parsed.raw, { at: moment.error });
  return { ok: true, raw: parsed.raw, values: { membershipId: member, kind, at: moment.instant } };
}

export const parseNote = (body: unknown) => parseForm({ note: field.optionalText(10_000), version: field.version() }, body);

export const parseOutcome = (body: unknown) =>
  parseForm(
    { outcome: field.choice(['decided', 'postponed', 'no_action']), words: notPersonal(field.optionalText(500)), version: field.version() },
    body,
  );

interface MotionValues {
  readonly motion: string;
  readonly mover: string;
  readonly seconder: string | null;
}

/** A motion by one member who is there, seconded by another at once or later (null). */
export function parseMotion(body: unknown, present: ReadonlySet<string>): Parsed<MotionValues> {
  const parsed = parseForm({ motion: notPersonal(field.text(2000)), mover: field.id(), seconder: field.optionalText(40) }, body);
  if (!parsed.ok) return parsed;
  const { mover, seconder } = parsed.values;
  const errors: Record<string, FieldError> = {};
  if (!present.has(mover)) errors['mover'] = fieldError('inSession.form.memberGone');
  const wrong = seconder === '' ? null : wrongSecond(seconder, mover, present);
  if (wrong !== null) errors['seconder'] = wrong;
  if (Object.keys(errors).length > 0) return refused<MotionValues>(parsed.raw, errors);
  return { ok: true, raw: parsed.raw, values: { ...parsed.values, seconder: seconder === '' ? null : seconder } };
}

/** Who seconds a motion that waits for it: another member who is there. */
export function parseSecond(body: unknown, moverId: string, present: ReadonlySet<string>) {
  const parsed = parseForm({ second: field.id(), version: field.version() }, body);
  if (!parsed.ok) return parsed;
  const wrong = wrongSecond(parsed.values.second, moverId, present);
  return wrong === null ? parsed : refused<typeof parsed.values>(parsed.raw, { second: wrong });
}

function wrongSecond(seconder: string, mover: string, present: ReadonlySet<string>): FieldError | null {
  if (!present.has(seconder)) return fieldError('inSession.form.memberGone');
  return mover === seconder ? fieldError('inSession.form.seconderSame') : null;
}

/** Other words for a motion on the floor; the consent of who seconded it is said by who runs the meeting. */
export function parseWording(body: unknown, isSeconded: boolean) {
  const parsed = parseForm({ wording: notPersonal(field.text(2000)), consent: field.choices(['yes']), version: field.version() }, body);
  if (!parsed.ok || !isSeconded || parsed.values.consent.length > 0) return parsed;
  return refused<typeof parsed.values>(parsed.raw, { consent: fieldError('inSession.form.consent') });
}

/** The answers of a roll-call vote: one of each member who is there, and why they step aside of those who must say so. */
export function parseVote(body: unknown, present: readonly string[], mustSay: ReadonlySet<string>): Parsed<Required<Answers>> {
  const choiceFields = present.map((id) => [`vote_${id}`, field.choice(spokenChoices)] as const);
  const reasonFields = present.map((id) => [`why_${id}`, field.optionalText(300)] as const);
  const parsed = parseForm({ ...Object.fromEntries(choiceFields), ...Object.fromEntries(reasonFields) }, body);
  if (!parsed.ok) return parsed;
  const choices = new Map(present.map((id) => [id, rawText(parsed.raw, `vote_${id}`) as SpokenChoice]));
  const aside = present.filter((id) => choices.get(id) === 'recused');
  const reasons = new Map(aside.map((id) => [id, rawText(parsed.raw, `why_${id}`).trim()]));
  const errors: Record<string, FieldError> = {};
  for (const [id, reason] of reasons) {
    if (reason === '' && mustSay.has(id)) errors[`why_${id}`] = fieldError('inSession.form.recusalReason');
    else if (seemsPersonal(reason)) errors[`why_${id}`] = fieldError('inSession.form.personal');
  }
  return Object.keys(errors).length > 0 ? refused(parsed.raw, errors) : { ok: true, raw: parsed.raw, values: { choices, reasons } };
}

export const parseVersion = (body: unknown) => parseForm({ version: field.version() }, body);

export const parseActionItem = (body: unknown) =>
  parseForm({ task: notPersonal(field.text(500)), owner: field.optionalText(40), due_on: field.optionalDate(), key: field.key() }, body);

/** Text that goes into public minutes unchanged. */
export const notPersonal = (text: ReturnType<typeof field.text> | ReturnType<typeof field.optionalText>) =>
  text.refine((value) => !seemsPersonal(value), { error: JSON.stringify(['inSession.form.personal', {}]) });
