import type { Db } from '../../db/database';
import type { Answers } from '../forms';
import { groupBy } from '../../lib/group';
import type { PanelOf, ReviewStatus } from '../reviews';
import type { ReviewFile } from './file';

interface ReviewPart {
  candidacy_id: string;
  reviewer_id: string;
  status: ReviewStatus;
}

interface FileRow {
  id: string;
  application_id: string;
  reference: string;
  cycle_id: string;
  collaborative_id: string;
  constituency: string;
  person_id: string | null;
  name: string;
  email: string | null;
  address: string | null;
  zip: string | null;
  school_id: string | null;
  school: string | null;
  locale: string;
  answers: string;
}

/** Every live file of a panel, in the order of applying, with who has it. Two queries. */
export async function listFiles(db: Db, panel: PanelOf): Promise<ReviewFile[]> {
  const rows = await fileRows(db)
    .where('candidacies.cycle_id', panel.cycleId)
    .where('candidacies.collaborative_id', panel.collaborativeId)
    .where('candidacies.is_reviewed', true)
    .where('candidacies.status', 'in_review')
    .orderBy(['candidacies.submitted_at', 'candidacies.id']);
  const reviews = await db('reviews')
    .join('candidacies', 'candidacies.id', 'reviews.candidacy_id')
    .where('candidacies.cycle_id', panel.cycleId)
    .where('candidacies.collaborative_id', panel.collaborativeId)
    .select<ReviewPart[]>('reviews.candidacy_id', 'reviews.reviewer_id', 'reviews.status');
  const byFile = groupBy(reviews, (review) => review.candidacy_id);
  return rows.map((row) => toFile(row, byFile.get(row.id) ?? []));
}

/** One file, whatever its state; undefined when there is none. */
export async function findFile(db: Db, candidacyId: string): Promise<ReviewFile | undefined> {
  const [row] = await fileRows(db).where('candidacies.id', candidacyId);
  if (row === undefined) return undefined;
  const reviews = await db('reviews').where({ candidacy_id: candidacyId }).select('candidacy_id', 'reviewer_id', 'status');
  return toFile(row, reviews);
}

const fileRows = (db: Db) =>
  db('candidacies')
    .join('applications', 'applications.id', 'candidacies.application_id')
    .leftJoin('people', 'people.id', 'applications.person_id')
    .leftJoin('schools', 'schools.id', 'applications.school_id')
    .select<FileRow[]>(
      'candidacies.id',
      'candidacies.application_id',
      'applications.reference',
      'candidacies.cycle_id',
      'candidacies.collaborative_id',
      'candidacies.constituency',
      'applications.person_id',
      'applications.name',
      'applications.email',
      'people.address',
      'applications.zip',
      'applications.school_id',
      'applications.locale',
      'applications.answers',
      { school: 'schools.name' },
    );

const toFile = (row: FileRow, reviews: readonly { reviewer_id: string; status: ReviewStatus }[]): ReviewFile => ({
  candidacyId: row.id,
  applicationId: row.application_id,
  reference: row.reference,
  cycleId: row.cycle_id,
  collaborativeId: row.collaborative_id,
  constituency: row.constituency,
  locale: row.locale,
  party: {
    personId: row.person_id,
    name: row.name,
    email: row.email ?? '',
    address: row.address ?? '',
    zip: row.zip ?? '',
    schoolId: row.school_id ?? '',
    ...namedIn(row),
  },
  reviews: reviews.map((review) => ({ reviewerId: review.reviewer_id, status: review.status })),
});

/** Whom and what else the answers name: references, organization and school. */
function namedIn({ answers, school }: FileRow): { references: string; organizations: string } {
  const given = JSON.parse(answers) as Answers;
  const texts = (keys: readonly string[]): string =>
    keys
      .map((key) => given[key])
      .filter((text) => typeof text === 'string')
      .join(' · ');
  return {
    references: texts(['reference_1', 'reference_2']),
    organizations: [texts(['organization', 'school']), school ?? ''].join(' · '),
  };
}
