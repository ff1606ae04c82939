import type { Response } from 'express';
import type { Translate } from '../i18n/translate';
import type { Actor } from '../lib/actor';
import { Forbidden } from '../lib/errors';
import type { Instant } from '../lib/time';

/** What is true of one request: who asks, in which language, when. */
export interface RequestContext {
  readonly actor: Actor;
  readonly t: Translate;
  readonly locale: string;
  readonly now: Instant;
  readonly requestId: string;
  /** The token for a form on this page; makes a session when there is none yet. */
  readonly csrfToken: () => string;
  /** Path with query, for the language links. */
  readonly address: string;
  /** A word for the reader from the request before ("Saved"), shown once. */
  readonly flash: string | null;
}

declare module 'express-serve-static-core' {
  interface Locals {
    context?: RequestContext;
  }
}

/** The context of this request. Throws when called outside the app's middleware. */
export function requestContext(res: Response): RequestContext {
  const { context } = res.locals;
  if (context === undefined) throw new Error('no request context');
  return context;
}

/** The actor with an id. Throws Forbidden for visitors: routes behind `requireSignIn` never meet that. */
export function signedIn(res: Response): RequestContext['actor'] & { readonly id: string } {
  const { actor } = requestContext(res);
  if (actor.id === null) throw new Forbidden();
  return { ...actor, id: actor.id };
}
