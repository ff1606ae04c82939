import type { Response } from 'express';
import type { Deps } from '../../deps';
import { conceal } from '../../lib/policy';
import { requestContext } from '../../web/request-context';
import type { Application } from './application';
import { applicationPolicy } from './application.policy';
import { getApplication, getApplicationByReference } from './application.queries';
import { findMergedInto } from './identity.queries';

/** The application of an address, for whom it belongs to; to everybody else there is none (404). Never kept by a browser. */
export async function ownApplication(deps: Deps, res: Response, reference: string): Promise<Application> {
  const application = await getApplicationByReference(deps.reads, reference);
  conceal(applicationPolicy.viewOwn(requestContext(res).actor, application));
  res.set('Cache-Control', 'no-store');
  return application;
}

/**
 * The reference that counts, where this application was merged into another of the same reader. Whoever has not shown that
 * the other is theirs stays here: a look-alike must not open somebody's answers.
 */
export async function keptOf(deps: Deps, res: Response, { id, status }: Application): Promise<string | undefined> {
  const kept = status === 'withdrawn' ? await findMergedInto(deps.reads, id) : undefined;
  if (kept === undefined) return undefined;
  const application = await getApplication(deps.reads, kept.id);
  return applicationPolicy.viewOwn(requestContext(res).actor, application).allowed ? kept.reference : undefined;
}
