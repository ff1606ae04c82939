import { formatMoment } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import { rawText, type RawForm } from '../../lib/form';
import { dateOf, daysBetween, plusDays, type CalendarDate, type Instant } from '../../lib/time';
import {
  choiceView,
  errorSummary,
  fieldView,
  type ChoiceView,
  type ErrorSummary,
  type FieldView,
  type FormState,
} from '../../web/form-view';
import type { Collaborative } from '../collaboratives';
import type { Warnings } from './conflict.views';
import { meetingKinds, meetingTitle, type Meeting, type MeetingKind } from './meeting';
import { rawPlan, type MeetingFields } from './meeting.form';
import { meetingPaths } from './meeting.paths';
import { noticeHoursFor } from './notice';

interface ScheduleView {
  readonly title: string;
  readonly errorSummary: ErrorSummary | null;
  readonly breadcrumbs: readonly { readonly text: string; readonly href: string }[];
  readonly district: string;
  readonly unlisted: true;
  readonly lede: string;
  readonly action: string;
  readonly kind: ChoiceView;
  /** With whom to meet jointly; null once it is settled, and where there is no other body. */
  readonly together: ChoiceView | null;
  readonly fields: readonly FieldView[];
  readonly version: string | null;
  /** The meeting it was filled in from, whose agenda it begins with; empty for none. */
  readonly like: string;
  readonly warnings: Warnings | null;
  /** What another saved meanwhile, beside the words of this form. */
  readonly stale: readonly { readonly label: string; readonly value: string; readonly href: null; readonly change: null }[];
  readonly buttons: readonly { readonly text: string; readonly kind: 'primary' | 'secondary'; readonly value: string }[];
  readonly back: string;
}

interface CancelView {
  readonly title: string;
  readonly errorSummary: ErrorSummary | null;
  readonly district: string;
  readonly unlisted: true;
  readonly lede: string;
  readonly action: string;
  readonly reason: FieldView;
  readonly version: string;
  readonly back: string;
}

declare module '../../web/render' {
  interface Views {
    'meetings/schedule': ScheduleView;
    'meetings/cancel': CancelView;
  }
}

/** A new meeting filled in from what the collaborative usually does. */
export function usualPlan(collaborative: Collaborative, translate: (locale: string) => Translate, now: Instant): RawForm {
  const title = (locale: string) => translate(locale)('meetings.form.usualTitle', { area: inLocale(collaborative.area, locale) });
  const date = thursdayFrom(plusDays(dateOf(now), 14));
  return {
    kind: 'regular',
    titleEn: title('en'),
    titleEs: title('es'),
    date,
    starts: '18:00',
    ends: '20:00',
    address: collaborative.officeAddress,
    interpretation: translate('en')('meetings.form.interpretationUsual'),
    accessContact: `${collaborative.contactEmail}, ${collaborative.contactPhone}`,
    papersAddress: collaborative.officeAddress,
  };
}

/** Another meeting like one there was: all but the day, which is four weeks on, or as many times that as it takes. */
export function planLike(meeting: Meeting, now: Instant): RawForm {
  const today = dateOf(now);
  const from = dateOf(meeting.startsAt);
  const weeks = Math.max(1, Math.ceil((daysBetween(from, today) + 1) / 28)) * 4;
  return {
    ...rawPlan(meeting),
    with: [...meeting.withBodies],
    kindReason: '',
    accessAskBy: '',
    date: plusDays(from, weeks * 7),
    like: meeting.id,
  };
}

/** The first Thursday on or after a date. */
const thursdayFrom = (date: CalendarDate): CalendarDate => plusDays(date, (11 - new Date(`${date}T00:00:00Z`).getUTCDay()) % 7);

interface FormParts {
  readonly collaborative: Collaborative;
  /** Every body there is. */
  readonly bodies: readonly Collaborative[];
  readonly state: FormState;
  readonly meeting: Meeting | null;
  /** The meeting as another saved it meanwhile. */
  readonly stale?: Meeting;
  readonly warnings?: Warnings | null;
}

export function scheduleView(t: Translate, parts: FormParts): ScheduleView {
  const { collaborative, state, meeting, stale, warnings = null } = parts;
  const { slug } = collaborative;
  const list = meetingPaths.staffList({ slug });
  const summary = errorSummary(t, state.errors);
  return {
    title: meeting === null ? t('meetings.form.newTitle') : t('meetings.form.editTitle'),
    errorSummary: stale === undefined ? summary : { errors: [{ href: '#stale', text: t('common.form.stale') }] },
    breadcrumbs: [
      { text: t('layout.navigation.staff'), href: '/staff' },
      { text: t('meetings.staff.title', { area: inLocale(collaborative.area, t.locale) }), href: list },
    ],
    district: slug,
    unlisted: true,
    lede: t('meetings.form.lede'),
    action: meeting === null ? list : meetingPaths.scheduling({ id: meeting.id }),
    kind: kindView(t, collaborative, state),
    together: togetherView(t, parts),
    fields: fieldsOf(t, state),
    version: meeting === null ? null : versionIn(state.raw, meeting, stale),
    like: rawText(state.raw, 'like'),
    warnings,
    stale: stale === undefined ? [] : differences(t, stale, state.raw),
    buttons: buttonsOf(t, meeting, warnings !== null),
    back: meeting === null ? list : meetingPaths.show({ id: meeting.id }),
  };
}

/** The version the words were written from, so that a second try does not hide another's change. */
const versionIn = (raw: RawForm, meeting: Meeting, stale: Meeting | undefined): string =>
  stale === undefined && rawText(raw, 'version') !== '' ? rawText(raw, 'version') : String((stale ?? meeting).version);

