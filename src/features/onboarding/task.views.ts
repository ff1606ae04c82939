import { formatDate, formatShortMoment } from '../../i18n/format';
import { languages } from '../../i18n/locales';
import type { Translate } from '../../i18n/translate';
import { inLocale, localeOf } from '../../lib/local-text';
import {
  choiceView,
  errorSummary,
  fieldView,
  type ChoiceView,
  type ErrorSummary,
  type FieldView,
  type FormState,
} from '../../web/form-view';
import { hintOf } from './checklist.views';
import { fillIns, plainFields, type FieldName, type FillInField } from './fill-in';
import { onboardingPaths } from './onboarding.paths';
import type { Orientation, PlanOfMember } from './plan.queries';
import { baseKey, isForMember, type Standing, type Task } from './task';
import { textBlocks, type TextBlock } from './text-blocks';

interface InputView {
  readonly field: FieldView | null;
  readonly choice: ChoiceView | null;
}

export interface TaskForm {
  readonly action: string;
  readonly version: string;
  readonly inputs: readonly InputView[];
  readonly button: string;
}

export interface TaskView {
  readonly title: string;
  readonly errorSummary: ErrorSummary | null;
  readonly district: string;
  readonly unlisted: boolean;
  readonly back: { readonly text: string; readonly href: string };
  readonly kicker: string;
  readonly rows: readonly { readonly label: string; readonly value: string; readonly href: null; readonly change: null }[];
  readonly lang: string;
  readonly blocks: readonly TextBlock[];
  readonly hint: string | null;
  readonly notes: readonly string[];
  readonly signed: readonly string[];
  readonly meeting: string | null;
  readonly form: TaskForm | null;
}

declare module '../../web/render' {
  interface Views {
    'onboarding/task': TaskView;
  }
}

interface Shown {
  readonly task: Task;
  readonly plan: PlanOfMember;
  readonly slug: string;
  readonly email: string | null;
  readonly standing: Standing;
  readonly orientation: Orientation | undefined;
  readonly form: FormState;
}

/** One step: its text and, where the member does it, the form for it. */
export function taskView(t: Translate, shown: Shown): TaskView {
  const { task, plan, slug, standing, form, orientation } = shown;
  return {
    title: inLocale(task.title, t.locale),
    errorSummary: errorSummary(t, form.errors),
    district: slug,
    unlisted: true,
    back: { text: t('onboarding.task.back'), href: onboardingPaths.mine() },
    kicker: task.isRequired ? t('onboarding.task.required') : t('onboarding.task.optional'),
    rows: task.key === 'accept_seat' ? seatRows(t, plan) : [],
    lang: localeOf(task.text, t.locale),
    blocks: textBlocks(inLocale(task.text, t.locale)),
    hint: hintOf(t, task, { standing, orientation }),
    notes: notesOf(t, shown),
    signed: signedOf(t, task),
    meeting: task.kind === 'attend' && orientation !== undefined ? `/meetings/${orientation.meetingId}` : null,
    form: plan.status === 'abandoned' ? null : formOf(t, task, form),
  };
}

const seatRows = (t: Translate, plan: PlanOfMember): TaskView['rows'] =>
  [
    [t('membership.seat'), `${plan.seatCode} · ${t(`common.constituency.${plan.constituency}`)}`],
    [t('membership.termStarts'), formatDate(t.locale, plan.termStartsOn)],
    [t('membership.termEnds'), formatDate(t.locale, plan.termEndsOn)],
  ].map(([label = '', value = '']) => ({ label, value, href: null, change: null }));

function notesOf(t: Translate, { task, email }: Shown): string[] {
  if (baseKey(task.key) === 'access_needs') return [t('onboarding.task.needsNote')];
  if (baseKey(task.key) !== 'contact') return [];
  return [email === null ? t('onboarding.task.noEmail') : t('onboarding.task.emailNote', { email })];
}

