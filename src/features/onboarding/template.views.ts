import type { Translate } from '../../i18n/translate';
import { inBoth, inLocale } from '../../lib/local-text';
import { choiceView, fieldView, type FormState } from '../../web/form-view';
import { formPage } from '../accounts';
import type { Collaborative } from '../collaboratives';
import { constituencies, type Constituency } from '../membership';
import { onboardingPaths } from './onboarding.paths';
import type { TemplateTask } from './task';
import { ownKinds } from './template';
import type { Template } from './template.queries';

interface Crumb {
  readonly text: string;
  readonly href: string;
}

export interface TemplatesView {
  readonly title: string;
  readonly district: string;
  readonly unlisted: boolean;
  readonly breadcrumbs: readonly Crumb[];
  readonly underWay: string;
  readonly lists: readonly { readonly href: string; readonly name: string; readonly line: string }[];
}

export interface TemplateView {
  readonly title: string;
  readonly district: string;
  readonly width: 'wide';
  readonly unlisted: boolean;
  readonly breadcrumbs: readonly Crumb[];
  readonly version: string;
  readonly number: string;
  readonly order: string;
  readonly removal: string;
  readonly add: Crumb;
  readonly preview: Crumb;
  readonly tasks: readonly {
    readonly key: string;
    readonly href: string;
    readonly title: string;
    readonly change: string;
    readonly line: string;
    readonly up: string;
    readonly down: string;
    readonly remove: string;
  }[];
}

declare module '../../web/render' {
  interface Views {
    'onboarding/templates': TemplatesView;
    'onboarding/template': TemplateView;
  }
}

/** `all`, or a constituency, as it stands in addresses. */
export const targets = ['all', ...constituencies] as const;
export type TargetName = (typeof targets)[number];

export const targetText = (t: Translate, target: TargetName): string =>
  target === 'all'
    ? t('onboarding.templates.all')
    : t('onboarding.templates.forOnly', { constituency: t(`common.constituency.${target}`) });

/** The way back from the page of a list. */
export const trail = (t: Translate, { slug, area }: Collaborative): Crumb[] => [
  { text: t('onboarding.board.title', { name: inLocale(area, t.locale) }), href: onboardingPaths.board({ slug }) },
  { text: t('onboarding.templates.title'), href: onboardingPaths.templates({ slug }) },
];

type Own = Template & { readonly constituency: string | null };

/** The lists of a collaborative: for all seats and for each constituency. */
export function templatesView(t: Translate, collaborative: Collaborative, own: readonly Own[], underWay: number): TemplatesView {
  const { slug } = collaborative;
  return {
    title: t('onboarding.templates.title'),
    district: slug,
    unlisted: true,
    breadcrumbs: trail(t, collaborative).slice(0, 1),
    underWay: t('onboarding.templates.underWay', { count: underWay }),
    lists: targets.map((target) => {
      const found = own.find(({ constituency }) => (constituency ?? 'all') === target);
      return {
        href: onboardingPaths.template({ slug, target }),
        name: targetText(t, target),
        line: found === undefined ? t('onboarding.templates.standard') : t('onboarding.templates.own', { number: found.number }),
      };
    }),
  };
}

interface Edited {
  readonly collaborative: Collaborative;
  readonly target: TargetName;
  readonly steps: Pick<Template, 'number' | 'tasks'>;
}

/** The steps of one list, with buttons that move, change and remove each. */
export function templateView(t: Translate, { collaborative, target, steps }: Edited): TemplateView {
  const { slug } = collaborative;
  return {
    title: t('onboarding.templates.edit', { target: targetText(t, target) }),
    district: slug,
    width: 'wide',
    unlisted: true,
    breadcrumbs: trail(t, collaborative),
    version: steps.number === 0 ? t('onboarding.templates.standard') : t('onboarding.templates.version', { number: steps.number }),
    number: String(steps.number),
    order: onboardingPaths.templateOrder({ slug, target }),
    removal: onboardingPaths.templateRemoval({ slug, target }),
    add: { text: t('onboarding.templates.add'), href: onboardingPaths.templateTask({ slug, target, key: 'new' }) },
    preview: { text: t('onboarding.templates.preview'), href: onboardingPaths.templatePreview({ slug, target }) },
    tasks: steps.tasks.map((task) => {
      const title = inLocale(task.title, t.locale);
      return {
        key: task.key,
        href: onboardingPaths.templateTask({ slug, target, key: task.key }),
        title,
        change: t('onboarding.templates.change', { title }),
        line: [
          t(`onboarding.templates.kinds.${task.kind}`),
          dueText(t, task),
          ...(task.isRequired ? [t('onboarding.list.required')] : []),
        ].join(' · '),
        up: t('onboarding.templates.upName', { title }),
        down: t('onboarding.templates.downName', { title }),
        remove: t('onboarding.templates.removeName', { title }),
      };
    }),
  };
}

