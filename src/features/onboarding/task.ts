import type { FileKind } from '../../files/file-kind';
import { Invalid } from '../../lib/errors';
import type { LocalText } from '../../lib/local-text';
import { defineMachine } from '../../lib/state-machine';
import { plusDays, plusMonths, type CalendarDate, type Instant } from '../../lib/time';

export const taskKinds = ['acknowledge', 'fill_in', 'upload', 'attend', 'staff_check', 'read'] as const;
export type TaskKind = (typeof taskKinds)[number];

export type TaskStatus = 'open' | 'done' | 'waived';
export type TaskEvent = 'finish' | 'revise' | 'waive' | 'reopen';

/** What is done may be filled in again (a new phone number); it becomes open again only where staff say why, before the seat has begun. */
export const taskMachine = defineMachine<TaskStatus, TaskEvent>({
  open: { finish: 'done', waive: 'waived' },
  done: { revise: 'done', reopen: 'open' },
  waived: { finish: 'done', reopen: 'open' },
});

/** A file a member brought for a step; it lies under the hash of its bytes. */
export interface TaskFile {
  readonly name: string;
  readonly kind: FileKind;
  readonly bytes: number;
  readonly sha256: string;
}

export interface Task {
  readonly id: string;
  readonly planId: string;
  readonly key: string;
  readonly place: number;
  readonly kind: TaskKind;
  readonly title: LocalText;
  readonly text: LocalText;
  readonly textVersion: number;
  readonly isRequired: boolean;
  /** Before this day it cannot be done. */
  readonly opensOn: CalendarDate | null;
  readonly dueOn: CalendarDate | null;
  readonly status: TaskStatus;
  readonly answers: Readonly<Record<string, string>>;
  readonly typedName: string | null;
  readonly doneAt: Instant | null;
  readonly doneBy: string | null;
  readonly waiverReason: string | null;
  /** Comes round a year after it was done. */
  readonly isYearly: boolean;
  /** Staff who entered what the member told them or signed on paper. */
  readonly enteredBy: string | null;
  /** Of a step that asks for one, once it is there. */
  readonly file: TaskFile | null;
  readonly version: number;
}

/** When a step is due (facts: onboarding). */
export type DueRule =
  | { readonly after: 'acceptance'; readonly days: number }
  | { readonly before: 'term_start' }
  | { readonly before: 'term_end'; readonly days: number }
  | null;

export interface TemplateTask {
  readonly key: string;
  readonly kind: TaskKind;
  readonly title: LocalText;
  readonly text: LocalText;
  readonly textVersion: number;
  readonly isRequired: boolean;
  readonly due: DueRule;
  readonly isYearly?: boolean;
}

const nothingGiven = { answers: {}, typedName: null, enteredBy: null, file: null, waiverReason: null } as const;

interface Dates {
  readonly acceptedOn: CalendarDate;
  readonly termStartsOn: CalendarDate;
  readonly termEndsOn: CalendarDate;
}

/** A step of a checklist as it begins, from its template and the dates of the term. */
export const newTask = (
  { due, isYearly = false, ...task }: TemplateTask,
  given: Pick<Task, 'id' | 'planId' | 'place'>,
  dates: Dates,
): Task => ({
  ...task,
  ...given,
  ...nothingGiven,
  opensOn: opensOn(due, dates),
  dueOn: dueOn(due, dates),
  status: 'open',
  doneAt: null,
  doneBy: null,
  isYearly,
  version: 1,
});

/** The day a step is due. What is due before a term that has begun already (a seat filled midway) is due in 14 days. */
export function dueOn(rule: DueRule, { acceptedOn, termStartsOn, termEndsOn }: Dates): CalendarDate | null {
  if (rule === null) return null;
  if ('after' in rule) return plusDays(acceptedOn, rule.days);
  if (rule.before === 'term_end') return plusDays(termEndsOn, -rule.days);
  return termStartsOn > acceptedOn ? plusDays(termStartsOn, -1) : plusDays(acceptedOn, 14);
}

