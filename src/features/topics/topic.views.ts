import { formatDay, formatMoment } from '../../i18n/format';
import { languages } from '../../i18n/locales';
import type { Translate } from '../../i18n/translate';
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
import type { Collaborative } from '../collaboratives';
import { isPublic, meetingPaths, meetingTitle, type Meeting } from '../meetings';
import { isWaiting, topicMachine, type Decision, type TopicStatus } from './topic';
import { topicPaths } from './topic.paths';
import type { ListedTopic } from './topic.queries';

interface Link {
  readonly text: string;
  readonly href: string;
}

interface TopicLine {
  readonly title: string;
  readonly lang: string;
  readonly line: string;
  readonly tag: { readonly text: string; readonly tone: 'neutral' | 'info' | 'success' | 'warning' };
  /** The reason, for whoever proposed it and for those who decide. */
  readonly answer: string | null;
  readonly link: Link | null;
}

interface Page {
  readonly title: string;
  readonly district: string;
  readonly unlisted: true;
  readonly breadcrumbs: readonly Link[];
  readonly errorSummary: ErrorSummary | null;
}

export interface TopicsView extends Page {
  readonly lead: string;
  readonly none: string;
  readonly topics: readonly TopicLine[];
  readonly desk: Link | null;
  readonly form: {
    readonly action: string;
    readonly fields: readonly FieldView[];
    readonly language: ChoiceView;
  } | null;
}

export interface TopicView extends Page {
  readonly lang: string;
  readonly line: string;
  readonly why: readonly string[];
  readonly tag: TopicLine['tag'];
  readonly answer: string | null;
  readonly stale: string | null;
  readonly form: {
    readonly action: string;
    readonly version: string;
    readonly decision: ChoiceView;
    readonly where: ChoiceView;
    readonly fields: readonly FieldView[];
    readonly answer: FieldView;
  } | null;
}

declare module '../../web/render' {
  interface Views {
    'topics/list': TopicsView;
    'topics/one': TopicView;
  }
}

interface Known {
  readonly collaborative: Collaborative;
  readonly topics: readonly ListedTopic[];
}

/** For members: what was proposed, what became of it, and the form for one more. */
export function topicsView(t: Translate, known: Known & { ownId: string; mayDecide: boolean; form: FormState }): TopicsView {
  const { collaborative, topics, ownId, mayDecide, form } = known;
  const { slug } = collaborative;
  return {
    ...pageOf(t, collaborative, form),
    title: t('topics.title', { name: inLocale(collaborative.area, t.locale) }),
    breadcrumbs: [{ text: t('layout.navigation.me'), href: '/me' }],
    lead: t('topics.lead'),
    none: t('topics.none'),
    topics: topics.map((topic) => ({
      ...lineOf(t, topic),
      answer: topic.proposedBy === ownId ? answerOf(topic) : null,
      link: meetingLink(t, topic),
    })),
    desk: mayDecide ? { text: t('topics.desk.link'), href: topicPaths.desk({ slug }) } : null,
    form: {
      action: topicPaths.list({ slug }),
      fields: [
        fieldView(t, form, 'title', t('topics.field.title'), { hint: t('topics.field.titleHint') }),
        fieldView(t, form, 'why', t('topics.field.why'), { type: 'textarea', words: 200, hint: t('topics.field.whyHint') }),
        fieldView(t, form, 'minutes', t('topics.field.minutes'), { inputmode: 'numeric', narrow: true }),
      ],
      language: choiceView(
        t,
        form,
        'language',
        t('topics.field.language'),
        languages.map(({ code, name }) => [code, name]),
      ),
    },
  };
}

/** For officers and staff: what waits, each with its page. */
export function topicDeskView(t: Translate, { collaborative, topics }: Known): TopicsView {
  const { slug } = collaborative;
  return {
    ...pageOf(t, collaborative),
    title: t('topics.desk.title', { name: inLocale(collaborative.area, t.locale) }),
    breadcrumbs: [{ text: inLocale(collaborative.area, t.locale), href: `/${slug}` }],
    lead: t('topics.desk.lead'),
    none: t('topics.desk.none'),
    topics: topics.map((topic) => ({
      ...lineOf(t, topic),
      answer: answerOf(topic),
      link: {
        text: t(isWaiting(topic.stands) ? 'topics.desk.decideOn' : 'topics.desk.read', { title: topic.title }),
        href: topicPaths.one({ slug, id: topic.id }),
      },
    })),
    desk: null,
    form: null,
  };
}

