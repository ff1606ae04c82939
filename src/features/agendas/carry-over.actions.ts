import { inTransaction } from '../../db/database';
import type { Deps } from '../../deps';
import type { Actor } from '../../lib/actor';
import { conceal } from '../../lib/policy';
import { getMeeting, kindTakesAction, meetingPolicy, type Meeting } from '../meetings';
import type { AgendaItem } from './agenda-item';
import { addItem } from './agenda-item.actions';
import { copyPapers } from './attachment.copies';
import { listUnfinished, type Unfinished } from './carry-over.queries';
import { copySpanish } from './spanish.actions';

interface Order {
  readonly meetingId: string;
  /** Lines of earlier meetings. */
  readonly itemIds: readonly string[];
}

/**
 * Takes up again what earlier meetings left over, with its papers, at the end of the business. What is not left over any
 * more (another press was first) is passed by, so that nothing stands twice. Answers how many came.
 */
export function carryOver(deps: Deps, actor: Actor, order: Order): Promise<number> {
  return inTransaction(deps, async (tx) => {
    const meeting = await getMeeting(tx.db, order.meetingId);
    conceal(meetingPolicy.run(actor, meeting));
    const chosen = (await listUnfinished(tx.db, meeting)).filter(({ item }) => order.itemIds.includes(item.id));
    const taken = new Map<string, AgendaItem>();
    for (const one of chosen) taken.set(one.item.id, await addItem(tx, actor, meeting.id, draftOf(meeting, one)));
    await copyPapers(tx, meeting, taken);
    await copySpanish(tx, taken);
    return chosen.length;
  });
}

/** The same words, note and minutes; whether it may be decided is asked anew of this kind of meeting. */
const draftOf = ({ kind }: Meeting, { item, startsAt }: Unfinished) => ({
  ...item,
  isAction: item.isAction && kindTakesAction(kind),
  isConsent: item.isConsent && kindTakesAction(kind),
  carriedFrom: { itemId: item.id, meetingId: item.meetingId, startsAt },
});
