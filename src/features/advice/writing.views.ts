import { languages } from '../../i18n/locales';
import type { Translate } from '../../i18n/translate';
import { blankForm, choiceView, fieldView, type ChoiceView, type FieldView, type FormState } from '../../web/form-view';
import { priorityChoice, type Priority } from '../priorities';
import { dispositionKinds, type Answer } from './answer';
import { mostRecommendations, topics, type Note } from './note';
import { advicePaths } from './note.paths';
import { notePolicy } from './note.policy';
import { answerFields, recommendationNames } from './note.form';
import { approvesFor, type Actor } from '../../lib/actor';
import { inLocale } from '../../lib/local-text';
import type { RawForm } from '../../lib/form';
import type { NoteView } from './note.views';
import { wordsOf } from './words.views';

interface NoteFormView {
  readonly action: string;
  readonly version: string | null;
  readonly collaborativeId: string | null;
  readonly language: ChoiceView;
  readonly topic: ChoiceView;
  readonly priority: ChoiceView | null;
  readonly fields: readonly FieldView[];
  readonly recommendations: readonly FieldView[];
}

interface RecommendationForm {
  readonly number: string;
  readonly text: { readonly text: string; readonly lang: string };
  readonly disposition: ChoiceView;
  readonly fields: readonly FieldView[];
}

interface StaffNoteView {
  readonly note: NoteView;
  readonly back: string;
  readonly acknowledge: string | null;
  /** Where the day is put off, or the authors are asked. */
  readonly date: string | null;
  readonly answer: {
    readonly action: string;
    readonly version: string;
    readonly returnWords: string | null;
    readonly opening: FieldView;
    readonly recommendations: readonly RecommendationForm[];
  } | null;
  readonly signature: {
    readonly sign: string;
    readonly giveBack: string;
    readonly version: string;
    readonly words: FieldView;
    /** In whose place a deputy signs. */
    readonly asDeputy: string | null;
  } | null;
  readonly waiting: string | null;
}

declare module '../../web/render' {
  interface Views {
    'advice/form': NoteFormView;
    'advice/staff-note': StaffNoteView;
  }
}

/** All of the body, and the one the note serves already. */
export interface Priorities {
  readonly priorities: readonly Priority[];
  readonly own: string | null;
}

/** The form in which members write a note. */
export function noteFormView(
  t: Translate,
  state: FormState,
  where: { action: string; version: string | null; collaborativeId: string | null },
  { priorities, own }: Priorities,
): NoteFormView {
  return {
    ...where,
    language: choiceView(
      t,
      state,
      'language',
      t('advice.form.language'),
      languages.map(({ code, name }) => [code, name] as const),
    ),
    topic: topicChoice(t, state),
    priority: priorityChoice(t, state, priorities, own),
    fields: [
      fieldView(t, state, 'title', t('advice.form.title'), { hint: t('advice.form.titleHint') }),
      fieldView(t, state, 'background', t('advice.form.background'), {
        type: 'textarea',
        rows: 8,
        words: 600,
        hint: t('common.form.wordsHint', { words: 600 }),
      }),
    ],
    recommendations: recommendationNames.map((name, index) =>
      fieldView(t, state, name, t('advice.form.recommendation', { number: String(index + 1) }), {
        type: 'textarea',
        rows: 4,
        required: index === 0,
        hint: index === 0 ? t('advice.form.recommendationHint', { most: mostRecommendations }) : null,
      }),
    ),
  };
}

const topicChoice = (t: Translate, state: FormState): ChoiceView =>
  choiceView(
    t,
    state,
    'topic',
    t('advice.form.topic'),
    topics.map((topic) => [topic, t(`advice.topic.${topic}`)] as const),
  );

