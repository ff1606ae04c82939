import { formatDate, formatShortMoment } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { actorText } from '../../history/timeline.views';
import { rawText } from '../../lib/form';
import { inLocale } from '../../lib/local-text';
import {
  choiceView,
  errorSummary,
  fieldView,
  type ChoiceView,
  type ErrorSummary,
  type FieldView,
  type FormState,
} from '../../web/form-view';
import type { Collaborative } from './collaborative';
import { collaborativePaths } from './collaborative.paths';
import { collaborativeSettings, flatSettings, regimes, settingKind, settingsOf, usualValues, type CollaborativeSetting } from './settings';
import { settingChanges, type SettingChange, type SettingEvent } from './settings-history.views';
import { settingText } from './settings-words';

interface SettingLine {
  readonly name: string;
  readonly meaning: string;
  readonly now: string | null;
  readonly choice: ChoiceView | null;
  readonly field: FieldView | null;
  readonly page: null;
  readonly notes: readonly string[];
  readonly usual: { readonly value: string; readonly text: string } | null;
}

interface FormParts {
  readonly action: string;
  readonly version: string;
  /** What the fields held when the page was made. */
  readonly was: string;
  /** Where a value goes back to the usual one; null while all of them are. */
  readonly usualAction: string | null;
}

export interface CollaborativeSettingsView {
  readonly title: string;
  readonly lead: string;
  readonly district: string;
  readonly unlisted: boolean;
  readonly breadcrumbs: readonly { readonly text: string; readonly href: string }[];
  readonly errorSummary: ErrorSummary | null;
  readonly form: FormParts | null;
  readonly history: { readonly text: string; readonly href: string };
  readonly regime: {
    readonly now: string;
    readonly decided: string;
    readonly changed: string;
    readonly choice: ChoiceView | null;
    readonly fields: readonly FieldView[];
  };
  readonly settings: readonly SettingLine[];
}

declare module '../../web/render' {
  interface Views {
    'collaboratives/settings': CollaborativeSettingsView;
  }
}

interface Parts {
  readonly collaborative: Collaborative;
  readonly events: readonly SettingEvent[];
  readonly mayChange: boolean;
  readonly form: FormState;
}

/** Every setting of a collaborative with its meaning, its usual value, who changed it last and when; the regime first. */
export function collaborativeSettingsView(t: Translate, parts: Parts): CollaborativeSettingsView {
  const { collaborative, form, mayChange } = parts;
  const { slug, name } = collaborative;
  const changes = settingChanges(parts.events);
  const settings = collaborativeSettings.map((setting) => settingLine(t, parts, setting, changes));
  return {
    title: t('collaboratives.settings.title', { name: inLocale(name, t.locale) }),
    lead: mayChange ? t('collaboratives.settings.lead') : t('collaboratives.settings.leadRead'),
    district: slug,
    unlisted: true,
    breadcrumbs: [{ text: t('layout.navigation.staff'), href: '/staff' }],
    errorSummary: errorSummary(t, form.errors),
    form: mayChange
      ? formParts(
          slug,
          form,
          settings.some(({ usual }) => usual !== null),
        )
      : null,
    history: { text: t('collaboratives.settings.history.link'), href: collaborativePaths.settingsHistory({ slug }) },
    regime: regimeView(t, parts, changes),
    settings,
  };
}

/** A value that stands now, in words, by the name of its field. */
export function valueNow(t: Translate, collaborative: Collaborative, fieldName: string): string {
  const name = { regime_by: 'regimeDecidedBy', regime_on: 'regimeDecidedOn' }[fieldName] ?? fieldName;
  const { values, regime } = settingsOf(collaborative);
  return settingText(t, name, { ...values, ...regime }[name as CollaborativeSetting]);
}

const formParts = (slug: string, { raw }: FormState, differs: boolean): FormParts => ({
  action: collaborativePaths.settings({ slug }),
  version: rawText(raw, 'version'),
  was: rawText(raw, 'was'),
  usualAction: differs ? collaborativePaths.settingUsual({ slug }) : null,
});

function regimeView(
  t: Translate,
  { collaborative, form, mayChange }: Parts,
  changes: readonly SettingChange[],
): CollaborativeSettingsView['regime'] {
  const { regime, regimeDecidedBy: by, regimeDecidedOn: on } = collaborative;
  const words = 'collaboratives.settings.regime' as const;
  return {
    now: t(`${words}.${regime}`),
    decided: by === null || on === null ? t(`${words}.undecided`) : t(`${words}.decided`, { by, date: formatDate(t.locale, on) }),
    changed: lastChange(t, ['regime', 'regimeDecidedBy', 'regimeDecidedOn'], changes),
    choice: mayChange
      ? choiceView(
          t,
          form,
          'regime',
          t(`${words}.label`),
          regimes.map((name) => [name, t(`${words}.${name}`)] as const),
        )
      : null,
    fields: mayChange
      ? [
          fieldView(t, form, 'regime_by', t(`${words}.by`), { required: false, hint: t(`${words}.byHint`) }),
          fieldView(t, form, 'regime_on', t(`${words}.on`), { type: 'date', narrow: true, required: false }),
        ]
      : [],
  };
}

function settingLine(
  t: Translate,
  { collaborative, form, mayChange }: Parts,
  setting: CollaborativeSetting,
  changes: readonly SettingChange[],
): SettingLine {
  const label = t(`collaboratives.settings.${setting}.name`);
  const isNumber = settingKind(setting).kind === 'whole';
  const stands = flatSettings(collaborative.settings)[setting];
  const usual = settingText(t, setting, usualValues[setting]);
  const isOwn = stands !== usualValues[setting];
  return {
    name: label,
    meaning: t(`collaboratives.settings.${setting}.meaning`),
    now: mayChange ? null : t('collaboratives.settings.now', { value: settingText(t, setting, stands) }),
    choice: mayChange && !isNumber ? choiceView(t, form, setting, label, optionsOf(t, setting)) : null,
    field: mayChange && isNumber ? fieldView(t, form, setting, label, { inputmode: 'numeric', narrow: true }) : null,
    page: null,
    notes: [t('collaboratives.settings.usual', { value: usual }), lastChange(t, [setting], changes)],
    usual: mayChange && isOwn ? { value: setting, text: t('collaboratives.settings.putBack', { value: usual }) } : null,
  };
}

function optionsOf(t: Translate, setting: CollaborativeSetting): (readonly [string, string])[] {
  const kind = settingKind(setting);
  if (kind.kind === 'oneOf') return kind.values.map((value) => [value, settingText(t, setting, value)] as const);
  return [
    ['yes', t('common.yes')],
    ['no', t('common.no')],
  ];
}

function lastChange(t: Translate, names: readonly string[], changes: readonly SettingChange[]): string {
  const last = changes.filter(({ name }) => names.includes(name)).at(-1)?.event;
  if (last === undefined) return t('collaboratives.settings.neverChanged');
  return t('collaboratives.settings.changed', { by: actorText(t, last), at: formatShortMoment(t, last.at) });
}
