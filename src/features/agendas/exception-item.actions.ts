import type { Deps } from '../../deps';
import type { LocalText } from '../../lib/local-text';
import type { AgendaItem, ItemDraft } from './agenda-item';
import { appendItem, itemOf } from './agenda-item.actions';
import { listItems } from './agenda-item.queries';

/** Minutes such a line is given on the clock of the meeting. */
const minutesGiven = 10;

/**
 * Puts a line for decision at the end of the business of a meeting in session, after its members voted to take the matter up
 * off the posted agenda (54954.2(b), 35147(c)). What was posted stays as it is. The caller has asked its policy and the vote.
 */
export async function addItemByException(tx: Deps, meetingId: string, title: LocalText): Promise<AgendaItem> {
  const draft: ItemDraft = {
    kind: 'business',
    title,
    purpose: 'advise',
    presenter: '',
    minutes: minutesGiven,
    text: { en: '' },
    isAction: true,
  };
  return appendItem(tx, await listItems(tx.db, meetingId), itemOf(tx, meetingId, draft, false));
}