/** The form in which staff answer, filled with what stands. */
export function answerFormView(
  t: Translate,
  state: FormState,
  where: { action: string; note: Note; answer: Answer | null },
): NonNullable<StaffNoteView['answer']> {
  const { action, note, answer } = where;
  return {
    action,
    version: String(answer?.version ?? 0),
    returnWords: answer?.status === 'returned' ? answer.returnWords : null,
    opening: fieldView(t, state, 'opening', t('advice.answer.opening'), { type: 'textarea', rows: 4, words: 300, required: false }),
    recommendations: note.recommendations.map((recommendation) => {
      const names = answerFields(recommendation.number);
      return {
        number: String(recommendation.number),
        text: wordsOf(recommendation.text, t.locale),
        disposition: choiceView(
          t,
          state,
          names.disposition,
          t('advice.answer.disposition'),
          dispositionKinds.map((kind) => [kind, t(`advice.disposition.${kind}`)] as const),
        ),
        fields: [
          fieldView(t, state, names.reasons, t('advice.answer.reasons'), { type: 'textarea', rows: 5, words: 300 }),
          fieldView(t, state, names.what, t('advice.answer.what'), { required: false, hint: t('advice.answer.whatHint') }),
          fieldView(t, state, names.who, t('advice.answer.who'), { required: false }),
          fieldView(t, state, names.due, t('advice.answer.due'), { type: 'date', required: false, narrow: true }),
        ],
      };
    }),
  };
}

/** What an answer already says, as the form's words. */
export function rawAnswer(note: Note, answer: Answer | null, locale: string): RawForm {
  if (answer === null) return {};
  const said = note.recommendations.flatMap((recommendation) => {
    const names = answerFields(recommendation.number);
    const found = answer.dispositions.find(({ recommendationId }) => recommendationId === recommendation.id);
    if (found === undefined) return [];
    const promise = found.commitment;
    return [
      [names.disposition, found.disposition],
      [names.reasons, inLocale(found.reasons, locale)],
      [names.what, promise === null ? '' : inLocale(promise.what, locale)],
      [names.who, promise?.who ?? ''],
      [names.due, promise?.dueOn ?? ''],
    ] as const;
  });
  return { opening: inLocale(answer.opening, locale), ...Object.fromEntries(said) };
}

interface DeskParts {
  readonly note: Note;
  readonly answer: Answer | null;
  readonly failed: FormState | null;
  /** Name of the approver in whose place the actor signs. */
  readonly approverName: string | null;
}

/** What this actor has to do at the desk: acknowledge, write, sign, or wait. */
export function deskWork(t: Translate, actor: Actor, parts: DeskParts): DeskWork {
  const { note, answer, failed } = parts;
  const state = failed ?? blankForm(rawAnswer(note, answer, t.locale));
  if (answer?.status !== 'sent') return writersWork(t, state, { actor, note, answer });
  const signature = maySign(actor, note, answer) ? signatureView(t, state, { ...parts, version: answer.version }) : null;
  return { ...nothing, signature, waiting: signature === null ? t('advice.answer.waiting') : null };
}

type DeskWork = Omit<StaffNoteView, 'note' | 'back'>;

const nothing: DeskWork = { acknowledge: null, date: null, answer: null, signature: null, waiting: null };

function writersWork(
  t: Translate,
  state: FormState,
  { actor, note, answer }: { actor: Actor; note: Note; answer: Answer | null },
): DeskWork {
  if (!notePolicy.answer(actor, note).allowed) return nothing;
  const id = { id: note.id };
  const date = advicePaths.date(id);
  if (note.status === 'delivered') return { ...nothing, date, acknowledge: advicePaths.acknowledgement(id) };
  if (note.status !== 'acknowledged') return nothing;
  return { ...nothing, date, answer: answerFormView(t, state, { action: advicePaths.answer(id), note, answer }) };
}

const maySign = (actor: Actor, note: Note, answer: Answer): boolean =>
  notePolicy.sign(actor, note).allowed &&
  answer.writtenBy !== actor.id &&
  approvesFor(actor, note.collaborativeId, answer.writtenBy) !== undefined;

const signatureView = (
  t: Translate,
  state: FormState,
  { note: { id }, version, approverName }: DeskParts & { readonly version: number },
): NonNullable<StaffNoteView['signature']> => ({
  sign: advicePaths.signature({ id }),
  giveBack: advicePaths.giveBack({ id }),
  asDeputy: approverName === null ? null : t('deputies.asDeputy', { name: approverName }),
  version: String(version),
  words: fieldView(t, state, 'words', t('advice.answer.returnWords'), { type: 'textarea', rows: 3 }),
});
