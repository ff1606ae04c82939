import { inTransaction } from '../../db/database';
import type { Deps } from '../../deps';
import { recordEvent } from '../../history/events';
import type { Actor } from '../../lib/actor';
import { NotFound } from '../../lib/errors';
import { conceal } from '../../lib/policy';
import { meetingPolicy } from '../meetings';
import { deleteTranslations, saveTranslations } from '../translated-texts';
import { retranslated, seenOf, type Source } from './source';
import type { SentWords } from './source.form';
import { listSources } from './source.queries';

export interface Which extends Pick<Source, 'kind' | 'id'> {
  readonly collaborativeId: string;
}

/** Minutes or a note for somebody who may translate it. Throws NotFound for everybody else. */
export async function readSource(tx: Pick<Deps, 'db'>, actor: Actor, { collaborativeId, kind, id }: Which): Promise<Source> {
  conceal(meetingPolicy.schedule(actor, collaborativeId));
  const [source] = await listSources(tx.db, actor, { collaborativeId, only: { kind, id } });
  if (source === undefined) throw new NotFound();
  return source;
}

/** `stale`: the text or its translation changed since it was read; `closed`: it is frozen by now. Nothing is saved then. */
export type WordsSaved = 'saved' | 'stale' | 'closed';

/** Saves the translation of minutes or a note beside it. The text itself stays untouched. */
export function saveWords(deps: Deps, actor: Actor, which: Which, sent: SentWords): Promise<WordsSaved> {
  return inTransaction(deps, async (tx) => {
    const source = await readSource(tx, actor, which);
    if (!source.isOpen) return 'closed';
    if (seenOf(source) !== sent.seen) return 'stale';
    const { kept, gone } = retranslated(source, sent.passages);
    if (kept.length + gone.length === 0) return 'saved';
    const { kind, id, to } = source;
    await deleteTranslations(tx.db, { kind, id }, gone, to);
    await saveTranslations(tx.db, { kind, id }, kept, { savedBy: actor.id, savedAt: tx.clock.now() });
    await recordEvent(tx, {
      action: 'translations.written',
      actor,
      subject: { kind: kind === 'minutes' ? 'meeting' : 'note', id },
      collaborativeId: which.collaborativeId,
      after: { text: kind, language: to, written: kept.map(({ part }) => part), taken: gone },
    });
    return 'saved';
  });
}
