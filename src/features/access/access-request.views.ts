import { formatDate, formatMoment } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import type { RawForm } from '../../lib/form';
import type { Instant } from '../../lib/time';
import {
  choiceView,
  errorSummary,
  fieldView,
  type ChoiceView,
  type ErrorSummary,
  type FieldView,
  type FormState,
} from '../../web/form-view';
import type { AccessNeeds } from '../accounts';
import { meetingPaths, meetingTitle, type Meeting } from '../meetings';
import { isPastCutOff, mayAsk, needNames, type NeedName } from './access-request';
import { accessPaths } from './access.paths';

interface Link {
  readonly text: string;
  readonly href: string;
}

interface AskView {
  readonly title: string;
  readonly breadcrumbs: readonly Link[];
  readonly unlisted: boolean;
  readonly errorSummary: ErrorSummary | null;
  readonly kicker: string;
  readonly late: string | null;
  readonly over: string | null;
  readonly form: {
    readonly action: string;
    readonly needs: ChoiceView;
    readonly details: readonly FieldView[];
    readonly contact: readonly FieldView[];
  } | null;
  readonly contact: string;
  readonly back: Link;
}

interface SentView {
  readonly title: string;
  readonly unlisted: boolean;
  readonly back: Link;
}

declare module '../../web/render' {
  interface Views {
    'access/ask': AskView;
    'access/sent': SentView;
  }
}

const standing = [
  ['interpreter', 'interpreter'],
  ['childCare', 'child_care'],
  ['mobility', 'mobility'],
  ['hearing', 'hearing'],
  ['vision', 'large_print'],
  ['other', 'more'],
] as const satisfies readonly (readonly [keyof AccessNeeds, NeedName])[];

/** What a standing profile fills in: its owner need not tick it again. */
export function rawNeeds(needs: AccessNeeds): RawForm {
  const told = standing.filter(([name]) => (needs[name] ?? '') !== '');
  return {
    needs: told.map(([, need]) => need),
    language: needs.interpreter ?? '',
    words: told.flatMap(([name]) => (name === 'interpreter' ? [] : [needs[name] ?? ''])).join('. '),
  };
}

/** The form for anyone who needs something in order to take part. */
export function askView(t: Translate, meeting: Meeting, { form, now }: { readonly form: FormState; readonly now: Instant }): AskView {
  const { id, accessAskBy, accessContact } = meeting;
  const isOpen = mayAsk(meeting, now);
  return {
    title: t('access.title'),
    breadcrumbs: [{ text: meetingTitle(meeting, t.locale), href: meetingPaths.show({ id }) }],
    unlisted: true,
    errorSummary: errorSummary(t, form.errors),
    kicker: formatMoment(t, meeting.startsAt),
    late:
      isOpen && accessAskBy !== null && isPastCutOff(accessAskBy, now)
        ? t('access.late', { date: formatDate(t.locale, accessAskBy) })
        : null,
    over: isOpen ? null : t('access.errors.over'),
    form: isOpen ? formOf(t, id, form) : null,
    contact: t('access.contact', { contact: accessContact }),
    back: { text: t('access.back'), href: meetingPaths.show({ id }) },
  };
}

const formOf = (t: Translate, id: string, form: FormState): AskView['form'] => ({
  action: accessPaths.ask({ id }),
  needs: choiceView(
    t,
    form,
    'needs',
    t('access.needs.legend'),
    needNames.map((name) => [name, t(`access.needs.${name}`)] as const),
    { kind: 'checkbox' },
  ),
  details: [
    fieldView(t, form, 'language', t('access.form.language'), { required: false, hint: t('access.form.languageHint') }),
    fieldView(t, form, 'children', t('access.form.children'), { required: false, inputmode: 'numeric', narrow: true }),
    fieldView(t, form, 'words', t('access.form.words'), {
      required: false,
      type: 'textarea',
      rows: 4,
      words: 200,
      hint: t('access.form.wordsHint'),
    }),
  ],
  contact: [
    fieldView(t, form, 'name', t('access.form.name'), { required: false, autocomplete: 'name', hint: t('access.form.nameHint') }),
    fieldView(t, form, 'email', t('access.form.email'), { required: false, type: 'email', inputmode: 'email', autocomplete: 'email' }),
    fieldView(t, form, 'phone', t('access.form.phone'), {
      required: false,
      type: 'tel',
      autocomplete: 'tel',
      hint: t('access.form.phoneHint'),
    }),
  ],
});

export const sentView = (t: Translate, { id }: Meeting): SentView => ({
  title: t('access.sent.title'),
  unlisted: true,
  back: { text: t('access.back'), href: meetingPaths.show({ id }) },
});
