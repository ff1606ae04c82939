import { languageName } from '../../i18n/language-name';
import type { Translate } from '../../i18n/translate';
import type { RawForm } from '../../lib/form';
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
import { deskPaths } from '../applications';
import type { Reader } from '../panels';
import type { BulkPlan, SkipReason } from './bulk';
import type { BulkInput, Selection } from './bulk.form';
import { labelTones, type StaffLabel } from './label';

interface Hidden {
  readonly name: string;
  readonly value: string;
}

interface BulkView {
  readonly title: string;
  readonly back: string;
  readonly errorSummary: ErrorSummary | null;
  readonly action: string;
  readonly button: string;
  readonly lead: string;
  readonly hidden: readonly Hidden[];
  readonly choices: readonly ChoiceView[];
  readonly fields: readonly FieldView[];
  /** Letters as they go out, in a dry run of a message. */
  readonly letters: readonly { readonly language: string; readonly count: string; readonly subject: string; readonly text: string }[];
  readonly does: readonly { readonly name: string; readonly href: string; readonly detail: string }[];
  readonly more: string | null;
  readonly skips: readonly { readonly name: string; readonly reason: string }[];
  readonly canGoOn: boolean;
}

declare module '../../web/render' {
  interface Views {
    'desk/bulk': BulkView;
  }
}

export interface BulkParts {
  readonly selection: Selection;
  readonly list: string;
  readonly plan: BulkPlan;
  readonly labels: readonly StaffLabel[];
  /** Who can be given files; empty for every other action. */
  readonly readers: readonly Reader[];
}

const shownNames = 100;

/** The page that asks for what an action needs: which label, which words. */
export function bulkAskView(t: Translate, parts: BulkParts, state: FormState, action: string): BulkView {
  return {
    ...common(t, parts),
    errorSummary: errorSummary(t, state.errors),
    action,
    button: t('desk.bulk.check'),
    lead: t('desk.bulk.chosen', { count: parts.plan.does.length + parts.plan.skips.length }),
    hidden: hiddenOf(parts.selection),
    ...askedFor(t, parts, state),
    does: [],
    more: null,
    skips: [],
    canGoOn: parts.plan.does.length + parts.plan.skips.length > 0,
  };
}

export interface DryRun extends BulkParts {
  readonly input: BulkInput;
  readonly raw: RawForm;
  readonly runId: string;
}

const keptNames = ['label', 'reviewer', 'name', 'tone', 'subject_en', 'text_en', 'subject_es', 'text_es'];

/** The dry run: exactly what would happen and to whom, and one button. */
export function bulkCheckView(t: Translate, dry: DryRun, action: string): BulkView {
  const { plan, selection, raw, runId } = dry;
  const kept = keptNames.map((name) => ({ name, value: rawText(raw, name) })).filter(({ value }) => value !== '');
  const count = plan.does.length;
  return {
    ...common(t, dry),
    errorSummary: null,
    action,
    button: t(`desk.bulk.buttons.${selection.action}`, { count }),
    lead: t(`desk.bulk.leads.${selection.action}`, { count, label: labelName(dry), name: readerName(dry) }),
    hidden: [...hiddenOf(selection), ...kept, { name: 'run', value: runId }, { name: 'seal', value: plan.seal }],
    choices: selection.action === 'export' ? [notesChoice(t)] : [],
    fields: [],
    letters: selection.action === 'message' ? lettersOf(t, dry) : [],
    canGoOn: count > 0,
  };
}

function common(t: Translate, { selection, list, plan }: BulkParts) {
  const left = plan.does.length - shownNames;
  return {
    title: t(`desk.bulk.actions.${selection.action}`),
    back: selection.filter === '' ? list : `${list}?${selection.filter}`,
    letters: [],
    does: plan.does.slice(0, shownNames).map((one) => ({
      name: one.name,
      href: deskPaths.show({ ref: one.reference }),
      detail: selection.action === 'message' ? t('desk.bulk.inLanguage', { language: languageName(t, one.locale) }) : one.reference,
    })),
    more: left > 0 ? t('desk.bulk.andMore', { count: left }) : null,
    skips: plan.skips.slice(0, shownNames).map(({ one, reason }) => ({ name: one.name, reason: skipWords(t, reason) })),
  };
}

const ownReasons = ['hasLabel', 'hasNoLabel', 'noAddress', 'isReviewed', 'notInReview', 'yours'] as const;

const skipWords = (t: Translate, reason: SkipReason): string => {
  const own = ownReasons.find((one) => one === reason);
  return own === undefined ? t.loosely(`panels.bar.${reason}`) : t(`desk.bulk.skipped.${own}`);
};

const hiddenOf = ({ action, filter, every, ids }: Selection): Hidden[] => [
  { name: 'action', value: action },
  { name: 'filter', value: filter },
  ...(every ? [{ name: 'every', value: '1' }] : ids.map((id) => ({ name: 'id', value: id }))),
];

const labelName = ({ input, labels }: DryRun): string => input.newLabel?.name ?? labels.find(({ id }) => id === input.labelId)?.name ?? '';

const readerName = ({ input, readers }: DryRun): string => readers.find(({ personId }) => personId === input.reviewerId)?.name ?? '';

const notesChoice = (t: Translate): ChoiceView =>
  choiceView(
    t,
    { raw: {}, errors: {} },
    'notes',
    t('desk.bulk.withNotes'),
    [['yes', t('desk.bulk.withNotesOption'), t('desk.bulk.withNotesHint')]],
    {
      kind: 'checkbox',
      required: false,
    },
  );

function askedFor(t: Translate, { selection, labels, readers }: BulkParts, state: FormState): Pick<BulkView, 'choices' | 'fields'> {
  if (selection.action === 'message') return { choices: [], fields: messageFields(t, state) };
  if (selection.action === 'assign') {
    const offered = readers.map(({ personId, name, files }) => [personId, t('desk.bulk.reader', { name, count: files })] as const);
    return {
      choices: [choiceView(t, state, 'reviewer', t('desk.bulk.reviewer'), [['', t('desk.bulk.chooseReader')], ...offered])],
      fields: [],
    };
  }
  const known = labels.map(({ id, name }) => [id, name] as const);
  if (selection.action === 'unlabel') return { choices: [choiceView(t, state, 'label', t('desk.label'), known)], fields: [] };
  const tones = labelTones.map((tone) => [tone, t(`desk.bulk.tones.${tone}`)] as const);
  return {
    choices: [
      choiceView(t, state, 'label', t('desk.label'), [['', t('desk.bulk.newLabel')], ...known]),
      choiceView(t, state, 'tone', t('desk.bulk.tone'), tones, { required: false }),
    ],
    fields: [fieldView(t, state, 'name', t('desk.bulk.labelName'), { required: false, hint: t('desk.bulk.labelHint') })],
  };
}

const messageFields = (t: Translate, state: FormState): FieldView[] =>
  (['en', 'es'] as const).flatMap((locale) => {
    const language = languageName(t, locale);
    return [
      fieldView(t, state, `subject_${locale}`, t('desk.bulk.subject', { language })),
      fieldView(t, state, `text_${locale}`, t('desk.bulk.text', { language }), { type: 'textarea', rows: 8 }),
    ];
  });

const lettersOf = (t: Translate, { plan, input }: DryRun): BulkView['letters'] =>
  (['en', 'es'] as const).map((locale) => ({
    language: languageName(t, locale),
    count: t('desk.count', { count: plan.does.filter((one) => (one.locale === 'es' ? 'es' : 'en') === locale).length }),
    ...input.message[locale],
  }));
