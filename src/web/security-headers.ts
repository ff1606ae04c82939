import type { RequestHandler } from 'express';
import helmet from 'helmet';
import { AppError } from '../lib/errors';
import type { Deps } from '../deps';

/** Headers of every answer (reliability.md 4.1): nothing inline, nothing from elsewhere, never framed but under /embed. */
export function securityHeaders(deps: Deps): RequestHandler {
  const isSecure = deps.baseUrl.startsWith('https://');
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        frameSrc: ["'self'"],
        baseUri: ["'none'"],
        objectSrc: ["'none'"],
        ...(isSecure ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    strictTransportSecurity: isSecure ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    referrerPolicy: { policy: 'same-origin' },
    crossOriginEmbedderPolicy: false,
  });
}

const permissions = 'camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()';

/** What helmet does not send. */
export const morePrivacyHeaders: RequestHandler = (_req, res, next) => {
  res.set('Permissions-Policy', permissions);
  next();
};

/** Answers only to the hosts it was told of: a forged Host must not reach anything that builds a link. */
export function allowedHosts(deps: Deps): RequestHandler {
  const hosts = new Set([...deps.config.allowedHosts, new URL(deps.baseUrl).hostname]);
  const isOpen = deps.config.mode !== 'production' && deps.config.allowedHosts.length === 0;
  return (req, _res, next) => {
    const host = (req.get('Host') ?? '').replace(/:\d+$/, '').toLowerCase();
    if (!hosts.has(host) && !(isOpen && isThisMachine(host))) throw new AppError(400, 'errors.invalid.lead');
    next();
  };
}

/** TRACE and methods nobody knows. */
export const knownMethods: RequestHandler = (req, _res, next) => {
  if (!['GET', 'HEAD', 'POST', 'OPTIONS'].includes(req.method)) throw new AppError(405, 'errors.invalid.lead');
  next();
};

const isThisMachine = (host: string): boolean => ['localhost', '127.0.0.1', '[::1]'].includes(host);