function signedOf(t: Translate, task: Task): string[] {
  const lines: string[] = [];
  if (task.kind === 'acknowledge') lines.push(t('onboarding.task.version', { number: task.textVersion }));
  if (task.typedName !== null) lines.push(t('onboarding.task.signed', { name: task.typedName }));
  if (task.enteredBy !== null) lines.push(t('onboarding.task.enteredBy'));
  if (task.status === 'done' && task.doneAt !== null) lines.push(t('onboarding.task.doneOn', { date: formatShortMoment(t, task.doneAt) }));
  return lines;
}

/** What staff fill in who enter a step for the member, as told or as signed on paper; null for steps that are not the member's. */
export function standInForm(t: Translate, task: Task, form: FormState): TaskForm | null {
  if (!isForMember(task) || task.status !== 'open') return null;
  const common = {
    action: onboardingPaths.standIn({ id: task.id }),
    version: String(task.version),
    button: t('onboarding.staffTask.standInButton'),
  };
  if (task.kind === 'acknowledge') {
    const agree = choiceView(t, form, 'agree', t('onboarding.task.agreeLegend'), [['yes', t('onboarding.staffTask.paperAgree')]], {
      kind: 'checkbox',
    });
    const name = fieldView(t, form, 'typed_name', t('onboarding.staffTask.paperName'));
    return {
      ...common,
      inputs: [
        { field: null, choice: agree },
        { field: name, choice: null },
      ],
    };
  }
  if (task.kind === 'read') return { ...common, inputs: [] };
  return { ...common, inputs: (fillIns[baseKey(task.key)] ?? []).map((one) => inputOf(t, form, one)) };
}

function formOf(t: Translate, task: Task, form: FormState): TaskForm | null {
  if (!isForMember(task) || (task.status === 'done' && task.kind !== 'fill_in')) return null;
  const common = { action: onboardingPaths.completion({ id: task.id }), version: String(task.version) };
  if (task.kind === 'acknowledge') return { ...common, inputs: signatureInputs(t, form), button: t('onboarding.task.acknowledge') };
  if (task.kind === 'read') return { ...common, inputs: [], button: t('onboarding.task.read') };
  const button = task.status === 'done' ? t('onboarding.task.saveAgain') : t('onboarding.task.save');
  return { ...common, inputs: (fillIns[baseKey(task.key)] ?? []).map((one) => inputOf(t, form, one)), button };
}

const signatureInputs = (t: Translate, form: FormState): InputView[] => [
  {
    field: null,
    choice: choiceView(t, form, 'agree', t('onboarding.task.agreeLegend'), [['yes', t('onboarding.task.agree')]], { kind: 'checkbox' }),
  },
  {
    field: fieldView(t, form, 'typed_name', t('onboarding.task.typedName'), {
      hint: t('onboarding.task.typedNameHint'),
      autocomplete: 'name',
    }),
    choice: null,
  },
];

function inputOf(t: Translate, form: FormState, { name, kind, isRequired }: FillInField): InputView {
  const label = t(`onboarding.fields.${name}.label`);
  const hint = plainFields.has(name) ? null : t.loosely(`onboarding.fields.${name}.hint`);
  const common = { hint, required: isRequired };
  if (kind === 'yes_no') return { field: null, choice: choiceView(t, form, name, label, yesNoOptions(t, name), common) };
  if (kind === 'language') {
    const offered = languages.map(({ code, name: own }) => [code, own] as const);
    return { field: null, choice: choiceView(t, form, name, label, offered, common) };
  }
  const autocomplete = autocompletes[name] ?? null;
  const type = kind === 'long' ? 'textarea' : kind === 'phone' ? 'tel' : 'text';
  return { field: fieldView(t, form, name, label, { ...common, type, autocomplete, words: kind === 'long' ? 300 : null }), choice: null };
}

const autocompletes: Partial<Record<FieldName, string>> = { name: 'name', preferred_name: 'nickname', phone: 'tel' };

const yesNoOptions = (t: Translate, name: FieldName): (readonly [string, string])[] =>
  (['yes', 'no'] as const).map((value) => [value, t.loosely(`onboarding.fields.${name}.options.${value}`)] as const);
