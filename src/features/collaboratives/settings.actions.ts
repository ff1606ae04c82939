import { inTransaction } from '../../db/database';
import type { Deps } from '../../deps';
import { recordEvent } from '../../history/events';
import type { Actor } from '../../lib/actor';
import { Conflict } from '../../lib/errors';
import { authorize, conceal } from '../../lib/policy';
import type { Collaborative } from './collaborative';
import { getCollaborative, saveCollaborative } from './collaborative.queries';
import { asHistory, settingsOf, usualValues, withValues, type CollaborativeSetting, type SettingsWanted } from './settings';
import { settingsPolicy } from './settings.policy';

/** How a change went: stale when somebody else changed the collaborative since the page was made, and nothing was saved. */
export type SettingsChanged = 'saved' | 'same' | 'stale';

/** Changes the settings of a collaborative. */
export function changeCollaborativeSettings(
  deps: Deps,
  actor: Actor,
  id: string,
  wanted: SettingsWanted & { readonly version: number },
): Promise<SettingsChanged> {
  return inTransaction(deps, async (tx) => {
    const before = await collaborativeToSet(tx, actor, id);
    return before.version === wanted.version ? save(tx, actor, before, wanted) : 'stale';
  });
}

/** Puts one setting back to its usual value; the others stay. Throws Conflict when the collaborative changed meanwhile. */
export function putBackSetting(
  deps: Deps,
  actor: Actor,
  id: string,
  wanted: { readonly version: number; readonly setting: CollaborativeSetting },
): Promise<SettingsChanged> {
  return inTransaction(deps, async (tx) => {
    const before = await collaborativeToSet(tx, actor, id);
    if (before.version !== wanted.version) throw new Conflict();
    const { values, regime } = settingsOf(before);
    return save(tx, actor, before, { values: { ...values, [wanted.setting]: usualValues[wanted.setting] }, regime });
  });
}

async function collaborativeToSet(tx: Deps, actor: Actor, id: string): Promise<Collaborative> {
  conceal(settingsPolicy.view(actor, id));
  authorize(settingsPolicy.change(actor));
  return getCollaborative(tx.db, id);
}

async function save(tx: Deps, actor: Actor, before: Collaborative, wanted: SettingsWanted): Promise<SettingsChanged> {
  const [old, fresh] = [asHistory(settingsOf(before)), asHistory(wanted)];
  const names = Object.keys(fresh).filter((name) => old[name] !== fresh[name]);
  if (names.length === 0) return 'same';
  await saveCollaborative(tx.db, { ...before, ...wanted.regime, settings: withValues(before.settings, wanted.values) });
  const pick = (all: Readonly<Record<string, unknown>>) => Object.fromEntries(names.map((name) => [name, all[name]]));
  const { id } = before;
  const subject = { kind: 'collaborative', id };
  await recordEvent(tx, { action: 'collaboratives.set', actor, subject, collaborativeId: id, before: pick(old), after: pick(fresh) });
  return 'saved';
}
