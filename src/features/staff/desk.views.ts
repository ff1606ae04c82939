import { formatDate, formatMoment } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import type { Actor } from '../../lib/actor';
import { inLocale } from '../../lib/local-text';
import type { CalendarDate, Instant } from '../../lib/time';
import { cyclePaths } from '../cycles';
import { helpPaths } from '../help';
import { directoryPaths } from '../directory';
import { membershipPaths } from '../membership';
import { meetingPaths } from '../meetings';
import { callPaths, letterPaths, outreachPaths } from '../outreach';
import { approvalPaths, slatePaths } from '../selection';
import { topicPaths } from '../topics';
import { partsIn, tasksOf, type Desk, type Parts, type Task, type TaskKind } from './desk';

declare module '../../web/render' {
  interface Views {
    'staff/show': DeskView;
  }
}

interface TaskView {
  readonly text: string;
  readonly href: string;
  readonly hint: string | null;
  readonly tag: { readonly text: string; readonly tone: 'neutral' | 'info' | 'warning' | 'danger' };
}

export interface DeskView {
  readonly title: string;
  readonly own: readonly TaskView[];
  readonly desks: readonly {
    readonly id: string;
    readonly slug: string;
    readonly area: string;
    readonly href: string;
    readonly parts: string;
    /** The cycles under way, each with its own desk. */
    readonly cycles: readonly {
      readonly text: string;
      /** The desk of the cycle: whoever plays a part in a collaborative of it may see it. */
      readonly href: string;
      readonly status: string;
      readonly tasks: readonly TaskView[];
    }[];
    readonly tasks: readonly TaskView[];
  }[];
  readonly empty: string | null;
}

interface Known {
  readonly actor: Actor;
  readonly desks: readonly Desk[];
  readonly myReviews: number;
  readonly programQuestions: number | null;
  readonly now: Instant;
  readonly today: CalendarDate;
}

/** The staff desk: what waits for this person, collaborative by collaborative. */
export function deskView(t: Translate, known: Known) {
  const { actor, desks } = known;
  const own = ownTasks(t, known);
  return {
    title: t('staff.title'),
    breadcrumbs: [{ text: t('layout.home'), href: '/' }],
    width: 'wide' as const,
    unlisted: true,
    own,
    desks: desks.map((desk) => {
      const parts = partsIn(actor, desk.collaborative.id);
      const { slug, area } = desk.collaborative;
      return {
        id: `desk-${slug}`,
        slug,
        area: inLocale(area, t.locale),
        href: `/${slug}`,
        parts: partNames(t, parts),
        cycles: cycleGroups(t, desk, parts, known),
        tasks: tasksOf(desk, parts)
          .filter(({ cycle }) => cycle === null)
          .map((task) => taskView(t, task, { slug, ...known })),
      };
    }),
    empty: desks.length === 0 && own.length === 0 ? t('staff.empty') : null,
  };
}

/** The work of each cycle under way, in the order of the year. */
function cycleGroups(t: Translate, desk: Desk, parts: Parts, known: Known): DeskView['desks'][number]['cycles'] {
  const { slug } = desk.collaborative;
  const groups = desk.cycles.map((cycle) => ({
    text: inLocale(cycle.name, t.locale),
    href: cyclePaths.show({ code: cycle.code }),
    status: t(`staff.cycleStatus.${cycle.status}`),
    tasks: tasksOf({ ...desk, cycles: [cycle] }, parts)
      .filter((task) => task.cycle !== null)
      .map((task) => taskView(t, task, { slug, ...known })),
  }));
  return groups.filter(({ tasks }) => tasks.length > 0);
}

function ownTasks(t: Translate, { actor, myReviews, programQuestions }: Known): TaskView[] {
  const reviews = actor.grants.some(({ role }) => role === 'reviewer')
    ? [{ text: t('staff.tasks.reviews'), href: '/reviews', hint: null, tag: countTag(t, myReviews) }]
    : [];
  const questions =
    programQuestions === null
      ? []
      : [{ text: t('staff.tasks.programHelp'), href: helpPaths.list(), hint: null, tag: countTag(t, programQuestions) }];
  const calls = actor.grants.some(({ role }) => role === 'caller')
    ? [{ text: t('staff.tasks.myCalls'), href: callPaths.mine(), hint: null, tag: { text: t('staff.look'), tone: 'neutral' as const } }]
    : [];
  return [...reviews, ...calls, ...questions];
}

const partNames = (t: Translate, parts: Parts): string =>
  (['administrator', 'staff', 'approver'] as const)
    .filter((part) => parts[part])
    .map((part) => t(`common.role.${part}`))
    .join(', ');

function taskView(t: Translate, task: Task, place: { slug: string; now: Instant; today: CalendarDate }): TaskView {
  return {
    text: t(`staff.tasks.${task.kind}`),
    href: addresses[task.kind](place.slug, task.cycle?.code ?? ''),
    hint: hintOf(t, task),
    tag: tagOf(t, task, place),
  };
}

const inCycle =
  (page: string) =>
  (slug: string, code: string): string =>
    `/staff/cycles/${encodeURIComponent(code)}/${slug}/${page}`;

const addresses: Readonly<Record<TaskKind, (slug: string, code: string) => string>> = {
  applications: inCycle('applications'),
  assign: inCycle('panel'),
  slate: inCycle('slate'),
  approve: () => approvalPaths.list(),
  onboarding: (slug) => `/staff/${slug}/onboarding`,
  seats: (slug) => membershipPaths.seats({ slug }),
  meetings: (slug) => meetingPaths.staffList({ slug }),
  topics: (slug) => topicPaths.desk({ slug }),
  advice: (slug) => `/staff/${slug}/advice`,
  sign: (slug) => `/staff/${slug}/advice`,
  help: () => helpPaths.list(),
  letters: (slug) => letterPaths.list({ slug }),
  reported: (slug) => directoryPaths.reported({ slug }),
  calls: (slug, code) => callPaths.list({ code, slug }),
  offers: (slug, code) => slatePaths.offers({ code, slug }),
  flyer: (slug) => outreachPaths.share({ c: slug }),
};

function hintOf(t: Translate, { kind, due }: Task): string | null {
  if (due === null) return null;
  return kind === 'meetings' ? t('staff.postBy', { moment: formatMoment(t, due) }) : t('staff.dueBy', { date: formatDate(t.locale, due) });
}

function tagOf(t: Translate, { kind, cycle, waiting, due }: Task, { now, today }: { now: Instant; today: CalendarDate }): TaskView['tag'] {
  if (kind === 'slate') return { text: t(`staff.slate.${cycle?.slate ?? 'none'}`), tone: 'neutral' };
  if (waiting === null) return { text: t('staff.look'), tone: 'neutral' };
  if (kind === 'applications') return { text: t('staff.applications', { count: waiting }), tone: 'neutral' };
  return isLate(kind, due, { now, today }) ? { text: t('staff.late', { count: waiting }), tone: 'danger' } : countTag(t, waiting);
}

/** Agendas are due at a moment; everything else by the end of a day. */
const isLate = (kind: TaskKind, due: string | null, { now, today }: { now: Instant; today: CalendarDate }): boolean =>
  due !== null && due < (kind === 'meetings' ? now : today);

const countTag = (t: Translate, waiting: number): TaskView['tag'] =>
  waiting === 0 ? { text: t('staff.nothing'), tone: 'neutral' } : { text: t('staff.waiting', { count: waiting }), tone: 'warning' };
