import { inTransaction } from '../../db/database';
import type { Deps } from '../../deps';
import { recordEvent } from '../../history/events';
import type { Actor } from '../../lib/actor';
import { Conflict } from '../../lib/errors';
import { authorize, conceal } from '../../lib/policy';
import { dateOf } from '../../lib/time';
import { queueEmail } from '../../mail/queue-email';
import { answerRequest, type HelpRequest } from './help-request';
import { answeredMail, askedMail, receivedMail } from './help-request.emails';
import { helpPolicy } from './help-request.policy';
import { getHelpRequest, insertHelpRequest, listHelpers, saveAnswer } from './help-request.queries';

export type Question = Pick<HelpRequest, 'name' | 'email' | 'collaborativeId' | 'text' | 'locale'>;

/** Keeps a question, tells those who answer it, and the asker that it came. */
export async function askForHelp(deps: Deps, actor: Actor, question: Question): Promise<HelpRequest> {
  return inTransaction(deps, async (tx) => {
    const request = await insertHelpRequest(tx, question);
    await recordEvent(tx, {
      action: 'help.asked',
      actor,
      subject: { kind: 'help_request', id: request.id },
      collaborativeId: request.collaborativeId,
    });
    const helpers = await listHelpers(tx.db, request.collaborativeId, dateOf(request.askedAt));
    for (const helper of helpers) await queueEmail(tx, askedMail(tx, request, helper));
    await queueEmail(tx, receivedMail(tx, request));
    return request;
  });
}

export interface Answer {
  readonly id: string;
  readonly version: number;
  readonly answer: string;
}

/** Answers a question by mail, once. */
export async function answerHelpRequest(
  deps: Deps,
  actor: Actor & { readonly id: string },
  { id, version, answer }: Answer,
): Promise<void> {
  await inTransaction(deps, async (tx) => {
    const request = await getHelpRequest(tx.db, id);
    conceal(helpPolicy.view(actor, request));
    authorize(helpPolicy.answer(actor, request));
    if (request.version !== version) throw new Conflict('help.errors.answered');
    await saveAnswer(tx.db, answerRequest(request, answer, actor.id, tx.clock.now()));
    await recordEvent(tx, {
      action: 'help.answered',
      actor,
      subject: { kind: 'help_request', id },
      collaborativeId: request.collaborativeId,
    });
    await queueEmail(tx, answeredMail(tx, request, answer));
  });
}
