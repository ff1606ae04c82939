import { isAdministrator, isApproverOf, isStaffOf, type Actor } from '../../lib/actor';
import type { LocalText } from '../../lib/local-text';
import type { CalendarDate, Instant } from '../../lib/time';
import type { Collaborative } from '../collaboratives';
import type { CycleStatus } from '../cycles';

/** How far the selection of a collaborative has come. */
export type SlateStatus = 'draft' | 'sent' | 'approved' | 'returned' | 'released';

/** A cycle as the desk of one collaborative shows it. */
export interface DeskCycle {
  readonly code: string;
  readonly name: LocalText;
  readonly status: CycleStatus;
  /** As many as its list shows. */
  readonly applications: number;
  /** Applications that have fewer reviewers than this collaborative asks for. */
  readonly toAssign: number;
  readonly slate: SlateStatus | null;
}

/** What waits in one collaborative. */
export interface Desk {
  readonly collaborative: Collaborative;
  readonly cycles: readonly DeskCycle[];
  readonly onboarding: number;
  readonly toPost: readonly { readonly postBy: Instant | null }[];
  /** Notes that wait for an acknowledgement or an answer, with the day it is due. */
  readonly toAnswer: readonly { readonly dueOn: CalendarDate | null }[];
  readonly toSign: number;
  readonly questions: number;
  /** Letters on paper that wait to be printed. */
  readonly letters: number;
  /** Topics of members that nobody has decided on. */
  readonly topics: number;
  /** Messages among members that were reported and wait for the staff. */
  readonly reported: number;
}

export type TaskKind =
  | 'applications'
  | 'assign'
  | 'slate'
  | 'approve'
  | 'onboarding'
  | 'seats'
  | 'meetings'
  | 'topics'
  | 'advice'
  | 'sign'
  | 'help'
  | 'letters'
  | 'reported'
  | 'calls'
  | 'offers'
  | 'flyer';

export interface Task {
  readonly kind: TaskKind;
  readonly cycle: DeskCycle | null;
  /** How many wait; null where nothing is counted. */
  readonly waiting: number | null;
  /** The next day (advice) or moment (agendas) by which something must be done. */
  readonly due: string | null;
}

/** The parts a person plays in one collaborative. */
export interface Parts {
  readonly staff: boolean;
  readonly approver: boolean;
  readonly administrator: boolean;
}

export const partsIn = (actor: Actor, collaborativeId: string): Parts => ({
  staff: isStaffOf(actor, collaborativeId),
  approver: isApproverOf(actor, collaborativeId),
  administrator: isAdministrator(actor),
});

/** What this person can do in this collaborative (pages.md), in the order of the year. */
export function tasksOf(desk: Desk, parts: Parts): Task[] {
  const mayManage = parts.staff || parts.administrator;
  return [
    ...desk.cycles.flatMap((cycle) => cycleTasks(cycle, parts)),
    ...when(parts.staff, plain('onboarding', desk.onboarding)),
    ...when(mayManage, plain('seats', null)),
    ...when(mayManage, { ...plain('meetings', desk.toPost.length), due: soonest(desk.toPost.map(({ postBy }) => postBy)) }),
    ...when(mayManage, plain('topics', desk.topics)),
    ...when(parts.staff, { ...plain('advice', desk.toAnswer.length), due: soonest(desk.toAnswer.map(({ dueOn }) => dueOn)) }),
    ...when(parts.approver, plain('sign', desk.toSign)),
    ...when(mayManage, plain('help', desk.questions)),
    ...when(mayManage, plain('letters', desk.letters)),
    ...when(parts.staff && desk.reported > 0, plain('reported', desk.reported)),
  ];
}

function cycleTasks(cycle: DeskCycle, { staff, approver, administrator }: Parts): Task[] {
  const task = (kind: TaskKind, waiting: number | null): Task => ({ kind, cycle, waiting, due: null });
  const isChoosing = ['in_review', 'deciding'].includes(cycle.status) || cycle.slate !== null;
  return [
    ...(staff || administrator ? managed(cycle, task, isChoosing) : []),
    ...when(approver && isChoosing, task('approve', cycle.slate === 'sent' ? 1 : 0)),
  ];
}

/** What staff do in a cycle, as far as it has come. */
const managed = (cycle: DeskCycle, task: (kind: TaskKind, waiting: number | null) => Task, isChoosing: boolean): Task[] => [
  ...when(cycle.status === 'open', task('flyer', null)),
  task('applications', cycle.applications),
  ...when(cycle.status !== 'released', task('assign', cycle.toAssign)),
  ...when(isChoosing, task('slate', null)),
  ...when(cycle.slate === 'released', task('offers', null), task('calls', null)),
];

const plain = (kind: TaskKind, waiting: number | null): Task => ({ kind, cycle: null, waiting, due: null });

const when = (holds: boolean, ...tasks: readonly Task[]): readonly Task[] => (holds ? tasks : []);

/** The earliest of some dates or moments; null when there is none. */
const soonest = (moments: readonly (string | null)[]): string | null => moments.filter((moment) => moment !== null).sort()[0] ?? null;
