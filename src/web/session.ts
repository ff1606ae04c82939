import type { RequestHandler } from 'express';
import session from 'express-session';
import type { Deps } from '../deps';
import { DatabaseSessionStore } from './session-store';

/** Server-side sessions: nothing is stored for readers of public pages (reliability.md 4.2, 4.3). */
export function sessions(deps: Deps): RequestHandler {
  const isSecure = deps.baseUrl.startsWith('https://');
  return session({
    store: new DatabaseSessionStore(deps),
    secret: deps.config.secret,
    name: isSecure ? '__Host-sid' : 'sid',
    resave: false,
    saveUninitialized: false,
    proxy: deps.config.trustProxy > 0,
    cookie: { httpOnly: true, secure: isSecure, sameSite: 'lax', path: '/' },
  });
}
