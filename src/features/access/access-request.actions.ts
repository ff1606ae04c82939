import { inTransaction } from '../../db/database';
import type { Deps } from '../../deps';
import { recordEvent } from '../../history/events';
import type { Actor } from '../../lib/actor';
import { Conflict } from '../../lib/errors';
import { conceal } from '../../lib/policy';
import { dateOf, plusElapsed } from '../../lib/time';
import { queueEmail, queueEmails } from '../../mail/queue-email';
import { listPeopleWithRole } from '../accounts';
import { getMeeting, meetingPolicy, type Meeting } from '../meetings';
import { answerRequest, isPastCutOff, mayAsk, type AccessRequest } from './access-request';
import { answeredMail, askedMail, receivedMail } from './access-request.emails';
import type { AccessAsked, AnswerGiven } from './access-request.form';
import { deleteAccessRequests, getAccessRequest, insertAccessRequest, saveAnswer } from './access-request.queries';

/** Keeps what somebody needs for a meeting, and tells the staff and the asker. Throws Conflict once the meeting has begun or is off. */
export async function askForAccess(
  deps: Deps,
  actor: Actor,
  { meetingId, locale, asked }: { readonly meetingId: string; readonly locale: string; readonly asked: AccessAsked },
): Promise<AccessRequest> {
  return inTransaction(deps, async (tx) => {
    const now = tx.clock.now();
    const meeting = await getMeeting(tx.db, meetingId);
    conceal(meetingPolicy.view(actor, meeting));
    if (!mayAsk(meeting, now)) throw new Conflict('access.errors.over');
    const request: AccessRequest = {
      ...asked,
      id: tx.newId(),
      meetingId,
      personId: actor.id,
      locale,
      status: 'open',
      askedAt: now,
      isLate: isPastCutOff(meeting.accessAskBy, now),
      answer: '',
      answeredAt: null,
      answeredBy: null,
      version: 1,
    };
    await insertAccessRequest(tx.db, request);
    await record(tx, actor, 'access.asked', { meeting, request });
    const staff = await listPeopleWithRole(tx.db, 'staff', meeting.collaborativeId, dateOf(now));
    await queueEmails(
      tx,
      staff.map((to) => askedMail(tx, { meeting, request }, to)),
    );
    if (request.email !== null) await queueEmail(tx, receivedMail(tx, { meeting, request }));
    return request;
  });
}

/** Staff say that it is arranged, or that it cannot be had and why; an asker with an address is told each time. */
export async function answerAccess(
  deps: Deps,
  actor: Actor & { readonly id: string },
  order: { readonly meetingId: string; readonly requestId: string; readonly given: AnswerGiven },
): Promise<AccessRequest> {
  return inTransaction(deps, async (tx) => {
    const { meetingId, requestId, given } = order;
    const meeting = await getMeeting(tx.db, meetingId);
    conceal(meetingPolicy.arrange(actor, meeting.collaborativeId));
    const before = await getAccessRequest(tx.db, meetingId, requestId);
    const answered = answerRequest(before, { ...given, by: actor.id, at: tx.clock.now() }, given.version);
    await saveAnswer(tx.db, answered);
    await record(tx, actor, given.event === 'arrange' ? 'access.arranged' : 'access.refused', { meeting, request: answered });
    if (answered.email !== null) await queueEmail(tx, answeredMail(tx, { meeting, request: answered }));
    return answered;
  });
}

/** Days after a meeting's end for which what people needed is kept (reliability.md 4.12). */
export const daysKept = 30;

/** Worker: what people needed is of use until the meeting, and to settle what was arranged; then it goes. */
export const forgetAccess = async (deps: Deps): Promise<void> => {
  const count = await deleteAccessRequests(deps.db, plusElapsed(deps.clock.now(), { hours: -24 * daysKept }));
  if (count > 0) deps.logger.info('requests for access forgotten', { count });
};

interface About {
  readonly meeting: Meeting;
  readonly request: AccessRequest;
}

/** The history says that something was asked for and what became of it, never what it was. */
const record = (tx: Deps, actor: Actor, action: 'access.asked' | 'access.arranged' | 'access.refused', { meeting, request }: About) =>
  recordEvent(tx, {
    action,
    actor,
    subject: { kind: 'access_request', id: request.id },
    collaborativeId: meeting.collaborativeId,
    after: { meeting: meeting.id },
  });