const pageOf = (t: Translate, { slug }: Collaborative, form?: FormState): Pick<Page, 'district' | 'unlisted' | 'errorSummary'> => ({
  district: slug,
  unlisted: true,
  errorSummary: form === undefined ? null : errorSummary(t, form.errors),
});

const tones: Readonly<Record<TopicStatus, TopicLine['tag']['tone']>> = {
  proposed: 'warning',
  deferred: 'info',
  accepted: 'success',
  refused: 'neutral',
};

const lineOf = (t: Translate, topic: ListedTopic): Pick<TopicLine, 'title' | 'lang' | 'line' | 'tag'> => ({
  title: topic.title,
  lang: topic.locale,
  line: t('topics.line', { name: topic.proposer, date: formatDay(t.locale, topic.proposedAt), count: topic.minutes }),
  tag: { text: t(`topics.status.${topic.stands}`), tone: tones[topic.stands] },
});

/** What the proposer was told; not of an acceptance whose line has gone again. */
const answerOf = ({ answer, status, stands }: ListedTopic): string | null => (answer === '' || status !== stands ? null : answer);

/** The meeting it is on, once members may know of that. */
const meetingLink = (t: Translate, { meeting }: ListedTopic): Link | null =>
  meeting === null || !isPublic(meeting)
    ? null
    : { text: t('topics.on', { moment: formatMoment(t, meeting.startsAt) }), href: meetingPaths.show({ id: meeting.id }) };

interface Deciding {
  readonly collaborative: Collaborative;
  readonly topic: ListedTopic;
  readonly meetings: readonly (Meeting & { readonly isLate: boolean })[];
  readonly form: FormState;
  readonly isStale: boolean;
}

/** One topic, and the form that answers it while it waits. */
export function topicView(t: Translate, known: Deciding): TopicView {
  const { collaborative, topic, form, isStale } = known;
  const { slug } = collaborative;
  return {
    ...pageOf(t, collaborative, form),
    ...lineOf(t, topic),
    breadcrumbs: [{ text: t('topics.desk.title', { name: inLocale(collaborative.area, t.locale) }), href: topicPaths.desk({ slug }) }],
    why: topic.why.split(/\n{2,}/),
    answer: answerOf(topic),
    stale: isStale ? t('topics.desk.stale') : null,
    form: isWaiting(topic.stands) ? decisionForm(t, known) : null,
  };
}

function decisionForm(t: Translate, { collaborative: { slug }, topic, meetings, form }: Deciding): NonNullable<TopicView['form']> {
  const events: readonly Decision[] = topicMachine.eventsFrom(topic.stands);
  const option = (meeting: Deciding['meetings'][number]): string => {
    const values = { title: meetingTitle(meeting, t.locale), moment: formatMoment(t, meeting.startsAt) };
    return meeting.isLate ? t('topics.desk.lateMeeting', values) : t('topics.desk.meeting', values);
  };
  return {
    action: topicPaths.decision({ slug, id: topic.id }),
    version: String(topic.version),
    decision: choiceView(
      t,
      form,
      'decision',
      t('topics.desk.decision'),
      events.map((event) => [event, t(`topics.desk.${event}`)]),
    ),
    where: choiceView(t, form, 'where', t('topics.desk.where'), [
      ['next', t('topics.desk.next')],
      ...meetings.map((meeting) => [meeting.id, option(meeting)] as const),
    ]),
    fields: [
      fieldView(t, form, 'titleEn', t('topics.desk.titleEn'), { hint: t('topics.desk.titleHint'), required: false }),
      fieldView(t, form, 'titleEs', t('topics.desk.titleEs'), { required: false }),
      fieldView(t, form, 'minutes', t('topics.desk.minutes'), { inputmode: 'numeric', narrow: true, required: false }),
    ],
    answer: fieldView(t, form, 'answer', t('topics.desk.answer'), {
      type: 'textarea',
      rows: 4,
      hint: t('topics.desk.answerHint'),
      required: false,
    }),
  };
}