const dueText = (t: Translate, { due }: TemplateTask): string => {
  const words = t(`onboarding.templates.dues.${dueKind(due)}`);
  return due !== null && 'days' in due ? `${words}: ${String(due.days)}` : words;
};

type DueKind = 'none' | 'acceptance' | 'term_start' | 'term_end';
export const dueKinds: readonly DueKind[] = ['none', 'acceptance', 'term_start', 'term_end'];

const dueKind = (due: TemplateTask['due']): DueKind => {
  if (due === null) return 'none';
  return 'after' in due ? 'acceptance' : due.before;
};

/** What the form shows of a step that is there. */
export const rawTask = (task: TemplateTask): FormState['raw'] => ({
  kind: task.kind,
  title_en: task.title.en,
  title_es: inBoth(task.title).es,
  text_en: task.text.en,
  text_es: inBoth(task.text).es,
  required: task.isRequired ? 'yes' : '',
  yearly: task.isYearly === true ? 'yes' : '',
  due: dueKind(task.due),
  days: task.due !== null && 'days' in task.due ? String(task.due.days) : '',
});

interface Step {
  readonly collaborative: Collaborative;
  readonly target: TargetName;
  readonly key: string;
  readonly number: number;
  readonly task: TemplateTask | undefined;
  readonly form: FormState;
}

/** One step with its words in both languages side by side. */
export function templateTaskView(t: Translate, { collaborative, target, key, number, task, form }: Step): ReturnType<typeof formPage> {
  const { slug } = collaborative;
  const long = { type: 'textarea', rows: 8, hint: t('onboarding.templates.textHint') } as const;
  const isFixed = task?.kind === 'fill_in';
  const kinds = (isFixed ? (['fill_in'] as const) : ownKinds).map((kind) => [kind, t(`onboarding.templates.kinds.${kind}`)] as const);
  return formPage(t, form, {
    title: task === undefined ? t('onboarding.templates.add') : t('onboarding.templates.change', { title: inLocale(task.title, t.locale) }),
    district: slug,
    breadcrumbs: [...trail(t, collaborative), { text: targetText(t, target), href: onboardingPaths.template({ slug, target }) }],
    lead: isFixed ? [t('onboarding.templates.fixed')] : [],
    action: onboardingPaths.templateTask({ slug, target, key }),
    hidden: [{ name: 'number', value: String(number) }],
    fields: [
      fieldView(t, form, 'title_en', t('onboarding.templates.titleEn')),
      fieldView(t, form, 'title_es', t('onboarding.templates.titleEs')),
      fieldView(t, form, 'text_en', t('onboarding.templates.textEn'), long),
      fieldView(t, form, 'text_es', t('onboarding.templates.textEs'), long),
      fieldView(t, form, 'days', t('onboarding.templates.days'), { inputmode: 'numeric', narrow: true, required: false }),
    ],
    choices: [
      choiceView(
        t,
        form,
        'due',
        t('onboarding.templates.due'),
        dueKinds.map((kind) => [kind, t(`onboarding.templates.dues.${kind}`)] as const),
      ),
      choiceView(t, form, 'required', t('onboarding.list.required'), [['yes', t('onboarding.templates.required')]], {
        kind: 'checkbox',
        required: false,
      }),
      choiceView(t, form, 'yearly', t('onboarding.templates.yearly'), [['yes', t('onboarding.templates.yearly')]], {
        kind: 'checkbox',
        required: false,
      }),
    ],
    selects: [choiceView(t, form, 'kind', t('onboarding.templates.kind'), kinds, { hint: t('onboarding.templates.kindHint') })],
    submit: t('onboarding.templates.save'),
  });
}

export const constituencyOf = (target: TargetName): Constituency | null => (target === 'all' ? null : target);
