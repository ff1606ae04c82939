import { field, fieldError, parseForm, momentOf, type FormErrors, type Parsed, type RawForm } from '../../lib/form';
import { dateOf, hoursBetween, wallParts, type Instant } from '../../lib/time';
import { meetingKinds, type Meeting, type MeetingPlan } from './meeting';
import { usualAskBy } from './meeting-defaults';
import { rsvpAnswers } from './rsvp';

export const planFields = {
  kind: field.choice(meetingKinds),
  kindReason: field.optionalText(500),
  titleEn: field.text(200),
  titleEs: field.optionalText(200),
  date: field.date(),
  starts: field.time(),
  ends: field.time(),
  place: field.text(200, 'meetings.errors.wherever'),
  address: field.optionalText(500),
  room: field.optionalText(100),
  remoteUrl: field.optionalText(500),
  remotePhone: field.optionalText(60),
  interpretation: field.optionalText(200),
  accessContact: field.optionalText(254),
  accessAskBy: field.optionalDate(),
  papersAddress: field.optionalText(500),
};

export type MeetingFields = typeof planFields;

type PlanValues = Extract<ReturnType<typeof parsePlanFields>, { ok: true }>['values'];
const parsePlanFields = (body: unknown) => parseForm(planFields, body);

/** Reads the form of a meeting; wall-clock times that do not exist, or come twice, are refused (experience.md 3.3). */
export function parsePlan(body: unknown, now: Instant): Parsed<MeetingPlan> {
  const parsed = parsePlanFields(body);
  if (!parsed.ok) return parsed;
  const { values, raw } = parsed;
  const starts = momentOf(values.date, values.starts);
  const ends = momentOf(values.date, values.ends);
  const errors: Record<string, FormErrors[string]> = {};
  if ('error' in starts) errors['starts'] = starts.error;
  if ('error' in ends) errors['ends'] = ends.error;
  if ('error' in starts || 'error' in ends) return { ok: false, errors, raw };
  const moments = { startsAt: starts.instant, endsAt: ends.instant };
  Object.assign(errors, faultsOf(values, moments, now));
  if (Object.keys(errors).length > 0) return { ok: false, errors, raw };
  return { ok: true, values: planOf(values, moments, now), raw };
}

interface Moments {
  readonly startsAt: Instant;
  readonly endsAt: Instant;
}

function faultsOf(values: PlanValues, { startsAt, endsAt }: Moments, now: Instant): FormErrors {
  const rules: [boolean, string, FormErrors[string]][] = [
    [startsAt <= now, 'date', fieldError('meetings.errors.past')],
    [endsAt <= startsAt, 'ends', fieldError('meetings.errors.endsFirst')],
    [hoursBetween(startsAt, endsAt) > 12, 'ends', fieldError('meetings.errors.tooLong')],
    [values.accessAskBy !== '' && values.accessAskBy >= values.date, 'accessAskBy', fieldError('meetings.errors.askByLate')],
    [values.remoteUrl !== '' && !/^https:\/\/[^\s"<>]+$/.test(values.remoteUrl), 'remoteUrl', fieldError('meetings.errors.link')],
    [values.kind === 'emergency' && values.kindReason === '', 'kindReason', fieldError('meetings.errors.whyEmergency')],
  ];
  return Object.fromEntries(rules.filter(([broken]) => broken).map(([, name, error]) => [name, error]));
}

const planOf = (values: PlanValues, moments: Moments, now: Instant): MeetingPlan => ({
  ...moments,
  kind: values.kind,
  kindReason: values.kind === 'emergency' ? values.kindReason : '',
  title: values.titleEs === '' ? { en: values.titleEn } : { en: values.titleEn, es: values.titleEs },
  place: values.place,
  address: values.address,
  room: values.room,
  remoteUrl: values.remoteUrl,
  remotePhone: values.remotePhone,
  interpretation: values.interpretation,
  accessContact: values.accessContact,
  accessAskBy: values.accessAskBy === '' ? usualAskBy(values.date, dateOf(now)) : values.accessAskBy,
  papersAddress: values.papersAddress,
});

/** The other bodies of a joint meeting, out of those that can be ticked; the host is not among them. */
export function parseTogether(body: unknown, ids: readonly string[], hostId: string): string[] {
  const parsed = parseForm({ with: field.choices(ids.filter((id) => id !== hostId)) }, body);
  return parsed.ok ? parsed.values.with : [];
}

/** A plan as the fields of the form. */
export function rawPlan(plan: MeetingPlan): RawForm {
  const starts = wallParts(plan.startsAt);
  return {
    kind: plan.kind,
    kindReason: plan.kindReason,
    titleEn: plan.title.en,
    titleEs: plan.title['es'] ?? '',
    date: dateOf(plan.startsAt),
    starts: starts.time,
    ends: wallParts(plan.endsAt).time,
    place: plan.place,
    address: plan.address,
    room: plan.room,
    remoteUrl: plan.remoteUrl,
    remotePhone: plan.remotePhone,
    interpretation: plan.interpretation,
    accessContact: plan.accessContact,
    accessAskBy: plan.accessAskBy ?? '',
    papersAddress: plan.papersAddress,
  };
}

/** The version a change was made from. */
export const parseVersion = (body: unknown) => parseForm({ version: field.version() }, body);

export const parseCancellation = (body: unknown) =>
  parseForm({ reason: field.text(500, 'meetings.errors.reason'), version: field.version() }, body);

export const parseRsvp = (body: unknown) => parseForm({ answer: field.choice(rsvpAnswers), reason: field.optionalText(500) }, body);

/** The form of an answer that was not taken, with what it lacks. */
export function refusedRsvp(raw: RawForm, problem: 'cause' | 'limit'): { readonly raw: RawForm; readonly errors: FormErrors } {
  const errors =
    problem === 'cause' ? { reason: fieldError('meetings.rsvp.causeMissing') } : { answer: fieldError('meetings.rsvp.limitReached') };
  return { raw, errors };
}

/** The value of the button that was pressed. */
export const pressed = (body: unknown): string =>
  typeof body === 'object' && body !== null && 'do' in body && typeof body.do === 'string' ? body.do : '';

/** Whether the button that keeps a draft was pressed. */
export const wantsDraft = (body: unknown): boolean => pressed(body) === 'draft';

export const versionOf = (meeting: Pick<Meeting, 'version'>): string => String(meeting.version);
