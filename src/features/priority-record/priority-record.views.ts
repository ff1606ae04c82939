import { formatDay } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { groupBy } from '../../lib/group';
import { inLocale, localeOf } from '../../lib/local-text';
import { advicePaths, noteTag, type PrioritizedNote } from '../advice';
import { agendaPaths, type PrioritizedItem } from '../agendas';
import type { Collaborative } from '../collaboratives';
import { isRetired, priorityPaths, shown, type Priority } from '../priorities';

interface Link {
  readonly text: string;
  readonly href: string;
}

interface Tag {
  readonly text: string;
  readonly tone: string;
}

interface Line extends Link {
  readonly lang: string;
  readonly tag: Tag;
  readonly more: string;
}

interface Section {
  readonly id: string;
  readonly title: string;
  readonly lang: string;
  readonly text: string;
  readonly textLang: string;
  readonly tag: Tag | null;
  readonly items: readonly Line[];
  readonly notes: readonly Line[];
}

interface PriorityRecordView {
  readonly title: string;
  readonly description: string;
  readonly district: string;
  readonly breadcrumbs: readonly Link[];
  /** For those who write the priorities. */
  readonly edit: string | null;
  readonly sections: readonly Section[];
}

declare module '../../web/render' {
  interface Views {
    'priority-record/show': PriorityRecordView;
  }
}

interface Parts {
  readonly collaborative: Collaborative;
  readonly priorities: readonly Priority[];
  readonly items: readonly PrioritizedItem[];
  readonly notes: readonly PrioritizedNote[];
  readonly mayEdit: boolean;
}

/** Each priority with the lines of posted agendas and the public notes that serve it. */
export function priorityRecordView(t: Translate, { collaborative, priorities, items, notes, mayEdit }: Parts): PriorityRecordView {
  const { slug } = collaborative;
  const name = inLocale(collaborative.name, t.locale);
  const itemsOn = groupBy(items, ({ priorityId }) => priorityId);
  const notesOn = groupBy(notes, ({ priorityId }) => priorityId);
  return {
    title: t('priorities.record.title', { name }),
    description: t('priorities.record.lead'),
    district: slug,
    breadcrumbs: [{ text: name, href: `/${slug}` }],
    edit: mayEdit ? priorityPaths.desk({ slug }) : null,
    sections: shown(priorities).map((priority) => ({
      ...wordsOf(t, priority),
      items: (itemsOn.get(priority.id) ?? []).map((item) => itemLine(t, item)),
      notes: (notesOn.get(priority.id) ?? []).map((note) => noteLine(t, note)),
    })),
  };
}

const wordsOf = (t: Translate, priority: Priority): Omit<Section, 'items' | 'notes'> => ({
  id: `priority-${priority.id}`,
  title: inLocale(priority.title, t.locale),
  lang: localeOf(priority.title, t.locale),
  text: inLocale(priority.text, t.locale),
  textLang: localeOf(priority.text, t.locale),
  tag: isRetired(priority) ? { text: t('priorities.retired'), tone: 'neutral' } : null,
});

const itemLine = (t: Translate, { meetingId: id, number, title, startsAt, status }: PrioritizedItem): Line => ({
  text: inLocale(title, t.locale),
  lang: localeOf(title, t.locale),
  href: `${agendaPaths.show({ id })}#item-${number}`,
  tag:
    status === 'adjourned' ? { text: t('priorities.record.held'), tone: 'neutral' } : { text: t('priorities.record.toCome'), tone: 'info' },
  more: formatDay(t.locale, startsAt),
});

const noteLine = (t: Translate, { id, reference, title, status, answers }: PrioritizedNote): Line => ({
  text: t('priorities.record.note', { reference, title: inLocale(title, t.locale) }),
  lang: localeOf(title, t.locale),
  href: advicePaths.show({ id }),
  tag: noteTag(t, status),
  more: [...new Set(answers)]
    .map((kind) =>
      t('priorities.record.answer', {
        disposition: t(`advice.disposition.${kind}`),
        number: answers.filter((other) => other === kind).length,
      }),
    )
    .join(' · '),
});
