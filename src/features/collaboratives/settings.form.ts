import { field, fieldError, parseForm, type Parsed, type RawForm } from '../../lib/form';
import type { Collaborative } from './collaborative';
import type { SettingsWanted } from './settings.actions';
import {
  collaborativeSettings,
  flatSettings,
  quorumRules,
  regimes,
  settingKind,
  type CollaborativeSetting,
  type SettingValues,
} from './settings';

type Schema = (typeof field)[keyof typeof field] extends (...given: never[]) => infer Made ? Made : never;

/** Reads the page of settings. Who decided the regime and when stand together or not at all. */
export function parseSettings(body: unknown): Parsed<SettingsWanted> {
  const fields: Record<string, Schema> = {
    version: field.version(),
    regime: field.choice(regimes),
    regime_by: field.optionalText(120),
    regime_on: field.optionalDate(),
  };
  for (const name of collaborativeSettings) fields[name] = schemaOf(name);
  const parsed = parseForm(fields, body);
  if (!parsed.ok) return parsed;
  const { raw, values } = parsed;
  const [by, on] = [String(values['regime_by']), String(values['regime_on'])];
  if ((by === '') !== (on === ''))
    return { ok: false, raw, errors: { [by === '' ? 'regime_by' : 'regime_on']: fieldError('collaboratives.settings.regime.together') } };
  return {
    ok: true,
    raw,
    values: {
      version: Number(values['version']),
      regime: { regime: values['regime'] as Collaborative['regime'], regimeDecidedBy: orNull(by), regimeDecidedOn: orNull(on) },
      values: Object.fromEntries(collaborativeSettings.map((name) => [name, valueOf(name, values[name])])) as SettingValues,
    },
  };
}

/** The settings as the form shows them. */
export const rawSettings = (collaborative: Collaborative): RawForm => ({
  version: String(collaborative.version),
  regime: collaborative.regime,
  regime_by: collaborative.regimeDecidedBy ?? '',
  regime_on: collaborative.regimeDecidedOn ?? '',
  ...Object.fromEntries(Object.entries(flatSettings(collaborative.settings)).map(([name, value]) => [name, asText(value)])),
});

const orNull = (text: string): string | null => (text === '' ? null : text);

const asText = (value: boolean | number | string): string => (typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value));

function schemaOf(name: CollaborativeSetting): Schema {
  const kind = settingKind(name);
  if (kind.kind === 'whole') return field.whole(kind.min, kind.max);
  return field.choice(kind.kind === 'quorum' ? quorumRules : ['yes', 'no']);
}

const valueOf = (name: CollaborativeSetting, value: unknown): unknown => (settingKind(name).kind === 'yesNo' ? value === 'yes' : value);
