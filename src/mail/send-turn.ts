import { inTransaction } from '../db/database';
import type { Deps } from '../deps';
import { endingOf } from './ending';
import { gathered } from './gather';
import { openBody } from './mailbox';
import { choiceFor, type ChosenNotices } from './notice-choices';
import { chosenAmong } from './notice-choices.queries';
import { bodiesOf, markHanded, markSent, saveEnding, type Claim, type Ending, type Lane } from './outbox.queries';
import type { MailBody } from './render-email';
import { forgetTraces } from './outbox-care.queries';
import { outcomeOf, type Answer, type Outcome } from './reply';
import type { StillDue } from './still-due';
import type { Result } from './streak';
import { stoppedAmong } from './mail-stops.queries';
import { isSuppressed, suppress, suppressedAmong } from './suppressions.queries';
import type { OutboxRow, OutboxStatus, Problem } from './tables';
import type { Transport } from './transport';

/** One claim of a lane and what all its mails share. */
export interface Round {
  readonly deps: Deps;
  readonly transport: Transport;
  readonly lane: Lane;
  readonly stillDue: StillDue;
  readonly claim: () => Claim;
  readonly suppressed: ReadonlySet<string>;
  /** People nobody may write to. */
  readonly stopped: ReadonlySet<string | null>;
  readonly chosen: ChosenNotices;
  /** Sealed, by mail. */
  readonly bodies: ReadonlyMap<string, string>;
  readonly mark: (mark: Mark) => Promise<boolean>;
  /** Marks being written while the next mail is under way; the round ends when they are. */
  readonly sentMarks: Promise<boolean>[];
}

interface Mark {
  readonly id: string;
  readonly as: 'handed' | 'sent';
}

/** How a mail's turn went; `result` counts towards a pause, null does not. */
export interface Turn {
  readonly status: OutboxStatus;
  readonly result: Result | null;
}

/** Prepares a round: who may not be written to, and marks that share their commits. */
export async function beginRound(
  base: Pick<Round, 'deps' | 'transport' | 'lane' | 'stillDue' | 'claim'>,
  rows: readonly OutboxRow[],
): Promise<Round> {
  const { deps, claim } = base;
  return {
    ...base,
    suppressed: await suppressedAmong(
      deps.db,
      rows.map((row) => row.to_address),
    ),
    stopped: await stoppedAmong(
      deps.db,
      rows.map((row) => row.person_id),
    ),
    chosen: await chosenAmong(
      deps.db,
      rows.map((row) => ({ personId: row.person_id, stream: row.stream })),
    ),
    bodies: await bodiesOf(
      deps.db,
      rows.map((row) => row.id),
    ),
    mark: gathered((marks: readonly Mark[]) => writeMarks(deps, claim(), marks)),
    sentMarks: [],
  };
}

/** What was sent and what is about to be handed over, in one commit: a mail is known to be sent before the next is handed. */
async function writeMarks(deps: Deps, claim: Claim, marks: readonly Mark[]): Promise<boolean[]> {
  const idsOf = (as: Mark['as']) => marks.filter((mark) => mark.as === as).map(({ id }) => id);
  const [sent, handed] = [idsOf('sent'), idsOf('handed')];
  if (handed.length === 0) {
    await markSent(deps.db, claim, sent);
    return marks.map(() => true);
  }
  const marked = await (sent.length === 0
    ? markHanded(deps.db, claim, handed)
    : inTransaction(deps, async ({ db }) => {
        await markSent(db, claim, sent);
        return markHanded(db, claim, handed);
      }));
  return marks.map(({ as, id }) => as === 'sent' || marked.has(id));
}

/** Sends one claimed mail and records what came of it. */
export async function sendTurn(round: Round, row: OutboxRow): Promise<Turn> {
  const body = bodyOf(round, row);
  if (body?.to === undefined) return takeTurn(round, row, body);
  const turn = await takeTurn(round, { ...row, to_name: body.to.name, to_address: body.to.address }, body);
  await Promise.allSettled(round.sentMarks);
  await forgetTraces(round.deps.db, row.id, turn.status === 'queued' || turn.status === 'claimed' ? 'waits' : 'over');
  return turn;
}

