import { randomBytes } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import type { RequestHandler } from 'express';
import type { Deps } from '../deps';

declare module 'express-serve-static-core' {
  interface Locals {
    requestId?: string;
  }
}

/** Gives each request an id and logs its end: path without query, status, milliseconds. Nothing personal. */
export function requestLog(deps: Deps): RequestHandler {
  return (req, res, next) => {
    const requestId = randomBytes(6).toString('hex');
    const begun = performance.now();
    res.locals.requestId = requestId;
    res.set('X-Request-Id', requestId);
    res.on('finish', () => {
      const fields = {
        requestId,
        method: req.method,
        path: withoutSecrets(pathOf(req.originalUrl)),
        status: res.statusCode,
        ms: Math.round(performance.now() - begun),
      };
      if (res.statusCode >= 500) deps.logger.error('request failed', fields);
      else deps.logger.info('request', fields);
    });
    next();
  };
}

/** Without the query, which may hold what people search for. */
const pathOf = (address: string): string => address.split('?')[0] ?? '';

/** Tokens stand in some paths (links from mails): whatever is long and random is not logged. */
const withoutSecrets = (path: string): string => path.replace(/[\w-]{40,}/g, '…').slice(0, 200);
