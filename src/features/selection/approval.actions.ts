import { inTransaction } from '../../db/database';
import type { Deps } from '../../deps';
import { recordEvent } from '../../history/events';
import { approvesFor, type Actor } from '../../lib/actor';
import { authorize, conceal } from '../../lib/policy';
import { dateOf } from '../../lib/time';
import { queueEmails } from '../../mail/queue-email';
import { getPerson, listPeopleInRole, recipientOf } from '../accounts';
import { getCollaborative } from '../collaboratives';
import { getCycle } from '../cycles';
import { assertFresh } from './freshness.actions';
import { saveAnswer } from './sending.queries';
import { approve, sendBack, type Decider, type Slate } from './slate';
import { lineOf } from './slate.actions';
import { slateDecidedMail } from './slate.emails';
import { slatePolicy } from './slate.policy';
import { getSlate, saveSlate } from './slate.queries';

/** Approves a slate as it was shown. */
export const approveSlate = (deps: Deps, actor: Actor, id: string, version: number): Promise<void> =>
  decide(deps, actor, { id, version }, (slate, at, decider) => approve(slate, decider, at));

/** Returns a slate to staff with words on what to change. */
export const returnSlate = (deps: Deps, actor: Actor, id: string, { version, words }: { version: number; words: string }): Promise<void> =>
  decide(deps, actor, { id, version }, (slate, at, decider) => sendBack(slate, decider, { at, words }));

function decide(
  deps: Deps,
  actor: Actor,
  shown: { id: string; version: number },
  step: (slate: Slate, at: string, decider: Decider) => Slate,
): Promise<void> {
  return inTransaction(deps, async (tx) => {
    const slate = await getSlate(tx.db, shown.id);
    conceal(slatePolicy.viewAsApprover(actor, slate));
    authorize(slatePolicy.decide(actor, slate));
    await assertFresh(tx, actor, { slate, whatIf: null }, shown.version);
    const inPlaceOf = approvesFor(actor, slate.collaborativeId, slate.sentBy) ?? null;
    const decided = step(slate, tx.clock.now(), { by: actor.id ?? '', inPlaceOf });
    const saved = await saveSlate(tx.db, decided);
    const outcome = saved.status === 'approved' ? 'approved' : 'returned';
    await saveAnswer(tx.db, saved.id, {
      outcome,
      by: actor.id,
      inPlaceOf,
      at: decided.decidedAt ?? tx.clock.now(),
      words: saved.returnWords,
    });
    await recordEvent(tx, {
      ...lineOf(actor, saved, saved.status === 'approved' ? 'selection.approve' : 'selection.return'),
      deputyFor: inPlaceOf,
      before: { status: slate.status },
      after: { status: saved.status },
    });
    await tellStaff(tx, saved);
  });
}

async function tellStaff(tx: Deps, slate: Slate): Promise<void> {
  const board = { cycle: await getCycle(tx.db, slate.cycleId), collaborative: await getCollaborative(tx.db, slate.collaborativeId) };
  const mails = [];
  for (const id of await listPeopleInRole(tx.db, 'staff', slate.collaborativeId, dateOf(tx.clock.now()))) {
    const to = recipientOf(await getPerson(tx.db, id));
    mails.push(slateDecidedMail({ to, slate, board, t: tx.translate(to.locale), baseUrl: tx.baseUrl }));
  }
  await queueEmails(tx, mails);
}
