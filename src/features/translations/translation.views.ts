import { formatDate, formatMoment, formatNumber } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { rawList } from '../../lib/form';
import { inLocale, localeOf } from '../../lib/local-text';
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
import { agendaPaths } from '../agendas';
import type { Collaborative } from '../collaboratives';
import { meetingPaths } from '../meetings';
import { countsOf, isLate, type WaitingText } from './translation';
import { tickOf } from './translation.form';
import { translationPaths } from './translation.paths';
import type { Translator } from './translation.queries';

interface Link {
  readonly text: string;
  readonly href: string;
}

interface TextLine {
  /** The first one is where an error about all of them leads. */
  readonly id: string;
  readonly tick: string;
  readonly isTicked: boolean;
  readonly title: string;
  readonly lang: string;
  readonly about: string;
  readonly task: string;
  readonly tag: { readonly text: string; readonly tone: 'danger' | 'warning' } | null;
  readonly edit: string;
  readonly write: string;
}

interface QueueView {
  readonly title: string;
  readonly district: string;
  readonly unlisted: true;
  readonly breadcrumbs: readonly Link[];
  readonly errorSummary: ErrorSummary | null;
  readonly stats: readonly { readonly number: string; readonly label: string }[];
  readonly error: string | null;
  readonly texts: readonly TextLine[];
  readonly form: { readonly action: string; readonly owner: ChoiceView; readonly due: FieldView };
}

declare module '../../web/render' {
  interface Views {
    'translations/queue': QueueView;
  }
}

interface Parts {
  readonly collaborative: Collaborative;
  readonly texts: readonly WaitingText[];
  readonly translators: readonly Translator[];
  readonly form: FormState;
  readonly today: CalendarDate;
}

/** What waits for its Spanish, and the form that says who translates it and until when. */
export function queueView(t: Translate, parts: Parts): QueueView {
  const { collaborative, texts, translators, form, today } = parts;
  const { slug } = collaborative;
  const counts = countsOf(texts, today);
  const problem = form.errors['texts'];
  return {
    title: t('translations.title', { area: inLocale(collaborative.area, t.locale) }),
    district: slug,
    unlisted: true,
    breadcrumbs: [{ text: t('meetings.list.short'), href: meetingPaths.staffList({ slug }) }],
    errorSummary: errorSummary(t, form.errors),
    stats: (['waiting', 'unowned', 'late'] as const).map((name) => ({
      number: formatNumber(t.locale, counts[name]),
      label: t(`translations.counts.${name}`),
    })),
    error: problem === undefined ? null : t.loosely(problem.key, problem.values),
    texts: texts.map((text, index) => lineOf(t, text, { isFirst: index === 0, form, today, slug })),
    form: {
      action: translationPaths.assignment({ slug }),
      owner: choiceView(
        t,
        form,
        'owner',
        t('translations.owner'),
        [['', t('translations.nobody')], ...translators.map(({ id, name }) => [id, name] as const)],
        { required: false },
      ),
      due: fieldView(t, form, 'due', t('translations.due'), { type: 'date', narrow: true, required: false }),
    },
  };
}

interface Around {
  readonly isFirst: boolean;
  readonly form: FormState;
  readonly today: CalendarDate;
  readonly slug: string;
}

function lineOf(t: Translate, text: WaitingText, { isFirst, form, today, slug }: Around): TextLine {
  const { kind, subjectId, part, title } = text;
  return {
    id: isFirst ? 'texts' : `texts-${kind}-${subjectId}-${part}`,
    tick: tickOf(text),
    isTicked: rawList(form.raw, 'texts').some((tick) => tick.startsWith(`${kind}:${subjectId}:${part}:`)),
    title: inLocale(title, t.locale),
    lang: localeOf(title, t.locale),
    about: aboutText(t, text),
    task: taskText(t, text),
    tag: tagOf(t, text, today),
    edit: editAddress(slug, text),
    write: t(`translations.write.${text.language}`),
  };
}

function aboutText(t: Translate, text: WaitingText): string {
  const { kind, at, reference } = text;
  if (kind === 'note') return `${t('translations.ofNote', { reference: reference ?? '' })} ${gapsText(t, text)}`;
  const moment = formatMoment(t, at);
  if (kind === 'minutes') return `${t('translations.ofMinutes', { moment })} ${gapsText(t, text)}`;
  return [t(text.part === 'title' ? 'translations.ofMeeting' : 'translations.ofItem', { moment }), ...fieldsText(t, text)].join(' ');
}

/** Which fields of an agenda have no Spanish, and which have one that is older than the English. */
function fieldsText(t: Translate, { lacks, behind }: WaitingText): string[] {
  const named = (names: WaitingText['lacks']) => t(`translations.lacks.${names.length > 1 ? 'both' : (names[0] ?? 'title')}`);
  return [
    ...(lacks.length > 0 ? [t('translations.lacking', { fields: named(lacks) })] : []),
    ...(behind.length > 0 ? [t('translations.behind', { fields: named(behind) })] : []),
  ];
}

const gapsText = (t: Translate, { missing, older, language }: WaitingText): string =>
  [
    ...(missing > 0 ? [t(`translations.missing.${language}`, { count: missing })] : []),
    ...(older > 0 ? [t('translations.olderCount', { count: older })] : []),
  ].join(' ');

/** The page on which the translation is typed. */
function editAddress(slug: string, { kind, subjectId: id, part }: WaitingText): string {
  if (kind !== 'agenda') return translationPaths.words({ slug, kind, id });
  return part === 'title' ? meetingPaths.schedule({ id }) : agendaPaths.item({ id, item: part });
}

function taskText(t: Translate, { ownerName, dueOn }: WaitingText): string {
  const owner = ownerName ?? t('translations.nobody');
  return dueOn === null ? owner : t('translations.until', { owner, date: formatDate(t.locale, dueOn) });
}

function tagOf(t: Translate, text: WaitingText, today: CalendarDate): TextLine['tag'] {
  if (isLate(text, today)) return { text: t('translations.late'), tone: 'danger' };
  return text.isPosted ? { text: t('translations.posted'), tone: 'warning' } : null;
}
