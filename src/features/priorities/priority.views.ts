import type { Translate } from '../../i18n/translate';
import { rawText } from '../../lib/form';
import { inLocale, localeOf } from '../../lib/local-text';
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
import { isRetired, mayDelete, neighbour, offered, type Direction, type LinkedPriority, type Priority } from './priority';
import { priorityPaths } from './priority.paths';

interface Link {
  readonly text: string;
  readonly href: string;
}

interface Line {
  readonly id: string;
  readonly title: string;
  readonly lang: string;
  readonly text: string;
  readonly textLang: string;
  readonly tag: { readonly text: string; readonly tone: 'neutral' } | null;
  readonly moves: readonly { readonly id: string; readonly value: string; readonly text: string; readonly label: string }[];
  readonly change: string;
  readonly steps: readonly { readonly action: string; readonly text: string }[];
}

interface DeskView {
  readonly title: string;
  readonly errorSummary: ErrorSummary | null;
  readonly district: string;
  readonly unlisted: true;
  readonly breadcrumbs: readonly Link[];
  readonly publicPage: string;
  readonly order: string;
  readonly lines: readonly Line[];
  readonly form: {
    readonly title: string;
    readonly action: string;
    readonly key: string;
    readonly version: string;
    readonly fields: readonly FieldView[];
    readonly button: string;
    readonly cancel: string | null;
  };
}

declare module '../../web/render' {
  interface Views {
    'priorities/desk': DeskView;
  }
}

interface Parts {
  readonly collaborative: Collaborative;
  readonly priorities: readonly Priority[];
  readonly form: FormState;
  /** The priority whose form it is; null for a new one. */
  readonly changing: string | null;
}

/** The page on which staff and administrators keep the priorities of a local district. */
export function deskView(t: Translate, { collaborative, priorities, form, changing }: Parts): DeskView {
  const { slug } = collaborative;
  const inOrder = [...priorities.filter((priority) => !isRetired(priority)), ...priorities.filter(isRetired)];
  const isNew = changing === null;
  return {
    title: t('priorities.desk.title', { area: inLocale(collaborative.area, t.locale) }),
    errorSummary: errorSummary(t, form.errors),
    district: slug,
    unlisted: true,
    breadcrumbs: [{ text: inLocale(collaborative.name, t.locale), href: `/${slug}` }],
    publicPage: priorityPaths.show({ c: slug }),
    order: priorityPaths.order({ slug }),
    lines: inOrder.map((priority) => lineOf(t, slug, priority, priorities)),
    form: {
      title: t(isNew ? 'priorities.desk.new' : 'priorities.desk.old'),
      action: isNew ? priorityPaths.desk({ slug }) : priorityPaths.one({ slug, priority: changing }),
      key: rawText(form.raw, 'key'),
      version: rawText(form.raw, 'version'),
      fields: fieldsOf(t, form),
      button: t(isNew ? 'priorities.desk.add' : 'priorities.desk.save'),
      cancel: isNew ? null : priorityPaths.desk({ slug }),
    },
  };
}

const fieldsOf = (t: Translate, form: FormState): FieldView[] => [
  fieldView(t, form, 'titleEn', t('priorities.desk.titleEn'), { hint: t('priorities.desk.titleHint') }),
  fieldView(t, form, 'titleEs', t('priorities.desk.titleEs')),
  fieldView(t, form, 'textEn', t('priorities.desk.textEn'), { type: 'textarea', rows: 3, required: false }),
  fieldView(t, form, 'textEs', t('priorities.desk.textEs'), { type: 'textarea', rows: 3, required: false }),
];

function lineOf(t: Translate, slug: string, priority: Priority, all: readonly Priority[]): Line {
  const { id, title, text } = priority;
  const at = { slug, priority: id };
  const name = inLocale(title, t.locale);
  const retired = isRetired(priority);
  const moves = (['up', 'down'] as const satisfies readonly Direction[]).filter((direction) => neighbour(all, id, direction) !== undefined);
  return {
    id,
    title: name,
    lang: localeOf(title, t.locale),
    text: inLocale(text, t.locale),
    textLang: localeOf(text, t.locale),
    tag: retired ? { text: t('priorities.retired'), tone: 'neutral' } : null,
    moves: moves.map((direction) => ({
      id: `${direction}-${id}`,
      value: `${id}:${direction}`,
      text: t(`priorities.desk.${direction}`),
      label: t(`priorities.desk.${direction}Label`, { title: name }),
    })),
    change: priorityPaths.one(at),
    steps: [
      retired
        ? { action: priorityPaths.renewal(at), text: t('priorities.desk.renew') }
        : { action: priorityPaths.retirement(at), text: t('priorities.desk.retire') },
      ...(mayDelete(priority) ? [{ action: priorityPaths.removal(at), text: t('priorities.desk.remove') }] : []),
    ],
  };
}

/** Drop-down of the priorities to link to, by the field `priorityId`; null where there are none. */
export function priorityChoice(t: Translate, form: FormState, priorities: readonly Priority[], own: string | null): ChoiceView | null {
  const options = offered(priorities, own).map(({ id, title }): [string, string] => [id, inLocale(title, t.locale)]);
  if (options.length === 0) return null;
  return choiceView(t, form, 'priorityId', t('priorities.choice'), [['', t('priorities.noChoice')], ...options], {
    required: false,
    hint: t('priorities.choiceHint'),
  });
}

/** "Priority: Every family is heard". */
export const priorityName = (t: Translate, { title }: Pick<LinkedPriority, 'title'>): string =>
  t('priorities.named', { title: inLocale(title, t.locale) });
