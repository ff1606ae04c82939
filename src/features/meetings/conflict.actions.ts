import type { Db } from '../../db/database';
import type { Translate } from '../../i18n/translate';
import { rawText, type RawForm } from '../../lib/form';
import type { Instant } from '../../lib/time';
import { listCollaboratives } from '../collaboratives';
import { warned, type Slot } from './conflict';
import { listConflicts } from './conflict.queries';
import { conflictLines, type Warnings } from './conflict.views';

/** What to warn of before something is saved; null where nothing stands in the way, or just this was seen and passed over. */
export async function warningsBefore(
  db: Db,
  t: Translate,
  slot: Slot,
  { raw, now }: { raw: RawForm; now: Instant },
): Promise<Warnings | null> {
  const [conflicts = []] = await listConflicts(db, [slot], now);
  const despite = warned(conflicts);
  if (conflicts.length === 0 || rawText(raw, 'despite') === despite) return null;
  return { lines: conflictLines(t, conflicts, await listCollaboratives(db)), despite };
}
