import { formatDay } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { choiceView, fieldView, type ChoiceView, type FieldView, type FormState } from '../../web/form-view';
import type { NamedCorrection } from './correction.queries';
import { minutesPaths } from './minutes.paths';

export interface CorrectionView {
  readonly by: string;
  readonly text: string;
  readonly tag: { readonly text: string; readonly tone: 'info' | 'success' | 'neutral' };
  readonly answer: string;
}

const tones = { proposed: 'info', taken: 'success', declined: 'neutral' } as const;

export const correctionView = (t: Translate, { name, proposedAt, text, status, answer }: NamedCorrection): CorrectionView => ({
  by: t('minutes.correction.by', { name, date: formatDay(t.locale, proposedAt) }),
  text,
  tag: { text: t(`minutes.correction.status.${status}`), tone: tones[status] },
  answer,
});

export interface AnswerForm {
  readonly action: string;
  readonly event: ChoiceView;
  readonly answer: FieldView;
}

/** The form that answers a correction. */
export function answerForm(t: Translate, ids: { id: string; correction: string }, form: FormState): AnswerForm {
  const events = [
    ['take', t('minutes.correction.take')],
    ['decline', t('minutes.correction.decline')],
  ] as const;
  return {
    action: minutesPaths.answer(ids),
    event: choiceView(t, form, 'event', t('minutes.correction.decision'), events),
    answer: fieldView(t, form, 'answer', t('minutes.correction.answer'), {
      type: 'textarea',
      rows: 3,
      required: false,
      hint: t('minutes.correction.answerHint'),
    }),
  };
}
