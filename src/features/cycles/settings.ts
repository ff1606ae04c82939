import { priorityRules, type CycleSettings, type CycleStatus } from './cycle';

interface Limits {
  /** The last state in which it may change; later, people have relied on it. */
  readonly until: CycleStatus;
}

interface YesNo extends Limits {
  readonly kind: 'yesNo';
}

interface Whole extends Limits {
  readonly kind: 'whole';
  readonly min: number;
  readonly max: number;
}

interface OneOf<Value> extends Limits {
  readonly kind: 'oneOf';
  readonly values: readonly Value[];
}

/** Decided on a page of its own. */
interface Elsewhere extends Limits {
  readonly kind: 'elsewhere';
  /** The end of its address, after `/staff/cycles/:code/`. */
  readonly page: string;
}

export type SettingEntry = YesNo | Whole | OneOf<string> | Elsewhere;

type EntryFor<Value> =
  Elsewhere | ([Value] extends [boolean] ? YesNo : [Value] extends [number] ? Whole : [Value] extends [string] ? OneOf<Value> : Elsewhere);

export type SettingName = keyof CycleSettings;

/**
 * Every setting of a cycle, in the order of its page. Name and meaning stand in both catalogues at
 * `cycles.settings.<name>.name` and `.meaning`; the values of a choice at `.values.<value>`.
 */
const entries: { readonly [Name in SettingName]: EntryFor<CycleSettings[Name]> } = {
  blindFirstPass: { kind: 'yesNo', until: 'closed' },
  priority: { kind: 'oneOf', values: priorityRules, until: 'closed' },
  reviewsLowerChoices: { kind: 'yesNo', until: 'deciding' },
  offersNextByItself: { kind: 'yesNo', until: 'released' },
  procedureReviewDays: { kind: 'whole', until: 'deciding', min: 5, max: 60 },
  recordNamedYears: { kind: 'whole', until: 'released', min: 1, max: 10 },
  recordNamelessYears: { kind: 'whole', until: 'released', min: 0, max: 20 },
};

export const settingEntry = (name: SettingName): SettingEntry => entries[name];

export const settingNames = Object.keys(entries) as SettingName[];

const order: readonly CycleStatus[] = ['draft', 'scheduled', 'open', 'closed', 'in_review', 'deciding', 'released', 'complete'];

/** Whether a setting may still change in this state. Nothing changes in a cycle that is over. */
export function mayStillChange(name: SettingName, status: CycleStatus): boolean {
  const reached = order.indexOf(status);
  return reached !== -1 && reached <= order.indexOf(settingEntry(name).until);
}

/** What a change makes of the settings, without what may no longer change or is decided elsewhere. */
export function withSettings(before: CycleSettings, wanted: Partial<CycleSettings>, status: CycleStatus): CycleSettings {
  const allowed = Object.entries(wanted).filter(
    ([name]) => mayStillChange(name as SettingName, status) && settingEntry(name as SettingName).kind !== 'elsewhere',
  );
  return { ...before, ...(Object.fromEntries(allowed) as Partial<CycleSettings>) };
}

/** The names of the settings that differ. */
export const changedSettings = (before: CycleSettings, after: CycleSettings): SettingName[] =>
  settingNames.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));

/** Settings as somebody asks for them, with the version of the cycle they read. */
export interface WantedSettings {
  readonly version: number;
  readonly settings: Partial<CycleSettings>;
}
