import { inTransaction } from '../../db/database';
import type { Deps } from '../../deps';
import { recordEvent } from '../../history/events';
import { capacityOf, type Actor } from '../../lib/actor';
import { Conflict } from '../../lib/errors';
import { conceal } from '../../lib/policy';
import { dateOf } from '../../lib/time';
import { queueEmails } from '../../mail/queue-email';
import type { StillDue } from '../../mail/still-due';
import { isStillWanted, leaveLink, listRequestsFor } from '../agenda-requests';
import type { Collaborative } from '../collaboratives';
import { bodiesOf, getMeeting, markPosted, meetingPolicy, meetingRecipients, saveMeeting, type Meeting } from '../meetings';
import { beginAgenda } from './agenda-item.actions';
import { saveInformationOnly } from './agenda-item.queries';
import { loadDesk } from './desk.actions';
import type { Posting } from './posting';
import { agendaAskedFor, agendaPosted, askedForKind } from './posting.emails';
import { postingPolicy } from './posting.policy';
import { decidePosting, freeze, seenOf, type Desk, type PostingDecision } from './posting-rules';
import { insertPosting } from './posting.queries';

interface Order {
  readonly meetingId: string;
  readonly putUpAt: readonly string[];
  readonly lateReason: string;
  /** What the poster had before their eyes (`seenOf`); empty when they did not come from the desk. */
  readonly seen: string;
}

export type PostingResult = Exclude<PostingDecision, { kind: 'post' }> | { readonly kind: 'posted'; readonly posting: Posting };

/**
 * Posts the agenda as it stands: freezes a version, marks the meeting posted, tells the members and who asked for agendas once. A second browser
 * that posts the same words finds nothing new; one that saw other words is told so (409).
 */
export function postAgenda(deps: Deps, actor: Actor & { readonly id: string }, order: Order): Promise<PostingResult> {
  return inTransaction(deps, async (tx) => {
    const now = tx.clock.now();
    const meeting = await getMeeting(tx.db, order.meetingId);
    conceal(meetingPolicy.run(actor, meeting));
    if (meeting.status === 'draft') throw new Conflict('agendas.errors.scheduleFirst');
    if (now >= meeting.startsAt) throw new Conflict('agendas.errors.begun');
    await beginAgenda(tx, meeting);
    const desk = await loadDesk(tx.db, meeting.id, now);
    const mayPostLate = postingPolicy.postLate(actor, meeting).allowed;
    const decision = decidePosting(desk, now, mayPostLate ? order.lateReason : '');
    if (decision.kind !== 'post') return decision;
    if (order.seen !== '' && order.seen !== seenOf(desk)) throw new Conflict();
    const { collaborative } = desk;
    const posting = freeze(desk, decision, {
      id: tx.newId(),
      at: now,
      postedBy: actor.id,
      postedAs: capacityOf(actor, meeting.collaborativeId),
      putUpAt: order.putUpAt,
      collaborative: { slug: collaborative.slug, name: collaborative.name },
    });
    await insertPosting(tx.db, posting);
    await saveInformationOnly(tx.db, desk.items);
    const posted = await saveMeeting(tx, markPosted(meeting, now));
    await tell(tx, actor, { meeting: posted, collaborative, posting, desk });
    return { kind: 'posted', posting };
  });
}

interface News {
  readonly meeting: Meeting;
  readonly collaborative: Collaborative;
  readonly posting: Posting;
  readonly desk: Desk;
}

async function tell(tx: Deps, actor: Actor, { meeting, collaborative, posting, desk }: News): Promise<void> {
  const { number, sha256, isLate, lateReason } = posting;
  // Each body that meets keeps the notice in its own record.
  for (const collaborativeId of bodiesOf(meeting))
    await recordEvent(tx, {
      action: isLate ? 'agendas.postedLate' : 'agendas.posted',
      actor,
      subject: { kind: 'meeting', id: meeting.id },
      collaborativeId,
      before: { status: desk.meeting.status },
      after: { status: meeting.status, version: number, sha256, ...(isLate ? { lateReason } : {}) },
    });
  const recipients = await meetingRecipients(tx.db, meeting, dateOf(posting.postedAt));
  const news = { meeting, collaborative, posting, translate: tx.translate, baseUrl: tx.baseUrl, config: tx.config };
  const told = new Set(recipients.map(({ address }) => address.toLowerCase()));
  const requests = await listRequestsFor(tx.db, bodiesOf(meeting), dateOf(posting.postedAt));
  const others = requests.filter(({ email }) => !told.has(email.toLowerCase()));
  await queueEmails(tx, [
    ...recipients.map((to) => agendaPosted(news, to)),
    ...others.map((request) => agendaAskedFor(news, request, leaveLink(tx, request.id))),
  ]);
}

/** Nobody who left gets the agenda that was on its way. */
export const postingStillDue: StillDue = { [askedForKind]: (deps, mail) => isStillWanted(deps, mail.about_id) };
