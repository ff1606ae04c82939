import type { Translate } from '../../i18n/translate';
import { rawText } from '../../lib/form';
import { inLocale } from '../../lib/local-text';
import { renderMarkdown } from '../../lib/markdown';
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
import { kindTakesAction, meetingTitle } from '../meetings';
import { idOf, priorityChoice, type Priority } from '../priorities';
import { isFixed, itemPurposes, type AgendaItem } from './agenda-item';
import { rawItem } from './agenda-item.form';
import { agendaPaths } from './agenda.paths';
import { noteName } from './item.views';
import type { LinkedNote } from './linked-note.views';
import type { Desk, DeskTexts } from './posting-rules';

interface Row {
  readonly label: string;
  readonly value: string;
  readonly href: null;
  readonly change: null;
}

/** A text as it will read on the public page. */
interface Preview {
  readonly label: string;
  readonly lang: string;
  readonly html: string;
}

interface ItemView {
  readonly title: string;
  readonly errorSummary: ErrorSummary | null;
  readonly district: string;
  readonly unlisted: true;
  readonly breadcrumbs: readonly { readonly text: string; readonly href: string }[];
  readonly action: string;
  readonly version: string | null;
  readonly notice: string | null;
  readonly stale: readonly Row[];
  readonly titles: readonly FieldView[];
  readonly purpose: ChoiceView;
  readonly details: readonly FieldView[];
  readonly note: ChoiceView | null;
  readonly priority: ChoiceView | null;
  /** Whether Spanish that is older than the English still holds; null where none is. */
  readonly holds: ChoiceView | null;
  readonly isAction: ChoiceView | null;
  readonly isConsent: ChoiceView | null;
  readonly button: string;
  readonly preview: readonly Preview[];
  readonly back: string;
}

declare module '../../web/render' {
  interface Views {
    'agendas/item': ItemView;
  }
}

export interface ItemParts {
  readonly t: Translate;
  readonly desk: Desk & DeskTexts & { readonly collaborative: Collaborative };
  /** Null for a new one. */
  readonly item: AgendaItem | null;
  readonly state: FormState;
  /** The notes it may be linked to, its own among them. */
  readonly notes: readonly LinkedNote[];
  /** All of the body. */
  readonly priorities: readonly Priority[];
  /** Whether the deadline is over, so that a new item is for information. */
  readonly isLate: boolean;
  /** The item as another saved it meanwhile. */
  readonly stale?: AgendaItem;
  /** Whether the texts are shown as they will read. */
  readonly isPreview?: boolean;
}

/** The form of one agenda item, new or old. */
export function itemView(parts: ItemParts): ItemView {
  const { t, desk, item, state, stale } = parts;
  const { id } = desk.meeting;
  const back = agendaPaths.desk({ id });
  return {
    title: item === null ? t('agendas.item.newTitle') : t('agendas.item.editTitle', { number: item.place }),
    errorSummary: stale === undefined ? errorSummary(t, state.errors) : { errors: [{ href: '#stale', text: t('common.form.stale') }] },
    district: desk.collaborative.slug,
    unlisted: true,
    breadcrumbs: [{ text: t('agendas.desk.title', { title: meetingTitle(desk.meeting, t.locale) }), href: back }],
    action: item === null ? agendaPaths.items({ id }) : agendaPaths.item({ id, item: item.id }),
    version: versionOf(parts),
    notice: noticeOf(parts),
    stale: stale === undefined ? [] : differing(parts, stale),
    titles: titlesOf(t, state),
    purpose: choiceView(t, state, 'purpose', t('agendas.item.purpose'), purposes(t)),
    details: detailsOf(t, state),
    note: noteChoice(parts),
    priority: priorityChoice(t, state, parts.priorities, idOf(item?.priority)),
    holds: holdsChoice(parts),
    ...decisionChoices(parts),
    button: item === null ? t('agendas.item.add') : t('agendas.item.save'),
    preview: parts.isPreview === true ? previewsOf(t, state) : [],
    back,
  };
}

const previewsOf = (t: Translate, { raw }: FormState): Preview[] =>
  [
    { label: t('agendas.item.previewEn'), lang: 'en', html: renderMarkdown(rawText(raw, 'textEn')) },
    { label: t('agendas.item.previewEs'), lang: 'es', html: renderMarkdown(rawText(raw, 'textEs')) },
  ].filter(({ html }) => html !== '');

const versionOf = ({ item, state, stale }: ItemParts): string | null => {
  if (item === null) return null;
  return stale === undefined ? rawText(state.raw, 'version') : String(stale.version);
};