/** Steps before the end of a term open 30 days before they are due; all others at once. */
export const opensOn = (rule: DueRule, dates: Dates): CalendarDate | null => {
  const due = dueOn(rule, dates);
  return rule !== null && 'before' in rule && rule.before === 'term_end' && due !== null ? plusDays(due, -30) : null;
};

export type Standing = 'done' | 'waived' | 'blocked' | 'waiting' | 'late' | 'todo';

interface Around {
  readonly today: CalendarDate;
  /** Whether an orientation meeting to come has a date. */
  readonly hasOrientation: boolean;
}

type Situation = Pick<Task, 'status' | 'kind' | 'opensOn' | 'dueOn'>;

/** How a step stands for the member: done, to do, late (the day after it was due), for staff to do, or not possible yet. */
export function standingOf(task: Situation, { today, hasOrientation }: Around): Standing {
  if (task.status !== 'open') return task.status;
  if (task.opensOn !== null && today < task.opensOn) return 'blocked';
  if (task.kind === 'attend') return hasOrientation ? 'waiting' : 'blocked';
  if (task.kind === 'staff_check') return 'waiting';
  return isLate(task, today) ? 'late' : 'todo';
}

export const isLate = ({ status, dueOn: due }: Pick<Task, 'status' | 'dueOn'>, today: CalendarDate): boolean =>
  status === 'open' && due !== null && due < today;

/** Whether the member does this step; the others are recorded by staff. */
export const isForMember = ({ kind }: Pick<Task, 'kind'>): boolean => kind !== 'attend' && kind !== 'staff_check';

interface Finish {
  readonly by: string;
  readonly at: Instant;
  readonly answers?: Readonly<Record<string, string>>;
  readonly typedName?: string;
  /** Staff who enter it for the member. */
  readonly enteredBy?: string;
  readonly file?: TaskFile;
}

/** Whether what is done may be given anew: a phone number that changed, a file that was the wrong one. */
export const mayRevise = ({ kind }: Pick<Task, 'kind'>): boolean => kind === 'fill_in' || kind === 'upload';

/**
 * Does a step, or gives anew what may be given anew. Throws IllegalTransition for anything else that is done, and Invalid
 * for a step that asks for a file and has none.
 */
export function finish(task: Task, { by, at, ...given }: Finish): Task {
  if (task.kind === 'upload' && given.file === undefined) throw new Invalid('files.refused.missing');
  const event = task.status === 'done' && mayRevise(task) ? 'revise' : 'finish';
  return { ...task, ...nothingGiven, ...given, status: taskMachine.next(task.status, event), doneAt: at, doneBy: by };
}

/** Excuses from a step, with the reason the member sees. */
export const waive = (task: Task, { by, at, reason }: { by: string; at: Instant; reason: string }): Task => ({
  ...task,
  status: taskMachine.next(task.status, 'waive'),
  doneAt: at,
  doneBy: by,
  waiverReason: reason,
});

/** Opens a step again: what was answered is taken away, for it was wrong. */
export const reopen = (task: Task): Task => ({
  ...task,
  ...nothingGiven,
  status: taskMachine.next(task.status, 'reopen'),
  doneAt: null,
  doneBy: null,
});

/** The name of a step without the year it came round in: `conflict_statement@2027` asks what `conflict_statement` asks. */
export const baseKey = (key: string): string => key.split('@')[0] ?? key;

/** Days in which a step that came round is to be done. */
const yearlyDays = 14;

/**
 * The next round of a yearly step, a year after its last was done (facts: onboarding), or undefined before that day. It gates
 * nothing: the seat has begun.
 */
export function nextRound(task: Task, doneOn: CalendarDate, today: CalendarDate): Pick<Task, 'key' | 'dueOn' | 'opensOn'> | undefined {
  const opens = plusMonths(doneOn, 12);
  if (!task.isYearly || task.status !== 'done' || opens > today) return undefined;
  return { key: `${baseKey(task.key)}@${opens.slice(0, 4)}`, opensOn: null, dueOn: plusDays(today, yearlyDays) };
}

/** Days from its due day on which a step that is not done is reminded of: 3 before, that day, 3 after, then weekly for two months. */
export const reminderDays: readonly number[] = [-3, 0, 3, ...Array.from({ length: 8 }, (_, week) => 10 + 7 * week)];
