import type { Request } from 'express';
import { hoursBetween, type Instant } from '../../lib/time';
import type { Answers } from '../cycles';

/** Keeps what a reader said before the form in their session, for the form they go on to: no address and no log names it. */
export function keepSaid(req: Request, answers: Answers, now: Instant): void {
  req.session.said = { at: now, answers };
}

/** What was said in this browser within the last hour, once: the next person at a shared computer begins blank. */
export function takeSaid(req: Request, now: Instant): Answers {
  const { said } = req.session;
  delete req.session.said;
  return said === undefined || hoursBetween(said.at, now) > 1 ? {} : said.answers;
}
