import { formatShortMoment, formatMoment } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import { wallParts, type Instant } from '../../lib/time';
import {
  choiceView,
  errorSummary,
  fieldView,
  type ChoiceView,
  type ErrorSummary,
  type FieldView,
  type FormState,
} from '../../web/form-view';
import { cyclePaths, lateEnd, type Cycle } from '../cycles';
import { stateOfLateCode, type LateCode, type LateCodeState } from './late-code';
import { lateEntryPaths } from './late-entry.paths';

interface CodeRow {
  readonly code: string;
  readonly forWhom: string;
  readonly note: string;
  readonly uses: string;
  readonly until: string;
  readonly tag: { readonly text: string; readonly tone: 'neutral' | 'success' };
  readonly revocation: string | null;
}

interface CodesView {
  readonly title: string;
  readonly cycle: string;
  readonly cycleHref: string;
  readonly lede: string;
  readonly codes: readonly CodeRow[];
  readonly fields: readonly FieldView[];
  readonly choices: readonly ChoiceView[];
  readonly action: string;
  readonly extension: { readonly action: string; readonly fields: readonly FieldView[] };
  readonly errorSummary: ErrorSummary | null;
}

interface EnterView {
  readonly title: string;
  readonly action: string;
  readonly fields: readonly FieldView[];
  readonly errorSummary: ErrorSummary | null;
}

declare module '../../web/render' {
  interface Views {
    'late-entry/codes': CodesView;
    'late-entry/enter': EnterView;
  }
}

export interface CodesParts {
  readonly cycle: Cycle;
  readonly codes: readonly LateCode[];
  readonly areas: readonly { readonly id: string; readonly name: string }[];
  readonly languages: readonly (readonly [locale: string, name: string])[];
  readonly code: FormState;
  readonly extension: FormState;
  readonly now: Instant;
}

const toneOf: Readonly<Record<LateCodeState, 'neutral' | 'success'>> = {
  good: 'success',
  usedUp: 'neutral',
  expired: 'neutral',
  revoked: 'neutral',
};

/** The codes of a cycle, the form for a new one, and the form for more time. */
export function codesView(t: Translate, parts: CodesParts): CodesView {
  const { cycle, code: state, extension } = parts;
  const address = { code: cycle.code };
  return {
    title: t('lateEntry.title'),
    cycle: inLocale(cycle.name, t.locale),
    cycleHref: cyclePaths.show(address),
    lede: t('lateEntry.lede', { closing: formatMoment(t, cycle.closesAt), end: formatMoment(t, lateEnd(cycle)) }),
    codes: parts.codes.map((code) => codeRow(t, code, parts)),
    fields: [
      fieldView(t, state, 'for_whom', t('lateEntry.forWhom'), { hint: t('lateEntry.forWhomHint') }),
      fieldView(t, state, 'use_limit', t('lateEntry.useLimit'), { type: 'number', narrow: true, inputmode: 'numeric' }),
      ...untilFields(t, state, 'until'),
      fieldView(t, state, 'note', t('lateEntry.note'), { required: false, hint: t('lateEntry.noteHint') }),
      fieldView(t, state, 'email', t('lateEntry.email'), { type: 'email', required: false, hint: t('lateEntry.emailHint') }),
    ],
    choices: [
      choiceView(t, state, 'locale', t('lateEntry.locale'), parts.languages),
      ...(parts.areas.length < 2
        ? []
        : [
            choiceView(
              t,
              state,
              'collaborative',
              t('lateEntry.collaborative'),
              parts.areas.map(({ id, name }) => [id, name] as const),
            ),
          ]),
    ],
    action: lateEntryPaths.codes(address),
    extension: { action: lateEntryPaths.extensions(address), fields: extensionFields(t, extension) },
    errorSummary: errorSummary(t, { ...state.errors, ...extension.errors }),
  };
}

const extensionFields = (t: Translate, state: FormState): FieldView[] => [
  fieldView(t, state, 'reference', t('applications.reference'), { narrow: true, hint: t('lateEntry.extension.referenceHint') }),
  ...untilFields(t, state, 'more'),
  fieldView(t, state, 'reason', t('lateEntry.extension.reason'), { hint: t('lateEntry.extension.reasonHint') }),
];

const untilFields = (t: Translate, state: FormState, name: 'until' | 'more'): FieldView[] => [
  fieldView(t, state, `${name}_date`, t('lateEntry.untilDate'), { type: 'date', narrow: true }),
  fieldView(t, state, `${name}_time`, t('lateEntry.untilTime'), { type: 'time', narrow: true }),
];

function codeRow(t: Translate, code: LateCode, { cycle, now }: CodesParts): CodeRow {
  const state = stateOfLateCode(code, now);
  return {
    code: code.code,
    forWhom: code.forWhom,
    note: code.note,
    uses: t('lateEntry.uses', { uses: code.uses, limit: code.useLimit }),
    until: t('lateEntry.until', { moment: formatShortMoment(t, code.expiresAt) }),
    tag: { text: t(`lateEntry.states.${state}`), tone: toneOf[state] },
    revocation: state === 'revoked' ? null : lateEntryPaths.revocation({ code: cycle.code, id: code.id }),
  };
}

/** What a new code is filled in with: one use, until the last minute before the cycle decides. */
export function usualCode(lastMinute: Instant, collaborativeId: string) {
  const { date, time } = wallParts(lastMinute);
  return { use_limit: '1', until_date: date, until_time: time, locale: 'en', collaborative: collaborativeId };
}

/** The page on which an applicant types a code. */
export const enterView = (t: Translate, state: FormState): EnterView => ({
  title: t('lateEntry.enter.title'),
  action: lateEntryPaths.enter(),
  fields: [
    fieldView(t, state, 'code', t('lateEntry.code'), { narrow: true, hint: t('lateEntry.enter.codeHint'), autocomplete: 'off' }),
    fieldView(t, state, 'email', t('applications.link.email'), { type: 'email', autocomplete: 'email', inputmode: 'email' }),
  ],
  errorSummary: errorSummary(t, state.errors),
});
