import type { Response } from 'express';
import type { Deps } from '../../deps';
import { conceal } from '../../lib/policy';
import { requestContext } from '../../web/request-context';
import type { Application } from './application';
import { applicationPolicy } from './application.policy';
import { getApplicationByReference } from './application.queries';

/** The application of an address, for whom it belongs to; to everybody else there is none (404). Never kept by a browser. */
export async function ownApplication(deps: Deps, res: Response, reference: string): Promise<Application> {
  const application = await getApplicationByReference(deps.reads, reference);
  conceal(applicationPolicy.viewOwn(requestContext(res).actor, application));
  res.set('Cache-Control', 'no-store');
  return application;
}
