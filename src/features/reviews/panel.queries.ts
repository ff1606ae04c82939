import './tables';
import type { Db } from '../../db/database';
import type { Deps } from '../../deps';
import type { Instant } from '../../lib/time';
import { guideVersion } from './guide';
import { mixOf, type PanelKind, type PanelMember, type PanelMix, type PanelOf } from './panel';
import type { PanelMemberRow } from './tables';

/** Who reads, or has scored before leaving, on each panel of a cycle, by collaborative and kind; public. One query. */
export async function listPanelMixes(db: Db, cycleId: string): Promise<ReadonlyMap<string, PanelMix>> {
  const rows = await db('panel_members')
    .where({ cycle_id: cycleId })
    .where((reads) => void reads.whereNull('left_on').orWhereExists(hasScored(db)))
    .select('collaborative_id', 'kind');
  const ids = [...new Set(rows.map((row) => row.collaborative_id))];
  return new Map(ids.map((id) => [id, mixOf(rows.filter((row) => row.collaborative_id === id).map((row) => row.kind))]));
}

/** Who reads on a panel, by kind; public. */
export async function panelMix(db: Db, cycleId: string, collaborativeId: string): Promise<PanelMix> {
  return (await listPanelMixes(db, cycleId)).get(collaborativeId) ?? mixOf([]);
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
    acknowledged_guide: null,
    languages: '[]',
    most_files: null,
    note: '',
    left_on: null,
  });
}

/** Keeps what changed of a panel member. */
export async function savePanelMember(db: Db, member: PanelMember): Promise<void> {
  const { id, kind, languages, mostFiles, note, leftOn } = member;
  const changed = { kind, languages: JSON.stringify(languages), most_files: mostFiles, note, left_on: leftOn };
  await db('panel_members').where({ id }).update(changed);
}

export const deletePanelMember = (db: Db, id: string): Promise<number> => db('panel_members').where({ id }).delete();

/** The panels a person reads on now. */
export async function listPanelsOf(db: Db, personId: string): Promise<PanelMember[]> {
  return (await db('panel_members').where({ person_id: personId }).whereNull('left_on').orderBy('id')).map(toPanelMember);
}

/** Everybody on the panels of a cycle. */
export async function listPanelMembersOf(db: Db, cycleId: string): Promise<PanelMember[]> {
  return (await db('panel_members').where({ cycle_id: cycleId }).orderBy(['collaborative_id', 'id'])).map(toPanelMember);
}

/** Keeps when a person acknowledged confidentiality and the guide as they are now, on these panels. */
export const acknowledgePanels = (db: Db, ids: readonly string[], at: Instant): Promise<number> =>
  db('panel_members').whereIn('id', ids).update({ acknowledged_at: at, acknowledged_guide: guideVersion });

const hasScored = (db: Db) =>
  db('reviews')
    .join('candidacies', 'candidacies.id', 'reviews.candidacy_id')
    .whereRaw('reviews.reviewer_id = panel_members.person_id')
    .whereRaw('candidacies.cycle_id = panel_members.cycle_id')
    .whereRaw('candidacies.collaborative_id = panel_members.collaborative_id')
    .where('reviews.status', 'complete')
    .select('reviews.id');

export const toPanelMember = (row: PanelMemberRow): PanelMember => ({
  id: row.id,
  cycleId: row.cycle_id,
  collaborativeId: row.collaborative_id,
  personId: row.person_id,
  kind: row.kind,
  acknowledgedAt: row.acknowledged_at,
  acknowledgedGuide: row.acknowledged_guide,
  languages: JSON.parse(row.languages) as string[],
  mostFiles: row.most_files,
  note: row.note,
  leftOn: row.left_on,
});
