import type { LocalText } from '../../lib/local-text';
import type { DueRule, TaskKind, TemplateTask } from './task';

/** Kinds a step of one's own may have; what is filled in is part of the product. */
export const ownKinds = ['acknowledge', 'read', 'upload', 'attend', 'staff_check'] as const satisfies readonly TaskKind[];

/** A step as somebody writes it. */
export interface TaskWanted {
  readonly kind: TaskKind;
  readonly title: LocalText;
  readonly text: LocalText;
  readonly isRequired: boolean;
  readonly isYearly: boolean;
  readonly due: DueRule;
}

/** Puts a step in the place of the one with that key, or at the end. A changed text goes up a version: a signature names which it was. */
export function withTask(tasks: readonly TemplateTask[], key: string, wanted: TaskWanted): TemplateTask[] {
  const before = tasks.find((task) => task.key === key);
  const isSame = before !== undefined && JSON.stringify(before.text) === JSON.stringify(wanted.text);
  const textVersion = before === undefined ? 1 : before.textVersion + (isSame ? 0 : 1);
  const kind = before?.kind === 'fill_in' ? before.kind : wanted.kind;
  const task: TemplateTask = { ...wanted, kind, key, textVersion };
  return before === undefined ? [...tasks, task] : tasks.map((one) => (one.key === key ? task : one));
}

/** Moves a step one place up or down; at the end of the list nothing changes. */
export function moved(tasks: readonly TemplateTask[], key: string, by: -1 | 1): TemplateTask[] {
  const from = tasks.findIndex((task) => task.key === key);
  const to = from + by;
  const [a, b] = [tasks[from], tasks[to]];
  if (a === undefined || b === undefined) return [...tasks];
  return tasks.map((task, at) => (at === from ? b : at === to ? a : task));
}

/** The first key of the kind `own_1`, `own_2` … that no step has. */
export function freeKey(tasks: readonly TemplateTask[]): string {
  const keys = new Set(tasks.map(({ key }) => key));
  let number = 1;
  while (keys.has(`own_${String(number)}`)) number += 1;
  return `own_${String(number)}`;
}