function kindView(t: Translate, { settings }: Collaborative, state: FormState): ChoiceView {
  const hint = (kind: MeetingKind) => t(`meetings.form.kindHint.${kind}`, { hours: noticeHoursFor(kind, settings.noticeHours) ?? 0 });
  const offered = meetingKinds.map((kind) => [kind, t(`meetings.kind.${kind}`), hint(kind)] as const);
  return choiceView(t, state, 'kind', t('meetings.form.kind'), offered);
}

function togetherView(t: Translate, { collaborative, bodies, state, meeting }: FormParts): ChoiceView | null {
  const others = bodies.filter(({ id }) => id !== collaborative.id);
  if (others.length === 0 || (meeting !== null && meeting.status !== 'draft')) return null;
  const offered = others.map(({ id, area }) => [id, inLocale(area, t.locale)] as const);
  return choiceView(t, state, 'with', t('scheduling.joint.with'), offered, { kind: 'checkbox', hint: t('scheduling.joint.withHint') });
}

type FieldName = Exclude<keyof MeetingFields, 'kind'>;

const textOf =
  (t: Translate, state: FormState) =>
  (name: FieldName, label: string, options: Partial<FieldView> = {}): FieldView =>
    fieldView(t, state, name, label, options);

/** The fields of one meeting's form, in order. */
function fieldsOf(t: Translate, state: FormState): FieldView[] {
  const text = textOf(t, state);
  return [
    text('kindReason', t('meetings.form.kindReason'), { hint: t('meetings.form.kindReasonHint'), required: false }),
    ...titleFields(t, state),
    text('date', t('meetings.form.date'), { type: 'date', narrow: true }),
    ...timeFields(t, state),
    ...whereFields(t, state),
    text('accessAskBy', t('meetings.form.accessAskBy'), {
      type: 'date',
      narrow: true,
      hint: t('meetings.form.accessAskByHint'),
      required: false,
    }),
    papersField(t, state),
  ];
}

export const titleFields = (t: Translate, state: FormState): FieldView[] => [
  textOf(t, state)('titleEn', t('meetings.form.titleEn')),
  textOf(t, state)('titleEs', t('meetings.form.titleEs'), { required: false }),
];

export const timeFields = (t: Translate, state: FormState): FieldView[] => [
  textOf(t, state)('starts', t('meetings.form.starts'), { type: 'time', narrow: true, hint: t('meetings.form.timeHint') }),
  textOf(t, state)('ends', t('meetings.form.ends'), { type: 'time', narrow: true, hint: t('meetings.form.timeHint') }),
];

export const papersField = (t: Translate, state: FormState): FieldView =>
  textOf(t, state)('papersAddress', t('meetings.form.papersAddress'), {
    type: 'textarea',
    rows: 3,
    hint: t('meetings.form.papersAddressHint'),
    required: false,
  });

/** Where a meeting is and how to take part. */
export function whereFields(t: Translate, state: FormState): FieldView[] {
  const text = textOf(t, state);
  return [
    text('place', t('meetings.form.place'), { hint: t('meetings.form.placeHint') }),
    text('address', t('meetings.form.address'), { type: 'textarea', rows: 3, required: false }),
    text('room', t('meetings.form.room'), { required: false }),
    text('remoteUrl', t('meetings.form.remoteUrl'), { type: 'url', inputmode: 'url', required: false }),
    text('remotePhone', t('meetings.form.remotePhone'), { type: 'tel', required: false }),
    text('interpretation', t('meetings.form.interpretation'), { hint: t('meetings.form.interpretationHint'), required: false }),
    text('accessContact', t('meetings.form.accessContact'), { hint: t('meetings.form.accessContactHint'), required: false }),
  ];
}

function differences(t: Translate, stale: Meeting, raw: RawForm): ScheduleView['stale'] {
  const stands = rawPlan(stale);
  const rows = [
    { label: t('meetings.form.kind'), value: t(`meetings.kind.${stale.kind}`), differs: rawText(raw, 'kind') !== stale.kind },
    ...fieldsOf(t, { raw: stands, errors: {} }).map(({ name, label, value }) => ({ label, value, differs: rawText(raw, name) !== value })),
  ];
  return rows.filter(({ differs }) => differs).map(({ label, value }) => ({ label, value, href: null, change: null }));
}

function buttonsOf(t: Translate, meeting: Meeting | null, isWarned: boolean): ScheduleView['buttons'] {
  if (isWarned) return [{ text: t('scheduling.conflict.goOn'), kind: 'primary', value: 'schedule' }, ...draftButton(t, meeting)];
  if (meeting !== null && meeting.status !== 'draft') return [{ text: t('meetings.form.save'), kind: 'primary', value: 'save' }];
  return [{ text: t('meetings.form.schedule'), kind: 'primary', value: 'schedule' }, ...draftButton(t, meeting)];
}

const draftButton = (t: Translate, meeting: Meeting | null): ScheduleView['buttons'] =>
  meeting !== null && meeting.status !== 'draft' ? [] : [{ text: t('meetings.form.draft'), kind: 'secondary', value: 'draft' }];

export function cancelView(t: Translate, meeting: Meeting, collaborative: Collaborative, state: FormState): CancelView {
  const { id } = meeting;
  return {
    title: t('meetings.cancel.title'),
    errorSummary: errorSummary(t, state.errors),
    district: collaborative.slug,
    unlisted: true,
    lede: t('meetings.cancel.lede', { title: meetingTitle(meeting, t.locale), moment: formatMoment(t, meeting.startsAt) }),
    action: meetingPaths.cancellation({ id }),
    reason: fieldView(t, state, 'reason', t('meetings.cancel.reason'), {
      type: 'textarea',
      rows: 3,
      hint: t('meetings.cancel.reasonHint'),
    }),
    version: rawText(state.raw, 'version'),
    back: meetingPaths.show({ id }),
  };
}
