import { field, fieldError, parseForm, rawText, type Parsed, type RawForm } from '../../lib/form';
import type { Collaborative } from './collaborative';
import {
  collaborativeSettings,
  flatSettings,
  regimes,
  settingKind,
  type CollaborativeSetting,
  type SettingsWanted,
  type SettingValues,
} from './settings';

type Schema = (typeof field)[keyof typeof field] extends (...given: never[]) => infer Made ? Made : never;

/** Reads the page of settings. Who decided the regime and when stand together or not at all. */
export function parseSettings(body: unknown): Parsed<SettingsWanted & { readonly version: number }> {
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

/** Reads which setting goes back to its usual value. */
export const parseSettingPutBack = (body: unknown) =>
  parseForm({ version: field.version(), setting: field.choice(collaborativeSettings) }, body);

/** The settings as the form shows them. */
export const rawSettings = (collaborative: Collaborative): RawForm => {
  const shown = {
    regime: collaborative.regime,
    regime_by: collaborative.regimeDecidedBy ?? '',
    regime_on: collaborative.regimeDecidedOn ?? '',
    ...Object.fromEntries(Object.entries(flatSettings(collaborative.settings)).map(([name, value]) => [name, asText(value)])),
  };
  return { ...shown, version: String(collaborative.version), was: new URLSearchParams(shown).toString() };
};

/** A form that somebody overtook, brought up to what stands now; and the fields that both changed. */
interface Caught {
  readonly raw: RawForm;
  readonly both: readonly string[];
}

/**
 * Puts what was typed over what stands now: a field the writer left as it was takes the new value, a field they changed keeps
 * what they typed. Where the form does not tell what it began with, every difference counts as typed.
 */
export function caughtUp(typed: RawForm, collaborative: Collaborative): Caught {
  const now = rawSettings(collaborative);
  const began = new URLSearchParams(rawText(typed, 'was'));
  const names = Object.keys(now).filter((name) => name !== 'version' && name !== 'was');
  const isTyped = (name: string) => rawText(typed, name) !== (began.get(name) ?? rawText(now, name));
  const mine = names.filter((name) => rawText(typed, name) !== rawText(now, name) && (isTyped(name) || !began.has(name)));
  return {
    raw: { ...now, ...Object.fromEntries(mine.map((name) => [name, rawText(typed, name)])) },
    both: mine.filter((name) => began.get(name) !== rawText(now, name)),
  };
}

const orNull = (text: string): string | null => (text === '' ? null : text);

const asText = (value: boolean | number | string): string => (typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value));

function schemaOf(name: CollaborativeSetting): Schema {
  const kind = settingKind(name);
  if (kind.kind === 'whole') return field.whole(kind.min, kind.max);
  return field.choice(kind.kind === 'oneOf' ? kind.values : ['yes', 'no']);
}

const valueOf = (name: CollaborativeSetting, value: unknown): unknown => (settingKind(name).kind === 'yesNo' ? value === 'yes' : value);
