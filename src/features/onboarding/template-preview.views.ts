import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import { plusDays, plusMonths, type CalendarDate } from '../../lib/time';
import { blankForm } from '../../web/form-view';
import type { Collaborative } from '../collaboratives';
import type { Constituency } from '../membership';
import { checklistView, type ChecklistView, type TaskLine } from './checklist.views';
import type { Orientation, PlanOfMember } from './plan.queries';
import { newTask, standingOf, type Task, type TemplateTask } from './task';
import { taskView, type TaskView } from './task.views';
import type { Template } from './template.queries';
import { onboardingPaths } from './onboarding.paths';
import { constituencyOf, targetText, trail, type TargetName } from './template.views';

/** The checklist and its steps in one language, drawn by what draws them for a member. */
interface Phone {
  readonly lang: string;
  readonly t: Translate;
  readonly list: ChecklistView;
  readonly steps: readonly { readonly id: string; readonly task: TaskView }[];
}

interface TemplatePreviewView {
  readonly title: string;
  readonly lead: string;
  readonly district: string;
  readonly width: 'wide';
  readonly unlisted: true;
  readonly breadcrumbs: readonly { readonly text: string; readonly href: string }[];
  readonly phones: readonly Phone[];
}

declare module '../../web/render' {
  interface Views {
    'onboarding/template-preview': TemplatePreviewView;
  }
}

export interface PreviewParts {
  readonly collaborative: Collaborative;
  readonly target: TargetName;
  readonly steps: Pick<Template, 'number' | 'tasks'>;
  readonly orientation: Orientation | undefined;
  readonly translate: (locale: string) => Translate;
  readonly today: CalendarDate;
}

/** A list as somebody meets it who accepts a seat today, in both languages side by side at the width of a phone. */
export function templatePreviewView(t: Translate, parts: PreviewParts): TemplatePreviewView {
  const { collaborative, target } = parts;
  const { slug } = collaborative;
  return {
    title: t('onboarding.templates.previewTitle', { target: targetText(t, target) }),
    lead: t('onboarding.templates.previewLead'),
    district: slug,
    width: 'wide',
    unlisted: true,
    breadcrumbs: [...trail(t, collaborative), { text: targetText(t, target), href: onboardingPaths.template({ slug, target }) }],
    phones: ['en', 'es'].map((lang) => phoneView(parts, lang)),
  };
}

function phoneView(parts: PreviewParts, lang: string): Phone {
  const { collaborative, orientation, today, steps } = parts;
  const t = parts.translate(lang);
  const plan = samplePlan(collaborative.id, constituencyOf(parts.target) ?? 'families', today);
  const tasks = steps.tasks.map((task, place) => sampleTask(task, { place, lang, plan, today }));
  const { name, slug } = collaborative;
  const list = checklistView(t, { plan, tasks, collaborative: inLocale(name, lang), slug, orientation }, today);
  const around = { today, hasOrientation: orientation !== undefined };
  return {
    lang,
    t,
    list: { ...list, required: list.required.map(within), optional: list.optional.map(within) },
    steps: tasks.map((task) => ({
      id: task.id,
      task: apart(
        taskView(t, { task, plan, slug, email: 'member@example.org', standing: standingOf(task, around), orientation, form: blankForm() }),
        `${task.id}-`,
      ),
    })),
  };
}

/** A link of the list leads to the step on the same page. */
const within = (line: TaskLine): TaskLine => ({ ...line, href: line.href === null ? null : `#${line.href.split('/').at(-1) ?? ''}` });

/** Names of their own for the fields of each step: all stand on one page. */
function apart(view: TaskView, prefix: string): TaskView {
  const named = <Named extends { readonly name: string }>(one: Named | null): Named | null =>
    one === null ? null : { ...one, name: prefix + one.name };
  if (view.form === null) return view;
  const inputs = view.form.inputs.map(({ field, choice }) => ({ field: named(field), choice: named(choice) }));
  return { ...view, form: { ...view.form, inputs } };
}

/** A seat accepted today, for two years from the first of the month after next. */
function samplePlan(collaborativeId: string, constituency: Constituency, today: CalendarDate): PlanOfMember {
  const termStartsOn = `${plusMonths(today, 2).slice(0, 8)}01`;
  return {
    id: 'sample',
    membershipId: 'sample',
    templateId: 'sample',
    status: 'not_started',
    begunAt: today,
    completedAt: null,
    version: 1,
    personId: 'sample',
    name: '',
    collaborativeId,
    seatCode: 'A-1',
    constituency,
    membershipStatus: 'pending',
    termStartsOn,
    termEndsOn: plusDays(plusMonths(termStartsOn, 24), -1),
  };
}

interface Sample {
  readonly place: number;
  readonly lang: string;
  readonly plan: PlanOfMember;
  readonly today: CalendarDate;
}

const sampleTask = (task: TemplateTask, { place, lang, plan, today }: Sample): Task =>
  newTask(
    task,
    { id: `${lang}-${task.key}`, planId: plan.id, place },
    { acceptedOn: today, termStartsOn: plan.termStartsOn, termEndsOn: plan.termEndsOn },
  );
