import type { Db } from '../../db/database';
import { groupBy } from '../../lib/group';
import { toPanelMember, type PanelMember, type PanelMemberRow, type PanelOf, type ReviewStatus } from '../reviews';
import type { Party } from './conflict';

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

function toPanelist(row: PanelistRow, loads: readonly LoadRow[]): Panelist {
  const files = (claim: (status: ReviewStatus) => boolean): number =>
    loads.filter((load) => claim(load.status)).reduce((sum, load) => sum + Number(load.files), 0);
  return {
    ...toPanelMember(row),
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
