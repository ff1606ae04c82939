import { formatDay } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { rawText } from '../../lib/form';
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
import { advicePaths } from '../advice';
import type { Collaborative } from '../collaboratives';
import { minutesPaths } from '../minutes';
import type { Passage, PassageName } from '../translated-texts';
import { seenOf, standingIn, type Source } from './source';
import { holdsField, rawWords, wordsField } from './source.form';
import { translationPaths } from './translation.paths';

interface PassageView {
  readonly heading: string;
  readonly original: readonly string[];
  readonly isOlder: boolean;
  readonly field: FieldView;
  readonly holds: ChoiceView | null;
  /** What another saved meanwhile. */
  readonly stands: string | null;
}

interface WordsView {
  readonly title: string;
  readonly district: string;
  readonly unlisted: true;
  readonly breadcrumbs: readonly { readonly text: string; readonly href: string }[];
  readonly errorSummary: ErrorSummary | null;
  readonly lede: string;
  readonly from: string;
  readonly read: string;
  readonly notice: string | null;
  readonly action: string;
  readonly seen: string;
  readonly passages: readonly PassageView[];
  /** Null once it is frozen. */
  readonly save: string | null;
}

declare module '../../web/render' {
  interface Views {
    'translations/words': WordsView;
  }
}

export interface WordsParts {
  readonly collaborative: Collaborative;
  readonly source: Source;
  /** What was sent and not saved; null for what stands. */
  readonly sent: FormState | null;
  readonly isStale: boolean;
}

/** Each passage in the language it was written in, and the field for its translation. */
export function wordsView(t: Translate, parts: WordsParts): WordsView {
  const { collaborative, source, sent } = parts;
  const { slug } = collaborative;
  const { kind, id, title, to, isOpen } = source;
  const names = source.passages.map((passage) => [wordsField(passage.part), nameText(t, passage.name)] as const);
  return {
    title: t(`translations.words.title.${kind}`),
    district: slug,
    unlisted: true,
    breadcrumbs: [
      { text: t('translations.title', { area: inLocale(collaborative.area, t.locale) }), href: translationPaths.queue({ slug }) },
    ],
    errorSummary: errorSummary(t, sent?.errors ?? {}, Object.fromEntries(names)),
    lede: t('translations.words.lede', {
      name: source.reference ?? formatDay(t.locale, source.at),
      title: inLocale(title, t.locale),
    }),
    from: source.from,
    read: kind === 'minutes' ? minutesPaths.show({ id }) : advicePaths.show({ id }),
    notice: noticeOf(t, parts),
    action: translationPaths.words({ slug, kind, id }),
    seen: seenOf(source),
    passages: source.passages.map((passage) => passageView(t, parts, passage)),
    save: isOpen ? t(`translations.words.save.${to}`) : null,
  };
}

function noticeOf(t: Translate, { source, isStale }: WordsParts): string | null {
  if (!source.isOpen) return t('translations.words.closed');
  return isStale ? t('translations.words.stale') : null;
}

function passageView(t: Translate, { source, sent, isStale }: WordsParts, passage: Passage): PassageView {
  const { part, name, text } = passage;
  const stands = rawWords(source);
  const state = sent ?? { raw: stands, errors: {} };
  const heading = nameText(t, name);
  const now = rawText(stands, wordsField(part));
  const isOlder = standingIn(source, passage) === 'older';
  const options = { type: 'textarea', rows: rowsFor(text), required: false } as const;
  const field = fieldView(t, state, wordsField(part), t(`translations.words.in.${source.to}`, { passage: heading }), options);
  return {
    heading,
    original: text.split(/\n+/),
    isOlder,
    field,
    holds: isOlder ? holdsChoice(t, state, part, heading) : null,
    stands: isStale && now !== field.value ? t('translations.words.stands', { words: now === '' ? '-' : now }) : null,
  };
}

const holdsChoice = (t: Translate, state: FormState, part: string, passage: string): ChoiceView =>
  choiceView(t, state, holdsField(part), t('translations.words.older', { passage }), [['yes', t('translations.words.holds')]], {
    kind: 'checkbox',
    required: false,
  });

/** As many rows as the text fills, from two to twelve. */
const rowsFor = (text: string): number => Math.min(12, Math.max(2, Math.ceil(text.length / 60)));

function nameText(t: Translate, name: PassageName): string {
  if (name.kind === 'recommendation') return t('translations.words.name.recommendation', { number: name.number });
  if (name.kind === 'item') return t('translations.words.name.item', { number: name.number, title: inLocale(name.title, t.locale) });
  return t(`translations.words.name.${name.kind}`);
}
