import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express';
import type { Deps } from '../deps';
import { isUnavailable } from '../db/dialect';
import type { MessageKey } from '../i18n/keys';
import { AppError, NotFound } from '../lib/errors';
import { rawForm } from '../lib/form';
import { renderPage } from './render';
import { requestContext } from './request-context';

interface ProblemView {
  readonly title: string;
  readonly lead: string;
  readonly help: string;
  /** What the reader had typed, given back where the form itself cannot be. */
  readonly words: readonly { readonly name: string; readonly text: string }[];
  readonly wordsTitle: string;
  readonly home: string;
  readonly helpLink: string;
}

declare module './render' {
  interface Views {
    'errors/problem': ProblemView;
  }
}

type Kind = 'notFound' | 'forbidden' | 'conflict' | 'invalid' | 'failure' | 'busy' | 'csrf' | 'tooLarge' | 'tooMany';

interface Problem {
  readonly status: number;
  readonly kind: Kind;
  readonly lead?: string;
}

/** Whatever no route answered. */
export const notFound: RequestHandler = () => {
  throw new NotFound();
};

/** Turns an error into a page that helps. Messages of unknown errors are logged, never shown. */
export function errorHandler(deps: Deps): ErrorRequestHandler {
  return (error: unknown, req, res, next) => {
    if (res.headersSent) {
      next(error);
      return;
    }
    const problem = problemOf(error, res);
    const { requestId } = requestContext(res);
    if (problem.status >= 500) deps.logger.error('request error', { requestId }, error);
    if (problem.status === 403) deps.logger.warn('refused', { requestId, person: requestContext(res).actor.id, method: req.method });
    if (problem.status === 503) res.set('Retry-After', '5');
    if (problem.status === 429) res.set('Retry-After', '900');
    res.set('Cache-Control', 'no-store');
    renderProblem(req, res, problem);
  };
}

function renderProblem(req: Request, res: Response, problem: Problem): void {
  const { t, requestId } = requestContext(res);
  const { kind, status } = problem;
  const isCsrf = kind === 'csrf';
  const model: ProblemView = {
    title: t.loosely(`errors.${kind}.title`),
    lead: problem.lead ?? t.loosely(`errors.${kind}.lead`),
    help: t.loosely(`errors.${kind}.help`, { id: requestId }),
    words: isCsrf || kind === 'conflict' || kind === 'busy' ? wordsOf(req) : [],
    wordsTitle: t('errors.csrf.words'),
    home: t('errors.home'),
    helpLink: t('errors.helpLink'),
  };
  if (req.get('X-Autosave') === '1') res.status(status).type('text').send(model.title);
  else renderPage(res, 'errors/problem', model, status);
}

function problemOf(error: unknown, res: Response): Problem {
  if (error instanceof AppError) return appProblem(error, res);
  if (isUnavailable(error)) return { status: 503, kind: 'busy' };
  if (isFormFault(error)) return { status: 400, kind: 'invalid' };
  return libraryProblem(error as { code?: unknown; status?: unknown; type?: unknown });
}

/** What express, its parsers and the token check throw. */
function libraryProblem({ code, status, type }: { code?: unknown; status?: unknown; type?: unknown }): Problem {
  if (code === 'EBADCSRFTOKEN') return { status: 403, kind: 'csrf' };
  if (code === 'LIMIT_FILE_SIZE' || type === 'entity.too.large') return { status: 413, kind: 'tooLarge' };
  if (typeof status === 'number' && status >= 400 && status < 500) return { status, kind: status === 404 ? 'notFound' : 'invalid' };
  return { status: 500, kind: 'failure' };
}

function appProblem(error: AppError, res: Response): Problem {
  const { t } = requestContext(res);
  const kinds: Readonly<Record<number, Kind>> = { 403: 'forbidden', 404: 'notFound', 409: 'conflict', 429: 'tooMany', 503: 'busy' };
  const isCsrf = error.key === ('errors.csrf.lead' satisfies MessageKey);
  return { status: error.status, kind: isCsrf ? 'csrf' : (kinds[error.status] ?? 'invalid'), lead: t.loosely(error.key, error.values) };
}

/** multer and busboy give no status (reliability.md 0.8); a broken percent sign in the address is a URIError. */
const isFormFault = (error: unknown): boolean =>
  error instanceof URIError ||
  (error instanceof Error &&
    ((error.name === 'MulterError' && !('code' in error && error.code === 'LIMIT_FILE_SIZE')) ||
      /^(Unexpected end of|Multipart: |Malformed |Unsupported content type|Boundary not found|Request (aborted|closed)$)/.test(
        error.message,
      )));

const secret = /password|code|token|secret/i;

const wordsOf = (req: Request): { name: string; text: string }[] =>
  Object.entries(rawForm(req.body))
    .filter(([name, value]) => !secret.test(name) && value !== '')
    .map(([name, value]) => ({ name, text: typeof value === 'string' ? value : value.join(', ') }));
