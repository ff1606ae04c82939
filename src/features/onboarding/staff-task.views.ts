import type { Translate } from '../../i18n/translate';
import { inLocale, localeOf } from '../../lib/local-text';
import { errorSummary, fieldView, type ErrorSummary, type FieldView, type FormState } from '../../web/form-view';
import { onboardingPaths } from './onboarding.paths';
import type { PlanOfMember } from './plan.queries';
import { taskMachine, type Task } from './task';
import { fileLink, standInForm, type FileLink, type TaskForm } from './task.views';
import { textBlocks, type TextBlock } from './text-blocks';

interface FormView {
  readonly title: string;
  readonly action: string;
  readonly field: FieldView;
  readonly button: string;
}

export interface StaffTaskView {
  readonly title: string;
  readonly kicker: string;
  readonly errorSummary: ErrorSummary | null;
  readonly district: string;
  readonly unlisted: boolean;
  readonly back: { readonly text: string; readonly href: string };
  readonly version: string;
  readonly isOwn: boolean;
  readonly file: FileLink | null;
  readonly standIn: TaskForm | null;
  readonly reopening: FormView | null;
  readonly lang: string;
  readonly blocks: readonly TextBlock[];
  readonly record: FormView | null;
  readonly waiver: FormView | null;
}

declare module '../../web/render' {
  interface Views {
    'onboarding/staff-task': StaffTaskView;
  }
}

interface Shown {
  readonly task: Task;
  readonly plan: PlanOfMember;
  readonly slug: string;
  readonly form: FormState;
}

/** One step for staff: record it where it is theirs, or excuse from it. */
export function staffTaskView(t: Translate, { task, plan, slug, form }: Shown): StaffTaskView {
  const isOpen = task.status === 'open';
  const record = isOpen ? recordForm(t, task, form) : null;
  return {
    title: inLocale(task.title, t.locale),
    kicker: t('onboarding.staffTask.kicker', { name: plan.name }),
    errorSummary: errorSummary(t, form.errors),
    district: slug,
    unlisted: true,
    back: { text: t('onboarding.plan.title', { name: plan.name }), href: onboardingPaths.plan({ id: plan.id }) },
    version: String(task.version),
    isOwn: isOpen && record === null,
    file: fileLink(t, task, onboardingPaths.staffFile({ id: task.id })),
    standIn: standInForm(t, task, form),
    reopening: mayReopen(task, plan) ? reopenForm(t, task, form) : null,
    lang: localeOf(task.text, t.locale),
    blocks: isOpen && record === null ? textBlocks(inLocale(task.text, t.locale)) : [],
    record,
    waiver: taskMachine.can(task.status, 'waive') ? waiverForm(t, task, form) : null,
  };
}

function recordForm(t: Translate, { id, kind }: Task, form: FormState): FormView | null {
  if (kind === 'attend')
    return {
      title: t('onboarding.staffTask.attendTitle'),
      action: onboardingPaths.attendance({ id }),
      field: fieldView(t, form, 'on', t('onboarding.staffTask.attendOn'), { type: 'date', narrow: true }),
      button: t('onboarding.staffTask.attendButton'),
    };
  if (kind !== 'staff_check') return null;
  const hint = t('onboarding.staffTask.checkUntilHint');
  return {
    title: t('onboarding.staffTask.checkTitle'),
    action: onboardingPaths.check({ id }),
    field: fieldView(t, form, 'until', t('onboarding.staffTask.checkUntil'), { type: 'date', narrow: true, required: false, hint }),
    button: t('onboarding.staffTask.checkButton'),
  };
}

/** What the seat rests on stays done once it has begun. */
const mayReopen = (task: Task, { membershipStatus }: PlanOfMember): boolean =>
  taskMachine.can(task.status, 'reopen') && (membershipStatus === 'pending' || !task.isRequired);

const reopenForm = (t: Translate, { id }: Task, form: FormState): FormView => ({
  title: t('onboarding.staffTask.reopenTitle'),
  action: onboardingPaths.reopening({ id }),
  field: fieldView(t, form, 'reason', t('onboarding.staffTask.reopenReason'), { hint: t('onboarding.staffTask.reopenLead') }),
  button: t('onboarding.staffTask.reopenButton'),
});

const waiverForm = (t: Translate, { id }: Task, form: FormState): FormView => ({
  title: t('onboarding.staffTask.waiveTitle'),
  action: onboardingPaths.waiver({ id }),
  field: fieldView(t, form, 'reason', t('onboarding.staffTask.waiveReason'), { hint: t('onboarding.staffTask.waiveLead') }),
  button: t('onboarding.staffTask.waiveButton'),
});
