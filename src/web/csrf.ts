import { csrfSync } from 'csrf-sync';
import type { Request, RequestHandler } from 'express';
import { Forbidden } from '../lib/errors';

const tokens = csrfSync({
  getTokenFromRequest: (req) => {
    const body: unknown = req.body;
    if (typeof body !== 'object' || body === null || !('_csrf' in body)) return undefined;
    return typeof body._csrf === 'string' ? body._csrf : undefined;
  },
  errorConfig: { statusCode: 403, message: 'csrf', code: 'EBADCSRFTOKEN' },
});

/** The token of this browser's session for a form; starts a session when there is none. */
export const csrfTokenFor = (req: Request): string => tokens.generateToken(req);

/** Checks the token of a form that has been parsed. For routes with files, after the files are read. */
export const checkToken: RequestHandler = (req, res, next) => {
  tokens.csrfSynchronisedProtection(req, res, next);
};

/**
 * The choice of a language or of where to apply harms nobody, and their buttons stand on pages that have no session. To
 * stop invitations, the desk at the door of a meeting, all about agendas by mail, and following, takes the secret of its own address, and mail
 * programs press it by themselves (RFC 8058).
 */
const withoutToken: readonly RegExp[] = [
  /^\/language$/,
  /^\/[a-z-]+\/join$/,
  /^\/invitations\/stop\/[\w-]+$/,
  /^\/interest\/leave\/[\w-]+$/,
  /^\/room\/[\w-]+\/arrival$/,
  /^\/follow\/(confirm|leave|choices)\/[\w-]+$/,
  /^\/agenda-requests\/(confirm|renewal|leave)\/[\w-]+$/,
];

const changes = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

/**
 * Refuses changes sent from other sites: by `Sec-Fetch-Site` and `Origin` before the body is read, by the token after.
 * Forms with files carry their token in the parts: their routes check it with `checkToken` once these are read.
 */
export function csrfProtection(origin: string, uploads: readonly RegExp[]): RequestHandler {
  return (req, res, next) => {
    const isChange = changes.has(req.method);
    if (isChange && comesFromElsewhere(req, origin)) throw new Forbidden('errors.csrf.lead');
    if (!isChange || isTokenChecked(req, uploads)) next();
    else checkToken(req, res, next);
  };
}

/** Whether the token is not asked for here: nothing to protect, or checked once the parts are read. */
const isTokenChecked = (req: Request, uploads: readonly RegExp[]): boolean =>
  withoutToken.some((pattern) => pattern.test(req.path)) ||
  (req.is('multipart/form-data') !== false && uploads.some((pattern) => pattern.test(req.path)));

function comesFromElsewhere(req: Request, origin: string): boolean {
  const site = req.get('Sec-Fetch-Site');
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return true;
  const sender = req.get('Origin');
  return sender !== undefined && sender !== origin && sender !== 'null' && !isSameHost(sender, req);
}

/** On plain http (demo, development) the page may have been opened under another name of this machine. */
function isSameHost(sender: string, req: Request): boolean {
  return sender === `${req.protocol}://${req.get('Host') ?? ''}`;
}
