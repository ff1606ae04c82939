import { inTransaction } from '../../db/database';
import type { Deps } from '../../deps';
import type { Actor } from '../../lib/actor';
import { authorize, conceal } from '../../lib/policy';
import { listItems } from '../agendas';
import { adjourn, begin, getMeeting, meetingPolicy, saveMeeting, type Meeting } from '../meetings';
import { checkNoneOpen } from './exception';
import { listExceptions } from './exception.queries';
import { listMotions } from './motion.queries';
import { checkAdjournment, checkInSession, checkStart } from './session';
import { noteInHistory } from './session.history';
import { sessionPolicy } from './session.policy';

/** The meeting, for somebody who may run it; a draft is hidden from all others. */
export async function meetingToRun(tx: Pick<Deps, 'db'>, actor: Actor, id: string): Promise<Meeting> {
  const meeting = await getMeeting(tx.db, id);
  conceal(meetingPolicy.view(actor, meeting));
  authorize(sessionPolicy.run(actor, meeting));
  return meeting;
}

/** Calls the meeting to order. */
export function beginMeeting(deps: Deps, actor: Actor, id: string): Promise<void> {
  return inTransaction(deps, async (tx) => {
    const meeting = await meetingToRun(tx, actor, id);
    const now = tx.clock.now();
    const begun = begin(meeting, now);
    checkStart(meeting, now);
    await saveMeeting(tx, begun);
    await noteInHistory(tx, actor, { action: 'inSession.begun', meeting, after: { status: begun.status } });
  });
}

/** Ends the meeting, once every action item of its agenda has an outcome. */
export function adjournMeeting(deps: Deps, actor: Actor, id: string): Promise<void> {
  return inTransaction(deps, async (tx) => {
    const meeting = await meetingToRun(tx, actor, id);
    checkInSession(meeting);
    checkAdjournment(await listItems(tx.db, id), await listMotions(tx.db, id));
    checkNoneOpen(await listExceptions(tx.db, id));
    const adjourned = await saveMeeting(tx, adjourn(meeting, tx.clock.now()));
    await noteInHistory(tx, actor, { action: 'inSession.adjourned', meeting, after: { status: adjourned.status } });
  });
}
