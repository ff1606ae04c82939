import { languages } from '../../i18n/locales';
import { formatMoment } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import { wordDiff, type WordChange } from '../../lib/word-diff';
import { choiceView, type ChoiceView } from '../../web/form-view';
import type { Collaborative } from '../collaboratives';
import { agendaPaths } from './agenda.paths';
import type { Posting } from './posting';
import type { SnapshotItem } from './snapshot';

interface PartView {
  readonly heading: string;
  readonly lang: string;
  readonly changes: readonly WordChange[];
}

interface ChangesView {
  readonly title: string;
  readonly district: string;
  readonly breadcrumbs: readonly { readonly text: string; readonly href: string }[];
  readonly action: string;
  readonly choices: readonly ChoiceView[];
  readonly parts: readonly PartView[];
}

declare module '../../web/render' {
  interface Views {
    'agendas/changes': ChangesView;
  }
}

export interface ChangesParts {
  readonly collaborative: Collaborative;
  /** Newest first; at least one. */
  readonly postings: readonly Posting[];
  readonly from: Posting;
  readonly to: Posting;
}

/** What changed in the words of an agenda between two posted versions, in each language. */
export function changesView(t: Translate, { collaborative, postings, from, to }: ChangesParts): ChangesView {
  const { meeting } = to.content;
  const options = [...postings]
    .reverse()
    .map(({ number, postedAt }): [string, string] => [
      String(number),
      t('agendas.show.version', { number, moment: formatMoment(t, postedAt) }),
    ]);
  const choice = (name: 'from' | 'to', { number }: Posting) =>
    choiceView(t, { raw: { [name]: String(number) }, errors: {} }, name, t(`agendas.words.${name}`), options);
  return {
    title: t('agendas.words.title', { title: inLocale(meeting.title, t.locale) }),
    district: collaborative.slug,
    breadcrumbs: [{ text: t('agendas.show.short'), href: agendaPaths.show({ id: meeting.id }) }],
    action: agendaPaths.changes({ id: meeting.id }),
    choices: [choice('from', from), choice('to', to)],
    parts: partsOf(t, from.content.items, to.content.items),
  };
}

/** Lines in the order of the later version; those that went come last. */
function partsOf(t: Translate, before: readonly SnapshotItem[], after: readonly SnapshotItem[]): PartView[] {
  const present = new Set(after.map(({ id }) => id));
  const pairs = [
    ...after.map((item) => ({ old: before.find(({ id }) => id === item.id), now: item })),
    ...before.filter(({ id }) => !present.has(id)).map((item) => ({ old: item, now: undefined })),
  ];
  return pairs.flatMap(({ old, now }) => partsOfItem(t, old, now));
}

function partsOfItem(t: Translate, old: SnapshotItem | undefined, now: SnapshotItem | undefined): PartView[] {
  const number = (now ?? old)?.number ?? 0;
  return languages.flatMap(({ code: lang, name: language }) =>
    (['title', 'text'] as const).flatMap((field) => {
      const [before, after] = [old?.[field][lang] ?? '', now?.[field][lang] ?? ''];
      if (before === after) return [];
      return [{ heading: t(`agendas.words.${field}Of`, { number, language }), lang, changes: wordDiff(before, after) }];
    }),
  );
}
