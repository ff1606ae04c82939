import './tables';
import type { Db } from '../../db/database';
import type { Deps } from '../../deps';
import type { Instant } from '../../lib/time';
import { mixOf, type PanelKind, type PanelMember, type PanelMix, type PanelOf } from './panel';
import type { PanelMemberRow } from './tables';

/** Who reads on each panel of a cycle, by collaborative and kind; public. One query. */
export async function listPanelMixes(db: Db, cycleId: string): Promise<ReadonlyMap<string, PanelMix>> {
  const rows = await db('panel_members').where({ cycle_id: cycleId }).select('collaborative_id', 'kind');
  const ids = [...new Set(rows.map((row) => row.collaborative_id))];
  return new Map(ids.map((id) => [id, mixOf(rows.filter((row) => row.collaborative_id === id).map((row) => row.kind))]));
}

/** Who reads on a panel, by kind; public. */
export async function panelMix(db: Db, cycleId: string, collaborativeId: string): Promise<PanelMix> {
  const kinds = await db('panel_members').where({ cycle_id: cycleId, collaborative_id: collaborativeId }).pluck<PanelKind[]>('kind');
  return mixOf(kinds);
}

export async function findPanelMember(db: Db, panel: PanelOf, personId: string): Promise<PanelMember | undefined> {
  const key = { cycle_id: panel.cycleId, collaborative_id: panel.collaborativeId, person_id: personId };
  const row = await db('panel_members').where(key).first();
  return row === undefined ? undefined : toPanelMember(row);
}

/** Puts a person on a panel; the role of reviewer is given apart. */
export async function insertPanelMember(
  tx: Pick<Deps, 'db' | 'newId'>,
  panel: PanelOf,
  { personId, kind }: { personId: string; kind: PanelKind },
): Promise<void> {
  await tx.db('panel_members').insert({
    id: tx.newId(),
    cycle_id: panel.cycleId,
    collaborative_id: panel.collaborativeId,
    person_id: personId,
    kind,
    acknowledged_at: null,
  });
}

export const deletePanelMember = (db: Db, id: string): Promise<number> => db('panel_members').where({ id }).delete();

/** The panels a person reads on. */
export async function listPanelsOf(db: Db, personId: string): Promise<PanelMember[]> {
  return (await db('panel_members').where({ person_id: personId }).orderBy('id')).map(toPanelMember);
}

/** Keeps when a person acknowledged confidentiality, on every panel where they had not. */
export const acknowledgePanels = (db: Db, personId: string, at: Instant): Promise<number> =>
  db('panel_members').where({ person_id: personId }).whereNull('acknowledged_at').update({ acknowledged_at: at });

export const toPanelMember = (row: PanelMemberRow): PanelMember => ({
  id: row.id,
  cycleId: row.cycle_id,
  collaborativeId: row.collaborative_id,
  personId: row.person_id,
  kind: row.kind,
  acknowledgedAt: row.acknowledged_at,
});
