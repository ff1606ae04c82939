import type { Deps } from '../../deps';
import type { LocalText } from '../../lib/local-text';
import { append, type AgendaItem } from './agenda-item';
import { insertItem, listItems, savePlaces } from './agenda-item.queries';

/** Minutes such a line is given on the clock of the meeting. */
const minutesGiven = 10;

/**
 * Puts a line for decision at the end of the business of a meeting in session, after its members voted to take the matter up
 * off the posted agenda (54954.2(b), 35147(c)). What was posted stays as it is. The caller has asked its policy and the vote.
 */
export async function addItemByException(tx: Deps, meetingId: string, title: LocalText): Promise<AgendaItem> {
  const before = await listItems(tx.db, meetingId);
  const item: AgendaItem = {
    id: tx.newId(),
    meetingId,
    place: 0,
    kind: 'business',
    title,
    purpose: 'advise',
    presenter: '',
    minutes: minutesGiven,
    text: { en: '' },
    isAction: true,
    isConsent: false,
    noteId: null,
    approvesMinutesOf: null,
    carriedFrom: null,
    addedAt: tx.clock.now(),
    isInformationOnly: false,
    outcome: null,
    outcomeWords: '',
    version: 1,
  };
  const after = append(before, item);
  const added = after.find(({ id }) => id === item.id) ?? item;
  await insertItem(tx.db, added);
  await savePlaces(tx.db, before, after);
  return added;
}
