import { field, parseForm, type Parsed, type RawForm } from '../../lib/form';
import type { Cycle, CycleSettings } from './cycle';
import { mayStillChange, settingEntry, settingNames, type SettingName, type WantedSettings } from './settings';

type Schema = (typeof field)[keyof typeof field] extends (...given: never[]) => infer Made ? Made : never;

/** The settings that the form of a cycle holds now: those decided on it that may still change. */
export const settingsAsked = (cycle: Pick<Cycle, 'status'>): SettingName[] =>
  settingNames.filter((name) => settingEntry(name).kind !== 'elsewhere' && mayStillChange(name, cycle.status));

/** Reads the page of settings. */
export function readSettingsForm(body: unknown, cycle: Pick<Cycle, 'status'>): Parsed<WantedSettings> {
  const asked = settingsAsked(cycle);
  const fields: Record<string, Schema> = { version: field.version() };
  for (const name of asked) fields[name] = schemaOf(name);
  const parsed = parseForm(fields, body);
  if (!parsed.ok) return parsed;
  const values = asked.map((name) => [name, valueOf(name, parsed.values[name])]);
  return {
    ok: true,
    raw: parsed.raw,
    values: { version: Number(parsed.values['version']), settings: Object.fromEntries(values) as Partial<CycleSettings> },
  };
}

/** Settings as their form shows them. */
export const settingsAsForm = (cycle: Pick<Cycle, 'settings' | 'version'>): RawForm => ({
  version: String(cycle.version),
  ...Object.fromEntries(settingNames.map((name) => [name, asText(cycle.settings[name])])),
});

const asText = (value: unknown): string => (typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value));

function schemaOf(name: SettingName): Schema {
  const entry = settingEntry(name);
  if (entry.kind === 'whole') return field.whole(entry.min, entry.max);
  return field.choice(entry.kind === 'oneOf' ? entry.values : ['yes', 'no']);
}

const valueOf = (name: SettingName, value: unknown): unknown => (settingEntry(name).kind === 'yesNo' ? value === 'yes' : value);
