import { inTransaction } from '../db/database';
import type { Deps } from '../deps';
import { plusElapsed } from '../lib/time';
import { claimMails, releaseMails, renewLease, sweepOutbox, wakeUnreachable, type Lane } from './outbox.queries';
import { beginRound, sendTurn, type Round, type Turn } from './send-turn';
import type { StillDue } from './still-due';
import { reasonToPause, streakAfter, type Result } from './streak';
import type { OutboxRow } from './tables';
import type { Transport } from './transport';
import { findPause, getStreak, pauseMail, saveStreak } from './worker-state.queries';

export interface DeliverOptions {
  /** How many mails to take at most, per lane. */
  readonly limit: number;
  /** Both lanes, side by side, when left out. */
  readonly lane?: Lane;
  readonly stillDue?: StillDue;
  /** Aborted when the worker stops: mails under way are finished, the others given back. */
  readonly signal?: AbortSignal;
  readonly leaseSeconds?: number;
  /** Milliseconds of the machine's time between renewals of the lease. */
  readonly renewEveryMs?: number;
}

export interface DeliverCounts {
  readonly claimed: number;
  readonly sent: number;
  readonly retried: number;
  readonly failed: number;
  readonly held: number;
  /** Expired, cancelled, suppressed or given back unsent. */
  readonly unsent: number;
}

/** So many in a row that find no server end the round: the rest would only wait for their time-outs. */
const unreachableEndsRound = 3;

/**
 * One round of the outbox: puts right what a dead worker left, takes due mails and sends them. Exactly one worker sends
 * each, and what may have arrived is never sent again by itself (reliability.md 4.7).
 */
export async function deliverDue(deps: Deps, transport: Transport, options: DeliverOptions): Promise<DeliverCounts> {
  await sweepOutbox(deps.db, deps.clock.now());
  if ((await findPause(deps.db)) !== null) return counted([]);
  const lanes: readonly Lane[] = options.lane === undefined ? ['urgent', 'rest'] : [options.lane];
  const turns = await Promise.all(lanes.map((lane) => deliverLane({ deps, transport, lane, options })));
  return counted(turns.flat());
}

interface LaneRound {
  readonly deps: Deps;
  readonly transport: Transport;
  readonly lane: Lane;
  readonly options: DeliverOptions;
}

async function deliverLane({ deps, transport, lane, options }: LaneRound): Promise<Turn[]> {
  const { limit, stillDue = {}, leaseSeconds = 120, renewEveryMs = 30_000 } = options;
  const token = deps.newId();
  const claim = () => ({ token, now: deps.clock.now(), leaseSeconds });
  const rows = await claimMails(deps.db, claim(), { lane, limit });
  if (rows.length === 0) return [];
  const renewal = setInterval(() => void renewLease(deps.db, claim()).catch(() => undefined), renewEveryMs);
  try {
    return await sendAll(await beginRound({ deps, transport, lane, claim, stillDue }, rows), rows, options.signal);
  } finally {
    clearInterval(renewal);
  }
}

async function sendAll(round: Round, rows: readonly OutboxRow[], signal: AbortSignal | undefined): Promise<Turn[]> {
  const waiting = [...rows];
  const turns: Turn[] = [];
  const mayGoOn = () => signal?.aborted !== true && !serverIsAway(turns);
  const sendOneAfterAnother = async (): Promise<void> => {
    for (let row = mayGoOn() ? waiting.shift() : undefined; row !== undefined; row = mayGoOn() ? waiting.shift() : undefined) {
      turns.push(await sendTurn(round, row));
    }
  };
  await allEnded(Array.from({ length: round.transport.atOnce[round.lane] }, sendOneAfterAnother));
  await Promise.all(round.sentMarks);
  await giveBack(round, waiting, serverIsAway(turns));
  await recordStreak(
    round.deps,
    turns.map(({ result }) => result),
  );
  return [...turns, ...waiting.map((): Turn => ({ status: 'queued', result: 'retry' }))];
}

/** Waits for all of them, then throws what the first of them threw: nothing is left running behind the caller's back. */
async function allEnded(running: readonly Promise<void>[]): Promise<void> {
  const ended = await Promise.allSettled(running);
  const broken = ended.find((one) => one.status === 'rejected');
  if (broken !== undefined) throw broken.reason;
}

const serverIsAway = (turns: readonly Turn[]): boolean =>
  turns.length >= unreachableEndsRound &&
  turns.slice(-unreachableEndsRound).every(({ result }) => result === 'unreachable' || result === 'sign-in');

async function giveBack({ deps, claim }: Round, waiting: readonly OutboxRow[], isAway: boolean): Promise<void> {
  if (waiting.length === 0) return;
  const ids = waiting.map(({ id }) => id);
  const { now } = claim();
  await releaseMails(deps.db, claim(), isAway ? { ids, dueAt: plusElapsed(now, { minutes: 1 }), problem: 'unreachable' } : { ids });
}

/** Pauses everything when too much went wrong in a row; wakes what waited for the server when it is back. */
async function recordStreak(deps: Deps, results: readonly (Result | null)[]): Promise<void> {
  const told = results.filter((result) => result !== null);
  await inTransaction(deps, async ({ db, clock, logger }) => {
    const before = await getStreak(db);
    const after = streakAfter(before, told);
    const now = clock.now();
    if (JSON.stringify(after) !== JSON.stringify(before)) await saveStreak(db, after, now);
    if (before.unreachable > 0 && after.unreachable < before.unreachable) await wakeUnreachable(db, now);
    const reason = reasonToPause(after);
    if (reason === null || (await findPause(db)) !== null) return;
    await pauseMail(db, reason, now);
    logger.error('mail is paused until someone resumes it', { reason });
  });
}

function counted(turns: readonly Turn[]): DeliverCounts {
  const count = (...statuses: readonly string[]) => turns.filter(({ status }) => statuses.includes(status)).length;
  return {
    claimed: turns.length,
    sent: count('sent'),
    retried: count('queued'),
    failed: count('failed'),
    held: count('held'),
    unsent: count('expired', 'cancelled', 'suppressed', 'claimed'),
  };
}
