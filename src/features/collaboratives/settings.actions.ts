import { inTransaction } from '../../db/database';
import type { Deps } from '../../deps';
import { recordEvent } from '../../history/events';
import type { Actor } from '../../lib/actor';
import { authorize, conceal } from '../../lib/policy';
import { getCollaborative, saveCollaborative } from './collaborative.queries';
import { changedValues, flatSettings, withValues, type RegimeDecision, type SettingValues } from './settings';
import { settingsPolicy } from './settings.policy';

export interface SettingsWanted {
  readonly version: number;
  readonly values: SettingValues;
  readonly regime: RegimeDecision;
}

/** Changes the settings of a collaborative. Answers whether anything changed. Throws Conflict when somebody changed them meanwhile. */
export function changeCollaborativeSettings(deps: Deps, actor: Actor, id: string, wanted: SettingsWanted): Promise<boolean> {
  return inTransaction(deps, async (tx) => {
    conceal(settingsPolicy.view(actor, id));
    authorize(settingsPolicy.change(actor));
    const before = await getCollaborative(tx.db, id);
    const old = { ...flatSettings(before.settings), ...regimeOf(before) };
    const fresh = { ...wanted.values, ...wanted.regime };
    await saveCollaborative(tx.db, {
      ...before,
      ...wanted.regime,
      settings: withValues(before.settings, wanted.values),
      version: wanted.version,
    });
    const names = [
      ...changedValues(old, fresh),
      ...(['regime', 'regimeDecidedBy', 'regimeDecidedOn'] as const).filter((name) => old[name] !== fresh[name]),
    ];
    if (names.length === 0) return false;
    const pick = (all: Readonly<Record<string, unknown>>) => Object.fromEntries(names.map((name) => [name, all[name]]));
    const subject = { kind: 'collaborative', id };
    await recordEvent(tx, { action: 'collaboratives.set', actor, subject, collaborativeId: id, before: pick(old), after: pick(fresh) });
    return true;
  });
}

const regimeOf = ({ regime, regimeDecidedBy, regimeDecidedOn }: RegimeDecision): RegimeDecision => ({
  regime,
  regimeDecidedBy,
  regimeDecidedOn,
});
