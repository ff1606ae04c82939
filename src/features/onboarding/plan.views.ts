import type { StoredEvent } from '../../history/events.queries';
import { timelineView, type TimelineEntry } from '../../history/timeline.views';
import { formatDate } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import type { CalendarDate } from '../../lib/time';
import { calledName, type Person } from '../accounts';
import type { Collaborative } from '../collaboratives';
import { hintOf, type TaskLine } from './checklist.views';
import { fillIns } from './fill-in';
import { onboardingPaths } from './onboarding.paths';
import type { Orientation, PlanOfMember } from './plan.queries';
import { standingOf, type Task } from './task';

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
  const { plan, tasks, person, collaborative, events } = shown;
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
    tasks: tasks.map((task) => lineOf(t, task, shown)),
    answers: answerRows(t, tasks),
    needs: needRows(t, person),
    history: timelineView(t, events),
  };
}

function lineOf(t: Translate, task: Task, { orientation, today }: Shown): TaskLine {
  const standing = standingOf(task, { today, hasOrientation: orientation !== undefined });
  const late = standing === 'late' ? 'danger' : 'neutral';
  return {
    text: inLocale(task.title, t.locale),
    href: task.status === 'open' ? onboardingPaths.staffTask({ id: task.id }) : null,
    hint: staffHint(t, task, { standing, orientation }),
    tag: { text: t(`onboarding.standing.${standing}`), tone: task.status === 'open' ? late : 'success' },
  };
}

function staffHint(t: Translate, task: Task, around: Parameters<typeof hintOf>[2]): string | null {
  const { until } = task.answers;
  if (task.status === 'done' && until !== undefined) return t('onboarding.hint.until', { date: formatDate(t.locale, until) });
  return hintOf(t, task, around);
}

/** What was answered, without the access needs: those live with the person. */
const answerRows = (t: Translate, tasks: readonly Task[]): Row[] =>
  tasks
    .filter(({ kind, status }) => kind === 'fill_in' && status === 'done')
    .flatMap((task) =>
      (fillIns[task.key] ?? []).flatMap(({ name, kind }) => {
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
