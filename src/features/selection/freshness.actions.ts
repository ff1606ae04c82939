import type { Deps } from '../../deps';
import { listEvents } from '../../history/events.queries';
import { formatShortMoment } from '../../i18n/format';
import type { Actor } from '../../lib/actor';
import { Conflict } from '../../lib/errors';
import { versionOf, type Board } from './board';

/** Goes on when nobody changed the board since the page was made; else says who did what, and when (409). */
export async function assertFresh(tx: Deps, actor: Actor, board: Pick<Board, 'slate' | 'whatIf'>, version: number): Promise<void> {
  if (versionOf(board) === version) return;
  const { slate, whatIf } = board;
  const subject = whatIf === null ? { kind: 'slate', id: slate.id } : { kind: 'what_if', id: whatIf.id };
  const last = (await listEvents(tx.db, subject)).at(-1);
  if (last === undefined) throw new Conflict();
  const t = tx.translate(actor.locale);
  const [feature = '', verb = ''] = last.action.split('.');
  throw new Conflict('selection.errors.changedBy', {
    name: last.actorName ?? t('history.system'),
    what: t.loosely(`${feature}.events.${verb}`),
    at: formatShortMoment(t, last.at),
  });
}
