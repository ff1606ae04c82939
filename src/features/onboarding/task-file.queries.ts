import './tables';
import type { Db } from '../../db/database';

/** Which of these files a step still names. */
export async function listTaskFileHashes(db: Db, sha256s: readonly string[]): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (let from = 0; from < sha256s.length; from += 500) {
    const hashes = await db('onboarding_tasks')
      .whereIn('file_sha256', sha256s.slice(from, from + 500))
      .pluck('file_sha256');
    for (const hash of hashes) if (hash !== null) found.add(hash);
  }
  return found;
}
