import type { Deps } from '../../deps';
import { hoursBetween, plusDays, startOfDay } from '../../lib/time';
import { issueToken } from '../accounts';
import type { Cycle } from '../cycles';
import type { Application } from './application';
import { applicationPaths, applyPaths } from './application.paths';

export const resumePurpose = 'application.resume';
export const statusPurpose = 'application.open';

/** The absolute link of "continue your application": good once, for 14 days (reliability.md 4.5). */
export async function resumeLink(tx: Deps, application: Pick<Application, 'id'>): Promise<string> {
  const token = await issueToken(tx, { purpose: resumePurpose, subjectId: application.id, hours: 14 * 24 });
  return tx.baseUrl + applyPaths.resume({ token });
}

/**
 * The absolute link that opens an application's own page without a password, as often as its reader likes, until 60 days
 * after the decisions: the page always says where it stands, so the link of the first letter must go on working.
 */
export async function statusLink(
  tx: Deps,
  application: Pick<Application, 'id' | 'reference'>,
  cycle: Pick<Cycle, 'decisionsOn'>,
): Promise<string> {
  const hours = Math.max(24, Math.ceil(hoursBetween(tx.clock.now(), startOfDay(plusDays(cycle.decisionsOn, 60)))));
  const token = await issueToken(tx, { purpose: statusPurpose, subjectId: application.id, hours });
  return tx.baseUrl + applicationPaths.open({ ref: application.reference, token });
}

/** The absolute link with which an applicant goes on: to what is being written, or to the page of what was sent. */
export const goOnLink = (
  tx: Deps,
  application: Pick<Application, 'id' | 'reference' | 'status'>,
  cycle: Pick<Cycle, 'decisionsOn'>,
): Promise<string> => (application.status === 'draft' ? resumeLink(tx, application) : statusLink(tx, application, cycle));
