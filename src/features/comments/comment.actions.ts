import { inTransaction } from '../../db/database';
import type { Deps } from '../../deps';
import { recordEvent } from '../../history/events';
import type { Actor } from '../../lib/actor';
import { Conflict } from '../../lib/errors';
import { conceal } from '../../lib/policy';
import { queueEmail } from '../../mail/queue-email';
import type { CommentsOnAgenda } from '../agendas';
import { getCollaborative } from '../collaboratives';
import { publishedComments } from './agenda-comments.views';
import { getMeeting, meetingPolicy, type Meeting } from '../meetings';
import { checkOpen, hold, publish, type Comment, type HoldReason, type NewComment } from './comment';
import { checkedMail, receivedMail } from './comment.emails';
import { getComment, insertComment, listComments, saveCheck } from './comment.queries';

type Person = Actor & { readonly id: string };

/** What the public agenda shows of comments; one query. */
export const commentsOnAgenda: CommentsOnAgenda = async (db, seen) =>
  publishedComments(seen, await listComments(db, seen.meeting.id, 'published'));

/** Keeps a comment until staff have looked at it, and sends a receipt where there is an address. */
export function sendComment(deps: Deps, actor: Actor, wanted: NewComment): Promise<Comment> {
  return inTransaction(deps, async (tx) => {
    const meeting = await getMeeting(tx.db, wanted.meetingId);
    conceal(meetingPolicy.view(actor, meeting));
    const { settings } = await getCollaborative(tx.db, meeting.collaborativeId);
    checkOpen(meeting, settings.commentHours, tx.clock.now());
    const comment = await insertComment(tx, wanted);
    await record(tx, actor, 'comments.sent', meeting, comment);
    if (comment.email !== '') await queueEmail(tx, receivedMail(tx, meeting, comment));
    return comment;
  });
}

interface Verdict {
  readonly meetingId: string;
  readonly id: string;
  readonly version: number;
  /** Null: it may be published. */
  readonly reason: HoldReason | null;
}

/** Publishes a comment or holds it for the personal data in it, and tells its writer where there is an address. */
export function checkComment(deps: Deps, actor: Person, { meetingId, id, version, reason }: Verdict): Promise<Comment> {
  return inTransaction(deps, async (tx) => {
    const meeting = await getMeeting(tx.db, meetingId);
    conceal(meetingPolicy.checkComments(actor, meeting.collaborativeId));
    const comment = await getComment(tx.db, meetingId, id);
    if (comment.version !== version) throw new Conflict();
    const check = { by: actor.id, at: tx.clock.now() };
    const saved = await saveCheck(tx.db, reason === null ? publish(comment, check) : hold(comment, reason, check));
    await record(tx, actor, reason === null ? 'comments.published' : 'comments.held', meeting, saved);
    if (saved.email !== '') await queueEmail(tx, checkedMail(tx, meeting, saved));
    return saved;
  });
}

type Happened = 'comments.sent' | 'comments.published' | 'comments.held';

/** What the history keeps holds no word, name or address of the writer. */
const record = (tx: Deps, actor: Actor, action: Happened, meeting: Meeting, { id, itemId, status, reason }: Comment): Promise<void> =>
  recordEvent(tx, {
    action,
    actor,
    subject: { kind: 'meeting', id: meeting.id },
    collaborativeId: meeting.collaborativeId,
    after: { comment: id, item: itemId, status, ...(reason === null ? {} : { reason }) },
  });
