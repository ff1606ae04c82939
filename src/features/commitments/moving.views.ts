import type { Translate } from '../../i18n/translate';
import { rawText } from '../../lib/form';
import type { CalendarDate } from '../../lib/time';
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
import { nextStatuses, type Promised } from './commitment';
import { rawMove } from './commitment.form';
import { commitmentPaths } from './commitment.paths';
import { promiseView, type PromiseView } from './commitment.views';

interface MovingView {
  readonly title: string;
  readonly district: string;
  readonly unlisted: true;
  readonly errorSummary: ErrorSummary | null;
  readonly breadcrumbs: readonly { readonly text: string; readonly href: string }[];
  readonly promise: PromiseView;
  readonly stale: string | null;
  readonly action: string;
  readonly version: string;
  readonly status: ChoiceView;
  readonly fields: readonly FieldView[];
}

declare module '../../web/render' {
  interface Views {
    'commitments/moving': MovingView;
  }
}

export interface MovingParts {
  readonly promise: Promised;
  readonly collaborative: Collaborative;
  readonly today: CalendarDate;
  /** What was sent and not taken; null on the first look. */
  readonly sent: FormState | null;
  readonly isStale: boolean;
}

/** The form in which the office says how a promise stands. */
export function movingView(t: Translate, { promise, collaborative, today, sent, isStale }: MovingParts): MovingView {
  const { id, reference, number } = promise;
  const state: FormState = sent ?? { raw: rawMove(promise), errors: {} };
  return {
    title: t('commitments.form.title', { reference, number: String(number) }),
    district: collaborative.slug,
    unlisted: true,
    errorSummary: errorSummary(t, state.errors),
    breadcrumbs: [{ text: t('commitments.short'), href: commitmentPaths.ofBody({ slug: collaborative.slug }) }],
    promise: promiseView(t, promise, [], today),
    stale: isStale ? t('commitments.form.stale') : null,
    action: commitmentPaths.moves({ id }),
    version: isStale ? String(promise.version) : rawText(state.raw, 'version'),
    status: choiceView(
      t,
      state,
      'status',
      t('commitments.form.status'),
      nextStatuses(promise.status).map((status) => [status, t(`commitments.status.${status}`)] as const),
    ),
    fields: [
      fieldView(t, state, 'words', t('commitments.form.words'), {
        type: 'textarea',
        rows: 5,
        words: 200,
        hint: t('commitments.form.wordsHint'),
      }),
      fieldView(t, state, 'evidenceUrl', t('commitments.form.evidence'), {
        type: 'url',
        required: false,
        hint: t('commitments.form.evidenceHint'),
      }),
      fieldView(t, state, 'dueOn', t('commitments.dueOn'), { type: 'date', narrow: true, hint: t('commitments.form.dueHint') }),
    ],
  };
}