async function takeTurn(round: Round, row: OutboxRow, body: MailBody | null): Promise<Turn> {
  const refusal = body === null ? refused('failed', 'unreadable') : await whyNot(round, row);
  if (refusal !== null || body === null)
    return end(round, { id: row.id, reply: null, ...(refusal ?? refused('failed', 'unreadable')) }, null);
  const { answer, state } = await send(round, row, body);
  if (state === 'lease lost') return { status: 'claimed', result: null };
  return settle(round, row, outcomeOf(answer, state === 'handed'), { answer, leavesNoTrace: body.to !== undefined });
}

function bodyOf({ deps, bodies }: Round, { id }: OutboxRow): MailBody | null {
  try {
    return bodies.has(id) ? openBody(bodies.get(id), deps.config.secret) : null;
  } catch {
    return null;
  }
}

type Refusal = Pick<Ending, 'status' | 'problem'>;

const refused = (status: Refusal['status'], problem: Problem): Refusal => ({ status, problem });

/** Looks again, at the last moment, whether the mail may still go. */
async function whyNot(round: Round, row: OutboxRow): Promise<Refusal | null> {
  const { deps, suppressed, stillDue } = round;
  if (isUnwanted(round, row)) return refused('cancelled', 'not_due');
  if (row.expires_at !== null && row.expires_at <= deps.clock.now()) return refused('expired', 'not_due');
  if (isSuppressed(suppressed, row.to_address)) return refused('suppressed', 'suppressed');
  if (!isAllowed(deps, row.to_address)) return refused('suppressed', 'not_allowed');
  const isStillDue = stillDue[row.kind];
  return isStillDue === undefined || (await isStillDue(deps, row)) ? null : refused('cancelled', 'not_due');
}

const isUnwanted = ({ stopped, chosen }: Round, { kind, stream, person_id: personId }: OutboxRow): boolean =>
  stopped.has(personId) || choiceFor(chosen, { personId, kind, stream }) === 'never';

/** Test data must not write to real people: outside production only named domains are reached by SMTP. */
function isAllowed({ config }: Deps, address: string): boolean {
  if (config.mode === 'production' || config.mail.mode !== 'smtp') return true;
  return config.mail.allowedDomains.includes(address.slice(address.lastIndexOf('@') + 1).toLowerCase());
}

type State = 'not handed' | 'handed' | 'lease lost';

async function send({ deps, transport, lane, mark }: Round, row: OutboxRow, body: MailBody): Promise<{ answer: Answer; state: State }> {
  const { id, locale, subject } = row;
  const progress: { state: State } = { state: 'not handed' };
  const outgoing = { id, lane, locale, subject, body, to: { name: row.to_name, address: row.to_address }, sentAt: deps.clock.now() };
  const answer = await transport.send(outgoing, async () => {
    const isMarked = await mark({ id, as: 'handed' });
    progress.state = isMarked ? 'handed' : 'lease lost';
    return isMarked;
  });
  return { answer, state: progress.state };
}

async function settle(round: Round, row: OutboxRow, outcome: Outcome, given: { answer: Answer; leavesNoTrace: boolean }): Promise<Turn> {
  const { answer, leavesNoTrace } = given;
  if (outcome.is === 'sent') {
    const marked = round.mark({ id: row.id, as: 'sent' });
    // Awaited when the round ends; a failure before that is no unhandled one.
    marked.catch(() => undefined);
    round.sentMarks.push(marked);
    return { status: 'sent', result: 'sent' };
  }
  const { now } = round.claim();
  if (outcome.is === 'failed' && outcome.flagsAddress && !leavesNoTrace) {
    await suppress(round.deps.db, row.to_address, { reason: 'refused', outboxId: row.id, at: now });
  }
  return end(round, endingOf(row, outcome, now), resultOf(outcome, answer));
}

function resultOf(outcome: Outcome, answer: Answer): Result {
  if (outcome.is !== 'retry' || outcome.problem === 'deferred') return outcome.is;
  return answer.kind === 'answered' && answer.stage === 'sign-in' ? 'sign-in' : 'unreachable';
}

async function end({ deps, claim }: Round, ending: Ending, result: Result | null): Promise<Turn> {
  await saveEnding(deps.db, claim(), ending);
  return { status: ending.status, result };
}
