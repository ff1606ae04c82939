import { formatDate } from '../../i18n/format';
import { rawText } from '../../lib/form';
import { choiceView, fieldView, type ChoiceView, type FieldView, type FormState } from '../../web/form-view';
import type { ActionItem } from './action-item';
import type { ItemParts } from './item.views';
import { sessionPaths } from './session.paths';
import type { Tag } from './session.views';

export interface TaskView {
  readonly text: string;
  readonly tag: Tag;
  readonly done: { readonly action: string; readonly label: string } | null;
  readonly drop: { readonly action: string; readonly label: string } | null;
}

export interface TaskForm {
  readonly action: string;
  readonly key: string;
  readonly text: FieldView;
  readonly owner: ChoiceView;
  readonly dueOn: FieldView;
  readonly isExpanded: boolean;
}

/** Something new to be done. */
export function taskForm(parts: ItemParts, form: FormState): TaskForm {
  const { t, session, item } = parts;
  const owners = session.voters.map(({ personId, name }) => [personId, name] as const);
  return {
    action: sessionPaths.actionItem({ id: session.meeting.id, item: item.id }),
    key: rawText(form.raw, 'key') || parts.newKey,
    text: fieldView(t, form, 'task', t('inSession.actionItem.text')),
    owner: choiceView(t, form, 'owner', t('inSession.actionItem.owner'), [['', t('inSession.actionItem.nobody')], ...owners], {
      required: false,
    }),
    dueOn: fieldView(t, form, 'due_on', t('inSession.actionItem.dueOn'), { type: 'date', narrow: true, required: false }),
    isExpanded: parts.sent?.which === 'task',
  };
}

/** One line of what is to be done, with its buttons while it is open. */
export function taskView({ t, session }: ItemParts, task: ActionItem): TaskView {
  const { id, text, ownerId, dueOn, status } = task;
  const owner = session.voters.find(({ personId }) => personId === ownerId)?.name ?? t('inSession.actionItem.nobody');
  const ids = { id: session.meeting.id, task: id };
  const line =
    dueOn === null
      ? t('inSession.actionItem.line', { text, owner })
      : t('inSession.actionItem.lineDue', { text, owner, date: formatDate(t.locale, dueOn) });
  const isOpen = status === 'open';
  return {
    text: line,
    tag: { text: t(`inSession.actionItem.status.${status}`), tone: status === 'done' ? 'success' : 'neutral' },
    done: isOpen ? { action: sessionPaths.completion(ids), label: t('inSession.actionItem.doneFor', { text }) } : null,
    drop: isOpen ? { action: sessionPaths.dropping(ids), label: t('inSession.actionItem.dropFor', { text }) } : null,
  };
}
