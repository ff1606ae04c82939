import { formatMoment, formatNumber } from '../../i18n/format';
import { languageName } from '../../i18n/language-name';
import type { Translate } from '../../i18n/translate';
import {
  choiceView,
  errorSummary,
  fieldView,
  type ChoiceView,
  type ErrorSummary,
  type FieldView,
  type FormState,
} from '../../web/form-view';
import { meetingPaths, meetingTitle, type Meeting } from '../meetings';
import { accessMachine, needNames, type AccessRequest, type AccessStatus } from './access-request';
import { accessPaths } from './access.paths';
import type { Guest, Logistics } from './logistics';

interface Row {
  readonly label: string;
  readonly value: string;
  readonly href: null;
  readonly change: null;
}

interface Tag {
  readonly text: string;
  readonly tone: 'warning' | 'success' | 'neutral';
}

interface LogisticsView {
  readonly title: string;
  readonly district: string;
  readonly width: 'wide';
  readonly unlisted: boolean;
  readonly breadcrumbs: readonly { readonly text: string; readonly href: string }[];
  readonly kicker: string;
  readonly stats: readonly { readonly number: string; readonly label: string }[];
  readonly sums: readonly Row[];
  readonly requests: readonly {
    readonly href: string;
    readonly name: string;
    readonly line: string;
    readonly words: string;
    readonly tag: Tag;
  }[];
  readonly members: readonly { readonly name: string; readonly lines: readonly string[] }[];
}

interface RequestView {
  readonly title: string;
  readonly unlisted: boolean;
  readonly breadcrumbs: readonly { readonly text: string; readonly href: string }[];
  readonly errorSummary: ErrorSummary | null;
  readonly tag: Tag;
  readonly rows: readonly Row[];
  readonly call: string | null;
  readonly form: { readonly action: string; readonly version: string; readonly event: ChoiceView; readonly words: FieldView };
}

declare module '../../web/render' {
  interface Views {
    'access/logistics': LogisticsView;
    'access/request': RequestView;
  }
}

interface Shown {
  readonly meeting: Meeting;
  readonly slug: string;
  readonly logistics: Logistics;
  readonly requests: readonly AccessRequest[];
}

/** One sheet for the people who set up the room: counts first, then each request, then the members' standing needs. */
export function logisticsView(t: Translate, { meeting, slug, logistics, requests }: Shown): LogisticsView {
  const stat = (number: number, label: string) => ({ number: formatNumber(t.locale, number), label });
  return {
    title: t('access.logistics.title'),
    district: slug,
    width: 'wide',
    unlisted: true,
    breadcrumbs: [{ text: meetingTitle(meeting, t.locale), href: meetingPaths.show({ id: meeting.id }) }],
    kicker: formatMoment(t, meeting.startsAt),
    stats: [
      stat(logistics.coming, t('access.logistics.coming')),
      stat(logistics.remote, t('access.logistics.remote')),
      stat(logistics.notComing, t('access.logistics.notComing')),
      stat(logistics.unanswered, t('access.logistics.unanswered')),
      stat(logistics.open, t('access.logistics.open')),
    ],
    sums: sumsOf(t, logistics),
    requests: requests.map((request) => requestLine(t, request)),
    members: logistics.members.map((guest) => memberLine(t, guest)),
  };
}

function sumsOf(t: Translate, { interpreters, children, counts }: Logistics): Row[] {
  const others = needNames.filter((name) => name !== 'interpreter' && name !== 'child_care');
  return [
    ...interpreters.map(({ language, people }) =>
      row(t('access.logistics.interpreter', { language }), t('access.logistics.people', { count: people })),
    ),
    ...(children === 0 ? [] : [row(t('access.needs.child_care'), t('access.logistics.children', { count: children }))]),
    ...others.flatMap((name) => {
      const count = counts[name] ?? 0;
      return count === 0 ? [] : [row(t(`access.needs.${name}`), t('access.logistics.people', { count }))];
    }),
  ];
}

const row = (label: string, value: string): Row => ({ label, value, href: null, change: null });

const tones: Readonly<Record<AccessStatus, Tag['tone']>> = { open: 'warning', arranged: 'success', refused: 'neutral' };
const tagOf = (t: Translate, status: AccessStatus): Tag => ({ text: t(`access.status.${status}`), tone: tones[status] });

const nameOf = (t: Translate, { name }: AccessRequest): string => (name === '' ? t('access.logistics.noName') : name);

const needText = (t: Translate, { needs, language, children }: AccessRequest): string =>
  needs
    .map((name) => {
      if (name === 'interpreter') return t('access.logistics.interpreter', { language });
      if (name === 'child_care') return t('access.logistics.children', { count: children });
      return t(`access.needs.${name}`);
    })
    .join(' · ');

const requestLine = (t: Translate, request: AccessRequest): LogisticsView['requests'][number] => ({
  href: accessPaths.request({ id: request.meetingId, request: request.id }),
  name: nameOf(t, request),
  line: needText(t, request),
  words: request.words,
  tag: tagOf(t, request.status),
});

const memberLine = (t: Translate, { name, answer, needs }: Guest): LogisticsView['members'][number] => ({
  name:
    answer === null ? t('access.logistics.maybe', { name }) : t('access.logistics.says', { name, answer: t(`meetings.rsvp.${answer}`) }),
  lines: (['interpreter', 'mobility', 'hearing', 'vision', 'childCare', 'other'] as const).flatMap((need) => {
    const value = needs[need] ?? '';
    return value === '' ? [] : [t('access.logistics.need', { label: t(`onboarding.fields.${need}.label`), value })];
  }),
});

/** One request with the way to answer it. */
export function requestView(
  t: Translate,
  { meeting, request, form }: { meeting: Meeting; request: AccessRequest; form: FormState },
): RequestView {
  const events = (['arrange', 'refuse'] as const).filter((event) => accessMachine.can(request.status, event));
  return {
    title: t('access.request.title', { name: nameOf(t, request) }),
    unlisted: true,
    breadcrumbs: [
      { text: meetingTitle(meeting, t.locale), href: meetingPaths.show({ id: meeting.id }) },
      { text: t('access.logistics.title'), href: accessPaths.logistics({ id: meeting.id }) },
    ],
    errorSummary: errorSummary(t, form.errors),
    tag: tagOf(t, request.status),
    rows: rowsOf(t, request),
    call: request.email === null ? t('access.request.call', { phone: request.phone }) : null,
    form: {
      action: accessPaths.answer({ id: meeting.id, request: request.id }),
      version: String(request.version),
      event: choiceView(
        t,
        form,
        'event',
        t('access.request.event'),
        events.map((event) => [event, t(`access.request.${event}`)] as const),
      ),
      words: fieldView(t, form, 'words', t('access.request.words'), {
        type: 'textarea',
        rows: 5,
        required: false,
        hint: t('access.request.wordsHint', { language: languageName(t, request.locale) }),
      }),
    },
  };
}

function rowsOf(t: Translate, request: AccessRequest): Row[] {
  const late = request.isLate
    ? [row(t('access.request.asked'), t('access.request.lateOn', { moment: formatMoment(t, request.askedAt) }))]
    : [];
  const rows: [string, string][] = [
    [t('access.needs.legend'), needText(t, request)],
    [t('access.form.words'), request.words],
    [t('access.form.email'), request.email ?? ''],
    [t('access.form.phone'), request.phone],
    [t('access.request.asked'), request.isLate ? '' : formatMoment(t, request.askedAt)],
    [t('access.request.answer'), request.answer],
  ];
  return [...rows.filter(([, value]) => value !== '').map(([label, value]) => row(label, value)), ...late];
}
