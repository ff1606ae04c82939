import { formatMoment } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { rawText } from '../../lib/form';
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
import { meetingTitle, type Meeting } from './meeting';
import { meetingPaths } from './meeting.paths';

interface PostponeView {
  readonly title: string;
  readonly errorSummary: ErrorSummary | null;
  readonly district: string;
  readonly unlisted: true;
  readonly lede: string;
  readonly action: string;
  readonly warnings: Warnings | null;
  readonly way: ChoiceView;
  readonly fields: readonly FieldView[];
  readonly version: string;
  readonly back: string;
}

declare module '../../web/render' {
  interface Views {
    'meetings/postpone': PostponeView;
  }
}

interface Parts {
  readonly meeting: Meeting;
  readonly collaborative: Collaborative;
  readonly state: FormState;
  readonly warnings: Warnings | null;
}

export function postponeView(t: Translate, { meeting, collaborative, state, warnings }: Parts): PostponeView {
  const { id } = meeting;
  const isNaming = meeting.status === 'postponed';
  const ways = [
    ['date', t('scheduling.postpone.date')],
    ...(isNaming ? [] : [['later', t('scheduling.postpone.later'), t('scheduling.postpone.laterHint')] as const]),
  ] as const;
  const named = isNaming && rawText(state.raw, 'way') === '' ? { ...state, raw: { ...state.raw, way: 'date' } } : state;
  return {
    title: isNaming ? t('scheduling.postpone.nameTitle') : t('scheduling.postpone.title'),
    errorSummary: errorSummary(t, state.errors),
    district: collaborative.slug,
    unlisted: true,
    lede: t('scheduling.postpone.lede', { title: meetingTitle(meeting, t.locale), moment: formatMoment(t, meeting.startsAt) }),
    action: meetingPaths.postponement({ id }),
    warnings,
    way: choiceView(t, named, 'way', t('scheduling.postpone.way'), ways),
    fields: fieldsOf(t, state),
    version: rawText(state.raw, 'version'),
    back: meetingPaths.show({ id }),
  };
}

const fieldsOf = (t: Translate, state: FormState): FieldView[] => [
  fieldView(t, state, 'date', t('scheduling.postpone.newDate'), { type: 'date', narrow: true, required: false }),
  fieldView(t, state, 'starts', t('meetings.form.starts'), {
    type: 'time',
    narrow: true,
    hint: t('meetings.form.timeHint'),
    required: false,
  }),
  fieldView(t, state, 'ends', t('meetings.form.ends'), { type: 'time', narrow: true, hint: t('meetings.form.timeHint'), required: false }),
  fieldView(t, state, 'reason', t('meetings.cancel.reason'), { type: 'textarea', rows: 3, hint: t('meetings.cancel.reasonHint') }),
];
