import type { StoredEvent } from '../../history/events.queries';
import { timelineView, type TimelineEntry } from '../../history/timeline.views';
import { formatDate, formatShortMoment } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import type { CalendarDate } from '../../lib/time';
import { calledName, type Person } from '../accounts';
import type { Collaborative } from '../collaboratives';
import { hintOf, type TaskLine } from './checklist.views';
import { fillIns } from './fill-in';
import { onboardingPaths } from './onboarding.paths';
import type { Orientation, PlanOfMember } from './plan.queries';
import { baseKey, standingOf, type Task } from './task';

interface Row {
  readonly label: string;
  readonly value: string;
  readonly href: null;
  readonly change: null;
}

export interface PlanView {
  readonly title: string;
  readonly kicker: string;
  readonly district: string;
  readonly width: 'wide';
  readonly unlisted: boolean;
  readonly breadcrumbs: readonly { readonly text: string; readonly href: string }[];
  readonly packetHref: string;
  readonly tasks: readonly TaskLine[];
  readonly answers: readonly Row[];
  readonly needs: readonly Row[];
  readonly history: readonly TimelineEntry[];
}

declare module '../../web/render' {
  interface Views {
    'onboarding/plan': PlanView;
  }
}

interface Shown {
  readonly plan: PlanOfMember;
  readonly tasks: readonly Task[];
  readonly person: Person;
  readonly collaborative: Collaborative;
  readonly orientation: Orientation | undefined;
  readonly events: readonly (StoredEvent & { readonly actorName: string | null })[];
  readonly today: CalendarDate;
}

/** One member's checklist for the staff who arrange things: each step, what the member told them, and its history. */
export function planView(t: Translate, shown: Shown): PlanView {
  const { plan, tasks, person, collaborative } = shown;
  return {
    title: t('onboarding.plan.title', { name: calledName(person) }),
    kicker: `${inLocale(collaborative.name, t.locale)} · ${plan.seatCode}`,
    district: collaborative.slug,
    width: 'wide',
    unlisted: true,
    breadcrumbs: [
      { text: t('layout.navigation.staff'), href: '/staff' },
      {
        text: t('onboarding.board.title', { name: inLocale(collaborative.area, t.locale) }),
        href: onboardingPaths.board({ slug: collaborative.slug }),
      },
    ],
    packetHref: onboardingPaths.packet({ id: plan.id }),
    tasks: tasks.map((task) => lineOf(t, task, shown)),
    answers: answerRows(t, tasks),
    needs: needRows(t, person),
    history: historyOf(t, shown),
  };
}

function lineOf(t: Translate, task: Task, { orientation, today }: Shown): TaskLine {
  const standing = standingOf(task, { today, hasOrientation: orientation !== undefined });
  const late = standing === 'late' ? 'danger' : 'neutral';
  return {
    text: inLocale(task.title, t.locale),
    href: onboardingPaths.staffTask({ id: task.id }),
    hint: staffHint(t, task, { standing, orientation }),
    tag: { text: t(`onboarding.standing.${standing}`), tone: task.status === 'open' ? late : 'success' },
  };
}

function staffHint(t: Translate, task: Task, around: Parameters<typeof hintOf>[2]): string | null {
  const { until } = task.answers;
  if (task.status === 'done' && until !== undefined) return t('onboarding.hint.until', { date: formatDate(t.locale, until) });
  const isOpen = task.status === 'open' && task.opensOn === null;
  if (isOpen && task.kind === 'attend') return orientationHint(t, around.orientation);
  return isOpen && task.kind === 'staff_check' ? t('onboarding.hint.staffRecords') : hintOf(t, task, around);
}

const orientationHint = (t: Translate, orientation: Orientation | undefined): string =>
  orientation === undefined
    ? t('onboarding.hint.staffNoOrientation')
    : t('onboarding.hint.staffOrientation', { date: formatShortMoment(t, orientation.startsAt) });

/** The history with the step each line is about. */
function historyOf(t: Translate, { events, tasks }: Shown): TimelineEntry[] {
  const entries = timelineView(t, events);
  return entries.map((entry, index) => {
    const task = tasks.find(({ key }) => key === stepOf(events[index]?.details ?? null));
    return task === undefined
      ? entry
      : { ...entry, text: t('onboarding.plan.event', { event: entry.text, step: inLocale(task.title, t.locale) }) };
  });
}

function stepOf(details: string | null): string | undefined {
  const { after } = JSON.parse(details ?? '{}') as { readonly after?: { readonly task?: string } | null };
  return after?.task;
}

/** What was answered, without the access needs: those live with the person. */
const answerRows = (t: Translate, tasks: readonly Task[]): Row[] =>
  tasks
    .filter(({ kind, status }) => kind === 'fill_in' && status === 'done')
    .flatMap((task) =>
      (fillIns[baseKey(task.key)] ?? []).flatMap(({ name, kind }) => {
        const value = task.answers[name] ?? '';
        return value === '' ? [] : [row(t(`onboarding.fields.${name}.label`), kind === 'yes_no' ? yesNo(t, value) : value)];
      }),
    );

const yesNo = (t: Translate, value: string): string => (value === 'yes' ? t('onboarding.plan.yes') : t('onboarding.plan.no'));

const needRows = (t: Translate, { accessNeeds }: Person): Row[] =>
  (['interpreter', 'mobility', 'hearing', 'vision', 'childCare', 'other'] as const).flatMap((name) => {
    const value = accessNeeds[name];
    return value === undefined || value === '' ? [] : [row(t(`onboarding.fields.${name}.label`), value)];
  });

const row = (label: string, value: string): Row => ({ label, value, href: null, change: null });
