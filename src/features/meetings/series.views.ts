import { formatMoment } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
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
import { meetingTitle, type Meeting } from './meeting';
import { papersField, timeFields, titleFields, whereFields } from './meeting-form.views';
import { statusTag, type Tag } from './meeting-list.views';
import { meetingPaths } from './meeting.paths';
import type { Series } from './series';
import { seriesKinds, weekdays } from './series.form';
import { holidayWays, weeksOfMonth } from './series-rule';
import { ruleText } from './series-rule.views';

interface SeriesFormView {
  readonly title: string;
  readonly errorSummary: ErrorSummary | null;
  readonly breadcrumbs: readonly { readonly text: string; readonly href: string }[];
  readonly district: string;
  readonly unlisted: true;
  readonly lede: string;
  readonly action: string;
  readonly version: string | null;
  readonly kind: ChoiceView;
  readonly titles: readonly FieldView[];
  readonly weeks: ChoiceView;
  readonly weekday: ChoiceView;
  readonly when: readonly FieldView[];
  readonly onHoliday: ChoiceView;
  readonly where: readonly FieldView[];
  readonly meetings: readonly { readonly when: string; readonly href: string; readonly tag: Tag; readonly title: string }[];
  readonly back: string;
}

declare module '../../web/render' {
  interface Views {
    'meetings/series-form': SeriesFormView;
  }
}

interface FormParts {
  readonly collaborative: Collaborative;
  readonly state: FormState;
  /** The series that is changed, with its meetings to come; null for a new one. */
  readonly change: { readonly series: Series; readonly meetings: readonly Meeting[] } | null;
}

/** The form of a series: its rule, and what each meeting begins with. */
export function seriesFormView(t: Translate, { collaborative, state, change }: FormParts): SeriesFormView {
  const { slug } = collaborative;
  return {
    title: change === null ? t('scheduling.series.newTitle') : t('scheduling.series.changeTitle'),
    errorSummary: errorSummary(t, state.errors),
    breadcrumbs: crumbs(t, collaborative),
    district: slug,
    unlisted: true,
    lede: change === null ? t('scheduling.series.newLede') : t('scheduling.series.changeLede', { rule: ruleText(t, change.series.rule) }),
    action: change === null ? meetingPaths.seriesDryRun({ slug }) : meetingPaths.seriesChangeDryRun({ slug, id: change.series.id }),
    version: change === null ? null : String(change.series.version),
    ...choicesOf(t, state),
    titles: titleFields(t, state),
    when: [...timeFields(t, state), ...rangeFields(t, state, change !== null)],
    where: [...whereFields(t, state), papersField(t, state)],
    meetings: (change?.meetings ?? []).map((meeting) => meetingLine(t, meeting)),
    back: meetingPaths.staffList({ slug }),
  };
}

export const crumbs = (t: Translate, { slug, area }: Collaborative) => [
  { text: t('layout.navigation.staff'), href: '/staff' },
  { text: t('meetings.staff.title', { area: inLocale(area, t.locale) }), href: meetingPaths.staffList({ slug }) },
];

function choicesOf(t: Translate, state: FormState): Pick<SeriesFormView, 'kind' | 'weeks' | 'weekday' | 'onHoliday'> {
  const kinds = seriesKinds.map((kind) => [kind, t(`meetings.kind.${kind}`)] as const);
  const weeks = weeksOfMonth.map((week) => [week, t(`scheduling.weeks.${week}`)] as const);
  const days = weekdays.map((day) => [day, t(`scheduling.weekdays.${day}`)] as const);
  const ways = holidayWays.map((way) => [way, t(`scheduling.onHoliday.${way}`)] as const);
  return {
    kind: choiceView(t, state, 'kind', t('meetings.form.kind'), kinds),
    weeks: choiceView(t, state, 'weeks', t('scheduling.series.weeks'), weeks, { kind: 'checkbox' }),
    weekday: choiceView(t, state, 'weekday', t('scheduling.series.weekday'), days),
    onHoliday: choiceView(t, state, 'onHoliday', t('scheduling.series.onHoliday'), ways, { hint: t('scheduling.series.onHolidayHint') }),
  };
}

const rangeFields = (t: Translate, state: FormState, isChange: boolean): FieldView[] => [
  fieldView(t, state, 'from', isChange ? t('scheduling.series.changeFrom') : t('scheduling.series.from'), {
    type: 'date',
    narrow: true,
    hint: isChange ? t('scheduling.series.changeFromHint') : null,
  }),
  fieldView(t, state, 'until', t('scheduling.series.until'), { type: 'date', narrow: true, hint: t('scheduling.series.untilHint') }),
];

const meetingLine = (t: Translate, meeting: Meeting) => ({
  when: formatMoment(t, meeting.startsAt),
  href: meetingPaths.show({ id: meeting.id }),
  tag: statusTag(t, meeting.status),
  title: meetingTitle(meeting, t.locale),
});
