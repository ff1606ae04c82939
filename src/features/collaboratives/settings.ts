import { settingsFrom, usualSettings, type Collaborative, type CollaborativeSettings, type Regime } from './collaborative';

type Kind =
  | { readonly kind: 'yesNo' }
  | { readonly kind: 'whole'; readonly min: number; readonly max: number }
  | { readonly kind: 'oneOf'; readonly values: readonly string[] };

export const regimes: readonly Regime[] = ['brown', 'greene', 'policy'];

/**
 * Every setting of a collaborative, in the order of its page (domain.md, each "(s)"). Name and meaning stand in both catalogues
 * at `collaboratives.settings.<name>.name` and `.meaning`, the values of a choice at `.<value>`. Notice may be longer than the law asks (facts: rules 1 and 2), never shorter.
 */
const entries = {
  termYears: { kind: 'whole', min: 1, max: 6 },
  termLimit: { kind: 'whole', min: 1, max: 9 },
  endingWithinDays: { kind: 'whole', min: 14, max: 365 },
  holdoverVotes: { kind: 'yesNo' },
  quorum: { kind: 'oneOf', values: ['majority_of_filled', 'majority_of_all'] },
  motionRule: { kind: 'oneOf', values: ['majority_of_votes', 'majority_of_present'] },
  noticeRegular: { kind: 'whole', min: 72, max: 720 },
  noticeSpecial: { kind: 'whole', min: 24, max: 720 },
  publicCommentMinutes: { kind: 'whole', min: 1, max: 10 },
  commentWords: { kind: 'whole', min: 100, max: 1000 },
  commentHours: { kind: 'whole', min: 1, max: 72 },
  minutesDueDays: { kind: 'whole', min: 1, max: 90 },
  draftMinutesPublic: { kind: 'yesNo' },
  acknowledgeDays: { kind: 'whole', min: 1, max: 30 },
  answerDays: { kind: 'whole', min: 5, max: 120 },
  minimumReviews: { kind: 'whole', min: 1, max: 9 },
  blindFirstPass: { kind: 'yesNo' },
  spreadFlag: { kind: 'whole', min: 1, max: 4 },
  smallGroup: { kind: 'whole', min: 5, max: 50 },
} as const satisfies Readonly<Record<string, Kind>>;

export type CollaborativeSetting = keyof typeof entries;
export const collaborativeSettings = Object.keys(entries) as CollaborativeSetting[];

export const settingKind = (name: CollaborativeSetting): Kind => entries[name];

export type SettingValues = Readonly<Record<CollaborativeSetting, boolean | number | string>>;

/** Settings flat, as the page shows them. */
export function flatSettings(settings: CollaborativeSettings): SettingValues {
  const { regular, special } = settings.noticeHours;
  const flat: Readonly<Record<string, unknown>> = { ...settings, noticeRegular: regular, noticeSpecial: special };
  return Object.fromEntries(collaborativeSettings.map((name) => [name, flat[name]])) as SettingValues;
}

export const usualValues: SettingValues = flatSettings(usualSettings);

/** What a change makes of the settings of a body; what is not on the page stays. */
export function withValues(before: CollaborativeSettings, wanted: SettingValues): CollaborativeSettings {
  const { noticeRegular, noticeSpecial, ...rest } = wanted;
  return settingsFrom({ ...before, ...rest, noticeHours: { regular: noticeRegular, special: noticeSpecial } });
}

/** Which values differ. */
export const changedValues = (before: SettingValues, after: SettingValues): CollaborativeSetting[] =>
  collaborativeSettings.filter((name) => before[name] !== after[name]);

/** The law or rule that meetings follow, with who decided it and when. */
export type RegimeDecision = Pick<Collaborative, 'regime' | 'regimeDecidedBy' | 'regimeDecidedOn'>;

/** What one wants of the settings: all values, and the regime with who decided it. */
export interface SettingsWanted {
  readonly values: SettingValues;
  readonly regime: RegimeDecision;
}

/** The settings and the regime of a body, flat, by the names its history uses. */
export const asHistory = ({ values, regime }: SettingsWanted): Readonly<Record<string, unknown>> => ({ ...values, ...regime });

/** What stands now. */
export const settingsOf = ({ settings, regime, regimeDecidedBy, regimeDecidedOn }: Collaborative): SettingsWanted => ({
  values: flatSettings(settings),
  regime: { regime, regimeDecidedBy, regimeDecidedOn },
});
