import { Conflict } from '../../lib/errors';
import type { Instant } from '../../lib/time';

/** A question somebody sent through the help page. */
export interface HelpRequest {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  /** Whose staff should answer; null: the programme's administrators. */
  readonly collaborativeId: string | null;
  readonly text: string;
  /** The language it was asked in, and is answered in. */
  readonly locale: string;
  readonly askedAt: Instant;
  readonly answeredAt: Instant | null;
  readonly answeredBy: string | null;
  readonly answer: string | null;
  readonly version: number;
}

/** Answers a question once: a second answer would reach the asker as another mail. */
export function answerRequest(request: HelpRequest, answer: string, by: string, at: Instant): HelpRequest {
  if (request.answeredAt !== null) throw new Conflict('help.errors.answered');
  return { ...request, answer, answeredBy: by, answeredAt: at };
}
