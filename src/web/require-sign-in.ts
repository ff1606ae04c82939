import type { RequestHandler } from 'express';
import { withQuery } from '../lib/path';
import { requestContext } from './request-context';

/** Sends visitors to sign in, and back to this page afterwards. A form posted without a session was already answered by the token check. */
export const requireSignIn: RequestHandler = (req, res, next) => {
  if (requestContext(res).actor.id !== null) {
    next();
    return;
  }
  const back = req.method === 'GET' ? req.originalUrl : '';
  res.redirect(303, withQuery('/sign-in', { next: back }));
};
