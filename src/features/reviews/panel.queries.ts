import './tables';
import type { Db } from '../../db/database';
import type { Deps } from '../../deps';
import { groupBy } from '../../lib/group';
import type { Instant } from '../../lib/time';
import type { Party } from './conflict';
import { mixOf, type PanelKind, type PanelMember, type PanelMix, type PanelOf } from './panel';
import type { ReviewStatus } from './review';
import type { PanelMemberRow } from './tables';

/** Somebody on a panel, with how far their reviews are and what conflicts are found by. */
export interface Panelist extends PanelMember {
  readonly name: string;
  readonly party: Party;
  readonly assigned: number;
  readonly complete: number;
  readonly recused: number;
}

interface PanelistRow extends PanelMemberRow {
  name: string;
  email: string | null;
  address: string;
  zip: string;
  school_id: string | null;
}

/** The panel by name. Two queries. */
export async function listPanel(db: Db, panel: PanelOf): Promise<Panelist[]> {
  const rows = await db('panel_members')
    .join('people', 'people.id', 'panel_members.person_id')
    .where('panel_members.cycle_id', panel.cycleId)
    .where('panel_members.collaborative_id', panel.collaborativeId)
    .orderBy(['people.name', 'people.id'])
    .select<PanelistRow[]>('panel_members.*', 'people.name', 'people.email', 'people.address', 'people.zip', latestSchool(db));
  const loads = await listLoads(db, panel);
  return rows.map((row) => toPanelist(row, loads.get(row.person_id) ?? []));
}

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
  return row === undefined ? undefined : toMember(row);
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
  return (await db('panel_members').where({ person_id: personId }).orderBy('id')).map(toMember);
}

/** Keeps when a person acknowledged confidentiality, on every panel where they had not. */
export const acknowledgePanels = (db: Db, personId: string, at: Instant): Promise<number> =>
  db('panel_members').where({ person_id: personId }).whereNull('acknowledged_at').update({ acknowledged_at: at });

interface LoadRow {
  reviewer_id: string;
  status: ReviewStatus;
  files: number | string;
}

async function listLoads(db: Db, panel: PanelOf): Promise<ReadonlyMap<string, LoadRow[]>> {
  const rows = await db('reviews')
    .join('candidacies', 'candidacies.id', 'reviews.candidacy_id')
    .where('candidacies.cycle_id', panel.cycleId)
    .where('candidacies.collaborative_id', panel.collaborativeId)
    .groupBy('reviews.reviewer_id', 'reviews.status')
    .select<LoadRow[]>('reviews.reviewer_id', 'reviews.status', db.raw('count(*) as files'));
  return groupBy(rows, (row) => row.reviewer_id);
}

/** The school a reviewer named when they applied themselves, if they ever did. */
const latestSchool = (db: Db) =>
  db.raw(`(select own.school_id from applications own where own.person_id = people.id and own.school_id is not null
    order by own.submitted_at desc limit 1) as school_id`);

const toMember = (row: PanelMemberRow): PanelMember => ({
  id: row.id,
  cycleId: row.cycle_id,
  collaborativeId: row.collaborative_id,
  personId: row.person_id,
  kind: row.kind,
  acknowledgedAt: row.acknowledged_at,
});

function toPanelist(row: PanelistRow, loads: readonly LoadRow[]): Panelist {
  const files = (claim: (status: ReviewStatus) => boolean): number =>
    loads.filter((load) => claim(load.status)).reduce((sum, load) => sum + Number(load.files), 0);
  return {
    ...toMember(row),
    name: row.name,
    party: {
      personId: row.person_id,
      name: row.name,
      email: row.email ?? '',
      address: row.address,
      zip: row.zip,
      schoolId: row.school_id ?? '',
    },
    assigned: files((status) => status !== 'recused'),
    complete: files((status) => status === 'complete'),
    recused: files((status) => status === 'recused'),
  };
}
