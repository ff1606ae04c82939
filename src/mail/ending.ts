import { plusElapsed, type Instant } from '../lib/time';
import type { Ending } from './outbox.queries';
import type { Outcome } from './reply';
import { nextTry } from './retry';
import type { OutboxRow } from './tables';

type Facts = Pick<OutboxRow, 'id' | 'tries' | 'first_tried_at' | 'when_unknown' | 'resent'>;

/** The row's next state after a try that did not end in "sent". */
export function endingOf(row: Facts, outcome: Exclude<Outcome, { is: 'sent' }>, now: Instant): Ending {
  const { id } = row;
  const { reply } = outcome;
  switch (outcome.is) {
    case 'failed':
      return { id, status: 'failed', problem: outcome.problem, reply };
    case 'retry':
      return retryOf(row, outcome, now);
    case 'unknown':
      return { ...unknownOf(row, now), reply };
  }
}

function retryOf(row: Facts, { problem, reply }: Extract<Outcome, { is: 'retry' }>, now: Instant): Ending {
  const tries = row.tries + 1;
  const dueAt = nextTry({ id: row.id, tries, firstTriedAt: row.first_tried_at ?? now }, now, problem);
  if (dueAt === null) return { id: row.id, status: 'failed', problem: 'gave_up', reply, tries };
  return { id: row.id, status: 'queued', problem, reply, dueAt, tries };
}

/** The server may have it: only a kind that says so is sent once more, under the same Message-ID. */
function unknownOf({ id, when_unknown, resent }: Facts, now: Instant): Ending {
  const reply = null;
  if (when_unknown === 'drop') return { id, status: 'cancelled', problem: 'unknown', reply };
  if (when_unknown === 'resend_once' && !resent) {
    return { id, status: 'queued', problem: 'unknown', reply, dueAt: plusElapsed(now, { minutes: 1 }), resent: true };
  }
  return { id, status: 'held', problem: 'unknown', reply };
}
