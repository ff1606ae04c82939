import './tables';
import type { Db } from '../../db/database';
import { toLocalText, type LocalText } from '../../lib/local-text';
import type { Instant } from '../../lib/time';
import type { CandidacyStatus } from '../applications';

/** Somebody a released slate made an alternate, and what became of it. */
export interface AlternateLine {
  readonly candidacyId: string;
  readonly name: string;
  readonly reference: string;
  readonly constituency: string;
  readonly place: number;
  readonly status: CandidacyStatus;
  readonly since: Instant | null;
  /** When a seat was offered to them last, and when they answered. */
  readonly offeredAt: Instant | null;
  readonly answeredAt: Instant | null;
  /** Holds an open offer, or took a seat, elsewhere. */
  readonly isBound: boolean;
}

export interface CycleWithAlternates {
  readonly id: string;
  readonly code: string;
  readonly name: LocalText;
  readonly isOver: boolean;
  readonly lines: readonly AlternateLine[];
}

interface Row {
  id: string;
  cycle_id: string;
  code: string;
  cycle_name: string;
  cycle_status: string;
  name: string;
  reference: string;
  constituency: string;
  place: number | null;
  status: CandidacyStatus;
  released_at: Instant | null;
  offered_at: Instant | null;
  answered_at: Instant | null;
  bound: number | string;
}

/** As many as one page shows; a cycle has some dozens. */
const mostLines = 500;

/** The alternates of every released slate of a collaborative, the newest cycle first, in the order in which they are asked. One query. */
export async function listAlternatesOf(db: Db, collaborativeId: string): Promise<CycleWithAlternates[]> {
  const rows: Row[] = await db('slate_entries')
    .join('slates', 'slates.id', 'slate_entries.slate_id')
    .join('candidacies', 'candidacies.id', 'slate_entries.candidacy_id')
    .join('applications', 'applications.id', 'candidacies.application_id')
    .join('cycles', 'cycles.id', 'slates.cycle_id')
    .leftJoin('offers', (join) => {
      join
        .on('offers.candidacy_id', 'candidacies.id')
        .andOn(
          db.raw(
            'not exists (select 1 from offers later where later.candidacy_id = candidacies.id and later.offered_at > offers.offered_at)',
          ),
        );
    })
    .where('slates.collaborative_id', collaborativeId)
    .where('slates.status', 'released')
    .where((line) => void line.whereNotNull('slate_entries.alternate_place').orWhere('candidacies.status', 'alternate'))
    .orderBy([{ column: 'cycles.opens_at', order: 'desc' }, { column: 'cycles.id' }, { column: 'candidacies.constituency' }])
    .orderByRaw('coalesce(slate_entries.alternate_place, 0), candidacies.id')
    .limit(mostLines)
    .select<Row[]>(
      'candidacies.id',
      'candidacies.constituency',
      'candidacies.status',
      'applications.name',
      'applications.reference',
      'slates.cycle_id',
      'slates.released_at',
      'cycles.code',
      'offers.offered_at',
      'offers.answered_at',
      { place: 'slate_entries.alternate_place', cycle_name: 'cycles.name', cycle_status: 'cycles.status' },
      db.raw(`(select count(*) from candidacies other where other.application_id = candidacies.application_id
        and other.id <> candidacies.id and other.status in ('offered', 'accepted')) as bound`),
    );
  return byCycle(rows);
}

function byCycle(rows: readonly Row[]): CycleWithAlternates[] {
  const ids = [...new Set(rows.map(({ cycle_id }) => cycle_id))];
  return ids.flatMap((id) => {
    const lines = rows.filter(({ cycle_id }) => cycle_id === id);
    const [first] = lines;
    if (first === undefined) return [];
    const isOver = first.cycle_status === 'complete' || first.cycle_status === 'cancelled';
    return [{ id, code: first.code, name: toLocalText(first.cycle_name), isOver, lines: lines.map(toLine) }];
  });
}

const toLine = (row: Row): AlternateLine => ({
  candidacyId: row.id,
  name: row.name,
  reference: row.reference,
  constituency: row.constituency,
  place: row.place ?? 0,
  status: row.status,
  since: row.released_at,
  offeredAt: row.offered_at,
  answeredAt: row.answered_at,
  isBound: Number(row.bound) > 0,
});
