import type { Db } from '../../db/database';
import { groupBy } from '../../lib/group';
import { toPanelMember, type PanelMemberRow, type PanelOf, type ReviewStatus } from '../reviews';
import type { Absence } from './availability';
import type { Declared } from './conflict';
import type { Panelist } from './file';

interface PanelistRow extends PanelMemberRow {
  name: string;
  email: string | null;
  address: string;
  zip: string;
  school_id: string | null;
}

/** The panel by name, without those who left. Four queries. */
export async function listPanel(db: Db, panel: PanelOf): Promise<Panelist[]> {
  const rows = await db('panel_members')
    .join('people', 'people.id', 'panel_members.person_id')
    .where('panel_members.cycle_id', panel.cycleId)
    .where('panel_members.collaborative_id', panel.collaborativeId)
    .whereNull('panel_members.left_on')
    .orderBy(['people.name', 'people.id'])
    .select<PanelistRow[]>('panel_members.*', 'people.name', 'people.email', 'people.address', 'people.zip', latestSchool(db));
  const loads = await listLoads(db, panel);
  const ids = rows.map((row) => row.person_id);
  const [absences, declared] = [await listAbsences(db, ids), await listDeclared(db, ids)];
  return rows.map((row) => ({
    ...toPanelist(row, loads.get(row.person_id) ?? [], declared.get(row.person_id) ?? []),
    absences: absences.get(row.person_id) ?? [],
  }));
}

async function listAbsences(db: Db, personIds: readonly string[]): Promise<ReadonlyMap<string, Absence[]>> {
  const rows = await db('reviewer_absences').whereIn('person_id', personIds).orderBy('from_on');
  const groups = groupBy(rows, (row) => row.person_id);
  return new Map([...groups].map(([id, own]) => [id, own.map((row) => ({ fromOn: row.from_on, toOn: row.to_on }))]));
}

async function listDeclared(db: Db, personIds: readonly string[]): Promise<ReadonlyMap<string, Declared[]>> {
  const rows = await db('standing_conflicts').whereIn('person_id', personIds).orderBy('id');
  return new Map([...groupBy(rows, (row) => row.person_id)].map(([id, own]) => [id, own.map(({ kind, name }) => ({ kind, name }))]));
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

function toPanelist(row: PanelistRow, loads: readonly LoadRow[], declared: readonly Declared[]): Omit<Panelist, 'absences'> {
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
      declared,
    },
    assigned: files((status) => status !== 'recused'),
    complete: files((status) => status === 'complete'),
    recused: files((status) => status === 'recused'),
  };
}
