import { formatNumber, formatShortMoment } from '../../i18n/format';
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
import { usualCycleSettings, type Cycle } from './cycle';
import { cyclePaths } from './cycle.paths';
import { settingsAsked } from './settings.form';
import { mayStillChange, settingEntry, settingNames, type SettingName } from './settings';

type SettingEvent = StoredEvent & { readonly actorName: string | null };

interface SettingView {
  readonly name: string;
  readonly meaning: string;
  /** What it is now, where it is not a field of the form. */
  readonly now: string | null;
  readonly choice: ChoiceView | null;
  readonly field: FieldView | null;
  readonly page: { readonly href: string; readonly text: string } | null;
  /** Usual value, last change, how long it may change. */
  readonly notes: readonly string[];
  readonly usual: null;
}

interface SettingsView {
  readonly title: string;
  readonly back: string;
  /** Null for those who only read. */
  readonly form: { readonly action: string; readonly version: string } | null;
  readonly settings: readonly SettingView[];
  readonly errorSummary: ErrorSummary | null;
}

declare module '../../web/render' {
  interface Views {
    'cycles/settings': SettingsView;
  }
}

interface SettingsParts {
  readonly cycle: Cycle;
  readonly events: readonly SettingEvent[];
  readonly mayManage: boolean;
  readonly form: FormState;
}

/** Every setting with its meaning, its usual value, who changed it last and when. */
export function settingsView(t: Translate, parts: SettingsParts): SettingsView {
  const { cycle, mayManage, form } = parts;
  const inForm = mayManage ? settingsAsked(cycle) : [];
  const version = form.raw['version'];
  return {
    title: t('cycles.settings.title', { cycle: inLocale(cycle.name, t.locale) }),
    back: cyclePaths.show({ code: cycle.code }),
    form:
      inForm.length === 0
        ? null
        : { action: cyclePaths.settings({ code: cycle.code }), version: typeof version === 'string' ? version : '' },
    settings: settingNames.map((name) => settingView(t, parts, name, inForm.includes(name))),
    errorSummary: errorSummary(t, form.errors),
  };
}

function settingView(t: Translate, parts: SettingsParts, name: SettingName, isAsked: boolean): SettingView {
  const { cycle, events } = parts;
  const entry = settingEntry(name);
  const page = entry.kind === 'elsewhere' ? `${cyclePaths.show({ code: cycle.code })}/${entry.page}` : null;
  const usual = page === null ? [t('cycles.settings.usual', { value: valueText(t, name, usualCycleSettings[name]) })] : [];
  return {
    ...(isAsked ? asked(t, parts, name) : { choice: null, field: null }),
    name: t(`cycles.settings.${name}.name`),
    meaning: t(`cycles.settings.${name}.meaning`),
    now: isAsked || page !== null ? null : t('cycles.settings.now', { value: valueText(t, name, cycle.settings[name]) }),
    page: page === null ? null : { href: page, text: t('cycles.settings.elsewhere') },
    notes: [...usual, lastChange(t, name, events), limitText(t, name, cycle)],
    usual: null,
  };
}

function asked(t: Translate, { form }: SettingsParts, name: SettingName): Pick<SettingView, 'choice' | 'field'> {
  const label = t(`cycles.settings.${name}.name`);
  return settingEntry(name).kind === 'whole'
    ? { choice: null, field: fieldView(t, form, name, label, { inputmode: 'numeric', narrow: true }) }
    : { choice: choiceView(t, form, name, label, optionsOf(t, name)), field: null };
}

function optionsOf(t: Translate, name: SettingName): (readonly [string, string])[] {
  const entry = settingEntry(name);
  if (entry.kind === 'oneOf') return entry.values.map((value) => [value, valueText(t, name, value)] as const);
  return [
    ['yes', t('common.yes')],
    ['no', t('common.no')],
  ];
}

function valueText(t: Translate, name: SettingName, value: unknown): string {
  if (typeof value === 'boolean') return t(value ? 'common.yes' : 'common.no');
  if (typeof value === 'number') return formatNumber(t.locale, value);
  return t.loosely(`cycles.settings.${name}.values.${String(value)}`);
}

function lastChange(t: Translate, name: SettingName, events: readonly SettingEvent[]): string {
  const last = events.filter((event) => changes(event, name)).at(-1);
  if (last === undefined) return t('cycles.settings.neverChanged');
  return t('cycles.settings.changed', { by: actorText(t, last), at: formatShortMoment(t, last.at) });
}

function changes({ action, details }: SettingEvent, name: SettingName): boolean {
  if (action !== 'cycles.set' || details === null) return false;
  const { after } = JSON.parse(details) as { after: Readonly<Record<string, unknown>> | null };
  return after !== null && name in after;
}

const limitText = (t: Translate, name: SettingName, cycle: Cycle): string =>
  mayStillChange(name, cycle.status)
    ? t('cycles.settings.untilState', { state: t(`cycles.status.${settingEntry(name).until}`) })
    : t('cycles.settings.locked');
