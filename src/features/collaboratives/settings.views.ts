import { formatDate, formatNumber, formatShortMoment } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import type { StoredEvent } from '../../history/events.queries';
import { actorText } from '../../history/timeline.views';
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
import { collaborativeSettings, flatSettings, quorumRules, regimes, settingKind, usualValues, type CollaborativeSetting } from './settings';

type SettingEvent = StoredEvent & { readonly actorName: string | null };

interface SettingLine {
  readonly name: string;
  readonly meaning: string;
  readonly now: string | null;
  readonly choice: ChoiceView | null;
  readonly field: FieldView | null;
  readonly page: null;
  readonly notes: readonly string[];
}

export interface CollaborativeSettingsView {
  readonly title: string;
  readonly lead: string;
  readonly district: string;
  readonly unlisted: boolean;
  readonly breadcrumbs: readonly { readonly text: string; readonly href: string }[];
  readonly errorSummary: ErrorSummary | null;
  readonly form: { readonly action: string; readonly version: string } | null;
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
  const version = form.raw['version'];
  return {
    title: t('collaboratives.settings.title', { name: inLocale(name, t.locale) }),
    lead: mayChange ? t('collaboratives.settings.lead') : t('collaboratives.settings.leadRead'),
    district: slug,
    unlisted: true,
    breadcrumbs: [{ text: t('layout.navigation.staff'), href: '/staff' }],
    errorSummary: errorSummary(t, form.errors),
    form: mayChange ? { action: collaborativePaths.settings({ slug }), version: typeof version === 'string' ? version : '' } : null,
    regime: regimeView(t, parts),
    settings: collaborativeSettings.map((setting) => settingLine(t, parts, setting)),
  };
}

function regimeView(t: Translate, { collaborative, events, form, mayChange }: Parts): CollaborativeSettingsView['regime'] {
  const { regime, regimeDecidedBy: by, regimeDecidedOn: on } = collaborative;
  const words = 'collaboratives.settings.regime' as const;
  return {
    now: t(`${words}.${regime}`),
    decided: by === null || on === null ? t(`${words}.undecided`) : t(`${words}.decided`, { by, date: formatDate(t.locale, on) }),
    changed: lastChange(t, ['regime', 'regimeDecidedBy', 'regimeDecidedOn'], events),
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

function settingLine(t: Translate, { collaborative, events, form, mayChange }: Parts, setting: CollaborativeSetting): SettingLine {
  const label = t(`collaboratives.settings.${setting}.name`);
  const isNumber = settingKind(setting).kind === 'whole';
  const value = valueText(t, flatSettings(collaborative.settings)[setting]);
  return {
    name: label,
    meaning: t(`collaboratives.settings.${setting}.meaning`),
    now: mayChange ? null : t('collaboratives.settings.now', { value }),
    choice: mayChange && !isNumber ? choiceView(t, form, setting, label, optionsOf(t, setting)) : null,
    field: mayChange && isNumber ? fieldView(t, form, setting, label, { inputmode: 'numeric', narrow: true }) : null,
    page: null,
    notes: [t('collaboratives.settings.usual', { value: valueText(t, usualValues[setting]) }), lastChange(t, [setting], events)],
  };
}

const optionsOf = (t: Translate, setting: CollaborativeSetting): (readonly [string, string])[] =>
  settingKind(setting).kind === 'quorum'
    ? quorumRules.map((rule) => [rule, valueText(t, rule)] as const)
    : [
        ['yes', t('common.yes')],
        ['no', t('common.no')],
      ];

function valueText(t: Translate, value: boolean | number | string): string {
  if (typeof value === 'boolean') return t(value ? 'common.yes' : 'common.no');
  if (typeof value === 'number') return formatNumber(t.locale, value);
  return t.loosely(`collaboratives.settings.quorum.${value}`);
}

function lastChange(t: Translate, names: readonly string[], events: readonly SettingEvent[]): string {
  const last = events.filter((event) => names.some((name) => changes(event, name))).at(-1);
  if (last === undefined) return t('collaboratives.settings.neverChanged');
  return t('collaboratives.settings.changed', { by: actorText(t, last), at: formatShortMoment(t, last.at) });
}

function changes({ action, details }: SettingEvent, name: string): boolean {
  if (action !== 'collaboratives.set' || details === null) return false;
  const { after } = JSON.parse(details) as { after: Readonly<Record<string, unknown>> | null };
  return after !== null && name in after;
}
