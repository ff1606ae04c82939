import { inTransaction, type Db } from '../../db/database';
import type { Deps } from '../../deps';
import type { Actor } from '../../lib/actor';
import type { LocalText } from '../../lib/local-text';
import { addItemByException, findPostingInTime } from '../agendas';
import type { Saved } from './attendance.actions';
import { decideException, proposeException, withdrawException, type ExceptionGround, type ExceptionStatus } from './exception';
import { getException, insertException, insertExceptionVotes, listExceptions, saveException } from './exception.queries';
import { tally, type Answers } from './motion';
import { loadSession, votingBody, type Session } from './record.queries';
import { checkInSession } from './session';
import { meetingToRun } from './session.actions';
import { noteInHistory } from './session.history';

interface NewMatter {
  readonly meetingId: string;
  readonly title: LocalText;
  readonly why: string;
}

/** Puts a matter forward that came up after the agenda was posted. */
export function putForward(deps: Deps, actor: Actor, wanted: NewMatter): Promise<void> {
  return inTransaction(deps, async (tx) => {
    const session = await sessionToRun(tx, actor, wanted.meetingId);
    const made = { ...wanted, id: tx.newId(), proposedAt: tx.clock.now() };
    const ground = await groundOf(tx.db, session);
    const exception = proposeException(made, ground, await listExceptions(tx.db, wanted.meetingId));
    await insertException(tx.db, exception);
    const after = { exception: exception.id, title: exception.title.en };
    await noteInHistory(tx, actor, { action: 'offAgenda.proposed', meeting: session.meeting, after });
  });
}

interface About {
  readonly meetingId: string;
  readonly exceptionId: string;
  readonly version: number;
}

/** Decides by roll call whether a matter is taken up; carried, the agenda has one more line. Answers how it ended, or `stale`. */
export function voteOnException(deps: Deps, actor: Actor, wanted: About & Answers): Promise<ExceptionStatus | 'stale'> {
  return inTransaction(deps, async (tx) => {
    const { meetingId, exceptionId } = wanted;
    const session = await sessionToRun(tx, actor, meetingId);
    const before = await getException(tx.db, meetingId, exceptionId);
    if (before.version !== wanted.version) return 'stale';
    const ground = { ...(await groundOf(tx.db, session)), voters: session.presence.voters, at: tx.clock.now() };
    const { votes, ...decided } = decideException(before, wanted, ground);
    const item = decided.status === 'carried' ? await addItemByException(tx, meetingId, decided.title) : null;
    await saveException(tx.db, { ...decided, itemId: item?.id ?? null });
    await insertExceptionVotes(tx.db, exceptionId, votes);
    const { yes, no } = tally(votes);
    const action = item === null ? 'offAgenda.failed' : 'offAgenda.carried';
    await noteInHistory(tx, actor, {
      action,
      meeting: session.meeting,
      after: { exception: exceptionId, yes, no, item: item?.id ?? null },
    });
    return decided.status;
  });
}

/** Takes a matter back without a vote. */
export function takeBackException(deps: Deps, actor: Actor, wanted: About): Promise<Saved> {
  return inTransaction(deps, async (tx) => {
    const { meeting } = await sessionToRun(tx, actor, wanted.meetingId);
    const before = await getException(tx.db, wanted.meetingId, wanted.exceptionId);
    if (before.version !== wanted.version) return 'stale';
    await saveException(tx.db, withdrawException(before, tx.clock.now()));
    await noteInHistory(tx, actor, { action: 'offAgenda.withdrawn', meeting, after: { exception: before.id } });
    return 'saved';
  });
}

/** What such a vote rests on, as it stands now. */
export async function groundOf(db: Db, { meeting, quorum, present, bodies }: Session): Promise<ExceptionGround> {
  return {
    kind: meeting.kind,
    isPostedInTime: (await findPostingInTime(db, meeting.id)) !== undefined,
    hasQuorum: quorum.isMet,
    present,
    bodies: bodies.map((body) => ({ ...votingBody(body), seats: body.quorum.seats })),
  };
}

async function sessionToRun(tx: Deps, actor: Actor, meetingId: string): Promise<Session> {
  await meetingToRun(tx, actor, meetingId);
  const session = await loadSession(tx.db, meetingId);
  checkInSession(session.meeting);
  return session;
}
