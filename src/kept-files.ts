import type { Deps } from './deps';
import { listPaperHashes } from './features/agendas';
import { listApplicationFileHashes } from './features/applications';
import { listTaskFileHashes } from './features/onboarding';
import { listPhotoHashes } from './features/roster';
import { sweepFiles } from './files/store';

/** Whoever keeps files says here which it still names: a file that nobody names is taken away. */
const keepers = [listPaperHashes, listApplicationFileHashes, listTaskFileHashes, listPhotoHashes] as const;

/** Takes away files that no record names: of refused forms, of drafts taken off, of a crash. */
export async function sweepKeptFiles(deps: Deps): Promise<void> {
  const count = await sweepFiles(deps, async (hashes) => {
    const named = await Promise.all(keepers.map((keeper) => keeper(deps.db, hashes)));
    return new Set(named.flatMap((found) => [...found]));
  });
  if (count > 0) deps.logger.info('files swept', { count });
}
