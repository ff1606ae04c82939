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
import { fileMeta } from '../../web/file-words';
import { hintOf } from './checklist.views';
import { fillIns, plainFields, type FieldName, type FillInField } from './fill-in';
import { onboardingPaths } from './onboarding.paths';
import type { Orientation, PlanOfMember } from './plan.queries';
import { baseKey, isForMember, mayRevise, type Standing, type Task } from './task';
import { textBlocks, type TextBlock } from './text-blocks';

interface InputView {
  readonly field: FieldView | null;
  readonly choice: ChoiceView | null;
}

/** A file that was brought, for whoever may open it. */
export interface FileLink {
  readonly name: string;
  readonly meta: string;
  readonly href: string;
}

export interface TaskForm {
  readonly action: string;
  /** Whether the form carries a file. */
  readonly takesFile: boolean;
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
  readonly file: FileLink | null;
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
    file: fileLink(t, task, onboardingPaths.file({ id: task.id })),
    form: plan.status === 'abandoned' ? null : formOf(t, task, form),
  };
}

export const fileLink = (t: Translate, { file }: Task, href: string): FileLink | null =>
  file === null ? null : { name: file.name, meta: fileMeta(t, file), href };

const seatRows = (t: Translate, plan: PlanOfMember): TaskView['rows'] =>
  [
    [t('membership.seat'), `${plan.seatCode} · ${t(`common.constituency.${plan.constituency}`)}`],
    [t('membership.termStarts'), formatDate(t.locale, plan.termStartsOn)],
    [t('membership.termEnds'), formatDate(t.locale, plan.termEndsOn)],
  ].map(([label = '', value = '']) => ({ label, value, href: null, change: null }));

function notesOf(t: Translate, { task, email }: Shown): string[] {
  if (task.kind === 'upload') return [t('onboarding.task.fileNote')];
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
    takesFile: task.kind === 'upload',
    button: t('onboarding.staffTask.standInButton'),
  };
  return { ...common, inputs: task.kind === 'acknowledge' ? paperSignature(t, form) : inputsOf(t, task, form) };
}

function paperSignature(t: Translate, form: FormState): InputView[] {
  const agree = choiceView(t, form, 'agree', t('onboarding.task.agreeLegend'), [['yes', t('onboarding.staffTask.paperAgree')]], {
    kind: 'checkbox',
  });
  const name = fieldView(t, form, 'typed_name', t('onboarding.staffTask.paperName'));
  return [
    { field: null, choice: agree },
    { field: name, choice: null },
  ];
}

function formOf(t: Translate, task: Task, form: FormState): TaskForm | null {
  if (!isForMember(task) || (task.status === 'done' && !mayRevise(task))) return null;
  return {
    action: onboardingPaths.completion({ id: task.id }),
    version: String(task.version),
    takesFile: task.kind === 'upload',
    inputs: task.kind === 'acknowledge' ? signatureInputs(t, form) : inputsOf(t, task, form),
    button: buttonOf(t, task),
  };
}

function buttonOf(t: Translate, { kind, status }: Task): string {
  if (kind === 'acknowledge') return t('onboarding.task.acknowledge');
  if (kind === 'read') return t('onboarding.task.read');
  if (kind === 'upload') return status === 'done' ? t('onboarding.task.replace') : t('onboarding.task.bring');
  return status === 'done' ? t('onboarding.task.saveAgain') : t('onboarding.task.save');
}

function inputsOf(t: Translate, { kind, key }: Task, form: FormState): InputView[] {
  if (kind === 'upload') return [fileInput(t, form)];
  return kind === 'read' ? [] : (fillIns[baseKey(key)] ?? []).map((one) => inputOf(t, form, one));
}

const fileInput = (t: Translate, form: FormState): InputView => ({
  field: fieldView(t, form, 'file', t('onboarding.task.file'), { type: 'file', hint: t('files.hint') }),
  choice: null,
});

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
