import { formatMoment } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { rawText, type FormErrors } from '../../lib/form';
import { inLocale, localeOf } from '../../lib/local-text';
import { withQuery } from '../../lib/path';
import {
  choiceView,
  errorSummary,
  fieldView,
  type ChoiceView,
  type ErrorSummary,
  type FieldView,
  type FormState,
} from '../../web/form-view';
import { itemPurposes } from '../agendas';
import type { Collaborative } from '../collaboratives';
import type { AgendaTemplate } from './template';
import { fieldOf, linesShown } from './template.form';
import { templatePaths } from './template.paths';

interface Link {
  readonly text: string;
  readonly href: string;
}

interface ListView {
  readonly title: string;
  readonly district: string;
  readonly unlisted: true;
  readonly breadcrumbs: readonly Link[];
  readonly add: Link;
  readonly templates: readonly (Link & { readonly lang: string; readonly line: string })[];
}

interface OneView {
  readonly title: string;
  readonly district: string;
  readonly width: 'wide';
  readonly unlisted: true;
  readonly breadcrumbs: readonly Link[];
  readonly errorSummary: ErrorSummary | null;
  readonly notice: string | null;
  readonly action: string;
  readonly version: string;
  readonly names: readonly FieldView[];
  readonly lines: readonly LineView[];
  readonly button: string;
  readonly retirement: string | null;
  readonly versions: readonly Link[];
}

interface LineView {
  readonly legend: string;
  readonly fields: readonly FieldView[];
  readonly choices: readonly ChoiceView[];
}

declare module '../../web/render' {
  interface Views {
    'agenda-templates/list': ListView;
    'agenda-templates/one': OneView;
  }
}

/** The templates of a body. */
export function listView(t: Translate, collaborative: Collaborative, templates: readonly AgendaTemplate[]): ListView {
  const { slug } = collaborative;
  return {
    title: t('agendaTemplates.title', { name: inLocale(collaborative.name, t.locale) }),
    district: slug,
    unlisted: true,
    breadcrumbs: [{ text: inLocale(collaborative.name, t.locale), href: `/${slug}` }],
    add: { text: t('agendaTemplates.add'), href: templatePaths.begin({ slug }) },
    templates: templates.map(({ id, name, lines, isRetired, savedAt }) => ({
      text: inLocale(name, t.locale),
      lang: localeOf(name, t.locale),
      href: templatePaths.one({ slug, id }),
      line: isRetired ? t('agendaTemplates.retired') : t('agendaTemplates.line', { count: lines.length, moment: formatMoment(t, savedAt) }),
    })),
  };
}

export interface OneParts {
  readonly collaborative: Collaborative;
  /** The newest first; empty for a new template. */
  readonly versions: readonly (AgendaTemplate & { readonly savedBy: string })[];
  readonly state: FormState;
  /** Another saved since the form was read: the words sent stand in it, to be saved over the newest version. */
  readonly isStale: boolean;
}

/** The form of one template, with its versions. */
export function oneView(t: Translate, { collaborative, versions, state, isStale }: OneParts): OneView {
  const { slug } = collaborative;
  return {
    ...aboutOf(t, slug, versions[0]),
    district: slug,
    width: 'wide',
    unlisted: true,
    breadcrumbs: [{ text: t('agendaTemplates.short'), href: templatePaths.list({ slug }) }],
    errorSummary: isStale
      ? { errors: [{ href: '#main', text: t('common.form.stale') }] }
      : errorSummary(t, state.errors, labels(t, state.errors)),
    notice: isStale ? t('agendaTemplates.stale') : null,
    names: [
      fieldView(t, state, 'nameEn', t('agendaTemplates.nameEn')),
      fieldView(t, state, 'nameEs', t('agendaTemplates.nameEs'), { required: false }),
    ],
    lines: Array.from({ length: linesShown(state.raw) }, (_, index) => lineView(t, state, index + 1)),
    button: t('agendaTemplates.save'),
    versions: versions.map(({ id, number, savedAt, savedBy }) => ({
      text: t('agendaTemplates.version', { number, moment: formatMoment(t, savedAt), name: savedBy }),
      href: withQuery(templatePaths.one({ slug, id }), { version: String(number) }),
    })),
  };
}

function aboutOf(
  t: Translate,
  slug: string,
  newest: AgendaTemplate | undefined,
): Pick<OneView, 'title' | 'action' | 'version' | 'retirement'> {
  if (newest === undefined)
    return { title: t('agendaTemplates.newTitle'), action: templatePaths.list({ slug }), version: '0', retirement: null };
  const { id, name, number, isRetired } = newest;
  return {
    title: t('agendaTemplates.editTitle', { name: inLocale(name, t.locale) }),
    action: templatePaths.one({ slug, id }),
    version: String(number),
    retirement: isRetired ? null : templatePaths.retirement({ slug, id }),
  };
}

/** Which line an error is about. */
const labels = (t: Translate, errors: FormErrors): Record<string, string> =>
  Object.fromEntries(
    Object.keys(errors).map((name) => [name, t('agendaTemplates.lineNumber', { number: Number(/\d+$/.exec(name)?.[0] ?? 1) })]),
  );

function lineView(t: Translate, state: FormState, line: number): LineView {
  const text = (name: string, label: string, more: Parameters<typeof fieldView>[4] = {}) =>
    fieldView(t, state, fieldOf(line, name), label, { required: false, ...more });
  const purpose = fieldOf(line, 'purpose');
  const chosen = rawText(state.raw, purpose) === '' ? { ...state, raw: { ...state.raw, [purpose]: 'inform' } } : state;
  const purposes = itemPurposes.map((one): [string, string] => [one, t(`agendas.purpose.${one}`)]);
  return {
    legend: t('agendaTemplates.lineNumber', { number: line }),
    fields: [
      text('titleEn', t('agendas.item.titleEn')),
      text('titleEs', t('agendas.item.titleEs')),
      text('presenter', t('agendas.item.presenter')),
      text('minutes', t('agendas.item.minutes'), { inputmode: 'numeric', narrow: true }),
      text('textEn', t('agendas.item.textEn'), { type: 'textarea', rows: 3 }),
      text('textEs', t('agendas.item.textEs'), { type: 'textarea', rows: 3 }),
      text('place', t('agendaTemplates.place'), { inputmode: 'numeric', narrow: true }),
    ],
    choices: [
      choiceView(t, chosen, purpose, t('agendas.item.purpose'), purposes),
      choiceView(t, state, fieldOf(line, 'isAction'), t('agendas.item.isAction'), [
        ['', t('agendaTemplates.noAction')],
        ['yes', t('agendas.item.isActionYes')],
      ]),
    ],
  };
}
