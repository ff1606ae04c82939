import './tables';
import type { Db } from '../../db/database';
import { saveSearchDocuments, scopeWord, type SearchDocument, type Sought } from '../../db/search-index';
import { getCycle, getForm, type Form } from '../cycles';
import { preferencesIn, type Application } from './application';
import { toApplication } from './application.queries';
import { saveIdentityKeys } from './identity.queries';
import { searchWords, soughtWords } from './search-words';

/** Makes applications found by what they hold now, in the caller's transaction. */
export async function indexApplications(db: Db, applications: readonly Application[]): Promise<void> {
  const forms = new Map<string, Form>();
  for (const id of new Set(applications.map(({ cycleId }) => cycleId))) forms.set(id, await getForm(db, (await getCycle(db, id)).formId));
  const schoolIds = [...new Set(applications.map(({ schoolId }) => schoolId).filter((id) => id !== null))];
  const schools = new Map((await db('schools').whereIn('id', schoolIds).select('id', 'name')).map((school) => [school.id, school.name]));
  await saveIdentityKeys(db, applications);
  await saveSearchDocuments(
    db,
    applications.map((application): SearchDocument => {
      const form = forms.get(application.cycleId) ?? { pages: [] };
      const words = searchWords(application, form, schools.get(application.schoolId ?? '') ?? null);
      return { subjectId: application.id, words: [...words, ...scopesOf(application)] };
    }),
  );
}

const scopesOf = ({ cycleId, answers }: Application): string[] => [
  scopeWord('every', cycleId),
  ...preferencesIn(answers).map((id) => scopeWord(cycleId, id)),
];

/** What a text looks for in a cycle: with a collaborative, among those who named it. Undefined when it holds no word. */
export function soughtIn(text: string, cycleId: string, collaborativeId: string | null): Sought | undefined {
  const prefixes = soughtWords(text).slice(0, 12);
  if (prefixes.length === 0) return undefined;
  return { prefixes, scopes: [collaborativeId === null ? scopeWord('every', cycleId) : scopeWord(cycleId, collaborativeId)] };
}

const batch = 400;

/** Indexes what was sent and is not in the index yet: after an upgrade, or a fill in bulk. Answers how many. */
export async function indexMissing(db: Db): Promise<number> {
  let count = 0;
  for (;;) {
    const rows = await db('applications')
      .whereNull('applications.merged_into')
      .whereIn('applications.status', ['submitted', 'withdrawn'])
      .whereNotExists(db('search_documents').whereRaw('search_documents.subject_id = applications.id').select(db.raw('1')))
      .limit(batch)
      .select('applications.*');
    if (rows.length === 0) return count;
    await indexApplications(db, rows.map(toApplication));
    count += rows.length;
  }
}
