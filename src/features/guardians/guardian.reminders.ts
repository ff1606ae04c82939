import type { Deps } from '../../deps';
import { hoursBetween, plusElapsed, startOfDay } from '../../lib/time';
import type { Email } from '../../mail/email';
import { unqueued } from '../../mail/mailbox';
import { longestNight, reminder } from '../../mail/reminders';
import { issueToken } from '../accounts';
import { getApplication, type Application } from '../applications';
import { getCycle } from '../cycles';
import { guardianIn, needsGuardian } from './consent';
import { consentPurpose } from './guardian.actions';
import { askGuardianEmail, askGuardianKind } from './guardian.emails';
import { guardianPaths } from './guardian.paths';
import { findConsent, listUnanswered } from './consent.queries';

const windowHours = 72;

export const guardianReminders = [
  reminder<Application>({
    kind: askGuardianKind,
    windowHours,
    mayComeAtNight: false,
    subjects: async ({ db }, now) => {
      const ids = await listUnanswered(db, plusElapsed(now, { hours: -windowHours - longestNight }));
      return Promise.all(ids.map((id) => getApplication(db, id)));
    },
    moment: ({ submittedAt, savedAt }) => submittedAt ?? savedAt,
    compose: composeOnce,
    stillDue: async ({ db }, mail) => {
      const application = await getApplication(db, mail.about_id);
      const isAsked = application.status === 'submitted' && needsGuardian(application) && guardianIn(application).email === mail.to_address;
      return isAsked && (await findConsent(db, application.id)) === undefined;
    },
  }),
];

/** A link is made only for a mail that goes out: the scan comes by every minute. */
async function composeOnce(deps: Deps, application: Application): Promise<readonly Email[]> {
  if (guardianIn(application).email === '') return [];
  const cycle = await getCycle(deps.db, application.cycleId);
  const t = deps.translate(application.locale);
  const fresh = await unqueued(deps.db, [askGuardianEmail(application, cycle, t, deps.baseUrl)]);
  if (fresh.length === 0) return [];
  const hours = Math.max(24, Math.ceil(hoursBetween(deps.clock.now(), startOfDay(cycle.decisionsOn))));
  const token = await issueToken(deps, { purpose: consentPurpose, subjectId: application.id, hours });
  return [askGuardianEmail(application, cycle, t, deps.baseUrl + guardianPaths.answer({ token }))];
}