const purposes = (t: Translate) => itemPurposes.map((purpose) => [purpose, t(`agendas.purpose.${purpose}`)] as const);

/** Drop-down of the notes to link to; null where there are none. */
function noteChoice({ t, state, notes }: ItemParts): ChoiceView | null {
  if (notes.length === 0) return null;
  const options = notes.map((note): [string, string] => [note.id, noteName(t, note)]);
  return choiceView(t, state, 'noteId', t('agendas.item.note'), [['', t('agendas.item.noNote')], ...options], {
    required: false,
    hint: t('agendas.item.noteHint'),
  });
}

/** Asked where the Spanish is older than the English: writing it anew takes the mark away too. */
function holdsChoice({ t, state, desk, item }: ItemParts): ChoiceView | null {
  const older = item === null ? [] : (desk.olderSpanish.get(item.id) ?? []);
  const options = (['title', 'text'] as const).filter((part) => older.includes(part));
  if (options.length === 0) return null;
  return choiceView(
    t,
    state,
    'holds',
    t('agendas.item.holds'),
    options.map((part) => [part, t(`agendas.item.holdsPart.${part}`)] as const),
    {
      kind: 'checkbox',
      required: false,
      hint: t('agendas.item.holdsHint'),
    },
  );
}

const mayDecide = ({ desk, item, isLate }: ItemParts): boolean =>
  kindTakesAction(desk.meeting.kind) && (item === null ? !isLate : !isFixed(item) && !item.isInformationOnly);

/** Whether it may be decided, and whether together with other routine items. */
function decisionChoices(parts: ItemParts): Pick<ItemView, 'isAction' | 'isConsent'> {
  const { t, state } = parts;
  if (!mayDecide(parts)) return { isAction: null, isConsent: null };
  const one = { kind: 'checkbox' as const };
  return {
    isAction: choiceView(t, state, 'isAction', t('agendas.item.isAction'), [['yes', t('agendas.item.isActionYes')]], one),
    isConsent: choiceView(t, state, 'isConsent', t('agendas.item.isConsent'), [['yes', t('agendas.item.isConsentYes')]], {
      ...one,
      required: false,
      hint: t('agendas.item.isConsentHint'),
    }),
  };
}

function noticeOf({ t, item, isLate }: ItemParts): string | null {
  if (item === null) return isLate ? t('agendas.item.informationOnly') : null;
  return item.isInformationOnly ? t('agendas.item.noAction') : null;
}

const titlesOf = (t: Translate, state: FormState): FieldView[] => [
  fieldView(t, state, 'titleEn', t('agendas.item.titleEn'), { hint: t('agendas.item.titleHint') }),
  fieldView(t, state, 'titleEs', t('agendas.item.titleEs'), { required: false }),
];

const detailsOf = (t: Translate, state: FormState): FieldView[] => [
  fieldView(t, state, 'presenter', t('agendas.item.presenter'), { required: false }),
  fieldView(t, state, 'minutes', t('agendas.item.minutes'), { inputmode: 'numeric', narrow: true }),
  fieldView(t, state, 'textEn', t('agendas.item.textEn'), { type: 'textarea', rows: 6, hint: t('agendas.item.textHint'), required: false }),
  fieldView(t, state, 'textEs', t('agendas.item.textEs'), { type: 'textarea', rows: 6, required: false }),
];

function differing({ t, state, notes }: ItemParts, stale: AgendaItem): Row[] {
  const note = notes.find(({ id }) => id === stale.noteId);
  const stands: FormState = { raw: rawItem(stale), errors: {} };
  const rows = [
    ...[...titlesOf(t, stands), ...detailsOf(t, stands)].map(({ name, label, value }) => ({
      label,
      value,
      differs: value !== rawText(state.raw, name),
    })),
    {
      label: t('agendas.item.purpose'),
      value: t(`agendas.purpose.${stale.purpose}`),
      differs: stale.purpose !== rawText(state.raw, 'purpose'),
    },
    {
      label: t('agendas.item.note'),
      value: note === undefined ? t('agendas.item.noNote') : noteName(t, note),
      differs: (stale.noteId ?? '') !== rawText(state.raw, 'noteId'),
    },
    {
      label: t('priorities.choice'),
      value: stale.priority === null ? t('priorities.noChoice') : inLocale(stale.priority.title, t.locale),
      differs: (stale.priority?.id ?? '') !== rawText(state.raw, 'priorityId'),
    },
  ];
  return rows.filter(({ differs }) => differs).map(({ label, value }) => ({ label, value, href: null, change: null }));
}
