import type { Db } from '../../db/database';
import { NotFound } from '../../lib/errors';
import { cutPage, decodeCursor, pageSize, type Page } from '../../lib/pagination';
import type { Instant } from '../../lib/time';
import type { PaperLetterRow, PaperLetterStatus } from '../../mail/paper-letters.queries';
import { runSize, statusesOf, type Letter, type LetterTab } from './letter';

interface LetterRow extends PaperLetterRow {
  readonly printer: string | null;
  readonly finisher: string | null;
  readonly reference: string | null;
  readonly phone: string | null;
  readonly address: string | null;
  readonly zip: string | null;
}

/** A letter with its words, still sealed. */
export interface SealedLetter extends Letter {
  readonly body: string;
}

/** One list of a collaborative's letters: those that wait oldest first, the others newest first. One query. */
export async function listLetters(db: Db, collaborativeId: string, tab: LetterTab, after?: string): Promise<Page<Letter>> {
  const cursor = decodeCursor(after);
  const [order, side] = tab === 'waiting' ? (['asc', '>'] as const) : (['desc', '<'] as const);
  const query = lettersWith(db)
    .where('paper_letters.collaborative_id', collaborativeId)
    .whereIn('paper_letters.status', [...statusesOf[tab]])
    .orderBy('paper_letters.id', order)
    .limit(pageSize + 1);
  if (cursor !== undefined) void query.where('paper_letters.id', side, cursor.id);
  const rows: LetterRow[] = await query;
  return cutPage(rows.map(toLetter), ({ id }) => ({ after: '', id }));
}

/** How many letters are in each state. */
export async function countLetters(db: Db, collaborativeId: string): Promise<Readonly<Partial<Record<PaperLetterStatus, number>>>> {
  const rows = await db('paper_letters')
    .where({ collaborative_id: collaborativeId })
    .groupBy('status')
    .select('status')
    .count({ letters: '*' });
  return Object.fromEntries(rows.map((row) => [row.status, Number(row['letters'])]));
}

/** Ids of the letters that wait to be printed now and can still be of use, oldest first. */
export const listPrintable = (db: Db, collaborativeId: string, now: Instant): Promise<string[]> =>
  db('paper_letters')
    .where({ collaborative_id: collaborativeId, status: 'waiting' })
    .where('due_at', '<=', now)
    .where((query) => void query.whereNull('expires_at').orWhere('expires_at', '>', now))
    .orderBy('id')
    .limit(runSize)
    .pluck<string[]>('id');

/** The letters of one run of the printer, in the order of the queue. */
export async function listRun(db: Db, collaborativeId: string, run: string): Promise<SealedLetter[]> {
  const rows: LetterRow[] = await lettersWith(db)
    .where({ 'paper_letters.collaborative_id': collaborativeId, 'paper_letters.batch_id': run })
    .orderBy('paper_letters.id');
  return rows.map((row) => ({ ...toLetter(row), body: row.body }));
}

export async function getLetter(db: Db, collaborativeId: string, id: string): Promise<SealedLetter> {
  const [row]: LetterRow[] = await lettersWith(db).where({ 'paper_letters.collaborative_id': collaborativeId, 'paper_letters.id': id });
  if (row === undefined) throw new NotFound();
  return { ...toLetter(row), body: row.body };
}

const lettersWith = (db: Db) =>
  db('paper_letters')
    .leftJoin('people', 'people.id', 'paper_letters.person_id')
    .leftJoin({ printers: 'people' }, 'printers.id', 'paper_letters.printed_by')
    .leftJoin({ finishers: 'people' }, 'finishers.id', 'paper_letters.finished_by')
    .leftJoin('candidacies', (join) => {
      join.on('candidacies.id', 'paper_letters.about_id').andOnVal('paper_letters.about_kind', 'candidacy');
    })
    .leftJoin('applications', (join) => {
      join
        .on('applications.id', 'candidacies.application_id')
        .orOn((direct) => void direct.on('applications.id', 'paper_letters.about_id').andOnVal('paper_letters.about_kind', 'application'));
    })
    .select<LetterRow[]>('paper_letters.*', 'people.phone', 'people.address', 'people.zip', 'applications.reference', {
      printer: 'printers.name',
      finisher: 'finishers.name',
    });

const toLetter = (row: LetterRow): Letter => ({
  id: row.id,
  status: row.status,
  collaborativeId: row.collaborative_id,
  toName: row.to_name,
  locale: row.locale,
  subject: row.subject,
  createdAt: row.created_at,
  expiresAt: row.expires_at,
  prints: row.prints,
  printedAt: row.printed_at,
  printedBy: row.printer,
  finishedAt: row.finished_at,
  finishedBy: row.finisher,
  reference: row.reference,
  phone: row.phone ?? '',
  address: row.address ?? '',
  zip: row.zip ?? '',
});
